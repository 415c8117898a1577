#include "embed/host/file_rules.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <string>

#include "harness/base/file.h"

namespace tfh::embed {
namespace {

constexpr auto doing = "restricting where the worker may write";

// Named here and not by the kernel's header, which may be older than the kernel.
constexpr std::uint64_t refer = 1ull << 13;                         // ABI 2
constexpr std::uint64_t truncate = 1ull << 14;                      // ABI 3
constexpr std::uint64_t scope_abstract_sockets_and_signals = 0b11;  // ABI 6

struct RulesetAttributes {  // struct landlock_ruleset_attr as of ABI 6
  std::uint64_t files, network, scoped;
};

std::uint64_t file_rights(int abi) {
  std::uint64_t rights = LANDLOCK_ACCESS_FS_WRITE_FILE | refer;
  for (std::uint64_t right = LANDLOCK_ACCESS_FS_REMOVE_DIR; right <= LANDLOCK_ACCESS_FS_MAKE_SYM; right <<= 1)
    rights |= right;
  return abi >= 3 ? rights | truncate : rights;
}

int create_ruleset(const RulesetAttributes* attributes, std::size_t size, unsigned flags) {
  return static_cast<int>(::syscall(SYS_landlock_create_ruleset, attributes, size, flags));
}

Result<void> allow(const Descriptor& ruleset, const std::filesystem::path& path, std::uint64_t rights) {
  const Descriptor parent(::open(path.c_str(), O_PATH | O_CLOEXEC));
  if (!parent.is_open()) return fail(doing, path.string() + ": " + errno_text(errno));
  landlock_path_beneath_attr rule{};
  rule.allowed_access = rights;
  rule.parent_fd = parent.get();
  if (::syscall(SYS_landlock_add_rule, ruleset.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0)
    return fail(doing, path.string() + ": " + errno_text(errno));
  return {};
}

}  // namespace

Result<int> restrict_writing(const std::vector<std::filesystem::path>& folders) {
  const int abi = create_ruleset(nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (abi < 0) return fail(doing, "the kernel has no Landlock: " + errno_text(errno));
  if (abi < 2) return fail(doing, "the kernel's Landlock is too old (ABI 1, needed: 2)");
  const std::uint64_t rights = file_rights(abi);
  RulesetAttributes attributes{rights, 0, 0};
  std::size_t size = sizeof attributes.files;
  if (abi >= 6) {
    attributes.scoped = scope_abstract_sockets_and_signals;
    size = sizeof attributes;
  }
  const Descriptor ruleset(create_ruleset(&attributes, size, 0));
  if (!ruleset.is_open()) return fail(doing, errno_text(errno));
  for (const auto& folder : folders) TRY(allow(ruleset, folder, rights));
  const std::uint64_t device_rights = rights & (LANDLOCK_ACCESS_FS_WRITE_FILE | truncate);
  for (const char* device : {"/dev/null", "/dev/zero", "/dev/full"}) TRY(allow(ruleset, device, device_rights));
  if (std::filesystem::is_directory("/dev/shm")) TRY(allow(ruleset, "/dev/shm", rights));
  if (::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) != 0) return fail(doing, errno_text(errno));
  return abi;
}

}  // namespace tfh::embed
