// One way in which a mirror misbehaves, and the answers it gives then. Pure.
#pragma once

#include <cstddef>
#include <string>

#include "tests/fakes/loopback_server.h"

namespace tfh::test {

enum class FaultKind {
  drop,             // the connection closes after `at` bytes of the body
  reset_head,       // the connection closes before the head is complete
  stall,            // nothing comes after `at` bytes
  drip,             // small pieces with pauses between
  shorter,          // the file ends after `at` bytes, and the length says so
  longer,           // more bytes than the file has, and the length says so
  wrong_bytes,      // the byte at `at` is another one
  ignores_range,    // 200 and the whole file
  wrong_range,      // 206 that begins somewhere else
  refuses_range,    // 416
  forbidden,        // 403 with an HTML page
  login,            // 200 with an HTML page
  missing,          // 404
  too_many,         // 429 with Retry-After
  unavailable,      // 503 with Retry-After
  broken,           // 500
  redirect,         // to the same file under another path
  redirect_loop,    // to itself
  redirect_astray,  // to a scheme that is not followed
  gzip,             // encoded although identity was asked for
  old_protocol,     // HTTP/1.0 without a length, ended by closing
  chunked,          // no length, and the chunks break off at `at` bytes
  garbage,          // no HTTP at all
};
inline constexpr int fault_kinds = 23;

struct MirrorFault {
  FaultKind kind = FaultKind::drop;
  std::size_t at = 0;  // where in the body
  int left = 1;        // how many requests it still happens to; negative: all
};

std::string name_of(FaultKind kind);

// Whether who asks again gets the file in the end, as long as the fault happens no more often than it asks.
bool passes(FaultKind kind);

// The sound answer to a request for this content, and the one with the fault.
LoopbackAnswer sound_answer(const LoopbackRequest& request, const std::string& content);
LoopbackAnswer faulty_answer(const MirrorFault& fault, const LoopbackRequest& request, const std::string& content);

}  // namespace tfh::test
