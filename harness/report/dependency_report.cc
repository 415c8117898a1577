#include "harness/report/dependency_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/report/text_layout.h"

namespace tfh {

namespace {

std::string or_none(const std::string& version) {
  return version.empty() ? "-" : version;
}

std::string one_line(const DependencyChange& change) {
  if (change.before.empty()) return change.name + " " + change.after;
  if (change.after.empty()) return change.name + " " + change.before;
  return change.name + " " + change.before + " -> " + change.after + (change.backwards ? " (older)" : "");
}

Tone tone_of(Move move) {
  if (move == Move::removed || move == Move::major) return Tone::yellow;
  return move == Move::added || move == Move::minor ? Tone::cyan : Tone::dim;
}

std::string heading(const DependencySubject& baseline, const DependencySubject& subject) {
  const std::size_t same =
      subject.packages.size() -
      static_cast<std::size_t>(std::ranges::count_if(
          subject.changes, [](const DependencyChange& change) { return change.move != Move::removed; }));
  return fmt::format("{} compared with {}: {}, {} the same", subject.id, baseline.id,
                     counted(subject.packages.size(), "package"), same);
}

nlohmann::json as_json(const DependencySubject& subject) {
  nlohmann::json changes = nlohmann::json::array();
  const auto version = [](const std::string& text) { return text.empty() ? nlohmann::json() : nlohmann::json(text); };
  for (const DependencyChange& change : subject.changes)
    changes.push_back({{"name", change.name},
                       {"before", version(change.before)},
                       {"after", version(change.after)},
                       {"move", move_name(change.move)},
                       {"backwards", change.backwards}});
  return {{"id", subject.id},
          {"status", subject.error ? "failed" : "ok"},
          {"error", to_json(subject.error)},
          {"python", subject.python},
          {"resolve", subject.resolve},
          {"exclude_newer", subject.exclude_newer},
          {"packages", to_json(subject.packages)},
          {"changes", changes}};
}

// One line for each kind of move, its packages on as many lines as they take.
std::string changes_text(const std::vector<DependencyChange>& changes, const TerminalStyle& style) {
  constexpr std::size_t kMoveColumns = 9;
  std::string text;
  for (std::size_t i = 0; i < kMoveCount; ++i) {
    std::vector<std::string> items;
    for (const DependencyChange& change : changes)
      if (change.move == static_cast<Move>(i)) items.push_back(one_line(change));
    if (items.empty()) continue;
    const std::string indent(kMoveColumns + 2, ' ');
    const std::string list = wrapped_list(items, indent, page_width(style));
    const std::string name = padded_right(move_name(static_cast<Move>(i)), kMoveColumns);
    text += "  " + toned(name, tone_of(static_cast<Move>(i)), style) + list.substr(indent.size());
  }
  return text;
}

// Of more than two environments, what is not the same in all of them, side by side.
struct SideBySide {
  std::vector<std::string> ids;
  std::vector<DependencyRow> rows;  // empty for two environments or fewer: their changes say it all
};

SideBySide side_by_side(const DependencyReport& report) {
  SideBySide table;
  std::vector<std::vector<RecordedPackage>> environments;
  for (const DependencySubject& subject : report) {
    if (subject.error) continue;
    table.ids.push_back(subject.id);
    environments.push_back(subject.packages);
  }
  if (environments.size() > 2) table.rows = dependency_rows(environments);
  return table;
}

std::string side_by_side_text(const SideBySide& table) {
  std::vector<std::vector<std::string>> lines{{"package"}};
  std::ranges::copy(table.ids, std::back_inserter(lines.front()));
  for (const DependencyRow& row : table.rows) {
    lines.push_back({row.name});
    for (const std::string& version : row.versions) lines.back().push_back(or_none(version));
  }
  return aligned_columns(lines);
}

std::string side_by_side_markdown(const SideBySide& table) {
  std::string text = "### Side by side\n\n| package |", rule = "| --- |";
  for (const std::string& id : table.ids) {
    text += " " + id + " |";
    rule += " --- |";
  }
  text += "\n" + rule + "\n";
  for (const DependencyRow& row : table.rows) {
    text += "| " + row.name + " |";
    for (const std::string& version : row.versions) text += " " + or_none(version) + " |";
    text += "\n";
  }
  return text;
}

}  // namespace

void compare_dependencies(DependencyReport& report) {
  for (std::size_t i = 1; i < report.size(); ++i)
    if (!report[0].error && !report[i].error)
      report[i].changes = dependency_changes(report[0].packages, report[i].packages);
}

nlohmann::json to_json(const DependencyReport& report) {
  nlohmann::json subjects = nlohmann::json::array();
  for (const DependencySubject& subject : report) subjects.push_back(as_json(subject));
  return {{"schema", "tfharness-deps/1"}, {"baseline", report.front().id}, {"subjects", subjects}};
}

std::string dependency_text(const DependencyReport& report, const TerminalStyle& style) {
  std::string text;
  for (std::size_t i = 0; i < report.size(); ++i) {
    const DependencySubject& subject = report[i];
    if (subject.error) {
      text += failure_text(subject.id, *subject.error, style);
    } else if (i > 0 && !report[0].error) {
      text += (text.empty() ? "" : "\n") + toned(heading(report[0], subject), Tone::bold, style) + "\n";
      text += changes_text(subject.changes, style);
    }
  }
  if (const SideBySide table = side_by_side(report); !table.rows.empty()) text += "\n" + side_by_side_text(table);
  return text;
}

std::string dependency_markdown(const DependencyReport& report) {
  std::string text;
  for (std::size_t i = 0; i < report.size(); ++i) {
    const DependencySubject& subject = report[i];
    if (subject.error) {
      text += "**" + subject.id + " failed**: " + subject.error->message + "\n\n";
    } else if (i > 0 && !report[0].error) {
      text += "### " + heading(report[0], subject) + "\n\n";
      if (!subject.changes.empty()) text += "| package | before | after | move |\n| --- | --- | --- | --- |\n";
      for (const DependencyChange& change : subject.changes)
        text += fmt::format("| {} | {} | {} | {}{} |\n", change.name, or_none(change.before), or_none(change.after),
                            move_name(change.move), change.backwards ? ", older" : "");
      text += "\n";
    }
  }
  if (const SideBySide table = side_by_side(report); !table.rows.empty()) text += side_by_side_markdown(table);
  return text;
}

int exit_status(const DependencyReport& report) {
  if (std::ranges::any_of(report, [](const DependencySubject& subject) { return subject.error.has_value(); })) return 2;
  return std::ranges::any_of(report, [](const DependencySubject& subject) { return !subject.changes.empty(); }) ? 1 : 0;
}

}  // namespace tfh
