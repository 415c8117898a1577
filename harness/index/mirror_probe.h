// How good a mirror is from here: asked, not believed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/base/clock.h"
#include "harness/base/error.h"
#include "harness/base/http.h"
#include "harness/plan/version.h"

namespace tfh {

struct MirrorProbe {
  std::string name, url;
  std::optional<Error> error;                               // it could not be asked; the rest is empty then
  double latency_s = 0;                                     // until the project's page was there
  std::optional<double> bytes_per_second;                   // of the sample; nullopt: no file could be sampled
  bool json = false, upload_times = false, hashes = false;  // what its page says
  std::optional<Version> newest;                            // final version that has a file
  std::vector<Version> missing;                             // of the asked versions
};

// Asks one mirror for `project`'s page and at most `sample_bytes` of its largest file.
MirrorProbe probe_mirror(const std::string& name, const std::string& url, const std::string& project,
                         const std::vector<Version>& versions, std::uint64_t sample_bytes, HttpClient& http,
                         Clock& clock);

// Best first: those that answer and miss nothing, by the time that `bytes` would take; the failed ones last.
void rank_mirrors(std::vector<MirrorProbe>& probes, std::uint64_t bytes);

}  // namespace tfh
