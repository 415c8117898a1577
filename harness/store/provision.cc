#include "harness/store/provision.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "harness/base/machine.h"
#include "harness/store/arriving_wheel.h"
#include "harness/store/bytecode.h"
#include "harness/store/download.h"
#include "harness/store/unpack.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// First start to last end of steps that overlap.
class SpanOfSteps {
 public:
  void add(double start, double end) {
    const std::lock_guard lock(mutex_);
    span_.start = any_ ? std::min(span_.start, start) : start;
    span_.end = any_ ? std::max(span_.end, end) : end;
    any_ = true;
  }
  Span get() const { return span_; }

 private:
  std::mutex mutex_;
  Span span_;
  bool any_ = false;
};

// What is known of each package of a lock while its wheels arrive and are unpacked.
struct Parts {
  std::vector<PrefixPart> parts;
  std::mutex mutex;
  std::optional<Error> error;  // the first one
  std::vector<std::string> notes;
};

class Provisioning {
 public:
  Provisioning(const ProvisionRequest& request, Workshop& workshop) : request_(request), workshop_(workshop) {
    state_.parts.resize(request.lock.packages.size());
  }

  Result<Provisioned> run(const std::vector<InstalledPackage>& packages) {
    {
      std::vector<std::jthread> threads;
      const unsigned count = std::max(2u, usable_cores());
      for (unsigned i = 0; i < count; ++i) threads.emplace_back([this] { work(); });
      fetch();
      {
        const std::lock_guard lock(queue_mutex_);
        closed_ = true;
      }
      arrived_.notify_all();
    }
    if (state_.error) return std::unexpected(*state_.error);
    const double began = workshop_.elapsed();
    if (request_.wait_for_ahead) request_.wait_for_ahead();
    TRY(add_bytecode(state_.parts, roots(), request_.interpreter, workshop_.layout, workshop_.runner));
    Provisioned provisioned;
    provisioned.prefix = TRY(
        make_prefix(packages, state_.parts, request_.project, request_.interpreter, workshop_.layout, workshop_.disk));
    unpack_span_.add(began, workshop_.elapsed());
    provisioned.fetch = fetch_span_.get();
    provisioned.unpack = unpack_span_.get();
    provisioned.fetched_bytes = fetched_bytes_;
    provisioned.notes = std::move(state_.notes);
    std::ranges::sort(provisioned.notes);
    return provisioned;
  }

 private:
  struct Arrival {
    std::size_t package;
    fs::path file;
  };

  void fail_with(Error error) {
    const std::lock_guard lock(state_.mutex);
    if (!state_.error) state_.error = std::move(error);
  }

