#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "tests/driver/leftovers.h"

int main(int argc, char** argv) {
  tfh::test::adopt_orphans();
  return doctest::Context(argc, argv).run();
}
