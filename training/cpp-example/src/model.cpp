#include "model.hpp"

#include <array>
#include <cstdint>
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

}  // namespace

Model::Model(const std::string& path)
    : session_(env_, path.c_str(), Ort::SessionOptions{}),
      size_(std::stoi(metadata("size"))),
      level_(std::stod(metadata("level"))),
      layout_(templateOf(numbersOf(metadata("template")))) {}

std::string Model::metadata(const char* key) const {
  Ort::AllocatorWithDefaultOptions allocator;
  const auto value = session_.GetModelMetadata().LookupCustomMetadataMapAllocated(key, allocator);
  if (!value) throw std::runtime_error(std::string("The file says nothing about ") + key + ": write it with `agelens onnx`.");
  return value.get();
}

Reading Model::read(std::vector<float>& pixels) {
  const std::array<int64_t, 4> shape{1, 3, size_, size_};
  const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
  const Ort::Value input =
      Ort::Value::CreateTensor<float>(memory, pixels.data(), pixels.size(), shape.data(), shape.size());
  Ort::AllocatorWithDefaultOptions allocator;
  const auto answer = session_.GetOutputNameAllocated(0, allocator);
  const std::array<const char*, 1> inputs{"pixels"};
  const std::array<const char*, 4> outputs{answer.get(), "years", "low", "high"};
  const auto answers = session_.Run(Ort::RunOptions{}, inputs.data(), &input, 1, outputs.data(), outputs.size());
  const float* shares = answers[0].GetTensorData<float>();
  return {
      *answers[1].GetTensorData<float>(),
      *answers[2].GetTensorData<float>(),
      *answers[3].GetTensorData<float>(),
      {shares, shares + answers[0].GetTensorTypeAndShapeInfo().GetElementCount()},
  };
}
