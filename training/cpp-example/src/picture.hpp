#pragma once

#include <string>
#include <vector>

/// RGB picture, channels 0…255, row by row; pixel (x, y) has its centre at (x + 0.5, y + 0.5).
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<float> rgb;

  /// Channel `c` of a pixel; outside of the picture that of the nearest pixel.
  float at(int x, int y, int c) const;

  /// Channel `c` between pixel centres, bilinear.
  float sample(double x, double y, int c) const;
};

/// Reads a binary PPM (P6, 8 bits). Throws std::runtime_error that says what is wrong.
Picture readPpm(const std::string& path);
