#include "harness/plan/subject.h"

#include <algorithm>
#include <cctype>
#include <system_error>

#include "harness/base/trimmed.h"

namespace tfh {
namespace {

constexpr std::string_view forms =
    "write VERSION (2.4.0, or latest), NAME==VERSION (tensorflow==2.4.0), either with @pyX.Y (2.12.0@py3.8), the path "
    "of a wheel, or env:PATH";

std::unexpected<Error> refuse(std::string_view text, std::string what) {
  return fail("reading subject \"" + std::string(text) + "\"", std::move(what), std::string(forms));
}

Result<Subject> parse_environment(Subject subject, std::string_view text, std::string_view path) {
  if (path.empty()) return refuse(text, "env: needs a path");
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::absolute(path, error).lexically_normal();
  if (!std::filesystem::is_directory(folder, error))
    return refuse(text, "there is no environment at " + folder.string());
  subject.environment = folder;
  return subject;
}

Result<Subject> parse_wheel(Subject subject, std::string_view text, std::string_view path) {
  std::error_code error;
  const std::filesystem::path file = std::filesystem::absolute(path, error).lexically_normal();
  if (!std::filesystem::is_regular_file(file, error)) return refuse(text, "there is no wheel at " + file.string());
  // PEP 427: NAME-VERSION-..., and neither part holds a dash.
  const std::string filename = file.filename().string();
  const auto name_end = filename.find('-');
  const auto version_end = filename.find('-', name_end == std::string::npos ? name_end : name_end + 1);
  if (version_end == std::string::npos)
    return refuse(text, filename + " is not named as wheels are: NAME-VERSION-PYTHON-ABI-PLATFORM.whl");
  subject.name = normalized_name(filename.substr(0, name_end));
  const auto version = Version::parse(filename.substr(name_end + 1, version_end - name_end - 1));
  if (!version) return refuse(text, version.error().what);
  subject.version = version->str();
  subject.wheel = file;
  return subject;
}

Result<Subject> parse_requirement(Subject subject, std::string_view text, std::string_view requirement) {
  std::string_view name = "tensorflow", version = requirement;
  if (const auto equals = requirement.find("=="); equals != std::string_view::npos) {
    name = trimmed(requirement.substr(0, equals));
    version = trimmed(requirement.substr(equals + 2));
    if (!version.starts_with('=') && version.find('*') != std::string_view::npos)
      return refuse(text, "a subject is one exact version, not a pattern");
  } else if (requirement.find_first_of("<>~!=") != std::string_view::npos) {
    return refuse(text, "a subject is one exact version, not a range");
  }
  if (!is_project_name(name)) return refuse(text, "\"" + std::string(name) + "\" is not a project's name");
  subject.name = normalized_name(name);
  subject.version = version;
  if (subject.is_latest()) return subject;
  const auto parsed = Version::parse(version);
  if (!parsed) {
    if (is_project_name(requirement) && std::isalpha(static_cast<unsigned char>(requirement.front())) != 0)
      return refuse(text, "it names no version");
    return refuse(text, "\"" + std::string(version) + "\" is not a version as PEP 440 defines it");
  }
  subject.version = parsed->str();
  return subject;
}

}  // namespace

Result<Subject> Subject::parse(std::string_view text) {
  Subject subject;
  subject.written = std::string(text);
  std::string_view rest = trimmed(text);
  if (rest.empty()) return refuse(text, "it is empty");
  if (rest.starts_with("env:")) return parse_environment(std::move(subject), text, rest.substr(4));

  // An @ inside a path is part of it, unless what follows is a Python version.
  if (const auto at = rest.rfind('@'); at != std::string_view::npos) {
    const auto python = PythonMinor::parse(trimmed(rest.substr(at + 1)));
    const bool in_path = rest.substr(at).find('/') != std::string_view::npos || rest.ends_with(".whl");
    if (!python && !in_path)
      return refuse(text, "\"" + std::string(rest.substr(at + 1)) + "\" is not a minor version of Python");
    if (python) {
      subject.python = *python;
      rest = trimmed(rest.substr(0, at));
    }
  }
  if (rest.ends_with(".whl")) return parse_wheel(std::move(subject), text, rest);
  if (rest.find('/') != std::string_view::npos)
    return refuse(text, "a path must be a wheel (.whl) or be written env:PATH");
  return parse_requirement(std::move(subject), text, rest);
}

std::string normalized_name(std::string_view name) {
  std::string normal;
  bool separated = false;
  for (const char c : name) {
    const bool separator = c == '-' || c == '_' || c == '.';
    if (separator && separated) continue;
    separated = separator;
    normal += separator ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return normal;
}

bool is_project_name(std::string_view name) {
  const auto alphanumeric = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  if (name.empty() || !alphanumeric(name.front()) || !alphanumeric(name.back())) return false;
  return std::ranges::all_of(name, [&](char c) { return alphanumeric(c) || c == '-' || c == '_' || c == '.'; });
}

std::string subject_id(const Subject& subject, PythonMinor python) {
  return subject.name + "==" + subject.version + "@py" + python.str();
}

std::string distinct_id(const std::string& id, std::map<std::string, int>& seen) {
  const int count = ++seen[id];
  return count > 1 ? id + "#" + std::to_string(count) : id;
}

}  // namespace tfh
