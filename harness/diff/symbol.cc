#include "harness/diff/symbol.h"

#include <fmt/format.h>

#include "harness/diff/value_text.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

constexpr std::size_t kShownColumns = 160;  // of one side in a detail

bool is_deprecated(const nlohmann::json& value) {
  const auto member = value.find("deprecated");
  return member != value.end() && *member == true;
}

}  // namespace

bool is_symbol(const nlohmann::json& value) {
  return text_member(value, "kind") == "symbol";
}

bool is_class(const nlohmann::json& value) {
  return is_symbol(value) && text_member(value, "type") == "class";
}

bool is_open(const nlohmann::json& value) {
  return is_symbol(value) && value.contains("open");
}

bool is_attribute(const nlohmann::json& value) {
  return is_symbol(value) && text_member(value, "type") == "attribute";
}

std::optional<Verdict> symbol_verdict(const nlohmann::json& before, const nlohmann::json& after) {
  if (is_attribute(before) || is_attribute(after)) return std::nullopt;
  const std::string old_signature = text_member(before, "signature");
  const std::string new_signature = text_member(after, "signature");
  const bool both_known = !old_signature.empty() && !new_signature.empty();
  const std::string detail = value_text(before, kShownColumns) + " -> " + value_text(after, kShownColumns);
  if (text_member(before, "type") != text_member(after, "type") || (both_known && old_signature != new_signature) ||
      text_member(before, "definition") != text_member(after, "definition")) {
    return Verdict{Kind::signature, Severity::behaviour, detail};
  }
  if (is_deprecated(before) != is_deprecated(after)) return Verdict{Kind::warning, Severity::cosmetic, detail};
  return std::nullopt;
}

std::string symbol_text(const nlohmann::json& value) {
  std::string text = text_member(value, "type");
  const std::string signature = text_member(value, "signature");
  if (!signature.empty()) text += " " + signature;
  const std::string definition = text_member(value, "definition");
  if (!definition.empty()) text += " {" + definition + "}";
  return is_deprecated(value) ? text + ", deprecated" : text;
}

std::string symbol_witness(const std::string& symbol, const nlohmann::json& value) {
  if (value.contains("definition")) {
    return fmt::format(
        "import tensorflow as tf\n"
        "from tensorflow.python.framework import op_def_registry\n"
        "print({} and op_def_registry.get('{}'))\n",
        symbol, symbol.substr(symbol.rfind('.') + 1));
  }
  return fmt::format(
      "import inspect\n"
      "import tensorflow as tf\n"
      "symbol = {}\n"
      "print(type(symbol), 'IS DEPRECATED' in str(symbol.__doc__))\n"
      "for one in [symbol] + ([symbol.__init__, symbol.__new__] if inspect.isclass(symbol) else []):\n"
      "    try: print(inspect.signature(one))\n"
      "    except (TypeError, ValueError): print('no signature')\n",
      symbol);
}

}  // namespace tfh
