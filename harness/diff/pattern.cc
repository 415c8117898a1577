#include "harness/diff/pattern.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "harness/diff/stable_id.h"

namespace tfh {

namespace {

void add_missing(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more)
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

void add_finding(Pattern& pattern, const Difference& first, const Group& group) {
  pattern.groups.push_back(group.id);
  pattern.count += group.count;
  pattern.breaking += first.severity == Severity::breaking ? 1 : 0;
  pattern.severity = std::max(pattern.severity, first.severity);
  add_missing(pattern.api, first.api);
}

}  // namespace

std::vector<Pattern> find_patterns(const std::vector<Difference>& differences, const std::vector<Group>& groups) {
  std::unordered_map<std::string, const Difference*> first_of;  // of a group
  for (const Difference& difference : differences) first_of.emplace(difference.group, &difference);
  std::vector<Pattern> patterns;
  std::map<std::pair<std::string, std::string>, std::size_t> index_of;  // of a subject and a text
  for (const Group& group : groups) {
    if (group.severity < Severity::behaviour) continue;
    const Difference& first = *first_of.at(group.id);
    const std::string text = pattern_text(first);
    if (text.empty()) continue;
    const auto [found, is_new] = index_of.emplace(std::pair(first.subject, text), patterns.size());
    if (is_new) {
      Pattern& pattern = patterns.emplace_back();
      pattern.id = stable_id(first.subject + '\n' + text);
      pattern.title = text;
      pattern.subject = first.subject;
    }
    add_finding(patterns[found->second], first, group);
  }
  std::erase_if(patterns, [](const Pattern& pattern) { return pattern.groups.size() < kFewestFindings; });
  std::ranges::stable_sort(patterns, std::greater(),
                           [](const Pattern& pattern) { return std::pair(pattern.breaking, pattern.groups.size()); });
  return patterns;
}

}  // namespace tfh
