// The file system that a store is on, and whether several machines may use the store at once: they need each other's
// flock(2) locks, and renames and hard links as one machine has them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tfh {

enum class Sharing {
  one_machine,  // nobody else sees this file system
  safe,         // other machines see this one's locks
  unsafe,       // they do not, or nobody knows
};

struct Volume {
  std::string type;  // as mount(8) names it: "ext4", "nfs4", "fuse.sshfs"
  Sharing sharing = Sharing::one_machine;
  std::string reason;  // why it is unsafe: "mounted with nolock"
};

// `mountinfo`: what /proc/self/mountinfo holds (proc(5)); the mount with the longest path above `place` counts, of
// equal ones the last. A type that is not known to be shared is taken for one machine's; fuse.* is unsafe.
Volume volume_of(const std::filesystem::path& place, std::string_view mountinfo);

// That of a place on this machine, which need not exist yet.
Volume volume_of(const std::filesystem::path& place);

}  // namespace tfh
