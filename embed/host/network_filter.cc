#include "embed/host/network_filter.h"

#include <seccomp.h>
#include <sys/socket.h>

#include <cerrno>
#include <memory>

namespace tfh::embed {

Result<void> deny_internet_sockets() {
  constexpr auto doing = "denying internet sockets";
  const std::unique_ptr<void, decltype(&seccomp_release)> filter(seccomp_init(SCMP_ACT_ALLOW), seccomp_release);
  if (!filter) return fail(doing, "seccomp is not there");
  for (const int family : {AF_INET, AF_INET6}) {
    const int status = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1,
                                        SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(family), 0));
    if (status != 0) return fail(doing, errno_text(-status));
  }
  if (const int status = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(io_uring_setup), 0))
    return fail(doing, errno_text(-status));
  if (const int status = seccomp_load(filter.get())) return fail(doing, errno_text(-status));
  return {};
}

}  // namespace tfh::embed
