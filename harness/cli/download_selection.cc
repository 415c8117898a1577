#include "harness/cli/download_selection.h"

#include <algorithm>
#include <future>
#include <set>

#include "harness/index/tags.h"

namespace tfh {

namespace {

// With the Python that a wheel is for, unless it is for several.
std::string id_of(const Subject& release, const std::string& filename) {
  std::string plain = release.name + "==" + release.version;
  const auto wheel = WheelName::parse(filename);
  if (!wheel) return plain;
  const std::string& tag = wheel->tags.front();
  const std::size_t python_end = tag.find('-');
  const bool one = tag.starts_with("cp") && python_end > 3 && tag.substr(python_end).find("-abi3-") != 0;
  return one ? plain + "@py" + tag.substr(2, 1) + "." + tag.substr(3, python_end - 3) : plain;
}

SelectedFile failed(const PlannedSubject& planned, const SubjectFailure& error) {
  return {planned.id, {}, {}, error};
}

SelectedFile selected(const PlannedSubject& planned, const IndexFile& file) {
  const std::string id = id_of(planned.subject, file.filename);
  if (file.sha256.empty())
    return failed(
        planned, failure("plan", {"choosing the wheel of " + planned.id, "no index gives a sha256 for " + file.filename,
                                  "name an index that does with --index-url"}));
  return {id, {{file.filename, file.url, file.sha256, file.size}, planned.subject.name}, {}, {}};
}

void select_every_wheel(const PlannedSubject& planned, Selection& selection) {
  const auto wheels = wheels_for_machine(planned.files);
  for (const IndexFile& file : wheels) selection.files.push_back(selected(planned, file));
  if (wheels.empty())
    selection.files.push_back(
        failed(planned, failure("plan", {"choosing the wheels of " + planned.id, "it has none for Linux x86-64", ""})));
}

void select_own_wheel(const PlannedSubject& planned, Selection& selection) {
  auto wheel = release_wheel(planned);
  if (!wheel)
    selection.files.push_back(failed(planned, failure("plan", wheel.error())));
  else
    selection.files.push_back({id_of(planned.subject, wheel->file.filename), std::move(*wheel), {}, {}});
}

void note_yanked(Selection& selection) {
  for (const PlannedSubject& planned : selection.plan.subjects)
    if (!planned.files.empty() && std::ranges::all_of(planned.files, &IndexFile::yanked))
      selection.notes.push_back(planned.subject.name + " " + planned.subject.version + " was yanked by its authors");
}

std::string lock_filename(const PlannedSubject& planned) {
  std::string name = planned.subject.name + "-" + planned.subject.version + "-py" + planned.interpreter.minor.str();
  std::ranges::replace_if(name, [](char c) { return c == '.' || c == '+' || c == '!'; }, '-');
  return "pylock." + name + ".toml";
}

void add_environment(const PlannedSubject& planned, const Resolution& resolution, Selection& selection) {
  for (const LockedPackage& package : resolution.lock.packages) {
    const bool own = package.name == planned.subject.name;
    SelectedFile file{own ? planned.id : package.name + "==" + package.version, {package.file, package.name}, {}, {}};
    if (package.is_sdist) file.build = SourceBuild{&planned, resolution.exclude_newer};
    selection.files.push_back(std::move(file));
  }
  selection.locks.push_back({lock_filename(planned), resolution.lock.text});
  for (const std::string& note : resolution.notes) selection.notes.push_back(planned.id + ": " + note);
}

// Each file once, the releases' own and what failed before the dependencies.
void arrange(std::vector<SelectedFile>& files) {
  std::set<std::string> seen;
  std::erase_if(files, [&](const SelectedFile& file) {
    if (file.error) return false;
    const std::string build = file.build ? file.build->release->interpreter.cache_tag : "";
    return !seen.insert(file.download.file.sha256 + build).second;
  });
  std::ranges::stable_partition(
      files, [](const SelectedFile& file) { return file.error || file.id.find("@py") != std::string::npos; });
}

}  // namespace

Result<PythonWish> PythonWish::parse(const std::string& text) {
  PythonWish wish;
  wish.every = text == "all";
  if (text.empty() || wish.every) return wish;
  auto minor = PythonMinor::parse(text);
  if (!minor) {
    minor.error().hint += ", or all";
    return std::unexpected(minor.error());
  }
  wish.one = *minor;
  return wish;
}

Selection select_wheels(const std::vector<Subject>& releases, const PythonWish& python, Session& session) {
  Selection selection;
  selection.plan = plan_downloads(releases, python.one, session);
  for (const PlannedSubject& planned : selection.plan.subjects) {
    if (planned.error)
      selection.files.push_back(failed(planned, *planned.error));
    else if (python.every && !planned.subject.python)
      select_every_wheel(planned, selection);
    else
      select_own_wheel(planned, selection);
  }
  note_yanked(selection);
  return selection;
}

Selection select_environments(const std::vector<Subject>& releases, const std::optional<PythonMinor>& python,
                              const PreparationOptions& options, Session& session) {
  Selection selection;
  selection.plan = plan_subjects(releases, python, session);
  std::vector<std::future<Result<Resolution>>> pending;
  for (const PlannedSubject& planned : selection.plan.subjects)
    if (!planned.error)
      pending.push_back(std::async(std::launch::async, [&] {
        const std::string step = "resolve " + planned.id;
        session.progress().begin(step, 0, "");
        auto resolution = resolve_release(planned, options, session);
        session.progress().end(step, resolution.has_value());
        return resolution;
      }));
  auto next = pending.begin();
  for (const PlannedSubject& planned : selection.plan.subjects) {
    if (planned.error) {
      selection.files.push_back(failed(planned, *planned.error));
    } else if (const auto resolution = (next++)->get(); resolution) {
      add_environment(planned, *resolution, selection);
    } else {
      selection.files.push_back(failed(planned, failure("resolve", resolution.error())));
    }
  }
  arrange(selection.files);
  note_yanked(selection);
  return selection;
}

}  // namespace tfh
