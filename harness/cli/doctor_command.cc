#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>

#include "harness/base/credentials.h"
#include "harness/cli/commands.h"
#include "harness/cli/options.h"
#include "harness/cli/programs.h"
#include "harness/run/sandbox_abilities.h"
#include "harness/store/volume.h"

namespace tfh {

namespace {

namespace fs = std::filesystem;

// Collects what is wrong while it prints, so that the exit status says whether `compare` can work here.
class Examination {
 public:
  void good(const std::string& what, const std::string& found) { fmt::print("  ok    {:<14} {}\n", what, found); }
  void weak(const std::string& what, const std::string& found) { fmt::print("  weak  {:<14} {}\n", what, found); }
  void bad(const std::string& what, const Error& error) {
    fmt::print("  FAIL  {:<14} {}\n", what, error.text());
    failed_ = true;
  }
  bool failed() const { return failed_; }

 private:
  bool failed_ = false;
};

void examine_interpreters(Session& session, Examination& examination) {
  const FoundInterpreters& found = session.interpreters();
  for (const Interpreter& interpreter : found.usable) {
    const std::string how = interpreter.shared_library ? "embedded" : "run as itself (no libpython)";
    examination.good("Python " + interpreter.version,
                     interpreter.executable.string() + ", " + how + ", " + interpreter.libc);
  }
  for (const Error& error : found.rejected) examination.weak("not used", error.text());
  if (found.usable.empty())
    examination.bad("Python", {"looking for CPython 3.7 to 3.13", "none found", "install one, for example with uv"});
}

void examine_index(Session& session, Examination& examination) {
  if (const auto url = session.index_url(); !url)
    examination.bad("index", url.error());
  else if (const auto answer = session.http().get({*url + (url->ends_with('/') ? "" : "/") + "tensorflow/", "", {}});
           !answer)
    examination.bad("index", answer.error());
  else if (answer->status != 200)
    examination.bad("index", {"asking " + without_credentials(*url), fmt::format("status {}", answer->status),
                              "--index-url or --mirror"});
  else
    examination.good("index", without_credentials(*url));
  if (const auto uv = session.uv())
    examination.good("uv", uv->string());
  else
    examination.bad("uv", uv.error());
}

void examine_cpu(Examination& examination) {
  std::ifstream stream("/proc/cpuinfo");
  std::string line;
  while (std::getline(stream, line) && !line.starts_with("flags")) continue;
  std::string present, absent;
  std::istringstream words(line);
  const std::vector<std::string> flags{std::istream_iterator<std::string>(words), {}};
  for (const char* wanted : {"avx", "avx2", "fma", "avx512f", "sha_ni"}) {
    std::string& side = std::ranges::find(flags, wanted) == flags.end() ? absent : present;
    side += (side.empty() ? "" : " ") + std::string(wanted);
  }
  const std::string text = present + (absent.empty() ? "" : "; without " + absent);
  if (present.starts_with("avx"))
    examination.good("CPU", text);
  else
    examination.bad("CPU", {"reading /proc/cpuinfo", "no AVX, which TensorFlow wheels need", "use another machine"});
}

void examine_store(Session& session, Examination& examination) {
  constexpr double kComfortable = 10e9;  // bytes: two releases with their wheels
  std::error_code error;
  const fs::space_info space = fs::space(session.layout().root(), error);
  if (error) {
    examination.bad("store", {"reading " + session.layout().root().string(), error.message(), "set TFHARNESS_HOME"});
    return;
  }
  const double free = static_cast<double>(space.available);
  const Volume volume = volume_of(session.layout().root());
  std::string text = fmt::format("{}, {:.0f} GB free, {}", session.layout().root().string(), free / 1e9, volume.type);
  if (free < kComfortable) text += "; two releases need about 10 GB";
  if (volume.sharing == Sharing::unsafe) text += "; for one machine at a time: " + volume.reason;
  if (volume.sharing == Sharing::safe) text += ", which several machines can share";
  if (free >= kComfortable && volume.sharing != Sharing::unsafe)
    examination.good("store", text);
  else
    examination.weak("store", text);
}

void examine_worker(Session& session, Examination& examination) {
  const auto programs = find_programs();
  if (!programs) {
    examination.bad("worker", programs.error());
    return;
  }
  examination.good("worker", programs->worker.string());
  const auto abilities = sandbox_abilities(programs->worker, session.runner());
  if (!abilities) {
    examination.bad("sandbox", abilities.error());
    return;
  }
  const std::string text = "network: " + abilities->network + ", files: " + abilities->files;
  if (abilities->missing.empty())
    examination.good("sandbox", text);
  else
    examination.weak("sandbox", fmt::format("{}; missing: {}", text, fmt::join(abilities->missing, "; ")));
}

int doctor_command(const SourceOptions& source) {
  auto session = source.open_session();
  if (!session) return trouble(session.error());
  Examination examination;
  fmt::print("tfharness {} on this machine\n", TFHARNESS_VERSION);
  examine_interpreters(**session, examination);
  examine_index(**session, examination);
  examine_worker(**session, examination);
  examine_cpu(examination);
  examine_store(**session, examination);
  return examination.failed() ? 2 : 0;
}

}  // namespace

void add_doctor_command(CLI::App& app, int& status) {
  auto source = std::make_shared<SourceOptions>();
  CLI::App* command = app.add_subcommand("doctor", "Say what this machine has and what is missing");
  source->add_to(*command);
  command->callback([source, &status] { status = doctor_command(*source); });
}

}  // namespace tfh
