// The frames that the harness and a worker exchange on their socket, and a fork writes to its zygote's pipe: four bytes
// of length, big-endian, then so many bytes of JSON in UTF-8. Which frames there are: README.md.
#pragma once

#include <chrono>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "harness/base/error.h"

namespace tfh {

inline constexpr std::size_t frame_limit = 256u << 20;  // bytes of JSON; more is taken for garbage

// Frames out of a stream of bytes that arrive in pieces.
class FrameBuffer {
 public:
  // How many bytes complete the length, or the frame once its length is known: who reads no more than this never takes
  // a byte of the next frame. Never 0 before take() has been asked.
  std::size_t wanted() const;
  void append(std::string_view bytes) { bytes_ += bytes; }
  bool empty() const { return bytes_.empty(); }
  // The JSON text of the first frame if it is complete, or nothing. An Error: the length is beyond the limit.
  Result<std::optional<std::string>> take();

 private:
  std::size_t announced() const;  // with the four bytes that tell it

  std::string bytes_;
};

// The bytes of one frame. Text that is not UTF-8 is replaced by U+FFFD.
std::string encode_frame(const nlohmann::json& message);
Result<nlohmann::json> decode_frame(std::string_view text);

// Writes the whole frame; a pipe or a socket. Blocks while the other side does not read.
Result<void> write_frame(int descriptor, const nlohmann::json& message);
Result<void> write_bytes(int descriptor, std::string_view bytes);

// Reads one frame and not a byte more. nullopt: the other side closed before the first byte. Errors: closed within a
// frame, not JSON, nothing whole within `timeout` (absent: waits for ever).
Result<std::optional<nlohmann::json>> read_frame(int descriptor,
                                                 std::optional<std::chrono::milliseconds> timeout = std::nullopt);

}  // namespace tfh
