#include <fmt/format.h>

#include <algorithm>
#include <boost/regex.hpp>
#include <unordered_map>

#include "harness/diff/difference.h"
#include "harness/diff/stable_id.h"
#include "harness/diff/symbol.h"
#include "harness/diff/value_text.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

constexpr std::size_t kTitleColumns = 100;

// What varies when one change is seen under several inputs: dtypes, numbers, quoted names.
std::string generalised(const std::string& text) {
  static const boost::regex dtype(
      R"(\b(?:DT_)?(?:q?u?int(?:8|16|32|64)|bfloat16|float(?:16|32|64)?|half|double|complex(?:64|128)|bool|string)\b)",
      boost::regex::icase);
  static const boost::regex number(R"(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)");
  const std::string without_dtypes = boost::regex_replace(normalized_text(text), dtype, "<dtype>");
  return boost::regex_replace(without_dtypes, number, "<n>");
}

// One side of a change, told by how it ended: two results of a call are not two changes.
std::string ending_text(const nlohmann::json& value) {
  std::string kind = text_member(value, "kind");
  if (kind == "exception") {
    return text_member(value, "type") + ": " + generalised(text_member(value, "message")).substr(0, 300);
  }
  if (kind == "missing") return "missing " + text_member(value, "symbol");
  if (kind == "crash") return "crash " + text_member(value, "signal");
  if (kind == "timeout" || kind == "out_of_memory") return kind;
  return value.is_null() ? "absent" : "a result";
}

std::string holder_of(const std::string& symbol) {
  return symbol.substr(0, symbol.rfind('.'));
}

// Names that come or go in one module or class are one change; so is a new signature under several names.
std::string symbol_change_key(const Difference& difference) {
  const std::string change = difference.subject + '\n' + name_of(difference.kind) + '\n' + difference.check_id() + '\n';
  if (difference.kind == Kind::missing || difference.kind == Kind::added) {
    return change + holder_of(difference.api.front());
  }
  return change + symbol_text(difference.before) + '\n' + symbol_text(difference.after);
}

// The observation's name without what was varied of it: "ordinary: float64" is "ordinary" under another dtype.
std::string without_variation(const std::string& id) {
  return id.substr(0, id.find(": "));
}

// Equal for differences that are one change. Kinds that are told by how a call ended ignore where it was seen; others
// also tell the observation's name, since two keys of a check can be two facts.
std::string change_key(const Difference& difference) {
  if (is_symbol(difference.before) || is_symbol(difference.after)) return symbol_change_key(difference);
  std::string change = difference.subject + '\n' + name_of(difference.kind) + '\n' + name_of(difference.severity);
  std::vector<std::string> api = difference.api;
  std::sort(api.begin(), api.end());
  for (const std::string& symbol : api) change += '\n' + symbol;
  if (difference.kind == Kind::dependency) return change;
  if (difference.severity == Severity::drift) return change + '\n' + difference.check_id();
  change += '\n' + ending_text(difference.before) + '\n' + ending_text(difference.after);
  switch (difference.kind) {
    case Kind::exception:
    case Kind::missing:
    case Kind::added:
    case Kind::crash:
    case Kind::timeout:
    case Kind::message:
      return change;
    default:
      return change + '\n' + generalised(without_variation(difference.id));
  }
}

std::string side_text(const nlohmann::json& value) {
  const std::string kind = text_member(value, "kind");
  if (kind == "exception") return "raises " + text_member(value, "type");
  if (kind == "crash") return "crashes with " + text_member(value, "signal");
  if (kind == "timeout") return "does not end";
  if (kind == "out_of_memory") return "runs out of memory";
  if (kind == "missing") return "is missing";
  return value.is_null() ? "is not observed" : "works";
}

std::string symbol_title_of(const Difference& difference) {
  const std::string symbol = difference.api.front();
  if (difference.kind == Kind::missing) return holder_of(symbol) + ": symbols that are gone";
  if (difference.kind == Kind::added) return holder_of(symbol) + ": symbols that are new";
  return one_line(symbol + " " + name_of(difference.kind) + ": " + difference.detail, kTitleColumns);
}

std::string title_of(const Difference& difference) {
  if (is_symbol(difference.before) || is_symbol(difference.after)) return symbol_title_of(difference);
  const std::string symbol = difference.api.empty() ? difference.check_id() : difference.api.front();
  std::string change;
  switch (difference.kind) {
    case Kind::exception:
    case Kind::crash:
    case Kind::timeout:
    case Kind::missing:
    case Kind::added:
      change = side_text(difference.before) + " -> " + side_text(difference.after);
      break;
    case Kind::message:
      change = "another text";
      break;
    case Kind::dependency:
      return "packages in other versions";
    case Kind::value:
      if (difference.severity == Severity::drift) {
        change = "other last bits, inside tolerance";
        break;
      }
      [[fallthrough]];
    default:
      change = name_of(difference.kind) + ": " + difference.detail;
  }
  return one_line(symbol + " " + change, kTitleColumns);
}

}  // namespace

std::vector<Group> group_differences(std::vector<Difference>& differences) {
  std::vector<Group> groups;
  std::unordered_map<std::string, std::size_t> index_of;
  for (Difference& difference : differences) {
    const std::string key = change_key(difference);
    const auto [found, is_new] = index_of.emplace(key, groups.size());
    if (is_new) {
      groups.push_back({.id = difference.check_id() + "~" + name_of(difference.kind) + "~" + stable_id(key),
                        .title = title_of(difference),
                        .api = difference.api,
                        .kind = difference.kind,
                        .severity = difference.severity,
                        .count = 0});
    }
    Group& group = groups[found->second];
    ++group.count;
    difference.group = group.id;
  }
  return groups;
}

}  // namespace tfh
