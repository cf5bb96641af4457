#pragma once

#include <array>
#include <complex>
#include <vector>

#include "picture.hpp"

using Point = std::complex<double>;

/// What a face detector found, in pixels of the picture. "Right" is the person's right.
struct Face {
  double boxX, boxY, boxWidth, boxHeight;
  std::array<Point, 4> keypoints;  // right eye, left eye, nose, mouth
};

/// Where the keypoints lie in a crop, in units of its side.
struct Template {
  std::array<Point, 4> keypoints;
  Point boxCentre;
  double boxSide;
  double maxResidual;
};

/// z ↦ scale·z + shift.
struct Similarity {
  Point scale, shift;

  Similarity inverse() const { return {1.0 / scale, -shift / scale}; }
  Point operator()(Point z) const { return scale * z + shift; }
};

/// Picture → crop of side `size`: least squares over the keypoints (Umeyama, 1991), or by the box where they are
/// implausible.
Similarity place(const Face& face, const Template& layout, int size);

/// The aligned crop as the network wants it: [3][size][size], RGB 0…255, not rounded. Each pixel is the mean of n×n
/// bilinear samples, n = clamp(ceil(picture pixels per crop pixel), 1, 16).
std::vector<float> crop(const Picture& picture, const Similarity& toCrop, int size);
