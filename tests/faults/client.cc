#include "tests/faults/client.h"

#include <future>
#include <nlohmann/json.hpp>

#include "harness/plan/subject.h"
#include "harness/store/ahead.h"
#include "harness/store/download.h"

namespace tfh::test {

namespace fs = std::filesystem;

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
constexpr auto cache_tag = "cpython-38";

FetchOptions hasty_options() {
  FetchOptions options;
  options.stall = seconds(1);
  options.first_delay = milliseconds(1);
  return options;
}

Lock lock_of(const Scenario& scenario, const MadePackages& packages, const std::string& origin) {
  Lock lock;
  const std::string files = origin.substr(0, origin.rfind('/')) + "/files/";
  for (const std::size_t number : scenario.packages) {
    const MadePackage& package = packages.all()[number];
    LockedFile file{package.filename, files + package.filename, package.sha256, std::nullopt};
    if (scenario.sizes_known) file.size = package.bytes.size();
    lock.packages.push_back({normalized_name(package.name), "1.0", file, false});
  }
  return lock;
}

}  // namespace

Client::Client(const fs::path& store, const Scenario& scenario, const MadePackages& packages,
               const Addresses& addresses, bool sound_disk)
    : scenario_(scenario),
      http_(make_http_client({}, clock_, hasty_options())),
      fetcher_(make_fetcher({}, hasty_options(), clock_, progress_, disk_)),
      workshop_{StoreLayout(store), *fetcher_, *http_, runner_, progress_, clock_, clock_.steady(), disk_},
      compiler_fails_(!sound_disk && scenario.compiler_fails) {
  workshop_.unpacks_arriving_from = scenario.unpacks_arriving_from;
  disk_.skips_sync = true;
  if (!sound_disk) {
    disk_.failures = scenario.disk_failures;
    disk_.room = scenario.room.value_or(UINT64_MAX);
    disk_.told_free = scenario.told_free;
    disk_.writes_halves = scenario.writes_halves;
  }
  request_.lock = lock_of(scenario, packages, addresses.origin);
  request_.project = request_.lock.packages.front().name;
  request_.interpreter.executable = "/opt/python/bin/python3.8";
  request_.interpreter.version = "3.8.18";
  request_.interpreter.minor = {3, 8};
  request_.interpreter.cache_tag = cache_tag;
  request_.mirror_urls = addresses.mirrors;
}

Result<Provisioned> Client::provision() {
  ProvisionRequest request = request_;
  std::shared_future<void> ahead;
  if (scenario_.ahead) {
    const LockedPackage& first = request.lock.packages.front();
    // What happens to it, happens again in provision().
    ahead = std::async(std::launch::async, [this, wheel = FileDownload{first.file, first.name}] {
              (void)fetch_ahead(wheel, request_.interpreter, request_.mirror_urls, workshop_);
            }).share();
    request.wait_for_ahead = [ahead] { ahead.wait(); };
  }
  auto provisioned = tfh::provision(request, workshop_);
  if (ahead.valid()) ahead.wait();
  return provisioned;
}

Result<void> Client::download_into(const fs::path& folder) {
  std::vector<FileDownload> files;
  for (const LockedPackage& package : request_.lock.packages) files.push_back({package.file, package.name});
  Result<void> all;
  for (const auto& downloaded : download_files(files, request_.mirror_urls, workshop_)) {
    const auto placed =
        downloaded ? place_file(downloaded->path, folder, workshop_) : std::unexpected(downloaded.error());
    if (!placed && all) all = std::unexpected(placed.error());
  }
  return all;
}

// Stands in for the interpreter (store/bytecode.cc): its arguments name the parts and a folder for temporary files;
// each file appears whole.
Result<Completed> Client::compile(const Command& command) {
  const fs::path work = command.arguments.at(7);
  for (const auto& part : nlohmann::json::parse(command.arguments.at(5))) {
    const fs::path sources = command.directory / part[0].get<std::string>(), bytecode = part[1].get<std::string>();
    for (const auto& entry : fs::recursive_directory_iterator(sources)) {
      if (entry.path().extension() != ".py") continue;
      const fs::path inside = entry.path().lexically_relative(sources);
      const fs::path target =
          bytecode / inside.parent_path() / "__pycache__" / (inside.stem().string() + "." + cache_tag + ".pyc");
      const std::string content =
          std::string("\x55\x0d\x0d\x0a\1\0\0\0", 8) + "hash-8-b" + "code of " + inside.string();
      if (!write_file(disk_, work / "module", content)) return completed(1, "", "OSError: no space");
      fs::create_directories(target.parent_path());
      if (disk_.rename(work / "module", target) != 0) return completed(1, "", "OSError: read-only");
      if (compiler_fails_) return completed(1, "", "MemoryError");
    }
  }
  return completed(0, "");
}

}  // namespace tfh::test
