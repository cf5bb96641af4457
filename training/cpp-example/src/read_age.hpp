#pragma once

#include <string>
#include <vector>

/// Shares of the posterior that an interval leaves out, by the age at its end.
struct Knot {
  double age, below, above;
};

/// A reading in years; the interval holds the true age of a share `level` of people.
struct Reading {
  double years, low, high;
};

/// A posterior over the ages 0, 1, … as years and calibrated interval; `decode` is "median" or "mean".
Reading readAge(const std::vector<float>& posterior, const std::string& decode, const std::vector<Knot>& tails);
