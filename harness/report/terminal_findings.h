// The middle of the terminal page: what differs in one subject, suite by suite. Called by terminal_text.
#pragma once

#include <string>

#include "harness/report/report.h"

namespace tfh {

std::string findings_text(const Report& report, const std::string& subject, const TerminalStyle& style);

}  // namespace tfh
