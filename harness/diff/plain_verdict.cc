#include "harness/diff/plain_verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "harness/diff/ulp.h"
#include "harness/diff/value_text.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

constexpr std::size_t kShownColumns = 60;  // of one value in a detail

bool is_observed(const nlohmann::json& value) {
  return !text_member(value, "kind").empty();
}

// A float, also one that JSON has no number for: {"float": "nan"}.
std::optional<double> number_of(const nlohmann::json& value) {
  if (value.is_number_float()) return value.get<double>();
  if (value.is_object() && value.size() == 1) {
    const std::string text = text_member(value, "float");
    if (!text.empty()) return std::strtod(text.c_str(), nullptr);
  }
  return std::nullopt;
}

std::string type_of(const nlohmann::json& value) {
  if (number_of(value)) return "float";
  if (value.is_object() && value.size() == 1 && value.contains("int")) return "int";
  if (value.is_object() && value.size() == 1 && value.contains("base64")) return "bytes";
  if (is_observed(value)) return text_member(value, "kind");
  if (value.is_null()) return "None";
  if (value.is_boolean()) return "bool";
  if (value.is_number_integer()) return "int";
  if (value.is_string()) return "str";
  return value.is_array() ? "list" : "dict";
}

std::string change_text(const nlohmann::json& before, const nlohmann::json& after) {
  return value_text(nlohmann::json{{"kind", "value"}, {"value", before}}, kShownColumns) + " -> " +
         value_text(nlohmann::json{{"kind", "value"}, {"value", after}}, kShownColumns);
}

class LeafComparison {
 public:
  LeafComparison(const CheckDeclaration& declaration, Kind leaf) : declaration_(declaration), leaf_(leaf) {}
  void walk(const nlohmann::json& before, const nlohmann::json& after, const std::string& path);
  std::optional<Verdict> worst() const;

 private:
  void add(const std::string& path, Verdict verdict);
  void walk_list(const nlohmann::json& before, const nlohmann::json& after, const std::string& path);
  void walk_dict(const nlohmann::json& before, const nlohmann::json& after, const std::string& path);
  void walk_float(double before, double after, const std::string& path);

  const CheckDeclaration& declaration_;
  Kind leaf_;
  std::optional<Verdict> worst_;
  std::size_t count_ = 0;
};

void LeafComparison::add(const std::string& path, Verdict verdict) {
  ++count_;
  if (worst_ && worst_->severity >= verdict.severity) return;
  if (!path.empty()) verdict.detail = path + ": " + verdict.detail;
  worst_ = std::move(verdict);
}

std::optional<Verdict> LeafComparison::worst() const {
  auto verdict = worst_;
  if (count_ == 2) verdict->detail += "; 1 more place differs";
  if (count_ > 2) verdict->detail += fmt::format("; {} more places differ", count_ - 1);
  return verdict;
}

void LeafComparison::walk_float(double before, double after, const std::string& path) {
  const auto distance = float_distance(before, after);
  if (distance.same) return;
  const std::string detail = change_text(before, after) +
                             (distance.finite && distance.ulps > 0 ? fmt::format(" ({:.6g} ULP)", distance.ulps) : "");
  if (distance.inside(declaration_)) return add(path, {Kind::value, Severity::drift, detail});
  add(path, {leaf_, Severity::behaviour, detail});
}

// ", only before: ['a']": the items of one list that the other does not have as often; "" where there is none.
std::string only_text(const char* side, const nlohmann::json& here, nlohmann::json there) {
  nlohmann::json only = nlohmann::json::array();
  for (const nlohmann::json& item : here) {
    const auto found = std::ranges::find(there, item);
    if (found == there.end()) {
      only.push_back(item);
    } else {
      there.erase(found);
    }
  }
  if (only.empty()) return "";
  return fmt::format(", only {}: {}", side,
                     value_text(nlohmann::json{{"kind", "value"}, {"value", only}}, kShownColumns));
}

void LeafComparison::walk_list(const nlohmann::json& before, const nlohmann::json& after, const std::string& path) {
  if (before.size() == after.size()) {
    for (std::size_t i = 0; i < before.size(); ++i) walk(before[i], after[i], fmt::format("{}[{}]", path, i));
    return;
  }
  const auto is_text = [](const nlohmann::json& item) { return item.is_string(); };
  const bool texts =
      std::all_of(before.begin(), before.end(), is_text) && std::all_of(after.begin(), after.end(), is_text);
  std::string detail = fmt::format("length {} -> {}", before.size(), after.size());
  // Texts of lists are names of files, ops, symbols: which ones came and went says more than two lengths.
  if (texts) detail += only_text("before", before, after) + only_text("after", after, before);
  add(path, {Kind::structure, Severity::behaviour, detail});
}

void LeafComparison::walk_dict(const nlohmann::json& before, const nlohmann::json& after, const std::string& path) {
  const auto step = [&](const std::string& key) { return path + "['" + key + "']"; };
  for (const auto& [key, item] : before.items()) {
    if (after.contains(key)) {
      walk(item, after[key], step(key));
    } else {
      add(step(key), {Kind::structure, Severity::behaviour, "only before"});
    }
  }
  for (const auto& [key, item] : after.items()) {
    if (!before.contains(key)) add(step(key), {Kind::structure, Severity::behaviour, "only after"});
  }
}

void LeafComparison::walk(const nlohmann::json& before, const nlohmann::json& after, const std::string& path) {
  if (is_observed(before) || is_observed(after)) {
    const auto as_observed = [](const nlohmann::json& value) {
      return is_observed(value) ? value : nlohmann::json{{"kind", "value"}, {"value", value}};
    };
    if (auto verdict = classify(as_observed(before), as_observed(after), declaration_)) add(path, *verdict);
    return;
  }
  const std::string before_type = type_of(before);
  const std::string after_type = type_of(after);
  if (before_type != after_type) {
    const std::string types = " (" + before_type + " -> " + after_type + ")";
    return add(path, {Kind::structure, Severity::behaviour, change_text(before, after) + types});
  }
  if (before_type == "float") return walk_float(*number_of(before), *number_of(after), path);
  if (before_type == "list") return walk_list(before, after, path);
  if (before_type == "dict") return walk_dict(before, after, path);
  if (before == after) return;
  if (before_type == "str" && normalized_text(before.get<std::string>()) == normalized_text(after.get<std::string>())) {
    return;
  }
  add(path, {leaf_, Severity::behaviour, change_text(before, after)});
}

}  // namespace

std::optional<Verdict> plain_verdict(const nlohmann::json& before, const nlohmann::json& after,
                                     const CheckDeclaration& declaration, Kind leaf) {
  LeafComparison comparison(declaration, leaf);
  comparison.walk(before, after, "");
  return comparison.worst();
}

}  // namespace tfh
