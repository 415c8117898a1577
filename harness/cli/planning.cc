#include "harness/cli/planning.h"

#include <gnu/libc-version.h>

#include <algorithm>
#include <functional>
#include <set>

#include "harness/cli/environment_subject.h"
#include "harness/cli/project_listing.h"
#include "harness/cli/release_choice.h"
#include "harness/cli/wheel_subject.h"
#include "harness/fetch/offline.h"
#include "harness/index/known_release.h"
#include "harness/index/tags.h"
#include "harness/plan/python_choice.h"

namespace tfh {

namespace {

constexpr std::size_t kSuggestedVersions = 4;

Error no_such_version(const ProjectPage& page, const Subject& subject, const Version& version) {
  std::string nearest;
  for (const Version& candidate : nearest_versions(page, version, kSuggestedVersions))
    nearest += (nearest.empty() ? "" : ", ") + candidate.str();
  return {"looking for " + subject.name + " " + subject.version, "the index has no such version",
          nearest.empty() ? "" : "nearest: " + nearest};
}

// 2.4 as the files of the release write it: 2.4.0.
std::string spelling_of(const std::vector<IndexFile>& files, const Subject& subject) {
  const auto version = files.empty() ? std::nullopt : version_of(files.front(), subject.name);
  return version ? version->str() : subject.version;
}

// The files of the subject's release: kept in the store once seen, since a published release does not change.
Result<std::vector<IndexFile>> release_files(const Subject& subject, Session& session) {
  if (auto known = read_known_release(session.layout().locks(), subject.name, subject.version)) return *known;
  if (session.is_offline())
    return fail("looking for " + subject.name + " " + subject.version,
                "the store does not know this release, and --offline asks nobody", kOfflineHint);
  const ProjectPage page = TRY(list_project(subject.name, session)).page;
  const Version version = TRY(Version::parse(subject.version));
  std::vector<IndexFile> files = files_of(page, version);
  if (files.empty()) return std::unexpected(no_such_version(page, subject, version));
  // Without dates or hashes it is worth asking again: another index may give them.
  if (has_dates_and_hashes(files))
    TRY(keep_known_release(session.layout().locks(), subject.name, spelling_of(files, subject), files));
  return files;
}

// What `latest` means on the index of today, for the Python that is asked for.
Result<Subject> newest_release(const Subject& subject, const std::optional<PythonMinor>& python, Session& session) {
  if (session.is_offline())
    return fail("looking for the latest " + subject.name, "--offline asks nobody which that is", "name the version");
  const Requirement any{subject.written, subject.name, {}, true, subject.python};
  std::vector<std::string> notes;
  const std::vector<Subject> newest = TRY(choose_releases(any, python, session, notes));
  for (const std::string& note : notes) session.progress().note(note);
  return newest.front();
}

void plan_release(PlannedSubject& planned, const std::optional<PythonMinor>& python, Session& session) {
  if (planned.subject.is_latest()) {
    auto newest = newest_release(planned.subject, python, session);
    if (!newest) {
      planned.error = failure("plan", newest.error());
      return;
    }
    planned.subject = *std::move(newest);
  }
  auto files = release_files(planned.subject, session);
  // A wheel file may be of a version that no index has.
  if (!planned.subject.wheel.empty())
    files = wheel_as_release(planned.subject, files.value_or(std::vector<IndexFile>()));
  if (!files) {
    planned.error = failure("plan", files.error());
    return;
  }
  if (planned.subject.wheel.empty()) planned.subject.version = spelling_of(*files, planned.subject);
  planned.files = std::move(*files);
}

std::set<PythonMinor> minors_of(const FoundInterpreters& found) {
  std::set<PythonMinor> minors;
  for (const Interpreter& interpreter : found.usable) minors.insert(interpreter.minor);
  return minors;
}

// What the subjects that have files and no environment of their own can and shall run on.
std::vector<SubjectPythons> wishes_of(const Plan& plan, const std::optional<PythonMinor>& python) {
  std::vector<SubjectPythons> wishes;
  for (const PlannedSubject& planned : plan.subjects) {
    if (planned.error || !planned.subject.environment.empty()) continue;
    const auto asked = planned.subject.python ? planned.subject.python : python;
    wishes.push_back({planned.subject.name + " " + planned.subject.version, pythons_with_wheel(planned.files), asked});
  }
  return wishes;
}

// Fetches the interpreters without which a subject could not be run, or not on the same Python as the others. One that
// cannot be had is noted, and then missing.
void install_missing(const Plan& plan, const std::optional<PythonMinor>& python, Session& session) {
  const std::vector<SubjectPythons> wishes = wishes_of(plan, python);
  const std::set<PythonMinor> available = minors_of(session.interpreters());
  std::set<PythonMinor> every = available;
  for (int minor = 7; minor <= 13; ++minor) every.insert({3, minor});
  const auto failures = [](const PythonChoice& choice) {
    return std::ranges::count_if(choice.chosen, [](const Result<PythonMinor>& chosen) { return !chosen; });
  };
  const PythonChoice as_it_is = choose_pythons(wishes, available), as_it_could_be = choose_pythons(wishes, every);
  if (failures(as_it_is) == failures(as_it_could_be) && as_it_is.common >= as_it_could_be.common) return;
  std::set<PythonMinor> wanted;
  for (const Result<PythonMinor>& chosen : as_it_could_be.chosen)
    if (chosen && !available.contains(*chosen)) wanted.insert(*chosen);
  for (const PythonMinor& minor : wanted)
    if (auto installed = session.install_python(minor); !installed) session.progress().note(installed.error().text());
}

using InterpreterFor = std::function<std::optional<Interpreter>(PythonMinor)>;

// Gives every subject that has files the interpreter that the common choice among `available` says.
void choose_interpreters(Plan& plan, const std::optional<PythonMinor>& python, const std::set<PythonMinor>& available,
                         const InterpreterFor& interpreter_for) {
  std::vector<PlannedSubject*> open;
  for (PlannedSubject& planned : plan.subjects)
    if (!planned.error && planned.subject.environment.empty()) open.push_back(&planned);
  const PythonChoice choice = choose_pythons(wishes_of(plan, python), available);
  plan.common_python = choice.common;
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (!choice.chosen[i])
      open[i]->error = failure("plan", choice.chosen[i].error());
    else if (const auto interpreter = interpreter_for(*choice.chosen[i]))
      open[i]->interpreter = *interpreter;
  }
}

// The same subject twice (compare V V) gets ids that differ: #2, #3.
void name_subjects(Plan& plan) {
  std::map<std::string, int> seen;
  for (PlannedSubject& planned : plan.subjects) {
    const Subject& subject = planned.subject;
    if (!planned.error)
      planned.id = subject_id(subject, planned.interpreter.minor);
    else if (subject.name.empty())
      planned.id = subject.written;
    else
      planned.id = subject.python ? subject_id(subject, *subject.python) : subject.name + "==" + subject.version;
    planned.id = distinct_id(planned.id, seen);
  }
}

// The subjects with their releases, their interpreters still open.
Plan find_releases(const std::vector<Subject>& subjects, const std::optional<PythonMinor>& python, Session& session) {
  Plan plan;
  for (const Subject& subject : subjects) {
    PlannedSubject& planned = plan.subjects.emplace_back();
    planned.subject = subject;
    if (!subject.environment.empty())
      plan_environment(planned, session.runner());
    else
      plan_release(planned, python, session);
  }
  return plan;
}

}  // namespace

