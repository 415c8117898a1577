// Where a worker finds its socket to the harness: the host puts it there before the interpreter starts.
#pragma once

namespace tfh::embed {

inline constexpr int harness_socket = 3;

}  // namespace tfh::embed
