#include "harness/diff/value_text.h"

#include <fmt/format.h>

#include "harness/base/base64.h"
#include "harness/diff/symbol.h"
#include "harness/record/array_value.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

constexpr int kDeepest = 20;  // levels of nesting that are shown

// Writes until a budget is used up, so that rendering a large value costs no more than what is shown of it.
class Writer {
 public:
  explicit Writer(std::size_t budget) : budget_(budget) {}
  bool full() const { return text_.size() > budget_; }
  const std::string& text() const { return text_; }

  void plain(const nlohmann::json& value, int depth);
  void observed(const nlohmann::json& value, int depth);

 private:
  void put(const std::string& text) { text_ += text; }
  void array(const nlohmann::json& value);
  void elements(const ArrayValue& array, std::size_t axis, std::size_t& next);
  bool tagged(const nlohmann::json& value, int depth);
  void object(const nlohmann::json& value, int depth);
  void warnings(const nlohmann::json& value);
  void titled(const std::string& title, const std::string& message) {
    put(message.empty() ? title : title + ": " + message);
  }

  std::size_t budget_;
  std::string text_;
};

void Writer::array(const nlohmann::json& value) {
  const std::string container = text_member(value, "container");
  const std::string shape = value.contains("shape") ? value["shape"].dump() : "[?]";
  put(fmt::format("{}{}", text_member(value, "dtype"), shape == "[]" ? "" : shape));
  if (!container.empty() && container != "tf.Tensor") put(" " + container);
  put(" ");
  const auto array = ArrayValue::decode(value);
  if (!array) return put("(not decodable)");
  std::size_t next = 0;
  elements(*array, 0, next);
}

void Writer::elements(const ArrayValue& array, std::size_t axis, std::size_t& next) {
  if (axis == array.shape().size()) {
    put(array.element_text(next++));
    return;
  }
  put("[");
  for (std::size_t i = 0; i < array.shape()[axis] && !full(); ++i) {
    if (i > 0) put(", ");
    elements(array, axis + 1, next);
  }
  put("]");
}

std::string string_text(const std::string& text) {
  const bool quoted = text.find('\'') != std::string::npos && text.find('"') == std::string::npos;
  const char quote = quoted ? '"' : '\'';
  std::string result(1, quote);
  for (const char character : text) {
    if (character == '\n') {
      result += "\\n";
      continue;
    }
    if (character == quote || character == '\\') result += '\\';
    result += character;
  }
  return result + quote;
}

// Values that JSON has no form for are objects with one member (harness/record/README.md). True when it was one.
bool Writer::tagged(const nlohmann::json& value, int depth) {
  if (value.size() != 1) return false;
  const std::string& tag = value.begin().key();
  const nlohmann::json& content = value.begin().value();
  if ((tag == "float" || tag == "int") && content.is_string()) {
    put(content.get<std::string>());
  } else if (tag == "base64" && content.is_string()) {
    const auto bytes = base64_decoded(content.get<std::string>());
    put(bytes ? bytes_text(*bytes) : "(not decodable)");
  } else if (tag == "complex" && content.is_array() && content.size() == 2) {
    put("complex(");
    plain(content[0], depth + 1);
    put(", ");
    plain(content[1], depth + 1);
    put(")");
  } else if (tag == "set" || tag == "DType" || tag == "TensorShape" || tag == "TensorSpec") {
    put(tag + "(");
    plain(content, depth + 1);
    put(")");
  } else {
    return false;
  }
  return true;
}

void Writer::object(const nlohmann::json& value, int depth) {
  if (tagged(value, depth)) return;
  put("{");
  bool first = true;
  for (const auto& [key, item] : value.items()) {
    if (full()) break;
    if (!first) put(", ");
    first = false;
    put(string_text(key) + ": ");
    plain(item, depth + 1);
  }
  put("}");
}

void Writer::plain(const nlohmann::json& value, int depth) {
  if (full()) return;
  if (depth > kDeepest) return put("...");
  if (value.is_null()) return put("None");
  if (value.is_boolean()) return put(value.get<bool>() ? "True" : "False");
  if (value.is_number_float()) return put(float_text(value.get<double>()));
  if (value.is_number()) return put(value.dump());
  if (value.is_string()) return put(string_text(value.get<std::string>()));
  if (value.is_object()) {
    return text_member(value, "kind").empty() ? object(value, depth) : observed(value, depth + 1);
  }
  put("[");
  for (std::size_t i = 0; i < value.size() && !full(); ++i) {
    if (i > 0) put(", ");
    plain(value[i], depth + 1);
  }
  put("]");
}

void Writer::warnings(const nlohmann::json& value) {
  const auto items = value.find("items");
  if (items == value.end() || !items->is_array() || items->empty()) return put("no warnings");
  put(items->size() == 1 ? "1 warning: " : std::to_string(items->size()) + " warnings: ");
  for (std::size_t i = 0; i < items->size() && !full(); ++i) {
    if (i > 0) put("; ");
    titled(text_member((*items)[i], "category"), text_member((*items)[i], "message"));
  }
}

void Writer::observed(const nlohmann::json& value, int depth) {
  const std::string kind = text_member(value, "kind");
  const std::string message = text_member(value, "message");
  if (kind == "array") return array(value);
  if ((kind == "value" || kind == "structure") && value.contains("value")) return plain(value["value"], depth + 1);
  if (kind == "text" || kind == "signature") return put(text_member(value, "text"));
  if (kind == "exception") return titled(text_member(value, "type"), message);
  if (kind == "symbol") return put(symbol_text(value));
  if (kind == "missing") return put("no " + text_member(value, "symbol"));
  if (kind == "warnings") return warnings(value);
  if (kind == "crash") return titled("crash " + text_member(value, "signal"), message);
  if (kind == "timeout") {
    const bool known = value.contains("seconds") && value["seconds"].is_number();
    return put(known ? fmt::format("no end within {:g} s", value["seconds"].get<double>()) : "no end in time");
  }
  if (kind == "out_of_memory") return titled("out of memory", message);
  object(value, depth);
}

}  // namespace

std::string one_line(const std::string& text, std::size_t width) {
  std::string line;
  std::size_t columns = 0;
  std::size_t fitting = 0;  // bytes of `line` that leave room for "..."
  bool space = false;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    const bool continues = (byte & 0xc0) == 0x80;
    if (character == ' ' || character == '\n' || character == '\t' || character == '\r') {
      space = !line.empty();
      continue;
    }
    if (columns > width && !continues) break;
    if (columns + 3 <= width && !continues) fitting = line.size();
    if (space) {
      line += ' ';
      ++columns;
      space = false;
    }
    const std::string shown = byte < 0x20 || byte == 0x7f ? fmt::format("\\x{:02x}", byte) : std::string(1, character);
    line += shown;
    if (!continues) columns += shown.size();
  }
  if (columns <= width) return line;
  line.resize(fitting);
  return line + "...";
}

std::string value_text(const nlohmann::json& value, std::size_t width) {
  if (value.is_null()) return "(not observed)";
  Writer writer(width * 4);
  writer.plain(value, 0);
  return one_line(writer.text(), width);
}

}  // namespace tfh
