#include "read_age.hpp"

#include <algorithm>

namespace {

/// The distribution function at the edges of the bins: bin k is spread evenly over k − ½ … k + ½ years.
std::vector<double> cumulate(const std::vector<float>& posterior) {
  std::vector<double> edges{0.0};
  for (const float share : posterior) edges.push_back(edges.back() + share);
  for (double& value : edges) value /= edges.back();
  return edges;
}

/// Where a line from `here` to `there` over the bin that begins at `edge` is 0, in years ≥ 0.
double crossing(size_t edge, double here, double there) {
  const double step = here == there ? 0.0 : std::clamp(here / (here - there), 0.0, 1.0);
  return std::max(0.0, static_cast<double>(edge) - 0.5 + step);
}

Knot tailsAt(const std::vector<Knot>& tails, double age) {
  const auto next = std::find_if(tails.begin(), tails.end(), [age](const Knot& knot) { return knot.age >= age; });
  if (next == tails.begin()) return tails.front();
  if (next == tails.end()) return tails.back();
  const Knot &from = *(next - 1), &to = *next;
  const double step = (age - from.age) / (to.age - from.age);
  return {age, from.below + step * (to.below - from.below), from.above + step * (to.above - from.above)};
}

double median(const std::vector<double>& cumulative) {
  const auto next = std::find_if(cumulative.begin() + 1, cumulative.end(), [](double value) { return value >= 0.5; });
  const size_t edge = static_cast<size_t>(next - cumulative.begin()) - 1;
  return crossing(edge, cumulative[edge] - 0.5, cumulative[edge + 1] - 0.5);
}

double mean(const std::vector<float>& posterior) {
  double sum = 0, total = 0;
  for (size_t age = 0; age < posterior.size(); ++age) {
    sum += static_cast<double>(age) * posterior[age];
    total += posterior[age];
  }
  return sum / total;
}

}  // namespace

Reading readAge(const std::vector<float>& posterior, const std::string& decode, const std::vector<Knot>& tails) {
  const std::vector<double> cumulative = cumulate(posterior);
  const size_t bins = posterior.size();
  std::vector<double> insideLow(bins + 1), insideHigh(bins + 1);
  for (size_t edge = 0; edge <= bins; ++edge) {
    const Knot tail = tailsAt(tails, static_cast<double>(edge) - 0.5);
    insideLow[edge] = cumulative[edge] - tail.below;
    insideHigh[edge] = 1 - tail.above - cumulative[edge];
  }
  size_t first = 1, last = bins - 1;
  while (first < bins && insideLow[first] < 0) ++first;
  while (last > 0 && insideHigh[last] < 0) --last;
  return {
      decode == "mean" ? mean(posterior) : median(cumulative),
      crossing(first - 1, insideLow[first - 1], insideLow[first]),
      crossing(last, insideHigh[last], insideHigh[last + 1]),
  };
}
