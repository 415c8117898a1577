#include "harness/cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "harness/base/file.h"
#include "harness/cli/terminal.h"
#include "harness/run/capacity.h"

namespace tfh {

void SourceOptions::add_to(CLI::App& command) {
  command.add_option("--index-url", index_url, "Simple index to resolve against (default: what pip uses)");
  command.add_option("--mirror", mirrors,
                     "Mirror presets or URLs to take files from, in order: tuna,ustc; auto: measure");
  command.add_option("-j,--jobs", jobs, "Transfers at once")->check(CLI::Range(1, 64))->capture_default_str();
  command.add_option("--limit-rate", limit_rate, "Bytes per second of all transfers together: 20M, 500K");
  command.add_option("--python", python, "Python minor version to run on: 3.8");
  command.add_flag("--install-python", install_python, "Fetch a missing interpreter into the store, as python install");
  command.add_flag("--offline", offline, "Use only what is in the store; say exactly what is missing");
  command.add_option("--from-bundle", from_bundle, "Put this bundle into the store first, and stay offline")
      ->check(CLI::ExistingFile);
  command.add_flag("-q,--quiet", quiet, "No progress, no report on the terminal");
}

Result<std::unique_ptr<Session>> SourceOptions::open_session() const {
  SessionOptions options;
  options.index_url = index_url;
  options.mirrors = split_commas(mirrors);
  options.from_bundle = from_bundle;
  options.offline = offline || !from_bundle.empty();
  options.install_python = install_python;
  options.quiet = quiet;
  options.jobs = jobs;
  options.limit_rate = TRY(parse_bytes(limit_rate, "--limit-rate"));
  return Session::open(options);
}

Result<std::optional<PythonMinor>> SourceOptions::python_minor() const {
  if (python.empty()) return std::nullopt;
  return TRY(PythonMinor::parse(python));
}

void ResolveOptions::add_to(CLI::App& command) {
  add_resolve_to(command);
  command.add_flag("--refresh", refresh, "Resolve 'latest' anew although a kept lock exists");
}

void ResolveOptions::add_resolve_to(CLI::App& command) {
  command.add_option("--resolve", resolve, "Dependencies as of the release's time (era) or of today (latest)")
      ->check(CLI::IsMember({"era", "latest"}))
      ->capture_default_str();
}

PreparationOptions ResolveOptions::preparation() const {
  return {.mode = resolve == "era" ? ResolveMode::era : ResolveMode::latest, .refresh = refresh};
}

void CheckOptions::add_to(CLI::App& command) {
  command.add_option("--suites", suites, "Suites to run, comma-separated (default: all but smoke)");
  command.add_option("--checks", patterns, "Only checks whose id fits one of these patterns: 'data.*,keras.fit*'");
  resolve.add_to(command);
  command.add_option("--isolation", isolation, "A fork or a process of its own for each group of checks")
      ->check(CLI::IsMember({"fork", "process"}))
      ->capture_default_str();
  command.add_option("--sandbox", sandbox, "Confine workers: off, as far as the kernel can, or fail if it cannot")
      ->check(CLI::IsMember({"off", "available", "required"}))
      ->capture_default_str();
  command
      .add_option("--keep", keep,
                  "What this run brings into the store and stays there; but for 'all', one release at a time")
      ->check(CLI::IsMember({"all", "wheels", "prefixes", "none"}))
      ->capture_default_str();
  command.add_option("--check-timeout", check_timeout, "Seconds one observation of a check may take")
      ->check(time_limit())
      ->capture_default_str();
  command.add_option("--memory-limit", memory_limit, "Private memory one check may take: 14G, 500M")
      ->capture_default_str();
  command.add_option("--forks", forks, "Groups of checks at work at once (default: one for each core)")
      ->check(CLI::Range(1, 256));
}

Result<std::uint64_t> parse_bytes(const std::string& text, const std::string& option) {
  std::size_t digits = text.find_first_not_of("0123456789");
  const std::string unit = digits == std::string::npos ? "" : text.substr(digits);
  const std::map<std::string, std::uint64_t> units = {{"", 1}, {"K", 1ull << 10}, {"M", 1ull << 20}, {"G", 1ull << 30}};
  if (digits == 0 || text.empty() || text.size() > 15 || !units.contains(unit))
    return fail("reading " + option, "'" + text + "' is not a size", "write 14G, 500M or a number of bytes");
  return std::stoull(text) * units.at(unit);
}

namespace {

Keep keep_named(const std::string& name) {
  if (name == "wheels") return Keep::wheels;
  if (name == "prefixes") return Keep::prefixes;
  return name == "none" ? Keep::none : Keep::all;
}

}  // namespace

Result<RunOptions> CheckOptions::run() const {
  RunOptions options;
  options.preparation = resolve.preparation();
  options.keep = keep_named(keep);
  options.isolation = isolation == "process" ? Isolation::process : Isolation::fork;
  options.sandbox = sandbox == "off"        ? SandboxMode::off
                    : sandbox == "required" ? SandboxMode::required
                                            : SandboxMode::available;
  options.check_timeout = std::chrono::milliseconds(static_cast<std::int64_t>(check_timeout * 1000));
  options.memory_limit = TRY(parse_bytes(memory_limit, "--memory-limit"));
  options.forks = forks > 0 ? forks : fork_capacity(this_machine());
  return options;
}

Result<SelectedChecks> CheckOptions::select() const {
  return select_checks(split_commas(suites), split_commas(patterns));
}

CLI::Validator time_limit() {
  return CLI::Range(0.1, 1e6);
}

CLI::Validator output_file() {
  const auto complaint = [](const std::string& path) {
    const auto possible = path == "-" ? Result<void>() : check_can_be_written(path);
    return possible ? std::string() : possible.error().doing + ": " + possible.error().what;
  };
  return CLI::Validator(complaint, "");
}

void ReportOptions::add_to(CLI::App& command) {
  command.add_option("--json", json, "Write the report as JSON to this file ('-': stdout)")->check(output_file());
  command.add_option("--junit", junit, "Write JUnit XML to this file")->check(output_file());
  command.add_option("--markdown", markdown, "Write Markdown to this file")->check(output_file());
  command.add_option("--fail-on", fail_on, "Least severity that makes exit status 1")
      ->check(CLI::IsMember({"breaking", "behaviour", "drift", "cosmetic", "info"}))
      ->capture_default_str();
  command.add_flag("-v,--verbose", verbose, "Every difference, not the first ones of each group");
}

int deliver(const Report& report, const ReportOptions& options, bool quiet) {
  const Severity fail_on = severity_named(options.fail_on).value_or(Severity::behaviour);
  Output output;
  if (!quiet && options.json != "-") output.page = terminal_text(report, terminal_style(options.verbose));
  if (!options.json.empty()) output.add(options.json, json_text(report));
  if (!options.junit.empty()) output.add(options.junit, junit_xml(report, fail_on));
  if (!options.markdown.empty()) output.add(options.markdown, markdown(report));
  return deliver(output, exit_status(report, fail_on));
}

void Output::add(const std::string& path, std::string text) {
  if (path == "-")
    page = std::move(text);
  else if (!path.empty())
    files.emplace_back(path, std::move(text));
}

int deliver(const Output& output, int status) {
  fmt::print("{}", output.page);
  for (const auto& [path, text] : output.files)
    if (auto written = write_file(system_disk(), path, text); !written) status = trouble(written.error());
  return status;
}

int trouble(const Error& error) {
  fmt::print(stderr, "tfharness: {}: {}\n", error.doing, error.what);
  if (!error.hint.empty()) fmt::print(stderr, "  {}\n", error.hint);
  return 2;
}

std::vector<std::string> split_commas(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace tfh
