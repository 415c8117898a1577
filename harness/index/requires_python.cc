#include "harness/index/requires_python.h"

#include <algorithm>
#include <array>

namespace tfh {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool has_prefix(const Version& version, const Version& prefix, std::size_t length) {
  for (std::size_t i = 0; i < length; ++i) {
    const std::uint64_t part = i < version.release().size() ? version.release()[i] : 0;
    if (part != prefix.release()[i]) return false;
  }
  return true;
}

bool fulfils(const Version& python, std::string_view specifier) {
  constexpr std::array<std::string_view, 8> operators{"===", "~=", "==", "!=", "<=", ">=", "<", ">"};
  const auto found =
      std::ranges::find_if(operators, [&](std::string_view name) { return specifier.starts_with(name); });
  if (found == operators.end()) return true;
  std::string_view operand = trimmed(specifier.substr(found->size()));
  const bool any_below = operand.ends_with(".*");
  if (any_below) operand.remove_suffix(2);
  const auto parsed = Version::parse(operand);
  if (!parsed) return true;
  const Version& wanted = *parsed;
  const std::size_t length = wanted.release().size();
  if (*found == "==" || *found == "===") return any_below ? has_prefix(python, wanted, length) : python == wanted;
  if (*found == "!=") return any_below ? !has_prefix(python, wanted, length) : python != wanted;
  if (*found == "~=") return python >= wanted && has_prefix(python, wanted, length > 1 ? length - 1 : length);
  if (*found == "<=") return python <= wanted;
  if (*found == ">=") return python >= wanted;
  return *found == "<" ? python < wanted : python > wanted;
}

bool fulfils_all(const Version& python, std::string_view specifiers) {
  for (std::size_t start = 0; start <= specifiers.size();) {
    const std::size_t end = std::min(specifiers.find(',', start), specifiers.size());
    const std::string_view specifier = trimmed(specifiers.substr(start, end - start));
    if (!specifier.empty() && !fulfils(python, specifier)) return false;
    start = end + 1;
  }
  return true;
}

}  // namespace

bool allows_python(const std::string& specifiers, PythonMinor python) {
  // No minor version of CPython has come to its fortieth patch release.
  for (int patch = 0; patch < 40; ++patch) {
    const auto version = Version::parse(python.str() + "." + std::to_string(patch));
    if (version && fulfils_all(*version, specifiers)) return true;
  }
  return false;
}

}  // namespace tfh
