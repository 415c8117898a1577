#include "harness/store/wheel_record.h"

#include <algorithm>
#include <charconv>

namespace tfh {
namespace {

// One line of CSV (RFC 4180), taken from the front of `text`.
std::vector<std::string> take_row(std::string_view& text) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      const bool doubled = quoted && i + 1 < text.size() && text[i + 1] == '"';
      if (doubled)
        fields.back() += text[i++];
      else
        quoted = !quoted;
    } else if (c == ',' && !quoted) {
      fields.emplace_back();
    } else if (c == '\n' && !quoted) {
      break;
    } else if (c != '\r') {
      fields.back() += c;
    }
  }
  text.remove_prefix(std::min(text.size(), i + 1));
  return fields;
}

struct Finding {
  std::string first;
  std::size_t count = 0;
  void add(const std::string& name) {
    if (count++ == 0) first = name;
  }
  void tell(const std::string& what, std::vector<std::string>& lines) const {
    if (count == 0) return;
    lines.push_back("RECORD " + what + ": " + first + (count > 1 ? " and " + std::to_string(count - 1) + " more" : ""));
  }
};

bool needs_no_entry(const std::string& name) {
  return name.ends_with(".dist-info/RECORD") || name.ends_with("/RECORD.jws") || name.ends_with("/RECORD.p7s");
}

}  // namespace

std::vector<RecordEntry> read_wheel_record(std::string_view record) {
  constexpr std::string_view algorithm = "sha256=";
  std::vector<RecordEntry> entries;
  while (!record.empty()) {
    const auto row = take_row(record);
    if (row.front().empty()) continue;
    RecordEntry& entry = entries.emplace_back(RecordEntry{row.front(), "", std::nullopt});
    if (row.size() > 1 && row[1].starts_with(algorithm)) entry.sha256 = row[1].substr(algorithm.size());
    std::uint64_t size = 0;
    if (row.size() > 2 && std::from_chars(row[2].data(), row[2].data() + row[2].size(), size).ec == std::errc())
      entry.size = size;
  }
  return entries;
}

std::vector<std::string> record_differences(std::string_view record,
                                            const std::map<std::string, std::uint64_t>& sizes) {
  Finding absent, resized, unlisted;
  std::map<std::string, std::optional<std::uint64_t>> listed;
  for (const RecordEntry& entry : read_wheel_record(record)) listed[entry.name] = entry.size;
  for (const auto& [name, size] : listed) {
    const auto member = sizes.find(name);
    if (member == sizes.end())
      absent.add(name);
    else if (size && *size != member->second)
      resized.add(name);
  }
  for (const auto& [name, size] : sizes)
    if (!listed.contains(name) && !needs_no_entry(name)) unlisted.add(name);
  std::vector<std::string> lines;
  absent.tell("lists files that are not there", lines);
  resized.tell("lists files with another size", lines);
  unlisted.tell("does not list files that are there", lines);
  return lines;
}

}  // namespace tfh
