// How a check made in C++ talks to the framework. The worker's implementation makes the calls through the C API and
// writes each one down as Python source; a check never sees a Python object.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tfh::testsuites {

// A NumPy array. Elements as doubles, integers or strings; `dtype` is a NumPy or TensorFlow name ("float32",
// "bfloat16", "string"); bfloat16 goes through float32 and tf.cast.
struct Array {
  std::string dtype;
  std::vector<std::int64_t> shape;
  std::variant<std::vector<double>, std::vector<std::int64_t>, std::vector<std::string>> items;
};

// A result of an earlier call, by its number within the check.
struct Result {
  int number = -1;
};

// A public symbol, passed as an argument: "tf.float32".
struct Symbol {
  std::string path;
};

struct Argument;
struct List {
  std::vector<Argument> items;
};

struct Argument {
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Result, Symbol, List> value;
};

using Keywords = std::vector<std::pair<std::string, Argument>>;

class Recorder {
 public:
  virtual ~Recorder() = default;

  // Calls a public symbol ("tf.math.add") and keeps the result, unobserved. What it raises becomes the observation
  // `key` of the next observe() that uses it.
  virtual Result call(const std::string& symbol, std::vector<Argument> positional, Keywords keywords = {}) = 0;

  // Observes a call's result under `key`: arrays with dtype, shape and bytes; what it raised; a missing symbol.
  virtual void observe(const std::string& key, Result result) = 0;

  // call and observe in one.
  void observe_call(const std::string& key, const std::string& symbol, std::vector<Argument> positional,
                    Keywords keywords = {}) {
    observe(key, call(symbol, std::move(positional), std::move(keywords)));
  }

  // The gradient of reduce_sum(symbol(positional...)) with regard to the float arrays among `positional`.
  virtual void observe_gradient(const std::string& key, const std::string& symbol, std::vector<Argument> positional,
                                Keywords keywords = {}) = 0;
};

}  // namespace tfh::testsuites
