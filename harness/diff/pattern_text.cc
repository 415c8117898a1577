#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <boost/regex.hpp>

#include "harness/diff/pattern.h"
#include "harness/diff/symbol.h"
#include "harness/diff/value_text.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

constexpr std::size_t kLongestText = 160;   // columns
constexpr std::size_t kFewestLetters = 12;  // outside of what varies: fewer say nothing of what happened

struct Rule {
  boost::regex pattern;
  const char* replacement;
};

// An error's text without what varies from caller to caller: what is quoted, bracketed, named or counted.
std::string without_names(std::string text) {
  using boost::regex;
  static const auto rules = std::to_array<Rule>({
      {regex("\x1b\\[[\\d;]*m"), ""},  // colours
      {regex(R"('[^'\n]*'|"[^"\n]*"|`[^`\n]*`)"), "…"},
      {regex(R"(\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>)"), "…"},
      {regex(R"(\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>)"), "…"},  // those around the first ones
      {regex(R"(\b(?:DT_)?(?:q?u?int\d+|b?float\d*|half|double|complex\d+|bool|string)\b)"), "…"},
      {regex(R"(\b[A-Z]+[a-z0-9]+[A-Z]\w*|\b\w*[A-Za-z]_\w+|\b\w+(?:\.\w+)+)"), "…"},
      {regex(R"(-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?)"), "…"},
      {regex(R"(…(?:[\s,;:=]*…)+)"), "…"},
  });
  for (const Rule& rule : rules) text = boost::regex_replace(text, rule.pattern, rule.replacement);
  return text;
}

// Errors that Python raises by itself say nothing but the names in them.
bool is_pythons_own(const std::string& text) {
  static const boost::regex form(
      R"(has no attribute '|unexpected keyword argument '|missing \d+ required |takes \d+ positional |)"
      R"(not supported between instances|object is not |name '\w+' is not defined)");
  return boost::regex_search(text, form);
}

// The first line of what an error is about: Keras wraps another error's text in one that names the layer.
std::string first_line(const std::string& message) {
  static const boost::regex wrapper(R"(^(?:\x1b\[\d+m)?Exception encountered when calling [^\n]*\n+)");
  const std::string text = boost::regex_replace(normalized_text(message), wrapper, "");
  return text.substr(0, text.find('\n'));
}

std::string told(const std::string& message) {
  const std::string line = first_line(message);
  if (is_pythons_own(line)) return one_line(line, kLongestText);
  std::string text = without_names(line);
  const auto letters = std::ranges::count_if(text, [](unsigned char character) { return std::isalpha(character); });
  return static_cast<std::size_t>(letters) < kFewestLetters ? "" : one_line(text, kLongestText);
}

// "raises ValueError: ..."; "" for a result and for an end without a word.
std::string ending(const nlohmann::json& value, const char* raises, const char* crashes) {
  const std::string kind = text_member(value, "kind");
  const std::string text = told(text_member(value, "message"));
  if (text.empty()) return "";
  if (kind == "exception") return raises + (" " + text_member(value, "type")) + ": " + text;
  if (kind == "crash") return crashes + (" with " + text_member(value, "signal")) + ": " + text;
  return "";
}

std::string ending_text(const Difference& difference) {
  const std::string kind = text_member(difference.after, "kind");
  if (kind == "exception" || kind == "crash") return ending(difference.after, "now raises", "now crashes");
  if (kind == "timeout" || kind == "out_of_memory") return "";
  return ending(difference.before, "no longer raises", "no longer crashes");
}

// The items of "(a, b=(1, 2))" or "T: type of [a, b]; n: int".
std::vector<std::string> items_of(const std::string& text, char separator) {
  std::vector<std::string> items(1);
  int depth = 0;
  for (const char character : text) {
    if (character == separator && depth == 0) {
      items.emplace_back();
    } else if (!items.back().empty() || character != ' ') {
      items.back() += character;
    }
    if (std::string("([{").contains(character)) ++depth;
    if (std::string(")]}").contains(character)) --depth;
  }
  if (items.back().empty()) items.pop_back();
  return items;
}

std::vector<std::string> parameters_of(const nlohmann::json& symbol) {
  const std::string signature = text_member(symbol, "signature");
  std::vector<std::string> items;
  if (signature.size() > 2) items = items_of(signature.substr(1, signature.size() - 2), ',');
  std::ranges::move(items_of(text_member(symbol, "definition"), ';'), std::back_inserter(items));
  return items;
}

std::string signature_text(const Difference& difference) {
  if (!is_symbol(difference.before) || !is_symbol(difference.after)) return "";
  const std::vector<std::string> before = parameters_of(difference.before), after = parameters_of(difference.after);
  const auto only_in = [](const std::vector<std::string>& own, const std::vector<std::string>& other) {
    std::vector<std::string> alone;
    std::ranges::copy_if(own, std::back_inserter(alone),
                         [&](const std::string& item) { return std::ranges::find(other, item) == other.end(); });
    return alone;
  };
  const std::vector<std::string> added = only_in(after, before), gone = only_in(before, after);
  std::string text = "now called";
  if (!added.empty()) text += fmt::format(" with {}", fmt::join(added, ", "));
  if (!gone.empty()) text += fmt::format("{} without {}", added.empty() ? "" : ",", fmt::join(gone, ", "));
  return added.empty() && gone.empty() ? "" : text;
}

}  // namespace

std::string pattern_text(const Difference& difference) {
  switch (difference.kind) {
    case Kind::exception:
    case Kind::crash:
      return ending_text(difference);
    case Kind::signature:
      return signature_text(difference);
    case Kind::dtype:
      return "now other dtypes: " + difference.detail;
    case Kind::structure:
    case Kind::value:
      return difference.detail.contains('\'') ? "now another value: " + difference.detail : "";
    default:
      return "";
  }
}

}  // namespace tfh
