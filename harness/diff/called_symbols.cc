#include "harness/diff/called_symbols.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "harness/record/observation.h"

namespace tfh {

namespace {

bool is_part_of_name(char character) {
  return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_' || character == '.';
}

// "tf.math.add" and the like in the line that makes an observation, in their order; lines before it prepare.
std::vector<std::string> symbols_in(const std::string& source) {
  const std::string_view line = std::string_view(source).substr(source.rfind('\n') + 1);
  std::vector<std::string> symbols;
  for (std::size_t at = line.find("tf."); at != std::string_view::npos; at = line.find("tf.", at)) {
    const std::size_t end = std::find_if_not(line.begin() + at, line.end(), is_part_of_name) - line.begin();
    const std::string_view name = line.substr(at, end - at);
    if ((at == 0 || !is_part_of_name(line[at - 1])) && !name.ends_with('.')) symbols.emplace_back(name);
    at = end;
  }
  return symbols;
}

// "tf.GradientTape.gradient": what objects do, whose class no call needs to name.
bool has_class(const std::string& symbol) {
  return std::ranges::any_of(symbol, [](unsigned char character) { return std::isupper(character); });
}

}  // namespace

CalledSymbols::CalledSymbols(const CheckRecord& check) : api_(check.declaration.api) {
  for (const Observation& observation : check.observations) {
    const std::vector<std::string> symbols = symbols_in(observation.source);
    named_.insert(symbols.begin(), symbols.end());
  }
}

std::vector<std::string> CalledSymbols::of(const Observation& observation) const {
  const std::vector<std::string> called = symbols_in(observation.source);
  if (called.empty()) return api_;
  const auto is_called = [&](const std::string& symbol) { return std::ranges::find(called, symbol) != called.end(); };
  const bool names_own = std::ranges::any_of(api_, is_called);
  const bool is_clear = names_own || observation.source.contains("lambda: " + called.front() + "(");
  std::vector<std::string> about;
  if (!names_own) about.push_back(called.front());
  std::ranges::copy_if(api_, std::back_inserter(about), [&](const std::string& symbol) {
    return is_called(symbol) || (!named_.contains(symbol) && (!is_clear || has_class(symbol)));
  });
  return about;
}

}  // namespace tfh
