#include "embed/worker/worker_main.h"

namespace tfh::embed {

int worker_main() {
  return 0;
}

}  // namespace tfh::embed
