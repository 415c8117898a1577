#include "harness/run/frame.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

namespace tfh {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t length_bytes = 4;

Result<void> wait_readable(int descriptor, std::optional<Clock::time_point> deadline) {
  for (;;) {
    int left = -1;
    if (deadline) {
      const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now()).count();
      left = static_cast<int>(std::clamp<std::int64_t>(wait, 0, 3'600'000));
    }
    pollfd polled{descriptor, POLLIN, 0};
    const int ready = ::poll(&polled, 1, left);
    if (ready > 0) return {};
    if (ready < 0 && errno != EINTR) return fail("reading a frame", errno_text(errno));
    if (ready == 0 && deadline && Clock::now() >= *deadline) return fail("reading a frame", "nothing came in time");
  }
}

}  // namespace

std::size_t FrameBuffer::announced() const {
  std::size_t length = 0;
  for (std::size_t i = 0; i < length_bytes; ++i) length = length << 8 | static_cast<unsigned char>(bytes_[i]);
  return length + length_bytes;
}

std::size_t FrameBuffer::wanted() const {
  if (bytes_.size() < length_bytes) return length_bytes - bytes_.size();
  const std::size_t whole = announced();
  return bytes_.size() < whole ? whole - bytes_.size() : 0;
}

Result<std::optional<std::string>> FrameBuffer::take() {
  if (bytes_.size() < length_bytes) return std::nullopt;
  const std::size_t whole = announced();
  if (whole > frame_limit + length_bytes)
    return fail("reading a frame", "a length of " + std::to_string(whole - length_bytes) + " bytes is not possible");
  if (bytes_.size() < whole) return std::nullopt;
  std::string text = bytes_.substr(length_bytes, whole - length_bytes);
  bytes_.erase(0, whole);
  return text;
}

std::string encode_frame(const nlohmann::json& message) {
  const std::string text = message.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  std::string frame;
  frame.reserve(text.size() + length_bytes);
  for (int shift = 24; shift >= 0; shift -= 8) frame += static_cast<char>(text.size() >> shift & 0xff);
  return frame += text;
}

Result<nlohmann::json> decode_frame(std::string_view text) {
  auto message = nlohmann::json::parse(text, nullptr, false);
  if (!message.is_object()) return fail("reading a frame", "it is not a JSON object");
  return message;
}

Result<void> write_bytes(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t count = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0 && errno == ENOTSOCK) count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail("writing a frame", errno_text(errno));
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Result<void> write_frame(int descriptor, const nlohmann::json& message) {
  const std::string frame = encode_frame(message);
  if (frame.size() > frame_limit) return fail("writing a frame", "it has " + std::to_string(frame.size()) + " bytes");
  return write_bytes(descriptor, frame);
}

Result<std::optional<nlohmann::json>> read_frame(int descriptor, std::optional<std::chrono::milliseconds> timeout) {
  std::optional<Clock::time_point> deadline;
  if (timeout) deadline = Clock::now() + *timeout;
  FrameBuffer buffer;
  std::array<char, 65536> piece;
  for (;;) {
    TRY(wait_readable(descriptor, deadline));
    const ssize_t count = ::read(descriptor, piece.data(), std::min(piece.size(), buffer.wanted()));
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count < 0 && errno != ECONNRESET) return fail("reading a frame", errno_text(errno));
    if (count <= 0) {
      if (buffer.empty()) return std::nullopt;
      return fail("reading a frame", "the other side closed within it");
    }
    buffer.append({piece.data(), static_cast<std::size_t>(count)});
    auto text = TRY(buffer.take());
    if (text) return TRY(decode_frame(*text));
  }
}

}  // namespace tfh
