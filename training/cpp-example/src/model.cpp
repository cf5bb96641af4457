#include "model.hpp"

#include <array>
#include <sstream>
#include <stdexcept>

namespace {

std::vector<double> numbersOf(const std::string& text) {
  std::istringstream stream(text);
  std::vector<double> numbers;
  for (double number; stream >> number;) numbers.push_back(number);
  return numbers;
}

Template templateOf(const std::vector<double>& n) {
  if (n.size() != 12) throw std::runtime_error("The network's template is not usable: export the network again.");
  return {{Point{n[0], n[1]}, Point{n[2], n[3]}, Point{n[4], n[5]}, Point{n[6], n[7]}}, {n[8], n[9]}, n[10], n[11]};
}

std::vector<Knot> knotsOf(const std::vector<double>& n) {
  std::vector<Knot> knots;
  for (size_t i = 0; i + 2 < n.size(); i += 3) knots.push_back({n[i], n[i + 1], n[i + 2]});
  if (knots.empty()) throw std::runtime_error("The network says no age: use one with an age posterior.");
  return knots;
}

}  // namespace

Model::Model(const std::string& path)
    : session_(env_, path.c_str(), Ort::SessionOptions{}),
      size_(std::stoi(metadata("size"))),
      level_(std::stod(metadata("level"))),
      decode_(metadata("decode")),
      layout_(templateOf(numbersOf(metadata("template")))),
      tails_(knotsOf(numbersOf(metadata("tails")))) {}

std::string Model::metadata(const char* key) const {
  Ort::AllocatorWithDefaultOptions allocator;
  const auto value = session_.GetModelMetadata().LookupCustomMetadataMapAllocated(key, allocator);
  if (!value) throw std::runtime_error(std::string("The file says nothing about ") + key + ": write it with `agelens onnx`.");
  return value.get();
}

std::vector<float> Model::posterior(std::vector<float>& pixels) {
  const std::array<int64_t, 4> shape{1, 3, size_, size_};
  const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
  const Ort::Value input =
      Ort::Value::CreateTensor<float>(memory, pixels.data(), pixels.size(), shape.data(), shape.size());
  Ort::AllocatorWithDefaultOptions allocator;
  const auto answerName = session_.GetOutputNameAllocated(0, allocator);
  const char* inputs[] = {"pixels"};
  const char* outputs[] = {answerName.get()};
  const auto answers = session_.Run(Ort::RunOptions{nullptr}, inputs, &input, 1, outputs, 1);
  const float* shares = answers[0].GetTensorData<float>();
  return {shares, shares + answers[0].GetTensorTypeAndShapeInfo().GetElementCount()};
}
