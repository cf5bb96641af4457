#pragma once

/// The part of ONNX Runtime's C++ interface that the examples use, declared over its C ABI.
///
/// pip's and npm's packages of ONNX Runtime carry the library but no headers. With Debian's package or an unpacked
/// release take the header of this name that comes with it; the examples compile with either.
///
/// The library exports one function, whose table of functions only ever grows at its end: a place in it never changes.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

struct OrtApi;
struct OrtApiBase {
  const OrtApi* (*GetApi)(uint32_t version);
  const char* (*GetVersionString)();
};
extern "C" const OrtApiBase* OrtGetApiBase();

enum OrtLoggingLevel { ORT_LOGGING_LEVEL_WARNING = 2 };
enum OrtAllocatorType { OrtArenaAllocator = 1 };
enum OrtMemType { OrtMemTypeDefault = 0 };

namespace Ort {

namespace abi {

enum Place : size_t {
  kGetErrorMessage = 2,
  kCreateEnv = 3,
  kCreateSession = 7,
  kRun = 9,
  kCreateSessionOptions = 10,
  kSessionGetOutputName = 37,
  kCreateRunOptions = 39,
  kCreateTensorWithDataAsOrtValue = 49,
  kGetTensorMutableData = 51,
  kGetTensorShapeElementCount = 64,
  kGetTensorTypeAndShape = 65,
  kCreateCpuMemoryInfo = 69,
  kAllocatorFree = 76,
  kGetAllocatorWithDefaultOptions = 78,
  kReleaseEnv = 92,
  kReleaseStatus = 93,
  kReleaseMemoryInfo = 94,
  kReleaseSession = 95,
  kReleaseValue = 96,
  kReleaseRunOptions = 97,
  kReleaseTensorTypeAndShapeInfo = 99,
  kReleaseSessionOptions = 100,
  kSessionGetModelMetadata = 111,
  kModelMetadataLookupCustomMetadataMap = 116,
  kReleaseModelMetadata = 118,
};

constexpr uint32_t kVersion = 18;  // of the table: the oldest that has all of these places and opset 18
constexpr int kFloat = 1;          // ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT

/// The function at a place of the table.
template <typename Result, typename... Arguments>
auto function(Place place) {
  static const OrtApi* const table = OrtGetApiBase()->GetApi(kVersion);
  if (!table) throw std::runtime_error("ONNX Runtime is older than this program needs.");
  using Function = Result (*)(Arguments...);
  return reinterpret_cast<const Function*>(table)[place];
}

/// Calls a function that gives a status; throws what it says.
template <typename... Arguments>
void call(Place place, Arguments... arguments) {
  void* const status = function<void*, Arguments...>(place)(arguments...);
  if (!status) return;
  const std::string message = function<const char*, const void*>(kGetErrorMessage)(status);
  function<void, void*>(kReleaseStatus)(status);
  throw std::runtime_error(message);
}

/// An object of the library, released with the last that holds it.
template <Place release>
class Handle {
 public:
  explicit Handle(void* object) : object_(object, function<void, void*>(release)) {}
  void* get() const { return object_.get(); }

