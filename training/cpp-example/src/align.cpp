#include "align.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

constexpr double kMinScaleRatio = 0.6, kMaxScaleRatio = 2.0;

Point mean(const std::array<Point, 4>& points) {
  return std::accumulate(points.begin(), points.end(), Point{}) / static_cast<double>(points.size());
}

Similarity fit(const std::array<Point, 4>& from, const std::array<Point, 4>& to) {
  const Point fromCentre = mean(from), toCentre = mean(to);
  Point product{};
  double square = 0;
  for (size_t k = 0; k < from.size(); ++k) {
    product += std::conj(from[k] - fromCentre) * (to[k] - toCentre);
    square += std::norm(from[k] - fromCentre);
  }
  const Point scale = product / std::max(square, 1e-12);
  return {scale, toCentre - scale * fromCentre};
}

Similarity byBox(const Face& face, const Template& layout, int size) {
  const double scale = layout.boxSide * size / face.boxWidth;
  const Point centre{face.boxX + face.boxWidth / 2, face.boxY + face.boxHeight / 2};
  return {scale, layout.boxCentre * static_cast<double>(size) - scale * centre};
}

}  // namespace

Similarity place(const Face& face, const Template& layout, int size) {
  std::array<Point, 4> target{};
  for (size_t k = 0; k < target.size(); ++k) target[k] = layout.keypoints[k] * static_cast<double>(size);
  const Similarity similarity = fit(face.keypoints, target);

  double squares = 0;
  for (size_t k = 0; k < target.size(); ++k) squares += std::norm(similarity(face.keypoints[k]) - target[k]);
  const double residual = std::sqrt(squares / static_cast<double>(target.size())) / size;
  const double ratio = layout.boxSide * size / (std::abs(similarity.scale) * face.boxWidth);
  const bool plausible = residual <= layout.maxResidual && ratio >= kMinScaleRatio && ratio <= kMaxScaleRatio;
  return plausible ? similarity : byBox(face, layout, size);
}

std::vector<float> crop(const Picture& picture, const Similarity& toCrop, int size) {
  const Similarity toPicture = toCrop.inverse();
  const int n = std::clamp(static_cast<int>(std::ceil(1 / std::abs(toCrop.scale))), 1, 16);
  const size_t plane = static_cast<size_t>(size) * size;
  std::vector<float> pixels(3 * plane, 0.0F);
  for (int y = 0; y < size * n; ++y) {
    for (int x = 0; x < size * n; ++x) {
      const Point source = toPicture({(x + 0.5) / n, (y + 0.5) / n});
      const size_t pixel = static_cast<size_t>(y / n) * size + x / n;
      for (int c = 0; c < 3; ++c) pixels[c * plane + pixel] += picture.sample(source.real(), source.imag(), c);
    }
  }
  for (float& value : pixels) value /= static_cast<float>(n * n);
  return pixels;
}
