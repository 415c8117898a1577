#include "harness/cli/binary_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gnu/libc-version.h>

#include <algorithm>
#include <map>

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

AuditedWheel audited(const std::string& filename, const std::string& sha256, Session& session) {
  const std::string step = "audit " + filename;
  session.progress().begin(step, 0, "");
  const auto audit = audit_wheel(session.layout().wheel(sha256, filename), sha256, session);
  session.progress().end(step, audit.has_value());
  AuditedWheel wheel;
  wheel.filename = filename;
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
    check.wheels.push_back(audited(content->filename, content->sha256, session));
  }
  return check;
}

std::vector<std::string> binary_notes(const Lock& lock, Session& session) {
  std::vector<std::string> notes;
  std::map<std::string, int> tags;
  for (const LockedPackage& package : lock.packages) {
    if (package.is_sdist || is_pure(package.file.filename)) continue;
    const AuditedWheel wheel = audited(package.file.filename, package.file.sha256, session);
    if (!wheel.error.empty() || !wheel.fits || wheel.unsupported_isa || !wheel.libraries.empty())
      notes.push_back(fmt::format("auditwheel: {}: {}", wheel.filename, outcome(wheel)));
    if (!wheel.tag.empty()) ++tags[wheel.tag];
  }
  std::vector<std::string> counts;
  for (const auto& [tag, wheels] : tags) counts.push_back(fmt::format("{} ({})", tag, wheels));
  notes.push_back(fmt::format("auditwheel: what the wheels with machine code need: {}; this machine has {}",
                              counts.empty() ? "nothing" : fmt::format("{}", fmt::join(counts, ", ")), own_libc()));
  return notes;
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
