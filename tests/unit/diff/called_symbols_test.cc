#include "harness/diff/called_symbols.h"

#include <doctest/doctest.h>

#include "tests/fakes/values.h"

using namespace tfh;
using namespace tfh::fakes;

namespace {

using Symbols = std::vector<std::string>;

// What is told of each call of one check of several symbols.
std::vector<Symbols> told(const Symbols& api, const std::vector<std::string>& calls) {
  std::vector<Observation> observations;
  for (const std::string& call : calls) observations.push_back({call, plain(1), "attempt('x', lambda: " + call + ")"});
  CheckRecord of_several = check("linalg.all", "tf", observations);
  of_several.declaration.api = api;
  const CalledSymbols symbols(of_several);
  std::vector<Symbols> all;
  for (const Observation& observation : observations) all.push_back(symbols.of(observation));
  return all;
}

}  // namespace

TEST_CASE("an observation is about the symbols of its check that its call names") {
  CHECK(told({"tf.linalg.qr", "tf.linalg.inv"},
             {"tf.linalg.qr(x)", "tf.linalg.inv(x)", "tf.linalg.qr(tf.linalg.inv(x))"}) ==
        std::vector<Symbols>{{"tf.linalg.qr"}, {"tf.linalg.inv"}, {"tf.linalg.qr", "tf.linalg.inv"}});
}

TEST_CASE("a symbol that no call names is one that all are about") {
  CHECK(told({"tf.GradientTape", "tf.sin", "tf.cos"}, {"gradient(tf.sin, x)", "gradient(tf.cos, x)"}) ==
        std::vector<Symbols>{{"tf.GradientTape", "tf.sin"}, {"tf.GradientTape", "tf.cos"}});
}

TEST_CASE("a call that names others is about the first of them") {
  CHECK(told({"tf.linalg.qr"}, {"tf.linalg.qr(x)", "tf.linalg.eigvals(tf.constant(x))", "x.T"}) ==
        std::vector<Symbols>{{"tf.linalg.qr"}, {"tf.linalg.eigvals"}, {"tf.linalg.qr"}});
}

TEST_CASE("a function that no call names is told where it may be behind the call, not where another one is called") {
  CHECK(told({"tf.image.flip", "tf.image.rot"}, {"tf.image.rot(x)", "tf.image.crop(x)", "flip(tf.constant(x))"}) ==
        std::vector<Symbols>{{"tf.image.rot"}, {"tf.image.crop"}, {"tf.constant", "tf.image.flip"}});
}

TEST_CASE("parts of other names are no symbols") {
  CHECK(told({"tf.sin"}, {"tf.sin(x)", "tf.sinh(x)", "mytf.sin(x)", "x.tf.sin(x)", "'tf.'"}) ==
        std::vector<Symbols>{{"tf.sin"}, {"tf.sinh"}, {"tf.sin"}, {"tf.sin"}, {"tf.sin"}});
}
