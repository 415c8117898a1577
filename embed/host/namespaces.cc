#include "embed/host/namespaces.h"

#include <linux/capability.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "harness/base/file.h"

namespace tfh::embed {
namespace {

constexpr auto doing = "entering namespaces";

Result<void> write_text(const char* path, const std::string& text) {
  std::ofstream file(path);
  file << text << std::flush;
  if (!file) return fail(doing, std::string(path) + " cannot be written");
  return {};
}

Result<void> raise_loopback() {
  const Descriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  ifreq request{};
  std::strncpy(request.ifr_name, "lo", sizeof request.ifr_name - 1);
  request.ifr_flags = IFF_UP | IFF_RUNNING;
  if (!socket.is_open() || ::ioctl(socket.get(), SIOCSIFFLAGS, &request) != 0)
    return fail(doing, "loopback does not come up: " + errno_text(errno));
  return {};
}

// All but the rights that let root read and write any file, as it is used to: Landlock limits these.
void drop_capabilities() {
  constexpr unsigned kept =
      1u << CAP_CHOWN | 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH | 1u << CAP_FOWNER | 1u << CAP_FSETID;
  for (unsigned number = 0; ::prctl(PR_CAPBSET_READ, number, 0, 0, 0) >= 0; ++number)
    if (number >= 32 || (kept >> number & 1u) == 0) ::prctl(PR_CAPBSET_DROP, number, 0, 0, 0);
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, 2> data{};
  data[0].effective = data[0].permitted = kept;
  ::syscall(SYS_capset, &header, data.data());
}

Result<void> enter_as_root() {
  if (::unshare(CLONE_NEWNET | CLONE_NEWIPC) != 0) return fail(doing, errno_text(errno));
  TRY(raise_loopback());
  drop_capabilities();
  return {};
}

Result<void> enter_as_user() {
  const std::string user = std::to_string(::geteuid()), group = std::to_string(::getegid());
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) != 0) return fail(doing, errno_text(errno));
  TRY(write_text("/proc/self/setgroups", "deny"));
  TRY(write_text("/proc/self/uid_map", user + " " + user + " 1"));
  TRY(write_text("/proc/self/gid_map", group + " " + group + " 1"));
  return raise_loopback();
}

// What fails half-way cannot be undone, so it is tried in a process that is thrown away.
bool works_in_a_child(Result<void> (*enter)()) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(enter() ? 0 : 1);
  int status = 1;
  return child > 0 && ::waitpid(child, &status, 0) == child && status == 0;
}

}  // namespace

Result<void> enter_namespaces() {
  for (const auto enter : {enter_as_root, enter_as_user}) {
    if (enter == enter_as_root && ::geteuid() != 0) continue;
    if (works_in_a_child(enter)) return enter();
  }
  return fail(doing, "the kernel does not allow it", "user namespaces may be switched off on this machine");
}

}  // namespace tfh::embed
