// The findings of one subject as people read them: groups by suite, the most severe first, and of those the ones that
// are no pattern's, the most often seen first. Used by the terminal page and Markdown.
#pragma once

#include <string>
#include <vector>

#include "harness/report/report.h"

namespace tfh {

struct Finding {
  Severity severity = Severity::info;
  std::vector<const Difference*> differences;  // never empty; in the report's order
  bool in_pattern = false;
  const Difference& first() const { return *differences.front(); }
};

struct SuiteFindings {
  std::string suite;
  std::vector<Finding> findings;
  std::size_t count_of(Severity severity) const;  // findings
};

// Pointers into `report`. Suites in the order in which they first appear; every difference of the subject but those of
// kind dependency is in exactly one finding. Differences without a group are findings of their own.
std::vector<SuiteFindings> findings_by_suite(const Report& report, const std::string& subject);

// The two sides do not tell the change by themselves: arrays and nested values may be cut before it.
bool needs_detail(const Difference& difference);

struct FindingSymbols {
  std::string title;               // "tf.keras.layers" where all are members of that, else the first one
  std::vector<std::string> names;  // distinct, never empty: "Dense", "LSTM", or whole symbols
};
FindingSymbols symbols_of(const Finding& finding);

// "tf.math.argmax, tf.argmax", or the check's id where it names no symbol.
std::string api_text(const Difference& difference);

}  // namespace tfh
