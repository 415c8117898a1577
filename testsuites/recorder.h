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

// A NumPy array. Elements as doubles, integers or strings (bytes); `dtype` is a NumPy or TensorFlow name ("float32",
// "bfloat16", "string"). bfloat16 goes through float32 and tf.cast; of complex numbers, real and imaginary parts
// alternate; an item of uint64 above the signed range is written as its two's complement. No dimension: a scalar.
struct Array {
  std::string dtype;
  std::vector<std::int64_t> shape;
  std::variant<std::vector<double>, std::vector<std::int64_t>, std::vector<std::string>> items;
  bool tensor = false;  // passed as a tensor, through tf.constant: some functions refuse arrays
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

  Argument() = default;  // None
  Argument(bool flag) : value(flag) {}
  Argument(int number) : value(std::int64_t{number}) {}
  Argument(std::int64_t number) : value(number) {}
  Argument(double number) : value(number) {}
  Argument(const char* text) : value(std::string(text)) {}
  Argument(std::string text) : value(std::move(text)) {}
  Argument(Array array) : value(std::move(array)) {}
  Argument(Result result) : value(result) {}
  Argument(Symbol symbol) : value(std::move(symbol)) {}
  Argument(List list) : value(std::move(list)) {}
};

using Keywords = std::vector<std::pair<std::string, Argument>>;

class Recorder {
 public:
  virtual ~Recorder() = default;

  // Calls a public symbol ("tf.math.add", or one of NumPy's: "np.reshape") and keeps the result, unobserved. What it
  // raises becomes the observation `key` of the next observe() that uses it; a call that gets such a result as an
  // argument is not made and has the same outcome.
  virtual Result call(const std::string& symbol, std::vector<Argument> positional, Keywords keywords = {}) = 0;

  // Observes a call's result under `key`: arrays with dtype, shape and bytes; what it raised; a missing symbol.
  virtual void observe(const std::string& key, Result result) = 0;

  // call and observe in one: a crash of the call is told under `key`.
  virtual void observe_call(const std::string& key, const std::string& symbol, std::vector<Argument> positional,
                            Keywords keywords = {}) = 0;

  // What the calls of `symbol` observed from here on follow: made once in every process, before the first of them, and
  // part of their witnesses. Whether an operation has worked before may decide how it refuses a Python number, a list
  // or a text, and whether it takes an array of float64 as such.
  virtual void follow(const std::string& symbol, std::vector<Argument> positional, Keywords keywords) = 0;

  // The gradient of reduce_sum(symbol(positional...)) with regard to the float arrays among `positional`.
  virtual void observe_gradient(const std::string& key, const std::string& symbol, std::vector<Argument> positional,
                                Keywords keywords = {}) = 0;
};

}  // namespace tfh::testsuites
