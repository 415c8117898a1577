#include "harness/store/member_writer.h"

#include <fcntl.h>

namespace tfh {

Result<void> MemberWriter::open(unsigned mode) {
  inflater_.start();
  file_ = TRY(open_file(path_, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode));
  return {};
}

Result<void> MemberWriter::feed(std::string_view packed) {
  if (!content_.deflated) return take(packed);
  return inflater_.feed(packed, [this](std::string_view bytes) { return take(bytes); });
}

Result<void> MemberWriter::take(std::string_view bytes) {
  if (written_ + bytes.size() > content_.size)
    return fail("unpacking " + path_.filename().string(), "it holds more bytes than the archive announces");
  crc_ = crc32(crc_, bytes);
  written_ += bytes.size();
  return write_all(disk_, file_.get(), bytes, path_);
}

Result<void> MemberWriter::finish() {
  const std::string doing = "unpacking " + path_.filename().string();
  if (written_ != content_.size)
    return fail(doing, std::to_string(written_) + " bytes, the archive announces " + std::to_string(content_.size));
  if (content_.deflated && !inflater_.ended()) return fail(doing, "the compressed data is cut off");
  if (crc_ != content_.crc) return fail(doing, "the bytes do not match the archive's CRC-32");
  file_ = Descriptor();
  return {};
}

}  // namespace tfh
