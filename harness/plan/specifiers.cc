#include "harness/plan/specifiers.h"

#include <algorithm>
#include <array>

#include "harness/base/trimmed.h"

namespace tfh {
namespace {

constexpr std::array<std::string_view, 8> comparisons{"===", "~=", "==", "!=", "<=", ">=", "<", ">"};  // longer first

const std::string_view* comparison_of(std::string_view text) {
  const auto found = std::ranges::find_if(comparisons, [&](std::string_view one) { return text.starts_with(one); });
  return found == comparisons.end() ? nullptr : found;
}

// The first `length` parts of both releases are the same; a shorter one goes on with zeros.
bool same_release(const Version& version, const Version& other, std::size_t length) {
  const auto part = [](const Version& of, std::size_t i) { return i < of.release().size() ? of.release()[i] : 0; };
  if (version.epoch() != other.epoch()) return false;
  for (std::size_t i = 0; i < length; ++i)
    if (part(version, i) != part(other, i)) return false;
  return true;
}

bool same_base(const Version& version, const Version& other) {
  return same_release(version, other, std::max(version.release().size(), other.release().size()));
}

// A local part of the candidate counts only where the specifier has one.
bool equal(const Version& version, const Version& wanted) {
  return (wanted.has_local() ? version : version.without_local()) == wanted;
}

}  // namespace

bool begins_with_comparison(std::string_view text) {
  return comparison_of(trimmed(text)) != nullptr;
}

Result<Specifiers::Clause> Specifiers::parse_clause(std::string_view text, const std::string& doing) {
  const std::string forms = "specifiers look like >=2.4,<2.13 or ~=1.15.0 or !=2.5.*";
  const std::string_view* comparison = comparison_of(text);
  if (comparison == nullptr)
    return fail(doing, "\"" + std::string(text) + "\" begins with no comparison (PEP 440)", forms);
  Clause clause{std::string(*comparison), {}, false};
  std::string_view operand = trimmed(text.substr(comparison->size()));
  if (operand.ends_with(".*")) {
    operand.remove_suffix(2);
    clause.prefix = true;
  }
  const auto version = Version::parse(operand);
  if (!version) return fail(doing, "\"" + std::string(operand) + "\" is not a version as PEP 440 defines it", forms);
  clause.version = *version;
  if (clause.comparison == "~=" && version->release().size() < 2)
    return fail(doing, "~= needs a version of two parts or more", "write ~=" + version->str() + ".0");
  return clause;
}

Result<Specifiers> Specifiers::parse(std::string_view text) {
  Specifiers specifiers;
  const std::string doing = "reading the versions \"" + std::string(text) + "\"";
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    if (const std::string_view clause = trimmed(text.substr(start, end - start)); !clause.empty())
      specifiers.clauses_.push_back(TRY(parse_clause(clause, doing)));
    start = end + 1;
  }
  return specifiers;
}

bool Specifiers::fits(const Version& version, const Clause& clause) {
  const Version& wanted = clause.version;
  const std::string& comparison = clause.comparison;
  const bool begins_so = clause.prefix && same_release(version, wanted, wanted.release().size());
  if (comparison == "==" || comparison == "===") return clause.prefix ? begins_so : equal(version, wanted);
  if (comparison == "!=") return clause.prefix ? !begins_so : !equal(version, wanted);
  const Version plain = version.without_local();
  if (comparison == "~=") return plain >= wanted && same_release(version, wanted, wanted.release().size() - 1);
  if (comparison == "<=") return plain <= wanted;
  if (comparison == ">=") return plain >= wanted;
  // <2.0 leaves 2.0rc1 out, >2.0 leaves 2.0.post1 out, unless they name such a version themselves.
  if (comparison == "<")
    return version < wanted && !(version.is_prerelease() && !wanted.is_prerelease() && same_base(version, wanted));
  return plain > wanted && !(version.is_postrelease() && !wanted.is_postrelease() && same_base(version, wanted));
}

bool Specifiers::contain(const Version& version) const {
  return std::ranges::all_of(clauses_, [&](const Clause& clause) { return fits(version, clause); });
}

bool Specifiers::names_prerelease() const {
  return std::ranges::any_of(
      clauses_, [](const Clause& clause) { return clause.comparison != "!=" && clause.version.is_prerelease(); });
}

const Version* Specifiers::exact() const {
  if (clauses_.size() != 1 || clauses_[0].prefix || !clauses_[0].comparison.starts_with("==")) return nullptr;
  return &clauses_[0].version;
}

}  // namespace tfh
