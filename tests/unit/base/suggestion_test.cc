#include "harness/base/suggestion.h"

#include <doctest/doctest.h>

using tfh::suggestion;

TEST_CASE("a word one slip away is suggested") {
  CHECK(suggestion("comapre", {"compare", "download", "doctor"}) == "did you mean 'compare'?");
  CHECK(suggestion("doctr", {"compare", "download", "doctor"}) == "did you mean 'doctor'?");
}

TEST_CASE("a word far from all lists what there is") {
  CHECK(suggestion("zzzzzz", {"compare", "doctor"}) == "there are: compare, doctor");
}
