// Little-endian numbers of ZIP records, read with bounds.
#pragma once

#include <cstdint>
#include <string_view>

namespace tfh {

// Reads forward; after a read beyond the end every value is 0 and ok() is false.
class ZipBytes {
 public:
  explicit ZipBytes(std::string_view bytes) : left_(bytes) {}

  std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
  std::uint64_t u64() { return number(8); }
  std::string_view take(std::size_t count) {
    if (count > left_.size()) {
      ok_ = false;
      left_ = {};
      return {};
    }
    const std::string_view taken = left_.substr(0, count);
    left_.remove_prefix(count);
    return taken;
  }
  bool ok() const { return ok_; }
  std::size_t left() const { return left_.size(); }

 private:
  std::uint64_t number(std::size_t size) {
    const std::string_view bytes = take(size);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
      value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return value;
  }

  std::string_view left_;
  bool ok_ = true;
};

}  // namespace tfh
