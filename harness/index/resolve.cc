#include "harness/index/resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <system_error>

#include "harness/base/clock.h"
#include "harness/base/disk.h"
#include "harness/base/file.h"
#include "harness/base/sha256.h"
#include "harness/index/tags.h"
#include "harness/index/url.h"
#include "harness/index/uv.h"

namespace tfh {
namespace {

namespace fs = std::filesystem;

// A kept lock begins with its notes, as comments of TOML.
constexpr std::string_view note_mark = "# note: ";

class WorkFolder {
 public:
  static Result<WorkFolder> make(const fs::path& parent) {
    TRY(create_folders(parent));
    std::string pattern = parent / "resolving-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr)
      return std::unexpected(disk_error("making a folder in " + parent.string(), errno));
    return WorkFolder(pattern);
  }
  explicit WorkFolder(fs::path path) : path_(std::move(path)) {}
  WorkFolder(WorkFolder&& other) noexcept : path_(std::exchange(other.path_, fs::path())) {}
  WorkFolder& operator=(WorkFolder&&) = delete;
  ~WorkFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Result<void> check_version_exists(const ResolveRequest& request) {
  const Subject& subject = request.subject;
  const Version wanted = TRY(Version::parse(subject.version));
  if (!subject.wheel.empty() || request.page.files.empty() || !files_of(request.page, wanted).empty()) return {};
  std::string nearest;
  for (const Version& version : nearest_versions(request.page, wanted, 5))
    nearest += (nearest.empty() ? "" : ", ") + version.str();
  return fail("resolving " + subject.name + "==" + subject.version,
              "there is no version " + subject.version + " of " + subject.name,
              nearest.empty() ? "" : "the nearest are " + nearest);
}

// The bound on upload times; empty for none.
Result<std::string> bound_of(const ResolveRequest& request, const std::vector<std::string>& tags,
                             std::vector<std::string>& notes) {
  if (!request.exclude_newer.empty()) return request.exclude_newer;
  if (request.mode == ResolveMode::latest) return "";
  const auto files = files_of(request.page, TRY(Version::parse(request.subject.version)));
  const bool dated = std::ranges::any_of(files, [](const IndexFile& file) { return file.uploaded.has_value(); });
  if (!dated && !request.subject.wheel.empty()) {
    notes.push_back("version " + request.subject.version +
                    " is not on the index, so its era is not known: dependencies are the latest ones");
    return "";
  }
  return era_of(files, tags);
}

std::vector<std::string> requirements_of(const ResolveRequest& request) {
  std::vector<std::string> requirements{requirement_of(request.subject)};
  requirements.insert(requirements.end(), request.extra_requirements.begin(), request.extra_requirements.end());
  return requirements;
}

// tensorflow-2-4-0-py3-8-18
std::string lock_stem(const Subject& subject, const std::string& python) {
  std::string stem = subject.name + "-" + subject.version + "-py" + python;
  for (char& c : stem)
    if (c == '.' || c == '+' || c == '!') c = '-';
  return stem;
}

// tensorflow-2-4-0-py3-8-18-era-0123456789ab: readable, and unique by what the answer depends on (not the index, which
// only says where the same files are).
Result<std::string> lock_name(const ResolveRequest& request, const std::vector<std::string>& requirements,
                              const std::string& bound) {
  const std::string mode = request.mode == ResolveMode::era ? "era" : "latest";
  std::string identity = request.interpreter.version + "\n" + request.interpreter.machine + "\n" +
                         request.interpreter.libc + "\n" + mode + "\n" + bound + "\n";
  for (const std::string& requirement : requirements) identity += requirement + "\n";
  if (!request.subject.wheel.empty()) identity += TRY(sha256_file(request.subject.wheel));
  return lock_stem(request.subject, request.interpreter.version) + "-" + mode + "-" +
         sha256_hex(identity).substr(0, 12);
}

std::optional<Resolution> read_kept(const fs::path& file, const std::vector<std::string>& tags) {
  const auto text = read_file(file);
  if (!text) return std::nullopt;
  auto lock = read_lock(*text, tags);
  if (!lock) return std::nullopt;  // damaged: resolved anew and replaced
  Resolution resolution;
  resolution.lock = std::move(*lock);
  resolution.kept = true;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line) && line.starts_with(note_mark);)
    resolution.notes.push_back(line.substr(note_mark.size()));
  return resolution;
}

// Lets packages that are pinned beyond the era be taken, alone, and notes it; false when there are none left.
bool allow_beyond_bound(const UvOutcome& outcome, UvRequest& request, std::vector<std::string>& notes) {
  bool progress = false;
  for (const BeyondBound& package : outcome.beyond_bound) {
    std::chrono::system_clock::time_point uploaded;
    if (!parse_rfc3339(package.uploaded, uploaded)) continue;
    const std::string bound = rfc3339(uploaded + std::chrono::hours(24));
    if (!request.exclude_newer_for.emplace(package.package, bound).second) continue;
    notes.push_back(fmt::format("{} {} was uploaded at {}, beyond the era, and is allowed alone because it is pinned",
                                package.package, package.version, package.uploaded));
    progress = true;
  }
  return progress;
}

// Tells the resolver what the wheel itself says. An error when that cannot be read, or did not help the last time.
Result<void> state_metadata(const UvOutcome& outcome, UvRequest& request, const ReadMetadata& read) {
  const auto refuse = [&](const std::string& why) {
    return fail(outcome.error.doing, outcome.error.what + "; and out of the wheel itself: " + why, outcome.error.hint);
  };
  const auto text = read(outcome.without_metadata);
  if (!text) return refuse(text.error().what);
  const auto metadata = parse_core_metadata(*text);
  if (!metadata) return refuse(metadata.error().what);
  const auto same = [&](const CoreMetadata& stated) {
    return stated.name == metadata->name && stated.version == metadata->version;
  };
  if (std::ranges::any_of(request.stated, same)) return refuse("it is that of another file");
  request.stated.push_back(*metadata);
  return {};
}

// Runs the resolver until it has what it needs.
Result<fs::path> compile(UvRequest& request, ProcessRunner& runner, const ReadMetadata& read_metadata,
                         std::vector<std::string>& notes) {
  while (true) {
    UvOutcome outcome = TRY(run_uv(request, runner));
    if (!outcome.lock_file.empty()) return outcome.lock_file;
    if (!outcome.without_metadata.empty()) {
      TRY(state_metadata(outcome, request, read_metadata));
      continue;
    }
    if (allow_beyond_bound(outcome, request, notes)) continue;
    if (!request.exclude_newer.empty())
      outcome.error.hint += (outcome.error.hint.empty() ? "" : " ") + std::string("the era ends at ") +
                            request.exclude_newer + "; try --resolve latest, or another Python with @pyX.Y";
    return std::unexpected(outcome.error);
  }
}

// What a request asks for, before the resolver is asked.
struct Question {
  std::vector<std::string> tags, requirements, notes;
  std::string bound;  // RFC 3339; empty: none
  std::string name;   // of the lock
  fs::path lock_file;
};

Result<Question> question_of(const ResolveRequest& request, const ResolverPlaces& places) {
  const Interpreter& interpreter = request.interpreter;
  TRY(check_version_exists(request));
  Question question;
  question.tags = supported_tags(interpreter.minor, interpreter.libc, interpreter.machine);
  question.bound = TRY(bound_of(request, question.tags, question.notes));
  question.requirements = requirements_of(request);
  question.name = TRY(lock_name(request, question.requirements, question.bound));
  question.lock_file = places.locks / ("pylock." + question.name + ".toml");
  return question;
}

// The youngest kept lock of the same release and mode for the same minor version of Python; empty: there is none.
fs::path lock_for_other_patch(const ResolveRequest& request, const fs::path& locks) {
  const std::string begin = "pylock." + lock_stem(request.subject, request.interpreter.minor.str()) + "-";
  const std::string mode = request.mode == ResolveMode::era ? "-era-" : "-latest-";
  std::error_code absent;
  fs::path found;
  fs::file_time_type youngest;
  for (const auto& entry : fs::directory_iterator(locks, absent)) {
    const std::string name = entry.path().filename();
    if (!name.starts_with(begin) || name.find(mode) == std::string::npos) continue;
    const auto written = entry.last_write_time(absent);
    if (!found.empty() && written <= youngest) continue;
    found = entry.path();
    youngest = written;
  }
  return found;
}

}  // namespace

