// One recorded fact. The grammar of `value` is in harness/record/README.md.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace tfh {

// value["kind"] is one of: array, value, text, structure, signature, symbol, exception, missing, warnings, crash,
// timeout, out_of_memory.
struct Observation {
  std::string key;  // unique within its check: "float32/nan"
  nlohmann::json value;
  std::string source = {};  // a Python line that makes it when run after the check's witness; empty: that makes it
  std::string kind() const { return value.at("kind").get<std::string>(); }
  bool operator==(const Observation&) const = default;
};

// A text member of a value, or "" where there is none: values come from files and dying processes, so readers of
// them never assume a member.
inline std::string text_member(const nlohmann::json& value, const char* name) {
  if (!value.is_object()) return "";
  const auto member = value.find(name);
  return member != value.end() && member->is_string() ? member->get<std::string>() : "";
}

}  // namespace tfh
