/// agelens-read MODEL.onnx PICTURE.ppm BOX_X BOX_Y BOX_WIDTH BOX_HEIGHT KEYPOINTS: reads the age of one found face.
///
/// KEYPOINTS are eight numbers: x y of right eye, left eye, nose and mouth, in pixels of the picture.

#include <exception>
#include <iostream>
#include <vector>

#include "model.hpp"

namespace {

Face faceOf(char** words) {
  std::vector<double> n;
  for (int i = 0; i < 12; ++i) n.push_back(std::stod(words[i]));
  return {n[0], n[1], n[2], n[3], {Point{n[4], n[5]}, Point{n[6], n[7]}, Point{n[8], n[9]}, Point{n[10], n[11]}}};
}

}  // namespace

int main(int count, char** words) {
  if (count != 15) {
    std::cerr << "agelens-read: give MODEL.onnx PICTURE.ppm, a box (4 numbers) and keypoints (8 numbers).\n";
    return 2;
  }
  try {
    Model model(words[1]);
    const Picture picture = readPpm(words[2]);
    const Similarity toCrop = place(faceOf(words + 3), model.layout(), model.size());
    std::vector<float> pixels = crop(picture, toCrop, model.size());
    const Reading reading = model.read(pixels);
    std::cout << "{\"years\": " << reading.years << ", \"low\": " << reading.low << ", \"high\": " << reading.high
              << ", \"level\": " << model.level() << ", \"posterior\": [";
    for (size_t age = 0; age < reading.posterior.size(); ++age) std::cout << (age ? ", " : "") << reading.posterior[age];
    std::cout << "]}\n";
  } catch (const std::exception& error) {
    std::cerr << "agelens-read: " << error.what() << "\n";
    return 1;
  }
}
