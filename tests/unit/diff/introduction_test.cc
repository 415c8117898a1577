#include <doctest/doctest.h>

#include "harness/diff/difference.h"
#include "tests/fakes/values.h"

using namespace tfh;
using namespace tfh::fakes;

namespace {

enum class Trouble { none, crashed, unstable, revised, called_otherwise };

struct Seen {
  const char* version;
  nlohmann::json value;
  Trouble trouble = Trouble::none;
};

// What `introduced` says of the difference in `subject`, the baseline being the first.
std::string introduced(const std::vector<Seen>& seen, const std::string& subject) {
  const auto made = [](const Seen& one) {
    Record of_one = record(one.version, {check("o.a", "tf.a", {{"x", one.value}})});
    if (one.trouble == Trouble::crashed) of_one.checks[0].observations = {{"first", crash("SIGSEGV")}};
    if (one.trouble == Trouble::unstable) of_one.unstable = {"o.a/x"};
    of_one.checks[0].observations[0].source = one.trouble == Trouble::called_otherwise ? "tf.a(2)" : "tf.a(1)";
    of_one.checks[0].declaration.revision = one.trouble == Trouble::revised ? "another" : "one";
    return of_one;
  };
  const Record baseline = made(seen.front());
  std::vector<Record> subjects;
  std::vector<const Record*> compared;
  std::vector<Difference> differences;
  for (std::size_t i = 1; i < seen.size(); ++i) subjects.push_back(made(seen[i]));
  for (const Record& one : subjects) {
    compared.push_back(&one);
    for (const Difference& difference : compare(baseline, one).differences) differences.push_back(difference);
  }
  find_introductions(differences, baseline, compared);
  for (const Difference& difference : differences) {
    if (difference.subject == "tensorflow==" + subject + "@py3.8") {
      return difference.introduced.value_or("unknown");
    }
  }
  return "no difference";
}

}  // namespace

TEST_CASE("a change came with the first release that has it without a gap") {
  const std::vector<Seen> seen = {{"2.4.0", plain(1)}, {"2.12.0", plain(2)}, {"2.9.0", plain(2)}, {"2.6.0", plain(1)}};
  CHECK(introduced(seen, "2.12.0") == "2.9.0");
  CHECK(introduced(seen, "2.9.0") == "2.9.0");
  CHECK(introduced(seen, "2.6.0") == "no difference");
}

TEST_CASE("a change that went and came back counts from when it came back") {
  const std::vector<Seen> seen = {{"2.4.0", plain(1)}, {"2.5.0", plain(2)}, {"2.6.0", plain(1)}, {"2.7.0", plain(2)}};
  CHECK(introduced(seen, "2.7.0") == "2.7.0");
  CHECK(introduced(seen, "2.5.0") == "2.5.0");
}

TEST_CASE("other texts on the way do not hide the release of a change") {
  const std::vector<Seen> seen = {
      {"2.4.0", plain(1)}, {"2.10.0", exception("E", "old")}, {"2.12.0", exception("E", "new")}};
  CHECK(introduced(seen, "2.12.0") == "2.10.0");
}

TEST_CASE("two releases tell nothing, nor does a change that the oldest one has") {
  CHECK(introduced({{"2.4.0", plain(1)}, {"2.12.0", plain(2)}}, "2.12.0") == "unknown");
  CHECK(introduced({{"2.12.0", plain(1)}, {"2.4.0", plain(2)}, {"2.5.0", plain(2)}}, "2.5.0") == "unknown");
}

TEST_CASE("a release that says nothing of the observation leaves it unknown when the change came") {
  for (const Trouble trouble : {Trouble::crashed, Trouble::unstable, Trouble::revised, Trouble::called_otherwise}) {
    CHECK(introduced({{"2.4.0", plain(1)}, {"2.9.0", plain(1), trouble}, {"2.12.0", plain(2)}}, "2.12.0") == "unknown");
    CHECK(introduced({{"2.4.0", plain(1)}, {"2.6.0", plain(1), trouble}, {"2.9.0", plain(1)}, {"2.12.0", plain(2)}},
                     "2.12.0") == "2.12.0");
  }
}
