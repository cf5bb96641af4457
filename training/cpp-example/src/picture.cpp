#include "picture.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <stdexcept>

float Picture::at(int x, int y, int c) const {
  x = std::clamp(x, 0, width - 1);
  y = std::clamp(y, 0, height - 1);
  return rgb[3 * (static_cast<size_t>(y) * width + x) + c];
}

float Picture::sample(double x, double y, int c) const {
  const double left = std::floor(x - 0.5), top = std::floor(y - 0.5);
  const auto toRight = static_cast<float>(x - 0.5 - left), down = static_cast<float>(y - 0.5 - top);
  const int i = static_cast<int>(left), j = static_cast<int>(top);
  const float above = at(i, j, c) * (1 - toRight) + at(i + 1, j, c) * toRight;
  const float below = at(i, j + 1, c) * (1 - toRight) + at(i + 1, j + 1, c) * toRight;
  return above * (1 - down) + below * down;
}

Picture readPpm(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string kind;
  int largest = 0;
  Picture picture;
  file >> kind >> picture.width >> picture.height >> largest;
  file.get();
  if (!file || kind != "P6" || largest != 255) throw std::runtime_error(path + " is no 8-bit binary PPM (P6).");
  std::vector<unsigned char> bytes(3 * static_cast<size_t>(picture.width) * picture.height);
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!file) throw std::runtime_error(path + " ends before its last pixel.");
  picture.rgb.assign(bytes.begin(), bytes.end());
  return picture;
}
