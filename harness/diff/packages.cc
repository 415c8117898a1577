#include <map>

#include "harness/diff/difference.h"

namespace tfh {

namespace {

constexpr const char* kSuite = "packages";
constexpr const char* kCheck = "versions";

std::map<std::string, std::string> versions_of(const Record& record) {
  std::map<std::string, std::string> versions;
  for (const RecordedPackage& package : record.packages) versions.emplace(package.name, package.version);
  versions.erase(record.requirement.substr(0, record.requirement.find('=')));
  return versions;
}

nlohmann::json version_value(const std::string& version) {
  return version.empty() ? nlohmann::json() : nlohmann::json{{"kind", "value"}, {"value", version}};
}

Difference package_difference(const std::string& subject, const std::string& name, const std::string& before,
                              const std::string& after) {
  Difference difference;
  difference.suite = kSuite;
  difference.check = kCheck;
  difference.id = difference.check_id() + "/" + name;
  difference.subject = subject;
  difference.kind = Kind::dependency;
  difference.severity = Severity::info;
  difference.policy = "unknown";
  difference.before = version_value(before);
  difference.after = version_value(after);
  difference.detail = (before.empty() ? "none" : before) + " -> " + (after.empty() ? "none" : after);
  return difference;
}

}  // namespace

Comparison compare_packages(const Record& baseline, const Record& subject) {
  Comparison comparison;
  if (baseline.packages.empty() || subject.packages.empty()) return comparison;  // not known of an environment
  const auto before = versions_of(baseline);
  const auto after = versions_of(subject);
  auto names = before;
  names.insert(after.begin(), after.end());
  for (const auto& [name, any_version] : names) {
    const auto old_version = before.find(name);
    const auto new_version = after.find(name);
    const std::string from = old_version == before.end() ? "" : old_version->second;
    const std::string to = new_version == after.end() ? "" : new_version->second;
    ++comparison.observations;
    if (from == to) {
      ++comparison.same;
    } else {
      comparison.differences.push_back(package_difference(subject.subject_id, name, from, to));
    }
  }
  return comparison;
}

}  // namespace tfh
