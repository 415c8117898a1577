// How good a mirror is from here: asked, not believed.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/clock.h"
#include "harness/base/error.h"
#include "harness/base/http.h"
#include "harness/index/project.h"
#include "harness/plan/version.h"

namespace tfh {

struct NamedMirror {
  std::string name, url;
};

struct ProbeRequest {
  std::string project;                       // normalised; its page is asked for
  std::vector<Version> versions;             // that the mirror should have
  std::uint64_t sample_bytes = 8 << 20;      // of a file, at most
  std::chrono::milliseconds deadline{8000};  // for each of the requests: a page, a byte, two samples
  std::chrono::milliseconds budget{60'000};  // no mirror is sampled any more after that
  std::size_t samples = SIZE_MAX;            // only this many of the mirrors are sampled, those with the quickest pages
};

enum class MetadataFiles { none, missing, served };  // what the page says; a file that it promised was not there

// What a mirror's page lacks beside the index's own.
struct MirrorLag {
  std::size_t missing_files = 0;  // of the index's
  std::size_t other_hashes = 0;   // files of the same name with another sha256: such a mirror is not to be used
  std::optional<double> seconds;  // since the first of the missing files was uploaded; nullopt: none, or not known
};

struct MirrorProbe {
  std::string name, url;
  std::optional<Error> error;                               // it could not be asked; the rest is empty then
  double page_s = 0;                                        // until the project's page was there
  std::optional<double> latency_s;                          // one byte of a file; nullopt: no file could be sampled
  std::optional<double> bytes_per_second;                   // of the sample; likewise
  bool json = false, upload_times = false, hashes = false;  // what its page says
  MetadataFiles metadata = MetadataFiles::none;
  std::optional<Version> newest;  // final version that has a file
  std::vector<Version> missing;   // of the asked versions
  std::optional<MirrorLag> lag;   // nullopt: there was no index to compare with
  std::vector<IndexFile> files;   // of its page
};

// Asks all for the page at the same time, then samples one after the other, since they share the link. `index` says
// which of them is the index that the others are compared with.
std::vector<MirrorProbe> probe_mirrors(const std::vector<NamedMirror>& mirrors, std::optional<std::size_t> index,
                                       const ProbeRequest& request, HttpClient& http, Clock& clock);

// Best first: those that answer, agree with the index and miss nothing, by the time that `bytes` would take; the failed
// ones last.
void rank_mirrors(std::vector<MirrorProbe>& probes, std::uint64_t bytes);

// Whether files may be taken from it at all.
bool is_usable(const MirrorProbe& probe);

}  // namespace tfh
