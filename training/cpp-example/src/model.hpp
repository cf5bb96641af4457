#pragma once

#include <onnxruntime_cxx_api.h>

#include <string>
#include <vector>

#include "align.hpp"
#include "read_age.hpp"

/// An age network with what its file says about using it.
class Model {
 public:
  /// Throws std::runtime_error where the file is no AgeLens network that gives a posterior over ages.
  explicit Model(const std::string& path);

  /// Probability of each age from 0 on; `pixels` as `crop` makes them.
  std::vector<float> posterior(std::vector<float>& pixels);

  int size() const { return size_; }
  const Template& layout() const { return layout_; }
  const std::string& decode() const { return decode_; }
  const std::vector<Knot>& tails() const { return tails_; }
  double level() const { return level_; }

 private:
  std::string metadata(const char* key) const;

  Ort::Env env_{ORT_LOGGING_LEVEL_WARNING, "agelens"};
  Ort::Session session_;
  int size_;
  double level_;
  std::string decode_;
  Template layout_;
  std::vector<Knot> tails_;
};
