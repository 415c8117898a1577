// The middle of the terminal page: what differs in one subject, suite by suite. Called by terminal_text.
#pragma once

#include <string>

#include "harness/report/report.h"

namespace tfh {

// The counts of each suite, the patterns, the first findings of each suite (all with --verbose), what else differs.
std::string findings_text(const Report& report, const std::string& subject, const TerminalStyle& style);

// What stands behind several findings: the first patterns (all with --verbose), or "" where there is none.
std::string patterns_text(const Report& report, const std::string& subject, const TerminalStyle& style);

}  // namespace tfh
