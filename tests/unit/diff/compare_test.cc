#include <doctest/doctest.h>

#include <algorithm>

#include "harness/diff/difference.h"
#include "tests/fakes/values.h"

using namespace tfh;
using namespace tfh::fakes;

namespace {

std::vector<std::string> told(const Comparison& comparison) {
  std::vector<std::string> lines;
  for (const Difference& difference : comparison.differences) {
    lines.push_back(difference.id + " " + name_of(difference.kind) + " " + name_of(difference.severity));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("two records differ where their observations do") {
  const Record before = record("2.4.0", {check("ops.add", "tf.add", {{"a", plain(1)}, {"b", plain(2)}})});
  const Record after = record("2.12.0", {check("ops.add", "tf.add", {{"a", plain(1)}, {"b", plain(3)}})});
  const Comparison comparison = compare(before, after);
  CHECK(told(comparison) == Lines{"ops.add/b value behaviour"});
  CHECK(comparison.observations == 3);
  CHECK(comparison.same == 2);
  const Difference& difference = comparison.differences.front();
  CHECK(difference.suite == "ops");
  CHECK(difference.check == "add");
  CHECK(difference.api == Lines{"tf.add"});
  CHECK(difference.subject == "tensorflow==2.12.0@py3.8");
  CHECK(difference.policy == "covered");
  CHECK(difference.before == plain(2));
  CHECK(difference.after == plain(3));
  CHECK(difference.detail == "2 -> 3");
  CHECK(difference.witness == "import tensorflow as tf\ntf.add()\n");
}

TEST_CASE("what a load part did not reach is explained by what ended that part") {
  const CheckRecord whole =
      check("saved.x", "tf.load", {{"load a/v", plain(1)}, {"load a/outcome", plain("completed")}});
  CheckRecord raised = whole;
  raised.observations = {{"load a/outcome", exception("ValueError", "no")}, {"outcome", plain("completed")}};
  CHECK(told(compare(record("1", {whole}), record("2", {raised}))) ==
        Lines{"saved.x/load a/outcome exception breaking"});
}

TEST_CASE("a check that was another one when a record was made is not compared") {
  const auto made = [](int value, const std::string& revision) {
    CheckRecord seen = check("ops.add", "tf.add", {{"a", plain(value)}});
    seen.declaration.revision = revision;
    return record("1", {seen});
  };
  CHECK(compare(made(1, "old"), made(2, "new")).differences.empty());
  CHECK(compare(made(1, "old"), made(2, "new")).revised == 1);
  CHECK(compare(made(1, "old"), made(2, "old")).differences.size() == 1);
  CHECK(compare(made(1, ""), made(2, "new")).differences.size() == 1);  // of before there were revisions
}

TEST_CASE("an observation that was another call when a record was made is not compared") {
  const auto made = [](int value, const std::string& call) {
    CheckRecord seen = check("ops.add", "tf.add", {{"a", plain(value), call}, {"b", plain(value)}});
    return record("1", {seen});
  };
  CHECK(compare(made(1, "tf.add(1, 2)"), made(2, "tf.add(1, 3)")).differences.size() == 1);
  CHECK(compare(made(1, "tf.add(1, 2)"), made(2, "tf.add(1, 3)")).revised_calls == 1);
  CHECK(compare(made(1, "tf.add(1, 2)"), made(2, "tf.add(1, 2)")).differences.size() == 2);
  CHECK(compare(made(1, ""), made(2, "tf.add(1, 3)")).differences.size() == 2);
}

TEST_CASE("a load part of what only the other run had to load is not reached") {
  const auto of = [](const std::string& producer) {
    const std::string part = "load " + producer + "/";
    return record(producer, {check("saved.x", "tf.load",
                                   {{"saved", plain(1)},
                                    {part + "v", plain(1)},
                                    {part + "outcome", plain("completed")},
                                    {"outcome", plain("completed")}})});
  };
  const Comparison comparison = compare(of("1"), of("2"));
  CHECK(told(comparison).empty());
  CHECK(comparison.unreached == 4);
}

TEST_CASE("a witness holds what the check prepares and the one line that makes the observation") {
  const auto record_with = [](int value) {
    return record("2.4.0", {check("ops.add", "tf.add", {{"a", plain(1), "a()"}, {"b", plain(value), "b()"}})});
  };
  const Comparison comparison = compare(record_with(2), record_with(3));
  REQUIRE(comparison.differences.size() == 1);
  CHECK(comparison.differences.front().witness == "import tensorflow as tf\ntf.add()\nb()\n");
}

TEST_CASE("a record is the same as itself") {
  const Record one = record("2.4.0", {check("ops.add", "tf.add", {{"a", crash("SIGSEGV")}, {"b", missing("tf.b")}})});
  CHECK(compare(one, one).differences.empty());
}

TEST_CASE("what a side did not reach is explained by what ended it") {
  const CheckRecord whole = check("ops.add", "tf.add", {{"a", plain(1)}, {"b", plain(2)}});
  CheckRecord crashed = whole;
  crashed.status = "crashed";
  crashed.witness = "import tensorflow as tf\n";
  crashed.observations = {{"a", crash("SIGABRT")}};
  CheckRecord raised = whole;
  raised.observations = {{"a", plain(1)}, {"outcome", exception("ValueError", "no")}};

  const Comparison dies = compare(record("1", {whole}), record("2", {crashed}));
  CHECK(told(dies) == Lines{"ops.add/a crash breaking"});
  CHECK(dies.unreached == 2);
  CHECK(dies.differences.front().witness == whole.witness);
  CHECK(told(compare(record("1", {crashed}), record("2", {whole}))) == Lines{"ops.add/a crash behaviour"});
  CHECK(told(compare(record("1", {whole}), record("2", {raised}))) == Lines{"ops.add/outcome exception breaking"});
  CHECK(told(compare(record("1", {crashed}), record("2", {raised}))) == Lines{"ops.add/a crash behaviour"});
}

TEST_CASE("what a check that went on after a death did not observe was not there") {
  const CheckRecord whole = check("raw.t", "tf.raw_ops", {{"a", plain(1)}, {"b", plain(2)}});
  CheckRecord went_on = whole;
  went_on.status = "crashed";
  went_on.observations = {{"a", crash("SIGABRT")}, {"outcome", plain("completed")}};
  const Comparison comparison = compare(record("1", {went_on}), record("2", {whole}));
  CHECK(told(comparison) == Lines{"raw.t/a crash behaviour", "raw.t/b added info"});
  CHECK(comparison.unreached == 0);
}

TEST_CASE("what a completed check did not observe is missing, or added") {
  const Record one = record("1", {check("ops.add", "tf.add", {{"a", plain(1)}})});
  const Record two = record("2", {check("ops.add", "tf.add", {{"b", plain(1)}})});
  CHECK(told(compare(one, two)) == Lines{"ops.add/a missing breaking", "ops.add/b added info"});
  CHECK(compare(one, two).differences.front().after.is_null());
}

TEST_CASE("a check that only one side ran is not compared") {
  CheckRecord skipped = check("ops.new", "tf.new", {});
  skipped.status = "skipped";
  skipped.observations.clear();
  const Record one = record("1", {skipped, check("ops.gone", "tf.gone", {})});
  const Record two = record("2", {check("ops.new", "tf.new", {{"a", plain(1)}})});
  CHECK(compare(one, two).observations == 0);
}

TEST_CASE("unstable observations are set apart, a loss of reproducibility is a difference") {
  const auto made = [](const nlohmann::json& value, bool unstable) {
    Record one = record("1", {check("k.init", "tf.keras.initializers", {{"a", value}})});
    if (unstable) one.unstable = {"k.init/a"};
    return one;
  };
  const auto judged = [&](const Record& before, const Record& after) {
    const Comparison comparison = compare(before, after);
    return comparison.differences.empty() ? std::to_string(comparison.unstable) + " unstable" : told(comparison)[0];
  };
  CHECK(judged(made(plain(1), true), made(plain(2), true)) == "1 unstable");
  CHECK(judged(made(plain(1), false), made(plain(2), true)) == "k.init/a stability behaviour");
  CHECK(judged(made(plain(1), true), made(plain(2), false)) == "k.init/a stability behaviour");
  CHECK(judged(made(plain(1), false), made(plain(1), true)) == "1 unstable");
  CHECK(judged(made(plain(1.0), false), made(plain(1.0000001192092896), true)) == "1 unstable");
  CHECK(judged(made(exception("E", "a"), false), made(exception("E", "b"), true)) == "1 unstable");
  CHECK(judged(made(missing("tf.x"), false), made(plain(1), true)) == "k.init/a added info");
}

TEST_CASE("what one run of the unstable side saw like the reproducible one is no difference") {
  const auto made = [](const nlohmann::json& value, const std::vector<nlohmann::json>& others) {
    Record one = record("1", {check("k.init", "tf.keras.initializers", {{"a", value}})});
    if (others.empty()) return one;
    one.unstable = {"k.init/a"};
    one.unstable_values["k.init/a"] = others;
    return one;
  };
  struct Row {
    nlohmann::json reproducible, shown;
    std::vector<nlohmann::json> others;
    bool differs;
  };
  const std::vector<Row> rows{{plain(1), plain(2), {plain(3)}, true},
                              {plain(1), plain(2), {plain(3), plain(1)}, false},
                              {plain(1.0), plain(2), {plain(1.0000001192092896)}, false},
                              {exception("E", "a"), crash("SIGABRT"), {exception("E", "b")}, false},
                              {exception("E", "a"), crash("SIGABRT"), {exception("F", "a")}, true},
                              {plain(1), plain(2), {nullptr}, true}};
  for (const Row& row : rows) {
    const Record reproducible = made(row.reproducible, {}), unstable = made(row.shown, row.others);
    for (const Comparison& comparison : {compare(reproducible, unstable), compare(unstable, reproducible)}) {
      CHECK(comparison.differences.size() == (row.differs ? 1 : 0));
      CHECK(comparison.unstable == (row.differs ? 0 : 1));
    }
  }
}

TEST_CASE("the last bits and texts of errors are never covered by the policy") {
  const Record one = record("1", {check("o.a", "tf.a", {{"x", plain(1.0)}, {"y", exception("E", "a")}})});
  const Record two =
      record("2", {check("o.a", "tf.a", {{"x", plain(1.0000001192092896)}, {"y", exception("E", "b")}})});
  for (const Difference& difference : compare(one, two).differences) CHECK(difference.policy == "not-covered");
}

TEST_CASE("packages in other versions are told, the framework's own version is not") {
  Record one = record("2.4.0", {});
  one.packages = {
      {"tensorflow", "2.4.0", "", "wheel"}, {"numpy", "1.19.5", "", "wheel"}, {"six", "1.15.0", "", "wheel"}};
  Record two = record("2.12.0", {});
  two.packages = {{"tensorflow", "2.12.0", "", "wheel"},
                  {"numpy", "1.23.5", "", "wheel"},
                  {"jax", "0.4.8", "", "sdist"},
                  {"six", "1.15.0", "", "wheel"}};
  const Comparison comparison = compare(one, two);
  CHECK(told(comparison) == Lines{"packages.versions/jax dependency info", "packages.versions/numpy dependency info"});
  CHECK(comparison.differences[0].detail == "none -> 0.4.8");
  CHECK(comparison.differences[1].detail == "1.19.5 -> 1.23.5");
  CHECK(comparison.same == 1);
}

TEST_CASE("the A/A of one subject names what is not the same both times") {
  const CheckRecord first = check("o.a", "tf.a", {{"x", plain(1)}, {"y", plain(2)}, {"only first", plain(3)}});
  const CheckRecord second = check("o.a", "tf.a", {{"y", plain(5)}, {"x", plain(1)}, {"only second", plain(3)}});
  using Values = std::map<std::string, nlohmann::json>;
  CHECK(unstable_between({first}, {second}) ==
        Values{{"o.a/y", plain(5)}, {"o.a/only first", nullptr}, {"o.a/only second", plain(3)}});
  CHECK(unstable_between({first}, {first}).empty());

  CheckRecord crashed = first;
  crashed.status = "crashed";
  crashed.observations = {{"x", crash("SIGSEGV")}};
  CHECK(unstable_between({first}, {crashed}) == Values{{"o.a/x", crash("SIGSEGV")}});
  CHECK(unstable_between({crashed}, {crashed}).empty());
}
