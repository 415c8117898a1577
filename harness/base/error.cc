#include "harness/base/error.h"

#include <cstring>

namespace tfh {

std::string errno_text(int number) {
  char buffer[256];
  return strerror_r(number, buffer, sizeof buffer);
}

}  // namespace tfh
