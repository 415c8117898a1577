#include "harness/store/volume.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

#include "harness/base/file.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

struct SharedType {
  std::string_view type;
  std::string_view needs;                      // a mount option without which locks stay on one machine
  std::array<std::string_view, 3> keep_local;  // mount options with which they do
};

// Others see this machine's flock(2) locks: flock(2) and nfs(5) for NFS, mount.lustre(8), and for the rest the
// documentation of each, which calls it coherent.
constexpr std::array kSharedLocks = {
    SharedType{"nfs", "", {"nolock", "local_lock=all", "local_lock=flock"}},
    SharedType{"nfs4", "", {"nolock", "local_lock=all", "local_lock=flock"}},
    SharedType{"lustre", "flock", {"localflock", "noflock", ""}},
    SharedType{"ceph", "", {}},
    SharedType{"gfs2", "", {"localflocks", "", ""}},
    SharedType{"ocfs2", "", {"localflocks", "", ""}},
};
// 9p, virtiofs and vboxsf keep locks with the guest; SMB has neither the renames nor, often, the hard links.
constexpr std::array<std::string_view, 9> kUnsafe = {"9p",     "virtiofs", "vboxsf", "cifs", "smb3",
                                                     "beegfs", "gpfs",     "afs",    "coda"};

struct Mount {
  std::string type;
  std::vector<std::string> options;
};

// Space, tab, newline and backslash are written as \040 and so on.
std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool octal = text[i] == '\\' && i + 3 < text.size();
    plain += octal ? static_cast<char>(std::stoi(std::string(text.substr(i + 1, 3)), nullptr, 8)) : text[i];
    if (octal) i += 3;
  }
  return plain;
}

bool is_below(const fs::path& place, const fs::path& folder) {
  return std::ranges::mismatch(folder, place).in1 == folder.end();
}

void add_options(const std::string& written, std::vector<std::string>& options) {
  std::istringstream stream(written);
  for (std::string option; std::getline(stream, option, ',');) options.push_back(option);
}

Mount mount_of(const fs::path& place, std::string_view mountinfo) {
  Mount found;
  std::size_t longest = 0;
  std::istringstream lines{std::string(mountinfo)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string ignored, point, options, word, type, source, more;
    words >> ignored >> ignored >> ignored >> ignored >> point >> options;
    while (words >> word && word != "-") continue;
    words >> type >> source >> more;
    point = unescaped(point);
    if (type.empty() || !is_below(place, point) || point.size() < longest) continue;
    longest = point.size();
    found = {type, {}};
    add_options(options, found.options);
    add_options(more, found.options);
  }
  return found;
}

Volume judged(const Mount& mount) {
  const auto has = [&](std::string_view option) {
    return !option.empty() && std::ranges::find(mount.options, option) != mount.options.end();
  };
  const auto shared = std::ranges::find(kSharedLocks, mount.type, &SharedType::type);
  if (shared != kSharedLocks.end()) {
    const auto local = std::ranges::find_if(shared->keep_local, has);
    if (local != shared->keep_local.end()) return {mount.type, Sharing::unsafe, "mounted with " + std::string(*local)};
    if (!shared->needs.empty() && !has(shared->needs))
      return {mount.type, Sharing::unsafe, "mounted without " + std::string(shared->needs)};
    return {mount.type, Sharing::safe, ""};
  }
  if (mount.type.starts_with("fuse.") || std::ranges::find(kUnsafe, mount.type) != kUnsafe.end())
    return {mount.type, Sharing::unsafe, "other machines do not see its locks"};
  return {mount.type, Sharing::one_machine, ""};
}

}  // namespace

Volume volume_of(const fs::path& place, std::string_view mountinfo) {
  return judged(mount_of(place, mountinfo));
}

Volume volume_of(const fs::path& place) {
  std::error_code unreadable;
  const fs::path real = fs::weakly_canonical(place, unreadable);
  return volume_of(unreadable ? place : real, read_file("/proc/self/mountinfo").value_or(""));
}

}  // namespace tfh
