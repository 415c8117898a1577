#include "harness/diff/symbol.h"

#include <doctest/doctest.h>

#include "tests/fakes/values.h"

using namespace tfh;
using namespace tfh::fakes;
using nlohmann::json;

namespace {

json symbol(const json& more) {
  json value = {{"kind", "symbol"}, {"type", "callable"}};
  value.update(more);
  return value;
}

json of_class(const std::vector<std::string>& bases) {
  return symbol({{"type", "class"}, {"bases", bases}});
}

// "tf.a.f missing", for each difference between two surfaces.
std::vector<std::string> changes(const std::vector<Observation>& before, const std::vector<Observation>& after) {
  std::vector<std::string> lines;
  for (const Difference& difference : compare(record("2.4.0", {check("api_surface.framework", "tf", before)}),
                                              record("2.12.0", {check("api_surface.framework", "tf", after)}))
                                          .differences) {
    lines.push_back(difference.api.front() + " " + name_of(difference.kind));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a symbol that comes or goes or is called otherwise is a difference of that symbol") {
  const json one = symbol({{"signature", "(x)"}});
  const json other = symbol({{"signature", "(x, name=None)"}});
  CHECK(changes({{"tf.f", one}}, {{"tf.f", other}}) == Lines{"tf.f signature"});
  CHECK(changes({{"tf.f", one}}, {}) == Lines{"tf.f missing"});
  CHECK(changes({}, {{"tf.f", one}}) == Lines{"tf.f added"});
  CHECK(changes({{"tf.f", one}}, {{"tf.f", symbol({{"type", "class"}, {"signature", "(x)"}})}}) ==
        Lines{"tf.f signature"});
}

TEST_CASE("a signature that is not known is no difference, a definition and a deprecation are") {
  const json silent = symbol(json::object());
  CHECK_FALSE(symbol_verdict(silent, symbol({{"signature", "(x)"}})));
  CHECK(symbol_verdict(silent, symbol({{"definition", "T: type"}}))->kind == Kind::signature);
  const auto deprecated = symbol_verdict(silent, symbol({{"deprecated", true}}));
  REQUIRE(deprecated);
  CHECK(deprecated->kind == Kind::warning);
  CHECK(deprecated->severity == Severity::cosmetic);
}

TEST_CASE("a member that moved to a public base is not missing, and is compared with the base's") {
  const std::vector<Observation> own = {
      {"tf.Base", of_class({})}, {"tf.Model", of_class({"tf.Base"})}, {"tf.Model.fit", symbol({{"signature", "(x)"}})}};
  const auto moved = [](const char* signature) -> std::vector<Observation> {
    return {{"tf.Base", of_class({})},
            {"tf.Base.fit", symbol({{"signature", signature}})},
            {"tf.Model", of_class({"tf.Base"})}};
  };
  CHECK(changes(own, moved("(x)")) == Lines{"tf.Base.fit added"});
  CHECK(changes(own, moved("(x, y)")) == Lines{"tf.Model.fit signature", "tf.Base.fit added"});
}

TEST_CASE("nothing is missing in a class whose instances may have more") {
  const json property = symbol({{"type", "property"}});
  const json closed = of_class({});
  json open = closed;
  open["open"] = true;
  CHECK(changes({{"tf.O", closed}, {"tf.O.scale", property}}, {{"tf.O", closed}}) == Lines{"tf.O.scale missing"});
  CHECK(changes({{"tf.O", closed}, {"tf.O.scale", property}}, {{"tf.O", open}}).empty());
}

TEST_CASE("the members of a class that is gone are not missing one by one") {
  const json member = symbol({{"signature", "()"}});
  CHECK(changes({{"tf.C", of_class({})}, {"tf.C.f", member}}, {}) == Lines{"tf.C missing"});
  CHECK(changes({}, {{"tf.C", of_class({})}, {"tf.C.f", member}}) == Lines{"tf.C added"});
}

TEST_CASE("an attribute of instances is neither told apart from a property nor missed") {
  const json attribute = symbol({{"type", "attribute"}});
  const json property = symbol({{"type", "property"}});
  CHECK(changes({{"tf.O.scale", attribute}}, {{"tf.O.scale", property}}).empty());
  CHECK(changes({{"tf.O.scale", attribute}}, {}).empty());
  CHECK(changes({}, {{"tf.O.scale", attribute}}).empty());
}

TEST_CASE("the witness of a symbol looks at that symbol") {
  CHECK(symbol_witness("tf.f", symbol(json::object())).find("symbol = tf.f\n") != std::string::npos);
  const std::string raw = symbol_witness("tf.raw_ops.Abs", symbol({{"definition", "T: type"}}));
  CHECK(raw.find("tf.raw_ops.Abs and op_def_registry.get('Abs')") != std::string::npos);
}

TEST_CASE("names that go in one module are one group, and so is a new signature under several names") {
  const auto grouped = [](const std::vector<Observation>& before, const std::vector<Observation>& after) {
    auto differences = compare(record("2.4.0", {check("api_surface.framework", "tf", before)}),
                               record("2.12.0", {check("api_surface.framework", "tf", after)}))
                           .differences;
    return group_differences(differences);
  };
  const auto named = [](const std::string& name, const char* signature) -> Observation {
    return {name, symbol({{"signature", signature}})};
  };
  CHECK(grouped({named("tf.a.f", "()"), named("tf.a.g", "(x)"), named("tf.b.f", "()")}, {}).size() == 2);
  CHECK(grouped({named("tf.a.f", "(x)"), named("tf.b.f", "(x)")}, {named("tf.a.f", "(y)"), named("tf.b.f", "(y)")})
            .size() == 1);
}
