#include "harness/index/mirror_probe.h"

#include <algorithm>
#include <future>
#include <limits>
#include <map>
#include <tuple>

#include "harness/index/index.h"

namespace tfh {

namespace {

constexpr std::uint64_t kFirstSample = 256 << 10;
constexpr double kSampleSeconds = 1.5;  // how long the second sample is to take

double seconds_between(std::chrono::steady_clock::time_point start, std::chrono::steady_clock::time_point end) {
  return std::chrono::duration<double>(end - start).count();
}

MirrorProbe ask_for_page(const NamedMirror& mirror, const ProbeRequest& request, HttpClient& http, Clock& clock) {
  MirrorProbe probe;
  probe.name = mirror.name;
  probe.url = mirror.url;
  const auto began = clock.steady();
  auto page = fetch_project(mirror.url, request.project, http, request.deadline);
  probe.page_s = seconds_between(began, clock.steady());
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
  for (const Version& version : request.versions)
    if (std::ranges::find(there, version) == there.end()) probe.missing.push_back(version);
  probe.files = std::move(page->files);
  return probe;
}

struct Sample {
  std::uint64_t bytes;
  double seconds;
};

// A server that knows no ranges would send all of it: nothing is measured then.
std::optional<Sample> take(const std::string& url, std::uint64_t bytes, const ProbeRequest& request, HttpClient& http,
                           Clock& clock) {
  const auto began = clock.steady();
  const auto answer = http.get({url, "", ByteRange{0, bytes - 1}, request.deadline});
  const double took = seconds_between(began, clock.steady());
  if (!answer || answer->status != 206 || answer->body.empty() || took <= 0) return std::nullopt;
  return Sample{answer->body.size(), took};
}

// Larger than the sample, so that ranges are worth it; the youngest, which a lagging mirror lacks first.
const IndexFile* sample_of(const std::vector<IndexFile>& files, std::uint64_t bytes) {
  const IndexFile* best = nullptr;
  for (const IndexFile& file : files)
    if (!file.size || *file.size >= bytes) best = &file;
  return best;
}

// One byte for the way there and back, a little for a first estimate, then as much as takes a while at that rate.
void sample_files(MirrorProbe& probe, const ProbeRequest& request, HttpClient& http, Clock& clock) {
  const IndexFile* file = sample_of(probe.files, request.sample_bytes);
  if (file == nullptr) return;
  if (file->metadata) {
    const auto answer = http.get({file->url + ".metadata", "", {}, request.deadline});
    probe.metadata = answer && answer->status == 200 ? MetadataFiles::served : MetadataFiles::missing;
  }
  const auto byte = take(file->url, 1, request, http, clock);
  if (!byte) return;
  probe.latency_s = byte->seconds;
  const auto first = take(file->url, std::min(kFirstSample, request.sample_bytes), request, http, clock);
  if (!first) return;
  const auto rate = [](const Sample& sample) { return static_cast<double>(sample.bytes) / sample.seconds; };
  probe.bytes_per_second = rate(*first);
  const auto more = std::min(request.sample_bytes, static_cast<std::uint64_t>(rate(*first) * kSampleSeconds));
  if (more < 2 * first->bytes) return;
  if (const auto second = take(file->url, more, request, http, clock)) probe.bytes_per_second = rate(*second);
}

MirrorLag lag_of(const MirrorProbe& probe, const MirrorProbe& index, std::chrono::system_clock::time_point now) {
  std::map<std::string, const IndexFile*> there;
  for (const IndexFile& file : probe.files) there[file.filename] = &file;
  MirrorLag lag;
  for (const IndexFile& file : index.files) {
    const auto found = there.find(file.filename);
    if (found == there.end()) {
      ++lag.missing_files;
      if (file.uploaded)
        lag.seconds = std::max(lag.seconds.value_or(0), std::chrono::duration<double>(now - *file.uploaded).count());
    } else if (!file.sha256.empty() && !found->second->sha256.empty() && file.sha256 != found->second->sha256) {
      ++lag.other_hashes;
    }
  }
  return lag;
}

double seconds_for(const MirrorProbe& probe, std::uint64_t bytes) {
  if (probe.error) return std::numeric_limits<double>::infinity();
  if (!probe.bytes_per_second) return std::numeric_limits<double>::max();
  return probe.page_s + static_cast<double>(bytes) / *probe.bytes_per_second;
}

}  // namespace

std::vector<MirrorProbe> probe_mirrors(const std::vector<NamedMirror>& mirrors, std::optional<std::size_t> index,
                                       const ProbeRequest& request, HttpClient& http, Clock& clock) {
  const auto began = clock.steady();
  std::vector<std::future<MirrorProbe>> pending;
  for (const NamedMirror& mirror : mirrors)
    pending.push_back(std::async(std::launch::async, [&] { return ask_for_page(mirror, request, http, clock); }));
  std::vector<MirrorProbe> probes;
  for (auto& one : pending) probes.push_back(one.get());
  std::vector<MirrorProbe*> by_page;
  for (MirrorProbe& probe : probes)
    if (!probe.error) by_page.push_back(&probe);
  std::ranges::stable_sort(by_page, {}, &MirrorProbe::page_s);
  by_page.resize(std::min(by_page.size(), request.samples));
  for (MirrorProbe* probe : by_page)
    if (clock.steady() - began < request.budget) sample_files(*probe, request, http, clock);
  if (!index || probes[*index].error) return probes;
  for (MirrorProbe& probe : probes)
    if (!probe.error) probe.lag = lag_of(probe, probes[*index], clock.now());
  return probes;
}

void rank_mirrors(std::vector<MirrorProbe>& probes, std::uint64_t bytes) {
  std::ranges::stable_sort(probes, {}, [&](const MirrorProbe& probe) {
    return std::tuple(!is_usable(probe), probe.error ? SIZE_MAX : probe.missing.size(), seconds_for(probe, bytes));
  });
}

bool is_usable(const MirrorProbe& probe) {
  return !probe.error && (!probe.lag || probe.lag->other_hashes == 0);
}

}  // namespace tfh
