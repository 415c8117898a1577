// Options that several commands share, and what they mean.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/cli/check_selection.h"
#include "harness/cli/session.h"
#include "harness/cli/subject_run.h"
#include "harness/diff/difference.h"
#include "harness/plan/version.h"

namespace CLI {
class App;
class Validator;
}  // namespace CLI

namespace tfh {

// Where files come from, how fast, and which Python runs them.
struct SourceOptions {
  std::string index_url;
  std::string mirrors;  // comma-separated presets or URLs
  std::string python;   // "3.8"
  std::string from_bundle;
  std::string limit_rate = "0";
  int jobs = SessionOptions().jobs;
  bool offline = false;
  bool install_python = false;
  bool quiet = false;

  void add_to(CLI::App& command);
  Result<std::unique_ptr<Session>> open_session() const;
  Result<std::optional<PythonMinor>> python_minor() const;
};

// Which dependencies a release gets.
struct ResolveOptions {
  std::string resolve = "era";
  bool refresh = false;

  void add_to(CLI::App& command);
  void add_resolve_to(CLI::App& command);  // without --refresh
  PreparationOptions preparation() const;
};

// How subjects are resolved and their checks run.
struct CheckOptions {
  std::string suites, patterns;  // comma-separated
  ResolveOptions resolve;
  std::string isolation = "fork";
  std::string sandbox = "available";
  std::string keep = "all";
  double check_timeout = 40;  // seconds
  std::string memory_limit = "14G";
  unsigned forks = 0;  // 0: as many as the machine has room for

  void add_to(CLI::App& command);
  Result<RunOptions> run() const;
  Result<SelectedChecks> select() const;
};

// Where the report goes.
struct ReportOptions {
  std::string json, junit, markdown;  // files; json may be "-"
  std::string fail_on = "behaviour";
  bool verbose = false;

  void add_to(CLI::App& command);
};

// For an option that names a file to be written ('-': stdout): where that cannot be done it is said before the work.
CLI::Validator output_file();

// Seconds that something may take.
CLI::Validator time_limit();

// What a command leaves: a page on stdout and files.
struct Output {
  std::string page;                                        // empty: nothing
  std::vector<std::pair<std::string, std::string>> files;  // path, content

  void add(const std::string& path, std::string text);  // "-": stdout, instead of the page; empty: nowhere
};

// Prints the page, writes the files atomically. Returns the command's exit status: `status`, or 2 when a file could not
// be written.
int deliver(const Output& output, int status);
// The same of a report: the terminal page (unless quiet, or JSON goes to stdout) and the files that were asked for.
int deliver(const Report& report, const ReportOptions& options, bool quiet);

// Prints the error on stderr and returns exit status 2.
int trouble(const Error& error);

// "14G", "500M", "1073741824": bytes. `option` is named in the error.
Result<std::uint64_t> parse_bytes(const std::string& text, const std::string& option);

std::vector<std::string> split_commas(const std::string& text);

}  // namespace tfh
