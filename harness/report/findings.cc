#include "harness/report/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "harness/record/observation.h"

namespace tfh {

namespace {

std::unordered_set<std::string> groups_in_patterns(const Report& report) {
  std::unordered_set<std::string> groups;
  for (const Pattern& pattern : report.patterns) groups.insert(pattern.groups.begin(), pattern.groups.end());
  return groups;
}

SuiteFindings& suite_named(std::vector<SuiteFindings>& suites, const std::string& name) {
  const auto found = std::find_if(suites.begin(), suites.end(), [&](const auto& suite) { return suite.suite == name; });
  return found != suites.end() ? *found : suites.emplace_back(SuiteFindings{name, {}});
}

}  // namespace

std::size_t SuiteFindings::count_of(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                [&](const Finding& finding) { return finding.severity == severity; }));
}

std::vector<SuiteFindings> findings_by_suite(const Report& report, const std::string& subject) {
  std::vector<SuiteFindings> suites;
  std::unordered_map<std::string, std::size_t> index_of;  // of a group in its suite
  const std::unordered_set<std::string> in_patterns = groups_in_patterns(report);
  for (const Difference& difference : report.differences) {
    if (difference.subject != subject) continue;
    if (difference.kind == Kind::dependency || difference.kind == Kind::performance) continue;  // told apart
    SuiteFindings& suite = suite_named(suites, difference.suite);
    const std::string key = difference.suite + "\n" + (difference.group.empty() ? difference.id : difference.group);
    const auto [found, is_new] = index_of.emplace(key, suite.findings.size());
    if (is_new) suite.findings.push_back({difference.severity, {}, in_patterns.contains(difference.group)});
    suite.findings[found->second].differences.push_back(&difference);
  }
  for (SuiteFindings& suite : suites) {
    std::ranges::stable_sort(suite.findings, std::greater(), [](const Finding& finding) {
      return std::tuple(finding.severity, !finding.in_pattern, finding.differences.size());
    });
  }
  return suites;
}

bool needs_detail(const Difference& difference) {
  const auto may_be_cut = [](const nlohmann::json& value) {
    const std::string kind = text_member(value, "kind");
    return kind == "array" || kind == "value" || kind == "structure";
  };
  return difference.kind == Kind::stability || (may_be_cut(difference.before) && may_be_cut(difference.after));
}

FindingSymbols symbols_of(const Finding& finding) {
  std::vector<std::string> symbols;
  for (const Difference* difference : finding.differences) {
    std::string symbol = api_text(*difference);
    if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end()) symbols.push_back(std::move(symbol));
  }
  const std::string holder = symbols.front().substr(0, symbols.front().rfind('.') + 1);
  const auto is_held = [&](const std::string& symbol) {
    return symbol.starts_with(holder) && symbol.find('.', holder.size()) == std::string::npos;
  };
  if (symbols.size() == 1 || holder.empty() || !std::all_of(symbols.begin(), symbols.end(), is_held)) {
    return {symbols.front(), symbols};
  }
  for (std::string& symbol : symbols) symbol.erase(0, holder.size());
  return {holder.substr(0, holder.size() - 1), symbols};
}

std::string api_text(const Difference& difference) {
  return difference.api.empty() ? difference.check_id() : fmt::format("{}", fmt::join(difference.api, ", "));
}

}  // namespace tfh
