#pragma once

#include <onnxruntime_cxx_api.h>

#include <string>
#include <vector>

#include "align.hpp"

/// A reading in years; the interval holds the true age of a share `level` of people.
struct Reading {
  double years, low, high;
  std::vector<float> posterior;  // probability of each age from 0 on
};

/// An age network with what its file says about using it.
class Model {
 public:
  /// Throws std::runtime_error where the file is no AgeLens network that says an age.
  explicit Model(const std::string& path);

  /// `pixels` as `crop` makes them.
  Reading read(std::vector<float>& pixels);

  int size() const { return size_; }
  const Template& layout() const { return layout_; }
  double level() const { return level_; }

 private:
  std::string metadata(const char* key) const;

  Ort::Env env_{ORT_LOGGING_LEVEL_WARNING, "agelens"};
  Ort::Session session_;
  int size_;
  double level_;
  Template layout_;
};
