#include "harness/report/terminal_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/diff/value_text.h"
#include "harness/report/findings.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

constexpr std::size_t kShownFindings = 5;  // of one suite, without --verbose
constexpr std::size_t kShownSymbols = 6;   // in a summary line

std::string side(const char* label, const std::string& text, const TerminalStyle& style) {
  return "    " + toned(padded_right(label, 7), Tone::dim, style) + text + "\n";
}

// Where it was seen, and what is known of it.
std::string origin_text(const Difference& difference) {
  std::string text = difference.id;
  if (difference.introduced) text += ", since " + *difference.introduced;
  if (difference.cause) text += ", because of " + difference.cause->what;
  return text;
}

std::string difference_text(const Difference& difference, const TerminalStyle& style) {
  const std::size_t room = page_width(style) - 11;
  std::string text = side("before", value_text(difference.before, room), style) +
                     side("after", value_text(difference.after, room), style);
  if (needs_detail(difference) && !difference.detail.empty()) {
    text += side("", one_line(difference.detail, room), style);
  }
  return text + side("in", one_line(origin_text(difference), room), style);
}

std::string finding_text(const Finding& finding, const TerminalStyle& style) {
  const std::string severity = name_of(finding.severity);
  const std::string kind = name_of(finding.first().kind);
  const std::string times =
      finding.differences.size() == 1 ? "" : fmt::format("  ({} observations)", finding.differences.size());
  const std::size_t taken = 2 + 11 + 2 + kind.size() + times.size();
  const std::size_t room = page_width(style) > taken + 10 ? page_width(style) - taken : 10;
  const FindingSymbols symbols = symbols_of(finding);
  std::string text = "  " + toned(padded_right(severity, 11), tone_of(finding.severity), style) +
                     toned(one_line(symbols.title, room), Tone::bold, style) + "  " + kind + times + "\n";
  if (symbols.names.size() > 1) {
    text += side("names", one_line(fmt::format("{}", fmt::join(symbols.names, ", ")), page_width(style) - 11), style);
  }
  if (!style.verbose) return text + difference_text(finding.first(), style);
  for (const Difference* difference : finding.differences) text += difference_text(*difference, style);
  return text;
}

// "41 observations of 3 checks (tf.matmul, tf.sin, ...)"
std::string many_text(const SuiteFindings& suite, Severity severity) {
  std::size_t observations = 0;
  std::vector<std::string> checks, symbols;
  for (const Finding& finding : suite.findings) {
    if (finding.severity != severity) continue;
    observations += finding.differences.size();
    for (const Difference* difference : finding.differences) {
      checks.push_back(difference->check_id());
      const std::string symbol = difference->api.empty() ? difference->check_id() : difference->api.front();
      if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end()) symbols.push_back(symbol);
    }
  }
  std::sort(checks.begin(), checks.end());
  const auto distinct = static_cast<std::size_t>(std::unique(checks.begin(), checks.end()) - checks.begin());
  const bool cut = symbols.size() > kShownSymbols;
  symbols.resize(std::min(symbols.size(), kShownSymbols));
  return fmt::format("{} of {} ({}{})", counted(observations, "observation"), counted(distinct, "check"),
                     fmt::join(symbols, ", "), cut ? ", ..." : "");
}

std::string summary_line(const SuiteFindings& suite, Severity severity, const char* meaning,
                         const TerminalStyle& style) {
  if (suite.count_of(severity) == 0) return "";
  const std::string text = name_of(severity) + std::string(meaning) + ": " + many_text(suite, severity);
  return toned(wrapped_text(text, "  ", page_width(style)), tone_of(severity), style);
}

// What is no finding of a suite, whatever the severity of the others: a paragraph. `name_from`: where the name begins
// in an id.
std::string paragraph(const Report& report, const std::string& subject, Kind kind, char name_from,
                      const std::string& title, const TerminalStyle& style) {
  std::vector<std::string> changes;
  for (const Difference& difference : report.differences) {
    if (difference.kind != kind || difference.subject != subject) continue;
    changes.push_back(difference.id.substr(difference.id.find(name_from) + 1) + " " + difference.detail);
  }
  if (changes.empty()) return "";
  std::string text = "\n" + toned(title, Tone::bold, style) + "\n";
  if (kind == Kind::dependency) return text + wrapped_list(changes, "  ", page_width(style));
  for (const std::string& change : changes) text += wrapped_text(change, "  ", page_width(style));
  return text;
}

std::string suite_text(const SuiteFindings& suite, const TerminalStyle& style) {
  const std::size_t breaking = suite.count_of(Severity::breaking);
  const std::size_t behaviour = suite.count_of(Severity::behaviour);
  std::string text = "\n" + toned(suite.suite, Tone::bold, style);
  if (breaking + behaviour > 0) {
    text +=
        fmt::format(": {} ({} breaking, {} behaviour)", counted(breaking + behaviour, "finding"), breaking, behaviour);
  }
  text += "\n";
  const std::size_t limit = style.verbose ? suite.findings.size() : kShownFindings;
  const std::size_t serious = style.verbose ? suite.findings.size() : breaking + behaviour;
  for (std::size_t i = 0; i < std::min(limit, serious); ++i) text += finding_text(suite.findings[i], style);
  if (serious > limit) {
    text += fmt::format("  ... and {} more (--verbose or --json FILE shows them)\n", serious - limit);
  }
  if (style.verbose) return text;
  return text + summary_line(suite, Severity::drift, ", other last bits inside tolerance", style) +
         summary_line(suite, Severity::cosmetic, ", other texts", style) +
         summary_line(suite, Severity::info, "", style);
}

// How many findings of which severity each suite has: the page at a glance.
std::string suites_table(const std::vector<SuiteFindings>& suites, const TerminalStyle& style) {
  constexpr Severity columns[] = {Severity::breaking, Severity::behaviour, Severity::drift, Severity::cosmetic,
                                  Severity::info};
  const auto cell = [](const std::string& text, Severity column) {
    return padded_left(text, name_of(column).size() + 2);
  };
  std::size_t first = 8;
  for (const SuiteFindings& suite : suites) first = std::max(first, columns_of(suite.suite));
  std::string head = padded_right("findings", first);
  for (const Severity severity : columns) head += cell(name_of(severity), severity);
  std::string text = "\n" + toned(head, Tone::dim, style) + "\n";
  for (const SuiteFindings& suite : suites) {
    text += padded_right(suite.suite, first);
    for (const Severity severity : columns) {
      const std::size_t count = suite.count_of(severity);
      text += toned(cell(count > 0 ? std::to_string(count) : "-", severity), count > 0 ? tone_of(severity) : Tone::dim,
                    style);
    }
    text += "\n";
  }
  return text;
}

}  // namespace

std::string findings_text(const Report& report, const std::string& subject, const TerminalStyle& style) {
  const std::vector<SuiteFindings> suites = findings_by_suite(report, subject);
  std::string text = suites.size() > 1 ? suites_table(suites, style) : "";
  text += patterns_text(report, subject, style);
  for (const SuiteFindings& suite : suites) text += suite_text(suite, style);
  return text + paragraph(report, subject, Kind::performance, '.', "cost, beyond the noise of this run", style) +
         paragraph(report, subject, Kind::dependency, '/', "packages in other versions", style);
}

}  // namespace tfh
