#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "harness/diff/value_text.h"
#include "harness/report/terminal_findings.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

constexpr std::size_t kShownPatterns = 12;  // of one subject, without --verbose

std::string pattern_lines(const Pattern& pattern, const TerminalStyle& style) {
  const std::size_t width = page_width(style);
  const std::string severity = name_of(pattern.severity);
  const std::string seen =
      fmt::format("{}: {}", counted(pattern.groups.size(), "finding"), fmt::join(pattern.api, ", "));
  return "  " + toned(padded_right(severity, 11), tone_of(pattern.severity), style) +
         toned(one_line(pattern.title, width - 13), Tone::bold, style) + "\n    " +
         toned(padded_right("seen", 7), Tone::dim, style) + one_line(seen, width - 11) + "\n";
}

}  // namespace

std::string patterns_text(const Report& report, const std::string& subject, const TerminalStyle& style) {
  std::vector<const Pattern*> patterns;
  std::size_t findings = 0;
  for (const Pattern& pattern : report.patterns) {
    if (pattern.subject != subject) continue;
    patterns.push_back(&pattern);
    findings += pattern.groups.size();
  }
  if (patterns.empty()) return "";
  std::string text = "\n" + toned("in many places", Tone::bold, style) +
                     fmt::format(": {} behind {}\n", counted(patterns.size(), "change"), counted(findings, "finding"));
  const std::size_t shown = style.verbose ? patterns.size() : std::min(patterns.size(), kShownPatterns);
  for (std::size_t i = 0; i < shown; ++i) text += pattern_lines(*patterns[i], style);
  if (shown < patterns.size()) {
    text += fmt::format("  ... and {} more (--verbose or --json FILE shows them)\n", patterns.size() - shown);
  }
  return text;
}

}  // namespace tfh
