#include <algorithm>
#include <utility>

#include "harness/diff/array_verdict.h"
#include "harness/diff/difference.h"
#include "harness/diff/plain_verdict.h"
#include "harness/diff/symbol.h"
#include "harness/diff/value_text.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

constexpr std::size_t kShownColumns = 100;  // of one side in a detail

// How the step that was observed ended.
enum class Ending { absent, missing, crashed, timed_out, raised, worked };

Ending ending_of(const nlohmann::json& value) {
  if (value.is_null()) return Ending::absent;
  const std::string kind = text_member(value, "kind");
  if (kind == "missing") return Ending::missing;
  if (kind == "crash" || kind == "out_of_memory") return Ending::crashed;
  if (kind == "timeout") return Ending::timed_out;
  return kind == "exception" ? Ending::raised : Ending::worked;
}

std::string both(const nlohmann::json& before, const nlohmann::json& after) {
  return value_text(before, kShownColumns) + " -> " + value_text(after, kShownColumns);
}

// Two endings that differ. The order of the questions is the rule: a symbol that is gone is missing however its calls
// used to end; a process that dies says more than what it did before.
Verdict changed_ending(Ending before, Ending after, std::string detail) {
  const bool usable_before = before == Ending::worked || before == Ending::raised;
  const Severity died = usable_before ? Severity::breaking : Severity::behaviour;
  if (after == Ending::absent || after == Ending::missing) {
    return {Kind::missing, Severity::breaking, std::move(detail)};
  }
  if (after == Ending::crashed) return {Kind::crash, died, std::move(detail)};
  if (after == Ending::timed_out) return {Kind::timeout, died, std::move(detail)};
  if (before == Ending::crashed) return {Kind::crash, Severity::behaviour, std::move(detail)};
  if (before == Ending::timed_out) return {Kind::timeout, Severity::behaviour, std::move(detail)};
  if (before == Ending::absent || before == Ending::missing) return {Kind::added, Severity::info, std::move(detail)};
  return {Kind::exception, after == Ending::raised ? Severity::breaking : Severity::behaviour, std::move(detail)};
}

bool is_base(const std::string& type, const nlohmann::json& of) {
  const auto bases = of.find("bases");
  return bases != of.end() && bases->is_array() && std::find(bases->begin(), bases->end(), type) != bases->end();
}

std::optional<Verdict> exception_verdict(const nlohmann::json& before, const nlohmann::json& after) {
  const std::string before_type = text_member(before, "type");
  const std::string after_type = text_member(after, "type");
  if (before_type != after_type) {
    const bool still_caught = is_base(before_type, after);
    return Verdict{
        Kind::exception, Severity::behaviour,
        both(before, after) + (still_caught ? "; a subclass, `except " + before_type + "` still works" : "")};
  }
  const std::string before_message = text_member(before, "message");
  const std::string after_message = text_member(after, "message");
  if (before_message == after_message || normalized_text(before_message) == normalized_text(after_message)) {
    return std::nullopt;
  }
  return Verdict{Kind::message, Severity::cosmetic, both(before, after)};
}

// Whether a process that left its memory ends by SIGSEGV or by malloc's abort depends on what lies beside it.
bool left_its_memory(const nlohmann::json& crash) {
  const std::string signal = text_member(crash, "signal"), message = text_member(crash, "message");
  if (signal == "SIGSEGV" || signal == "SIGBUS") return true;
  const auto told = [&](const char* word) { return message.find(word) != std::string::npos; };
  return signal == "SIGABRT" &&
         (message.empty() ||
          std::ranges::any_of(std::initializer_list<const char*>{"free()", "malloc", "realloc()", "munmap_chunk()",
                                                                 "corrupted ", "or corruption"},
                              told));
}

// Two deaths: the signal counts, where it happened does not.
std::optional<Verdict> crash_verdict(const nlohmann::json& before, const nlohmann::json& after) {
  const bool same_end = text_member(before, "kind") == text_member(after, "kind");
  if (same_end && text_member(before, "signal") == text_member(after, "signal")) return std::nullopt;
  if (left_its_memory(before) && left_its_memory(after)) return std::nullopt;
  return Verdict{Kind::crash, Severity::behaviour, both(before, after)};
}

// Warnings are compared as a set: their order follows threads and imports.
std::vector<std::string> warning_texts(const nlohmann::json& value) {
  std::vector<std::string> texts;
  const auto items = value.find("items");
  if (items == value.end() || !items->is_array()) return texts;
  for (const auto& item : *items) {
    texts.push_back(text_member(item, "category") + ": " + normalized_text(text_member(item, "message")));
  }
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  return texts;
}

std::optional<Verdict> text_verdict(const nlohmann::json& before, const nlohmann::json& after, Kind kind,
                                    Severity severity) {
  const std::string before_text = text_member(before, "text");
  const std::string after_text = text_member(after, "text");
  if (before_text == after_text || normalized_text(before_text) == normalized_text(after_text)) return std::nullopt;
  return Verdict{kind, severity, both(before, after)};
}

nlohmann::json plain_of(const nlohmann::json& value) {
  const auto plain = value.find("value");
  return plain == value.end() ? nlohmann::json() : *plain;
}

std::optional<Verdict> result_verdict(const nlohmann::json& before, const nlohmann::json& after,
                                      const CheckDeclaration& declaration) {
  const std::string kind = text_member(before, "kind");
  const std::string after_kind = text_member(after, "kind");
  if (kind != after_kind) {
    return Verdict{Kind::structure, Severity::behaviour, kind + " -> " + after_kind + ": " + both(before, after)};
  }
  if (kind == "array") return array_verdict(before, after, declaration);
  if (kind == "value") return plain_verdict(plain_of(before), plain_of(after), declaration, Kind::value);
  if (kind == "structure") return plain_verdict(plain_of(before), plain_of(after), declaration, Kind::structure);
  if (kind == "text") return text_verdict(before, after, Kind::message, Severity::cosmetic);
  if (kind == "signature") return text_verdict(before, after, Kind::signature, Severity::behaviour);
  if (kind == "symbol") return symbol_verdict(before, after);
  if (kind == "warnings") {
    if (warning_texts(before) == warning_texts(after)) return std::nullopt;
    return Verdict{Kind::warning, Severity::cosmetic, both(before, after)};
  }
  if (before == after) return std::nullopt;
  return Verdict{Kind::structure, Severity::behaviour, both(before, after)};  // a kind newer than this program
}

}  // namespace

std::optional<Verdict> classify(const nlohmann::json& before, const nlohmann::json& after,
                                const CheckDeclaration& declaration) {
  const Ending before_ending = ending_of(before);
  const Ending after_ending = ending_of(after);
  const auto gone = [](Ending ending) { return ending == Ending::absent || ending == Ending::missing; };
  if (gone(before_ending) && gone(after_ending)) return std::nullopt;
  if ((gone(before_ending) && is_attribute(after)) || (gone(after_ending) && is_attribute(before))) return std::nullopt;
  if (before_ending != after_ending) return changed_ending(before_ending, after_ending, both(before, after));
  switch (before_ending) {
    case Ending::crashed:
      return crash_verdict(before, after);
    case Ending::raised:
      return exception_verdict(before, after);
    case Ending::worked:
      return result_verdict(before, after, declaration);
    case Ending::absent:
    case Ending::missing:
    case Ending::timed_out:
      break;
  }
  return std::nullopt;
}

}  // namespace tfh
