// Real releases from the real index. Their files stay in the build folder between runs (about 3 GB).
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/driver/workplace.h"

namespace tfh::test {

using nlohmann::json;

namespace {

class RealWorkplace : public Workplace {
 public:
  RealWorkplace() : Workplace("") {
    environment["TFHARNESS_HOME"] = std::filesystem::path(TFHARNESS_SOURCE) / "build" / "real-store";
    for (const char* name : {"PIP_INDEX_URL", "PIP_CONFIG_FILE", "PIP_TRUSTED_HOST"})
      if (const char* value = std::getenv(name)) environment[name] = value;
  }
};

}  // namespace

TEST_SUITE("real") {
  TEST_CASE("2.4.0 and 2.12.0 differ in saving a bare function") {
    RealWorkplace workplace;
    const Comparison comparison = workplace.compare({"2.4.0", "2.12.0"});
    INFO(comparison.run.out);
    INFO(comparison.run.err);
    CHECK(comparison.run.status() == 1);
    const json& saved = comparison.difference("smoke.save");
    CHECK(saved.at("kind") == "exception");
    CHECK(saved.at("before").dump().find("Trackable") != std::string::npos);
    CHECK(comparison.subject("tensorflow==2.4.0@py3.8").at("status") == "ok");
    CHECK(comparison.subject("tensorflow==2.12.0@py3.8").at("status") == "ok");
  }

  TEST_CASE("2.12.0 does not differ from itself") {
    RealWorkplace workplace;
    const Comparison comparison =
        workplace.compare({"2.12.0", "2.12.0", "--python", "3.8", "--suites", "smoke,tf_function"});
    INFO(comparison.run.out);
    INFO(comparison.run.err);
    CHECK(comparison.run.status() == 0);
    CHECK(comparison.report.at("differences").empty());
  }

  TEST_CASE("2.15.0 and 2.16.1 run on Python 3.11") {
    RealWorkplace workplace;
    const Comparison comparison =
        workplace.compare({"2.15.0", "2.16.1", "--python", "3.11", "--suites", "smoke,tf_function"});
    INFO(comparison.run.out);
    INFO(comparison.run.err);
    CHECK(comparison.run.status() != 2);
    for (const json& subject : comparison.report.at("subjects")) {
      CHECK(subject.at("status") == "ok");
      CHECK(subject.at("checks").at("ok") >= 3);
    }
  }
}

}  // namespace tfh::test
