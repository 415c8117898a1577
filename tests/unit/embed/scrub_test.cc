#include "embed/python/scrub.h"

#include <doctest/doctest.h>

namespace tfh::embed {
namespace {

TEST_CASE("what differs between two runs of one release is taken out of texts") {
  Scrubber scrubber;
  scrubber.hide("/store/scratch/17/check", "SCRATCH");
  scrubber.hide("/store", "STORE");
  scrubber.hide("", "NOTHING");
  struct Row {
    const char *text, *expected;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"<object at 0x7f3a5c0012d0>", "<object at 0xADDR>"},
           {"flags 0x1f and 0xABCDEF01", "flags 0x1f and 0xADDR"},
           {"0x", "0x"},
           {"/store/scratch/17/check/model not found", "SCRATCH/model not found"},
           {"/store/wheels and /store", "STORE/wheels and STORE"},
           {"nothing to hide", "nothing to hide"},
       })
    CHECK(scrubber.scrub(row.text) == row.expected);
}

}  // namespace
}  // namespace tfh::embed
