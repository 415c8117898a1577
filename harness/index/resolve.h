// From a requirement to a lock, through uv. Era locks are kept for ever, latest ones until refreshed.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/process.h"
#include "harness/index/lock.h"
#include "harness/index/project.h"
#include "harness/plan/interpreter.h"
#include "harness/plan/subject.h"

namespace tfh {

enum class ResolveMode { era, latest };

struct ResolveRequest {
  Subject subject;
  Interpreter interpreter;
  ResolveMode mode = ResolveMode::era;
  ProjectPage page;  // of the subject's project: gives the era; its upload times must be there for that
  std::string index_url;
  bool refresh = false;                         // resolve `latest` anew although a kept lock exists
  std::string exclude_newer;                    // RFC 3339, given by the person instead of the era; empty: computed
  std::vector<std::string> extra_requirements;  // PEP 508, installed beside the subject
};

// Where the resolver works; all inside the store.
struct ResolverPlaces {
  std::filesystem::path uv;         // the executable
  std::filesystem::path cache;      // STORE/uv
  std::filesystem::path locks;      // STORE/locks; files are named pylock.NAME.toml
  std::filesystem::path work = {};  // for folders of a resolution under way; empty: in locks
};

struct Resolution {
  Lock lock;
  std::string exclude_newer;        // RFC 3339; empty for latest
  std::filesystem::path lock_file;  // the kept pylock
  bool kept = false;                // true: read from the store, uv was not run
  std::vector<std::string> notes;   // e.g. a package allowed beyond the era
};

// Which kept locks answer: `nearest` takes one for another patch release of the same Python, or another libc, where
// there is none for this very one; what it names still has to fit.
enum class Patch { same, nearest };

// The kept lock that answers a request; nullopt: there is none, or a latest one is to be made anew. Needs no resolver.
Result<std::optional<Resolution>> kept_resolution(const ResolveRequest& request, const ResolverPlaces& places,
                                                  Patch patch = Patch::same);

// The METADATA of a wheel by its address, for an index that announces it beside the wheel and does not serve it.
using ReadMetadata = std::function<Result<std::string>(const std::string& wheel_url)>;

// Errors: a version that does not exist (with the nearest ones), no era to be had (no upload times), and what the
// resolver said.
Result<Resolution> resolve(const ResolveRequest& request, const ResolverPlaces& places, ProcessRunner& runner,
                           const ReadMetadata& read_metadata);

// What is installed for the subject, as PEP 508 writes it; as the person wrote it while an environment is not looked
// at.
std::string requirement_of(const Subject& subject);

// The moment that bounds an era: the earliest upload among the release's files, or the upload of the wheel this
// interpreter takes if that is later, plus one day.
Result<std::string> era_of(const std::vector<IndexFile>& files, const std::vector<std::string>& tags);

}  // namespace tfh
