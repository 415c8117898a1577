#include "harness/store/member_writer.h"

namespace tfh {

Result<void> MemberWriter::open(unsigned mode) {
  tools_.inflater.start();
  TRY(file_.open(mode));
  if (content_.deflated && content_.size >= MemberFile::large)
    pipe_.emplace([this](std::string_view bytes) { return write(bytes); });
  return {};
}

Result<void> MemberWriter::feed(std::string_view packed) {
  return content_.deflated ? tools_.inflater.feed(packed, *this) : write(packed);
}

std::span<std::uint8_t> MemberWriter::room() {
  return pipe_ ? pipe_->room() : tools_.buffer;
}

Result<void> MemberWriter::take(std::size_t count) {
  return pipe_ ? pipe_->put(count) : write({reinterpret_cast<const char*>(tools_.buffer.data()), count});
}

Result<void> MemberWriter::write(std::string_view bytes) {
  if (written_ + bytes.size() > content_.size)
    return fail("unpacking " + file_.path().filename().string(), "it holds more bytes than the archive announces");
  crc_ = crc32(crc_, bytes);
  written_ += bytes.size();
  return file_.write(bytes);
}

Result<void> MemberWriter::finish() {
  if (pipe_) TRY(pipe_->finish());
  const std::string doing = "unpacking " + file_.path().filename().string();
  if (written_ != content_.size)
    return fail(doing, std::to_string(written_) + " bytes, the archive announces " + std::to_string(content_.size));
  if (content_.deflated && !tools_.inflater.ended()) return fail(doing, "the compressed data is cut off");
  if (crc_ != content_.crc) return fail(doing, "the bytes do not match the archive's CRC-32");
  return file_.finish();
}

}  // namespace tfh