 private:
  std::shared_ptr<void> object_;
};

template <typename... Arguments>
void* created(Place place, Arguments... arguments) {
  void* object = nullptr;
  call(place, arguments..., &object);
  return object;
}

}  // namespace abi

using Exception = std::runtime_error;

struct Env : abi::Handle<abi::kReleaseEnv> {
  explicit Env(OrtLoggingLevel level = ORT_LOGGING_LEVEL_WARNING, const char* name = "")
      : Handle(abi::created(abi::kCreateEnv, static_cast<int>(level), name)) {}
};

struct SessionOptions : abi::Handle<abi::kReleaseSessionOptions> {
  SessionOptions() : Handle(abi::created(abi::kCreateSessionOptions)) {}
};

struct RunOptions : abi::Handle<abi::kReleaseRunOptions> {
  RunOptions() : Handle(abi::created(abi::kCreateRunOptions)) {}
};

struct MemoryInfo : abi::Handle<abi::kReleaseMemoryInfo> {
  using Handle::Handle;
  static MemoryInfo CreateCpu(OrtAllocatorType allocator, OrtMemType type) {
    return MemoryInfo(abi::created(abi::kCreateCpuMemoryInfo, static_cast<int>(allocator), static_cast<int>(type)));
  }
};

/// The library's own allocator, which is never released.
struct AllocatorWithDefaultOptions {
  void* allocator = abi::created(abi::kGetAllocatorWithDefaultOptions);
};

struct AllocatedFree {
  void* allocator;
  void operator()(char* text) const { abi::call(abi::kAllocatorFree, allocator, static_cast<void*>(text)); }
};
using AllocatedStringPtr = std::unique_ptr<char, AllocatedFree>;

struct TensorTypeAndShapeInfo : abi::Handle<abi::kReleaseTensorTypeAndShapeInfo> {
  using Handle::Handle;
  size_t GetElementCount() const {
    size_t count = 0;
    abi::call(abi::kGetTensorShapeElementCount, static_cast<const void*>(get()), &count);
    return count;
  }
};

struct Value : abi::Handle<abi::kReleaseValue> {
  using Handle::Handle;

  template <typename T>
  static Value CreateTensor(const MemoryInfo& memory, T* data, size_t count, const int64_t* shape, size_t rank) {
    static_assert(sizeof(T) == sizeof(float), "Tensors of float32 only.");
    return Value(abi::created(abi::kCreateTensorWithDataAsOrtValue, static_cast<const void*>(memory.get()),
                              static_cast<void*>(data), count * sizeof(T), shape, rank, abi::kFloat));
  }

  template <typename T>
  const T* GetTensorData() const {
    return static_cast<const T*>(abi::created(abi::kGetTensorMutableData, get()));
  }

  TensorTypeAndShapeInfo GetTensorTypeAndShapeInfo() const {
    return TensorTypeAndShapeInfo(abi::created(abi::kGetTensorTypeAndShape, static_cast<const void*>(get())));
  }
};

struct ModelMetadata : abi::Handle<abi::kReleaseModelMetadata> {
  using Handle::Handle;

  /// Null where the file has no such key.
  AllocatedStringPtr LookupCustomMetadataMapAllocated(const char* key, AllocatorWithDefaultOptions& memory) const {
    char* text = nullptr;
    abi::call(abi::kModelMetadataLookupCustomMetadataMap, static_cast<const void*>(get()), memory.allocator, key, &text);
    return AllocatedStringPtr(text, AllocatedFree{memory.allocator});
  }
};

struct Session : abi::Handle<abi::kReleaseSession> {
  Session(const Env& env, const char* path, const SessionOptions& options)
      : Handle(abi::created(abi::kCreateSession, static_cast<const void*>(env.get()), path,
                            static_cast<const void*>(options.get()))) {}

  ModelMetadata GetModelMetadata() const {
    return ModelMetadata(abi::created(abi::kSessionGetModelMetadata, static_cast<const void*>(get())));
  }

  AllocatedStringPtr GetOutputNameAllocated(size_t number, AllocatorWithDefaultOptions& memory) const {
    char* name = nullptr;
    abi::call(abi::kSessionGetOutputName, static_cast<const void*>(get()), number, memory.allocator, &name);
    return AllocatedStringPtr(name, AllocatedFree{memory.allocator});
  }

  std::vector<Value> Run(const RunOptions& options, const char* const* inputNames, const Value* inputs, size_t given,
                         const char* const* outputNames, size_t wanted) {
    std::vector<const void*> pixels;
    for (size_t k = 0; k < given; ++k) pixels.push_back(inputs[k].get());
    std::vector<void*> found(wanted);
    abi::call(abi::kRun, get(), static_cast<const void*>(options.get()), inputNames,
              static_cast<const void* const*>(pixels.data()), given, outputNames, wanted, found.data());
    return {found.begin(), found.end()};
  }
};

}  // namespace Ort