SubjectFailure failure(const std::string& stage, const Error& error) {
  return {stage, error.doing + ": " + error.what, error.hint};
}

Result<FileDownload> release_wheel(const PlannedSubject& planned) {
  const Interpreter& interpreter = planned.interpreter;
  const auto tags = supported_tags(interpreter.minor, interpreter.libc, interpreter.machine);
  const IndexFile* best = best_wheel(planned.files, tags);
  const std::string doing = "choosing the wheel of " + planned.id;
  if (best == nullptr) return fail(doing, "none fits this machine");
  if (best->sha256.empty()) return fail(doing, "the index gives no sha256 for " + best->filename);
  return FileDownload{{best->filename, best->url, best->sha256, best->size}, planned.subject.name};
}

Result<std::vector<Subject>> parse_subjects(const std::vector<std::string>& written) {
  std::vector<Subject> subjects;
  for (const std::string& text : written) subjects.push_back(TRY(Subject::parse(text)));
  return subjects;
}

Plan plan_subjects(const std::vector<Subject>& subjects, const std::optional<PythonMinor>& python, Session& session) {
  Plan plan = find_releases(subjects, python, session);
  if (session.may_install_pythons()) install_missing(plan, python, session);
  const auto& usable = session.interpreters().usable;
  choose_interpreters(plan, python, minors_of(session.interpreters()),
                      [&](PythonMinor minor) -> std::optional<Interpreter> {
                        const auto found = std::ranges::find(usable, minor, &Interpreter::minor);
                        return found == usable.end() ? std::nullopt : std::optional(*found);
                      });
  name_subjects(plan);
  return plan;
}

Plan plan_downloads(const std::vector<Subject>& subjects, const std::optional<PythonMinor>& python, Session& session) {
  Plan plan = find_releases(subjects, python, session);
  std::set<PythonMinor> every;
  for (const PlannedSubject& planned : plan.subjects) every.merge(pythons_with_wheel(planned.files));
  choose_interpreters(plan, python, every, [](PythonMinor minor) -> std::optional<Interpreter> {
    Interpreter interpreter;
    interpreter.minor = minor;
    interpreter.version = minor.str();
    interpreter.machine = "x86_64";
    interpreter.libc = std::string("glibc ") + gnu_get_libc_version();
    return interpreter;
  });
  name_subjects(plan);
  return plan;
}

}  // namespace tfh
