// `cache verify`: the store against its hashes, and on request against the index, a mirror, and this machine.
#pragma once

namespace CLI {
class App;
}

namespace tfh {

void add_cache_verify(CLI::App& cache, int& status);

}  // namespace tfh
