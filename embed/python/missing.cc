#include "embed/python/missing.h"

namespace tfh::embed {
namespace {

// What stands between `before` and the next quote, or nothing.
std::optional<std::string> quoted_after(const std::string& text, const std::string& before) {
  const std::size_t at = text.find(before);
  if (at == std::string::npos) return std::nullopt;
  const std::size_t start = at + before.size();
  return text.substr(start, text.find('\'', start) - start);
}

// "tensorflow._api.v2.nn", "tensorflow_core._api.v2.nn" and "keras.api._v2.keras" as people write them.
std::string public_module(const std::string& module) {
  for (const std::string marker : {"_api.v2", "_api.v1.compat.v2", "_v2", "_tf_keras"})
    if (const std::size_t at = module.find(marker); at != std::string::npos)
      return "tf" + module.substr(at + marker.size());
  if (module.starts_with("keras")) return "tf." + module;
  return "tf" + (module.find('.') == std::string::npos ? std::string() : module.substr(module.find('.')));
}

}  // namespace

std::optional<std::string> missing_symbol(const std::string& message, const std::vector<std::string>& api) {
  const auto name = quoted_after(message, "has no attribute '");
  if (!name) return std::nullopt;
  for (const std::string& symbol : api)
    if (symbol.substr(symbol.rfind('.') + 1) == *name) return symbol;
  const auto module = quoted_after(message, "module '");
  if (!module || !(module->starts_with("tensorflow") || module->starts_with("keras"))) return std::nullopt;
  return public_module(*module) + "." + *name;
}

}  // namespace tfh::embed
