#include "harness/cli/binary_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gnu/libc-version.h>

#include <algorithm>

#include "harness/base/file.h"
#include "harness/cli/auditwheel.h"
#include "harness/index/tags.h"
#include "harness/report/text_layout.h"
#include "harness/run/cpu.h"
#include "harness/store/host_fit.h"

namespace tfh {

namespace {

constexpr PythonMinor kAnyPython{3, 13};  // only the platform part of its tags matters here

std::string own_libc() {
  return std::string("glibc ") + gnu_get_libc_version();
}

bool is_pure(const std::string& filename) {
  return filename.ends_with("-any.whl");
}

// Whether this machine's glibc is new enough for a platform tag.
bool fits_here(const std::string& platform) {
  const auto supported = supported_tags(kAnyPython, own_libc(), "x86_64");
  return std::ranges::any_of(supported, [&](const std::string& tag) { return tag.ends_with("-" + platform); });
}

AuditedWheel audited(const StoredContent& content, Session& session) {
  AuditedWheel wheel;
  wheel.filename = content.filename;
  const auto audit = audit_wheel(session.layout().wheel(content.sha256, content.filename), content.sha256, session);
  if (!audit) {
    wheel.error = audit.error().text();
    return wheel;
  }
  wheel.tag = audit->tag;
  wheel.fits = audit->tag.empty() || fits_here(audit->tag);
  wheel.unsupported_isa = audit->unsupported_isa;
  wheel.libraries = audit->libraries;
  return wheel;
}

std::string outcome(const AuditedWheel& wheel) {
  if (!wheel.error.empty()) return "not audited: " + wheel.error;
  if (wheel.tag.empty()) return "no machine code";
  std::string text = wheel.tag + (wheel.fits ? "" : ", which this machine is too old for");
  if (wheel.unsupported_isa) text += ", marked for more instruction sets than that";
  if (!wheel.libraries.empty()) text += fmt::format(", with {} from outside", fmt::join(wheel.libraries, ", "));
  return text;
}

}  // namespace

bool BinaryCheck::ok() const {
  return shortcomings.empty() &&
         std::ranges::all_of(wheels, [](const AuditedWheel& wheel) { return wheel.error.empty() && wheel.fits; });
}

BinaryCheck check_binaries(const std::vector<const StoredContent*>& contents,
                           const std::vector<const StoredPrefix*>& prefixes, Session& session) {
  BinaryCheck check;
  const std::string cpuinfo = read_file("/proc/cpuinfo").value_or("");
  check.machine = fmt::format("{}; {}", own_libc(), fmt::join(instruction_sets(cpuinfo), " "));
  if (std::ranges::any_of(prefixes, [](const StoredPrefix* p) { return p->release.starts_with("tensorflow"); }))
    for (const std::string& set : missing_instruction_sets(cpuinfo))
      check.shortcomings.push_back("the CPU has no " + set + ", which wheels of TensorFlow are compiled for");
  const auto folders = system_library_folders();
  for (const StoredPrefix* prefix : prefixes)
    for (const std::string& line : host_shortcomings(prefix->place, folders))
      check.shortcomings.push_back((prefix->release.empty() ? "" : prefix->release + ": ") + line);
  for (const StoredContent* content : contents) {
    if (!content->filename.ends_with(".whl") || is_pure(content->filename)) continue;
    const std::string step = "audit " + content->filename;
    session.progress().begin(step, 0, "");
    check.wheels.push_back(audited(*content, session));
    session.progress().end(step, check.wheels.back().error.empty());
  }
  return check;
}

std::string binary_text(const BinaryCheck& check) {
  std::string text = "This machine: " + check.machine + "\n";
  for (const AuditedWheel& wheel : check.wheels) text += fmt::format("  {}\n    {}\n", wheel.filename, outcome(wheel));
  for (const std::string& line : check.shortcomings) text += "  " + line + "\n";
  if (check.shortcomings.empty()) text += "Every library and symbol version that they need is here.\n";
  return text;
}

nlohmann::json to_json(const BinaryCheck& check) {
  nlohmann::json wheels = nlohmann::json::array();
  for (const AuditedWheel& wheel : check.wheels)
    wheels.push_back({{"filename", wheel.filename},
                      {"tag", wheel.tag},
                      {"fits", wheel.fits},
                      {"unsupported_isa", wheel.unsupported_isa},
                      {"external_libraries", wheel.libraries},
                      {"error", wheel.error.empty() ? nlohmann::json(nullptr) : nlohmann::json(wheel.error)}});
  return {{"machine", check.machine}, {"wheels", wheels}, {"shortcomings", check.shortcomings}};
}

}  // namespace tfh
