// Raw deflate streams (RFC 1951), inflated piece by piece in constant memory with ISA-L.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "harness/base/error.h"

namespace tfh {

// Where inflated bytes go.
class InflatedSink {
 public:
  virtual ~InflatedSink() = default;
  virtual std::span<std::uint8_t> room() = 0;        // for the next bytes; never empty
  virtual Result<void> take(std::size_t count) = 0;  // so many bytes of it are filled
};

class Inflater {
 public:
  Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater();

  void start();  // a new stream; must come before the first feed()
  // Gives everything that `packed` completes to `sink`. Errors: not a deflate stream, bytes after its end, and those of
  // the sink.
  Result<void> feed(std::string_view packed, InflatedSink& sink);
  bool ended() const;  // the stream's last block has been seen whole

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// CRC-32 as ZIP and gzip use it, continued from `crc` (0 at the start).
std::uint32_t crc32(std::uint32_t crc, std::string_view bytes);

}  // namespace tfh
