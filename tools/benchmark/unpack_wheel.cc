// Unpacks one wheel into a store and nothing else, for tools/bench. usage: unpack_wheel WHEEL STORE
#include <cstdio>
#include <string>

#include "harness/base/disk.h"
#include "harness/store/unpack.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: unpack_wheel WHEEL STORE\n", stderr);
    return 2;
  }
  // The name in the store; the bytes are not hashed here, as they are in passing when they are downloaded.
  const std::string sha256(64, '0');
  const auto unpacked =
      tfh::unpack_wheel(argv[1], sha256, tfh::StoreLayout(argv[2]), tfh::system_disk(), tfh::unpacking_threads());
  if (unpacked) return 0;
  std::fprintf(stderr, "%s\n", unpacked.error().text().c_str());
  return 1;
}
