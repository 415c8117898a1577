// The frames of the protocol between harness and worker, as they come in pieces.
#include "harness/run/frame.h"

#include "tests/fuzz/property.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view left = tfh::text_of(data, size);
  tfh::FrameBuffer buffer;
  while (!left.empty()) {
    const std::size_t wanted = buffer.wanted();
    tfh::require(wanted > 0, "an unfinished frame wants bytes");
    const std::size_t piece = std::min(wanted, left.size());
    buffer.append(left.substr(0, piece));
    left.remove_prefix(piece);
    const auto text = buffer.take();
    if (!text) return 0;  // an impossible length: the connection ends here
    if (!*text) continue;
    tfh::require(buffer.empty(), "no byte of the next frame was taken");
    const auto message = tfh::decode_frame(**text);
    if (!message) continue;
    tfh::FrameBuffer copy;
    copy.append(tfh::encode_frame(*message));
    const auto again = copy.take();
    tfh::require(again && *again && tfh::decode_frame(**again) == *message, "a frame is read as it was written");
  }
  return 0;
}