std::string requirement_of(const Subject& subject) {
  if (subject.name.empty()) return subject.written;
  return subject.wheel.empty() ? subject.name + "==" + subject.version : subject.name + " @ " + file_url(subject.wheel);
}

Result<std::optional<Resolution>> kept_resolution(const ResolveRequest& request, const ResolverPlaces& places,
                                                  Patch patch) {
  if (request.refresh && request.mode == ResolveMode::latest) return std::nullopt;
  const Question question = TRY(question_of(request, places));
  fs::path file = question.lock_file;
  auto kept = read_kept(file, question.tags);
  if (!kept && patch == Patch::nearest && request.extra_requirements.empty() && request.subject.wheel.empty()) {
    file = lock_for_other_patch(request, places.locks);
    kept = read_kept(file, question.tags);
    if (kept) kept->notes.push_back("the lock was made on another machine or patch release: " + file.stem().string());
  }
  if (kept) {
    kept->exclude_newer = question.bound;
    kept->lock_file = file;
  }
  return kept;
}

Result<Resolution> resolve(const ResolveRequest& request, const ResolverPlaces& places, ProcessRunner& runner,
                           const ReadMetadata& read_metadata) {
  if (auto kept = TRY(kept_resolution(request, places))) return std::move(*kept);
  Question question = TRY(question_of(request, places));
  std::vector<std::string>& notes = question.notes;
  TRY(create_folders(places.cache));
  const WorkFolder work = TRY(WorkFolder::make(places.work.empty() ? places.locks : places.work));
  UvRequest uv;
  uv.requirements = question.requirements;
  uv.name = question.name;
  uv.uv = places.uv;
  uv.cache = places.cache;
  uv.python = request.interpreter.executable;
  uv.folder = work.path();
  uv.index_url = request.index_url;
  uv.exclude_newer = question.bound;
  const fs::path compiled = TRY(compile(uv, runner, read_metadata, notes));
  if (!uv.stated.empty())
    notes.push_back(fmt::format("the index does not serve all metadata that it announces; read out of {} wheel{}",
                                uv.stated.size(), uv.stated.size() == 1 ? "" : "s"));
  std::string text;
  for (const std::string& note : notes) text += std::string(note_mark) + note + "\n";
  text += TRY(read_file(compiled));
  Resolution resolution;
  resolution.lock = TRY(read_lock(text, question.tags));
  TRY(write_file(system_disk(), question.lock_file, text));
  resolution.exclude_newer = question.bound;
  resolution.lock_file = question.lock_file;
  resolution.notes = std::move(notes);
  return resolution;
}

}  // namespace tfh
