#include "harness/plan/interpreter_cache.h"

#include <nlohmann/json.hpp>
#include <system_error>

#include "harness/base/file.h"

namespace tfh {
namespace {

using nlohmann::json;
constexpr int format = 1;

// Empty when there is no such file.
std::string stamp_of(const std::filesystem::path& file) {
  std::error_code error;
  const auto modified = std::filesystem::last_write_time(file, error);
  if (error) return "";
  const auto size = std::filesystem::file_size(file, error);
  if (error) return "";
  return std::to_string(modified.time_since_epoch().count()) + " " + std::to_string(size);
}

json to_json(const Interpreter& interpreter) {
  return {{"executable", interpreter.executable.string()},
          {"version", interpreter.version},
          {"major", interpreter.minor.major},
          {"minor", interpreter.minor.minor},
          {"implementation", interpreter.implementation},
          {"machine", interpreter.machine},
          {"libc", interpreter.libc},
          {"extension_suffix", interpreter.extension_suffix},
          {"cache_tag", interpreter.cache_tag},
          {"base_prefix", interpreter.base_prefix.string()},
          {"standard_library", interpreter.standard_library.string()},
          {"shared_library", interpreter.shared_library ? json(interpreter.shared_library->string()) : json()},
          {"free_threaded", interpreter.free_threaded}};
}

Interpreter from_json(const json& object) {
  Interpreter interpreter;
  interpreter.executable = object.at("executable").get<std::string>();
  interpreter.version = object.at("version");
  interpreter.minor = {object.at("major"), object.at("minor")};
  interpreter.implementation = object.at("implementation");
  interpreter.machine = object.at("machine");
  interpreter.libc = object.at("libc");
  interpreter.extension_suffix = object.at("extension_suffix");
  interpreter.cache_tag = object.at("cache_tag");
  interpreter.base_prefix = object.at("base_prefix").get<std::string>();
  interpreter.standard_library = object.at("standard_library").get<std::string>();
  if (!object.at("shared_library").is_null())
    interpreter.shared_library = object.at("shared_library").get<std::string>();
  interpreter.free_threaded = object.at("free_threaded");
  return interpreter;
}

bool still_there(const Interpreter& interpreter) {
  std::error_code error;
  return std::filesystem::exists(interpreter.executable, error) &&
         std::filesystem::exists(interpreter.standard_library / "os.py", error) &&
         (!interpreter.shared_library || std::filesystem::exists(*interpreter.shared_library, error));
}

}  // namespace

InterpreterCache::InterpreterCache(std::filesystem::path file) : file_(std::move(file)) {
  if (file_.empty()) return;
  const auto text = read_file(file_);
  if (!text) return;
  const json kept = json::parse(*text, nullptr, false);
  if (!kept.is_object() || kept.value("format", json()) != format || !kept.value("answers", json()).is_object()) return;
  for (const auto& [executable, answer] : kept["answers"].items()) answers_[executable] = answer.dump();
}

std::optional<Interpreter> InterpreterCache::find(const std::filesystem::path& executable) const {
  const auto kept = answers_.find(executable.string());
  if (kept == answers_.end()) return std::nullopt;
  try {
    const json answer = json::parse(kept->second);
    if (answer.at("stamp") != stamp_of(executable)) return std::nullopt;
    Interpreter interpreter = from_json(answer.at("interpreter"));
    if (!still_there(interpreter)) return std::nullopt;
    return interpreter;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

void InterpreterCache::keep(const std::filesystem::path& executable, const Interpreter& interpreter) {
  const json kept{{"stamp", stamp_of(executable)}, {"interpreter", to_json(interpreter)}};
  answers_[executable.string()] = kept.dump(-1, ' ', false, json::error_handler_t::replace);
  changed_ = true;
}

void InterpreterCache::save() const {
  if (file_.empty() || !changed_) return;
  json answers = json::object();
  for (const auto& [executable, answer] : answers_) answers[executable] = json::parse(answer);
  const auto written = write_file(system_disk(), file_, json{{"format", format}, {"answers", answers}}.dump(1));
  static_cast<void>(written);
}

}  // namespace tfh
