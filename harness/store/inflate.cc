#include "harness/store/inflate.h"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

namespace tfh {

struct Inflater::State {
  inflate_state stream{};
};

Inflater::Inflater() : state_(std::make_unique<State>()) {
  start();
}
Inflater::~Inflater() = default;

void Inflater::start() {
  isal_inflate_init(&state_->stream);
  state_->stream.crc_flag = ISAL_DEFLATE;
}

bool Inflater::ended() const {
  return state_->stream.block_state == ISAL_BLOCK_FINISH;
}

Result<void> Inflater::feed(std::string_view packed, InflatedSink& sink) {
  inflate_state& stream = state_->stream;
  // ISA-L reads only; its interface lacks the const.
  stream.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<std::uint32_t>(packed.size());
  bool full = true;
  while (!ended() && (stream.avail_in > 0 || full)) {
    const std::span<std::uint8_t> room = sink.room();
    stream.next_out = room.data();
    stream.avail_out = static_cast<std::uint32_t>(room.size());
    const int code = isal_inflate(&stream);
    if (code < 0) return fail("inflating", "the compressed data is damaged");
    const std::size_t count = room.size() - stream.avail_out;
    full = stream.avail_out == 0;
    if (count > 0) TRY(sink.take(count));
    if (count == 0 && stream.avail_in > 0 && !ended() && code != ISAL_DECOMP_OK) break;
  }
  if (stream.avail_in > 0) return fail("inflating", "there are bytes after the end of the compressed data");
  return {};
}

std::uint32_t crc32(std::uint32_t crc, std::string_view bytes) {
  return crc32_gzip_refl(crc, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

}  // namespace tfh
