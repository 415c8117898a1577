#include "harness/base/disk.h"

#include <unistd.h>

#include <cstdio>
#include <system_error>

namespace tfh {
namespace {

class SystemDisk : public Disk {
 public:
  ssize_t write(int descriptor, const void* data, std::size_t size) override { return ::write(descriptor, data, size); }
  int sync(int descriptor) override { return ::fsync(descriptor); }
  int rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    return ::rename(from.c_str(), to.c_str());
  }
  int link(const std::filesystem::path& from, const std::filesystem::path& to) override {
    return ::link(from.c_str(), to.c_str());
  }
  std::optional<std::uint64_t> free_bytes(const std::filesystem::path& folder) override {
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (error) return std::nullopt;
    return space.available;
  }
};

}  // namespace

Disk& system_disk() {
  static SystemDisk disk;
  return disk;
}

}  // namespace tfh
