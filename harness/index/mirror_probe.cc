#include "harness/index/mirror_probe.h"

#include <algorithm>
#include <limits>

#include "harness/index/index.h"
#include "harness/index/url.h"

namespace tfh {

namespace {

double seconds_between(std::chrono::steady_clock::time_point start, std::chrono::steady_clock::time_point end) {
  return std::chrono::duration<double>(end - start).count();
}

// A server that knows no ranges would send all of it: nothing is measured then.
std::optional<double> sample_rate(const IndexFile& file, std::uint64_t sample_bytes, HttpClient& http, Clock& clock) {
  const auto began = clock.steady();
  const auto answer = http.get({file.url, "", ByteRange{0, sample_bytes - 1}});
  const double took = seconds_between(began, clock.steady());
  if (!answer || answer->status != 206 || answer->body.empty() || took <= 0) return std::nullopt;
  return static_cast<double>(answer->body.size()) / took;
}

// Larger than the sample, so that ranges are worth it; the youngest, which a lagging mirror lacks first.
const IndexFile* sample_of(const ProjectPage& page, std::uint64_t sample_bytes) {
  const IndexFile* best = nullptr;
  for (const IndexFile& file : page.files)
    if (!file.size || *file.size >= sample_bytes) best = &file;
  return best;
}

double seconds_for(const MirrorProbe& probe, std::uint64_t bytes) {
  if (probe.error) return std::numeric_limits<double>::infinity();
  if (!probe.bytes_per_second) return std::numeric_limits<double>::max();
  return probe.latency_s + static_cast<double>(bytes) / *probe.bytes_per_second;
}

}  // namespace

MirrorProbe probe_mirror(const std::string& name, const std::string& url, const std::string& project,
                         const std::vector<Version>& versions, std::uint64_t sample_bytes, HttpClient& http,
                         Clock& clock) {
  MirrorProbe probe;
  probe.name = name;
  probe.url = without_credentials(url);
  const auto began = clock.steady();
  const auto page = fetch_project(url, project, http);
  probe.latency_s = seconds_between(began, clock.steady());
  if (!page) {
    probe.error = page.error();
    return probe;
  }
  probe.json = page->json;
  probe.upload_times =
      std::ranges::all_of(page->files, [](const IndexFile& file) { return file.uploaded.has_value(); });
  probe.hashes = std::ranges::none_of(page->files, [](const IndexFile& file) { return file.sha256.empty(); });
  const std::vector<Version> there = versions_of(*page);
  for (const Version& version : there)
    if (!version.is_prerelease()) probe.newest = version;
  for (const Version& version : versions)
    if (std::ranges::find(there, version) == there.end()) probe.missing.push_back(version);
  if (const IndexFile* file = sample_of(*page, sample_bytes))
    probe.bytes_per_second = sample_rate(*file, sample_bytes, http, clock);
  return probe;
}

void rank_mirrors(std::vector<MirrorProbe>& probes, std::uint64_t bytes) {
  std::ranges::stable_sort(probes, {}, [&](const MirrorProbe& probe) {
    return std::pair(probe.error ? SIZE_MAX : probe.missing.size(), seconds_for(probe, bytes));
  });
}

}  // namespace tfh
