#include "harness/store/prefix.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <set>
#include <thread>

#include "harness/base/file.h"
#include "harness/base/machine.h"
#include "harness/base/sha256.h"
#include "harness/store/console_scripts.h"
#include "harness/store/folder_lock.h"
#include "harness/store/prefix_manifest.h"
#include "harness/store/scratch.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// Changes when a prefix is laid out in another way, so that old ones are not taken for new ones.
constexpr auto kLayoutVersion = "prefix-2";

Prefix prefix_at(const fs::path& root, const std::vector<InstalledPackage>& packages, const Interpreter& interpreter) {
  Prefix prefix;
  prefix.key = root.filename();
  prefix.root = root;
  prefix.site_packages = root / "lib" / ("python" + interpreter.minor.str()) / "site-packages";
  prefix.scripts = root / "bin";
  prefix.packages = packages;
  return prefix;
}

struct LinkJob {
  fs::path from, to;
};

// All files below `source` as links to make below `target`; the folders are made at once.
Result<void> plan_links(const fs::path& source, const fs::path& target, std::vector<LinkJob>& jobs) {
  std::error_code error;
  if (!fs::exists(source, error)) return {};
  TRY(create_folders(target));
  for (auto entry = fs::recursive_directory_iterator(source, error); entry != fs::recursive_directory_iterator();
       entry.increment(error)) {
    if (error) return fail("reading " + source.string(), error.message());
    const fs::path to = target / entry->path().lexically_relative(source);
    if (entry->is_directory(error)) {
      fs::create_directory(to, error);
      if (error) return std::unexpected(disk_error("making " + to.string(), error.value()));
    } else {
      jobs.push_back({entry->path(), to});
    }
  }
  return {};
}

// As link(2), for a name that is taken and for a file that another run replaces by its equal at this moment: link(2)
// answers ENOENT when the file that it found by its name has lost that name since.
int link_anew(Disk& disk, const LinkJob& job) {
  constexpr int tries = 16;
  int failure = 0;
  std::error_code error;
  for (int i = 0; i < tries; ++i) {
    if (disk.link(job.from, job.to) == 0) return 0;
    failure = errno;
    if (failure == EEXIST)
      fs::remove(job.to, error);
    else if (failure != ENOENT || !fs::exists(job.from, error))
      return failure;
  }
  return failure;
}

// 0, or the errno of what failed.
int link_or_copy(Disk& disk, const LinkJob& job) {
  const int failure = link_anew(disk, job);
  if (failure != EXDEV && failure != EMLINK && failure != EPERM && failure != ENOTSUP) return failure;
  std::error_code error;
  fs::copy_file(job.from, job.to, fs::copy_options::overwrite_existing, error);
  return error.value();
}

// Links of one wheel go in parallel; wheel after wheel, so that the later one wins.
Result<void> run_links(const std::vector<LinkJob>& jobs, Disk& disk) {
  std::atomic<std::size_t> next{0};
  std::atomic<int> failure{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < jobs.size() && failure == 0; i = next++)
      if (const int error = link_or_copy(disk, jobs[i])) failure = error;
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < std::min(4u, usable_cores()); ++i) threads.emplace_back(work);
    work();
  }
  if (failure != 0) return std::unexpected(disk_error("linking files into a prefix", failure));
  return {};
}

Result<void> fill(const fs::path& root, const std::vector<PrefixPart>& parts, const Interpreter& interpreter,
                  Disk& disk) {
  const Prefix prefix = prefix_at(root, {}, interpreter);
  TRY(create_folders(prefix.site_packages));
  TRY(create_folders(prefix.scripts));
  const fs::path headers = root / "include" / ("python" + interpreter.minor.str());
  for (const PrefixPart& part : parts) {
    std::vector<LinkJob> jobs;
    TRY(plan_links(part.unpacked / "purelib", prefix.site_packages, jobs));
    TRY(plan_links(part.bytecode, prefix.site_packages, jobs));
    TRY(plan_links(part.unpacked / "headers", headers, jobs));
    TRY(plan_links(part.unpacked / "data", root, jobs));
    TRY(run_links(jobs, disk));
    TRY(place_scripts(part.unpacked / "scripts", prefix.scripts, interpreter.executable, disk));
  }
  return write_console_scripts(prefix.site_packages, prefix.scripts, interpreter.executable, disk);
}

}  // namespace

std::string prefix_key(const std::vector<InstalledPackage>& packages, const Interpreter& interpreter) {
  std::set<std::string> lines;
  for (const InstalledPackage& package : packages)
    lines.insert(package.name + " " + package.version + " " + package.sha256);
  std::string identity = std::string(kLayoutVersion) + "\n" + interpreter.executable.string() + "\n" +
                         interpreter.version + "\n" + interpreter.extension_suffix + "\n";
  for (const std::string& line : lines) identity += line + "\n";
  return sha256_hex(identity).substr(0, 32);
}

std::optional<Prefix> find_prefix(const std::vector<InstalledPackage>& packages, const Interpreter& interpreter,
                                  const StoreLayout& layout) {
  const fs::path root = layout.prefix(prefix_key(packages, interpreter));
  std::error_code error;
  if (!fs::exists(root, error)) return std::nullopt;
  fs::last_write_time(root, fs::file_time_type::clock::now(), error);
  return prefix_at(root, packages, interpreter);
}

Result<Prefix> make_prefix(const std::vector<InstalledPackage>& packages, const std::vector<PrefixPart>& parts,
                           const std::string& project, const Interpreter& interpreter, const StoreLayout& layout,
                           Disk& disk) {
  const std::string key = prefix_key(packages, interpreter);
  const FolderLock lock = TRY(FolderLock::take(layout, "prefix-" + key));
  if (auto there = find_prefix(packages, interpreter, layout)) return *there;
  const fs::path work = TRY(temporary_folder(layout, "prefix"));
  auto filled = fill(work, parts, interpreter, disk);
  if (filled) filled = write_manifest({project, interpreter.version, packages}, work, disk);
  if (filled) filled = create_folders(layout.prefix(key).parent_path());
  if (filled) filled = publish(disk, work, layout.prefix(key), false);
  if (!filled) {
    remove_folder(work);
    return std::unexpected(filled.error());
  }
  return prefix_at(layout.prefix(key), packages, interpreter);
}

}  // namespace tfh