  // The largest files first: theirs is the longest way.
  void fetch() {
    const auto& packages = request_.lock.packages;
    std::vector<std::size_t> order(packages.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return packages[i].file.size.value_or(0); });
    std::vector<std::size_t> missing;
    std::vector<FileDownload> files;
    for (const std::size_t i : order) {
      if (needs_archive(packages[i])) {
        missing.push_back(i);
        files.push_back({packages[i].file, packages[i].name, watching(i)});
      } else {
        add_work({i, workshop_.layout.wheel(packages[i].file.sha256, packages[i].file.filename)}, 0);
      }
    }
    if (files.empty()) return;
    const double began = workshop_.elapsed();
    download_files(files, request_.mirror_urls, workshop_, [&](std::size_t j, const Result<Downloaded>& downloaded) {
      if (const auto wheel = arriving_.find(missing[j]); wheel != arriving_.end())
        wheel->second->settled(downloaded.has_value());
      if (!downloaded) {
        fail_with(downloaded.error());
        return;
      }
      if (downloaded->fetched.bytes > 0) fetch_span_.add(began, workshop_.elapsed());
      add_work({missing[j], downloaded->path}, downloaded->fetched.bytes);
    });
  }

  std::function<void(Transfer&)> watching(std::size_t i) {
    const LockedPackage& package = request_.lock.packages[i];
    if (package.is_sdist || !ArrivingWheel::is_worth_it(package.file, workshop_)) return {};
    arriving_[i] = std::make_unique<ArrivingWheel>(workshop_);
    return [wheel = arriving_[i].get()](Transfer& transfer) { wheel->watch(transfer); };
  }

  // What is unpacked already, or built, is made into a prefix again although its archive was evicted.
  bool needs_archive(const LockedPackage& package) const {
    const std::string& sha256 = package.file.sha256;
    std::error_code error;
    return !fs::exists(package.is_sdist ? workshop_.layout.built(sha256, request_.interpreter.cache_tag)
                                        : workshop_.layout.unpacked(sha256),
                       error);
  }

  void add_work(Arrival arrival, std::uint64_t fetched_bytes) {
    const std::lock_guard lock(queue_mutex_);
    fetched_bytes_ += fetched_bytes;
    queue_.push_back(std::move(arrival));
    arrived_.notify_one();
  }

  void work() {
    while (true) {
      std::unique_lock lock(queue_mutex_);
      arrived_.wait(lock, [this] { return closed_ || !queue_.empty(); });
      if (queue_.empty()) return;
      const Arrival arrival = std::move(queue_.front());
      queue_.pop_front();
      lock.unlock();
      const double began = workshop_.elapsed();
      if (auto placed = place(arrival); !placed) fail_with(placed.error());
      unpack_span_.add(began, workshop_.elapsed());
    }
  }

  // What is imported first: the modules of the project that the lock is for, or all where it brings none.
  std::vector<std::string> roots() const {
    std::vector<std::string> own, all;
    for (std::size_t i = 0; i < state_.parts.size(); ++i) {
      const auto modules = top_level_modules(state_.parts[i]);
      all.insert(all.end(), modules.begin(), modules.end());
      if (request_.lock.packages[i].name == request_.project) own = modules;
    }
    return own.empty() ? all : own;
  }

  // One package from its archive to its unpacked folder.
  Result<void> place(const Arrival& arrival) {
    const LockedPackage& package = request_.lock.packages[arrival.package];
    fs::path wheel = arrival.file;
    std::string content = package.file.sha256;
    if (package.is_sdist) {
      wheel = TRY(build_wheel(wheel, content, request_.exclude_newer, request_.interpreter, request_.build_tools,
                              workshop_.layout, workshop_.runner));
      content += "-" + request_.interpreter.cache_tag;
    }
    const auto arriving = arriving_.find(arrival.package);
    Unpacked unpacked = TRY(arriving != arriving_.end()
                                ? arriving->second->finish(wheel, content)
                                : unpack_wheel(wheel, content, workshop_.layout, workshop_.disk, unpacking_threads()));
    const fs::path bytecode = workshop_.layout.bytecode(content, request_.interpreter.cache_tag);
    const std::lock_guard lock(state_.mutex);
    state_.parts[arrival.package] = {unpacked.folder, bytecode};
    std::ranges::move(unpacked.notes, std::back_inserter(state_.notes));
    return {};
  }

  const ProvisionRequest& request_;
  Workshop& workshop_;
  Parts state_;
  std::map<std::size_t, std::unique_ptr<ArrivingWheel>> arriving_;  // by package; complete before anything arrives
  std::mutex queue_mutex_;
  std::condition_variable arrived_;
  std::deque<Arrival> queue_;
  bool closed_ = false;
  std::uint64_t fetched_bytes_ = 0;
  SpanOfSteps fetch_span_, unpack_span_;
};

}  // namespace

std::vector<InstalledPackage> installed_packages(const Lock& lock) {
  std::vector<InstalledPackage> packages;
  for (const LockedPackage& package : lock.packages)
    packages.push_back({package.name, package.version, package.file.sha256, package.is_sdist});
  return packages;
}

Result<Provisioned> provision(const ProvisionRequest& request, Workshop& workshop) {
  const std::vector<InstalledPackage> packages = installed_packages(request.lock);
  if (auto there = find_prefix(packages, request.interpreter, workshop.layout)) {
    Provisioned provisioned;
    provisioned.prefix = std::move(*there);
    return provisioned;
  }
  return Provisioning(request, workshop).run(packages);
}

}  // namespace tfh
