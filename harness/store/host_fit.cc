#include "harness/store/host_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>

#include "harness/store/shared_object.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// "libm.so", "libm.so.6", "x.cpython-38-x86_64-linux-gnu.so"
bool is_library_name(const std::string& name) {
  return name.ends_with(".so") || name.find(".so.") != std::string::npos;
}

class Fitting {
 public:
  Fitting(const fs::path& folder, const std::vector<fs::path>& library_folders)
      : folder_(folder), library_folders_(library_folders) {}

  std::vector<std::string> run() {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
      const std::string name = entry->path().filename();
      if (!is_library_name(name)) continue;
      files.push_back(entry->path());
      inside_.insert(name);
    }
    std::ranges::sort(files);
    for (const fs::path& file : files) examine(file);
    std::vector<std::string> lines;
    for (const auto& [what, who] : lacking_)
      lines.push_back(fmt::format("{} (needed by {}{})", what, who.first,
                                  who.count > 1 ? fmt::format(" and {} more", who.count - 1) : ""));
    return lines;
  }

 private:
  struct Needing {
    std::string first;
    std::size_t count = 0;
  };

  void examine(const fs::path& file) {
    const auto object = read_shared_object(file);
    if (!object) return;
    const std::string name = file.lexically_relative(folder_);
    for (const std::string& library : object->needed) {
      if (inside_.contains(library) || library.starts_with("libpython") || in_own_folders(*object, file, library))
        continue;
      const auto& host = host_library(library);
      if (!host) {
        lack(library + " is not on this machine", name);
        continue;
      }
      if (const auto asked = object->versions.find(library); asked != object->versions.end())
        for (const std::string& version : asked->second)
          if (!host->defined.contains(version)) lack(library + " of this machine has no " + version, name);
    }
  }

  static bool in_own_folders(const SharedObject& object, const fs::path& file, const std::string& library) {
    constexpr std::string_view origin = "$ORIGIN";
    std::error_code error;
    return std::ranges::any_of(object.folders, [&](std::string folder) {
      if (const auto at = folder.find(origin); at != std::string::npos)
        folder.replace(at, origin.size(), file.parent_path().string());
      return fs::exists(fs::path(folder) / library, error);
    });
  }

  const std::optional<SharedObject>& host_library(const std::string& name) {
    const auto [found, is_new] = host_.try_emplace(name);
    if (!is_new) return found->second;
    for (const fs::path& folder : library_folders_)
      if (!found->second) found->second = read_shared_object(folder / name);
    return found->second;
  }

  void lack(const std::string& what, const std::string& who) {
    Needing& needing = lacking_[what];
    if (needing.count++ == 0) needing.first = who;
  }

  const fs::path& folder_;
  const std::vector<fs::path>& library_folders_;
  std::set<std::string> inside_;  // names of libraries below the folder
  std::map<std::string, std::optional<SharedObject>> host_;
  std::map<std::string, Needing> lacking_;
};

}  // namespace

std::vector<fs::path> system_library_folders() {
  std::vector<fs::path> folders = {
      "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib",
      "/usr/local/lib"};
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator("/etc/ld.so.conf.d", absent)) {
    std::ifstream lines(entry.path());
    for (std::string line; std::getline(lines, line);)
      if (line.starts_with('/')) folders.emplace_back(line.substr(0, line.find_last_not_of(" \t") + 1));
  }
  return folders;
}

std::vector<std::string> host_shortcomings(const fs::path& folder, const std::vector<fs::path>& library_folders) {
  return Fitting(folder, library_folders).run();
}

}  // namespace tfh
