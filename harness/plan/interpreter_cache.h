// What interpreters answered, kept between commands: a file {"format": 1, "answers": {PATH: {...}}}. An answer
// holds for as long as the executable has the same modification time and size and what it named is still there.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "harness/plan/interpreter.h"

namespace tfh {

class InterpreterCache {
 public:
  // A missing or damaged file is an empty cache. An empty path: nothing is read or kept.
  explicit InterpreterCache(std::filesystem::path file);

  std::optional<Interpreter> find(const std::filesystem::path& executable) const;
  void keep(const std::filesystem::path& executable, const Interpreter& interpreter);
  // Writes the file when something was added. A cache that cannot be written only costs time.
  void save() const;

 private:
  std::filesystem::path file_;
  std::map<std::string, std::string> answers_;  // JSON text of each
  bool changed_ = false;
};

}  // namespace tfh
