// What a release changed once and many callers see: findings, of one API or several, that end alike.
#pragma once

#include <string>
#include <vector>

#include "harness/diff/difference.h"

namespace tfh {

struct Pattern {
  std::string id, title;  // "now raises ValueError: The … argument must be a tuple": … where its findings differ
  std::string subject;
  Severity severity = Severity::behaviour;  // of its most severe finding
  std::vector<std::string> api;             // distinct, in the report's order
  std::vector<std::string> groups;          // ids, at least kFewestFindings
  std::size_t breaking = 0;                 // groups of that severity
  std::size_t count = 0;                    // differences
};

inline constexpr std::size_t kFewestFindings = 3;

// Of findings that break or behave otherwise; each is in one pattern at most. Those with most breaking findings come
// first, then those with most findings.
std::vector<Pattern> find_patterns(const std::vector<Difference>& differences, const std::vector<Group>& groups);

// What `difference` has in common with others of its pattern: how it ends now, or ended before; which parameters came
// and went; the detail of a value that names what changed. "" where nothing tells one change from another.
std::string pattern_text(const Difference& difference);

}  // namespace tfh
