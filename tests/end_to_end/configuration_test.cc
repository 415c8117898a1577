#include <doctest/doctest.h>

#include <fstream>

#include "tests/driver/mirror.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

}  // namespace

TEST_SUITE("end-to-end") {
  TEST_CASE("a flag is stronger than a variable and that than the nearest file and that than the person's own") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    workplace.environment["XDG_CONFIG_HOME"] = workplace.file("settings");
    write(workplace.file("settings/tfharness/config.toml"), "python = '3.8'\nfail-on = 'info'\n");
    write(workplace.file("tfharness.toml"), "[compare]\nfail-on = 'breaking'\nsuites = ['smoke']\nquiet = true\n");

    const Comparison quiet = workplace.compare({"2.4.0", "2.12.0"});
    CHECK(quiet.run.status() == 0);
    CHECK(quiet.run.out.empty());
    quiet.subject("tensorflow==2.12.0@py3.8");
    workplace.environment["TFHARNESS_FAIL_ON"] = "behaviour";
    CHECK(workplace.compare({"2.4.0", "2.12.0"}).run.status() == 1);
    CHECK(workplace.compare({"2.4.0", "2.12.0", "--fail-on", "breaking"}).run.status() == 0);

    workplace.environment.erase("TFHARNESS_FAIL_ON");
    fs::remove(workplace.file("tfharness.toml"));
    CHECK(workplace.compare({"2.4.0", "2.12.0"}).run.status() == 1);
  }

  TEST_CASE("a configuration that cannot be meant stops the command with a hint") {
    Workplace workplace("");
    const fs::path file = workplace.file("work/tfharness.toml");
    for (const auto& [text, said] : std::vector<std::pair<std::string, std::string>>{
             {"mirrer = 'tuna'", "did you mean 'mirror'?"},
             {"[compare]\nversions = '2.4.0'", "compare does not have an option --versions"},
             {"[comparison]\npython = '3.8'", "there is no command 'comparison'"},
             {"[compare]\nverbose = 'yes'", "verbose is true or false"},
             {"[compare]\nsuites = {smoke = 1}", "the value of suites is no text, number or list of those"},
             {"python = ", "line 1"}}) {
      CAPTURE(text);
      write(file, text);
      const Run run = workplace.run({"compare", "2.4.0", "2.12.0"});
      INFO(run.err);
      CHECK(run.status() == 2);
      CHECK(run.err.find(said) != std::string::npos);
      CHECK(run.err.find(file.string()) != std::string::npos);
    }
  }
}

}  // namespace tfh::test
