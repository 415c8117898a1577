// A folder of a test's own, where it runs the built command the way a person does: store, configuration, working
// directory and temporary files all lie inside. Removed at the end of the test.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "harness/base/process.h"

namespace tfh::test {

// How one run of the command ended and what it printed.
struct Run {
  Ended ended;
  std::string out, err;
  int status() const;  // the exit status, or -1 after a signal
};

// A run of `compare` with its JSON report, which has been validated against the schema.
struct Comparison {
  Run run;
  nlohmann::json report;  // null when none was written

  const nlohmann::json& subject(const std::string& id) const;                   // fails the test if it is not there
  const nlohmann::json& difference(const std::string& id_or_part_of_it) const;  // likewise
};

using Arguments = std::vector<std::string>;

class Workplace {
 public:
  // `index_url` becomes the index of all commands; empty: what pip on this machine uses.
  explicit Workplace(const std::string& index_url);
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  ~Workplace();

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path store() const { return environment.at("TFHARNESS_HOME"); }
  std::filesystem::path file(const std::string& name) const { return folder_ / name; }

  Run run(const Arguments& arguments);
  // Any program in the same environment and directory.
  Run run_program(const std::filesystem::path& program, const Arguments& arguments);
  // Starts the command and returns at once; its output goes to the file `background.log`.
  std::unique_ptr<Child> start(const Arguments& arguments);
  // `compare ARGUMENTS --suites smoke --json FILE` (unless the arguments name suites or checks themselves).
  Comparison compare(Arguments arguments);

  std::map<std::string, std::string> environment;  // of the commands; tests may change it

 private:
  Command command(const std::filesystem::path& program, const Arguments& arguments) const;

  std::filesystem::path folder_;
  std::unique_ptr<ProcessRunner> runner_ = make_process_runner();
};

std::filesystem::path program();  // the built tfharness
std::filesystem::path python();   // runs the project's own scripts

// The folder with the resolver's executable, fetched once into the build folder unless it is on PATH.
std::filesystem::path resolver_folder();

bool has(const std::string& text, const std::string& part);
std::string read_text(const std::filesystem::path& path);

// Ends the test case as skipped: ctest looks for the printed line.
#define SKIP_TEST(reason)                \
  do {                                   \
    fmt::print("SKIPPED: {}\n", reason); \
    std::fflush(stdout);                 \
    return;                              \
  } while (false)

}  // namespace tfh::test
