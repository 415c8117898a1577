#include "tests/faults/fault_run.h"

#include <sys/wait.h>

#include <algorithm>
#include <future>
#include <list>

#include "harness/base/environment.h"
#include "harness/base/file.h"
#include "harness/base/sha256.h"
#include "harness/store/folder_lock.h"
#include "harness/store/scratch.h"
#include "tests/driver/store_validity.h"
#include "tests/faults/misbehaving_mirror.h"

namespace tfh::test {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t fetched_twice_at_most = 1 << 20;  // bytes, by one that goes on where another one was killed

class FaultRun {
 public:
  FaultRun(const Scenario& scenario, const MadePackages& packages, fs::path program)
      : scenario_(scenario),
        packages_(packages),
        program_(std::move(program)),
        origin_(scenario.origin, packages.all()) {
    for (const MirrorPlan& plan : scenario.mirrors) mirrors_.emplace_back(plan, packages.all());
    addresses_.origin = origin_.url();
    for (const MisbehavingMirror& mirror : mirrors_) addresses_.mirrors.push_back(mirror.url());
  }

  Judgement run() {
    leave_parts();
    if (scenario_.killed)
      run_child();
    else
      run_here();
    check_store(judgement_.killed);
    origin_.become_sound();
    for (MisbehavingMirror& mirror : mirrors_) mirror.become_sound();
    run_again();
    check_store(false);
    for (const auto& entry : fs::directory_iterator(layout_.root() / "wheels"))
      if (entry.path().extension() == ".partial") wrong(entry.path().string() + " is still there");
    return std::move(judgement_);
  }

 private:
  void wrong(const std::string& what) { judgement_.wrong.push_back(what); }

  void leave_parts() {
    for (const PartLeft& part : scenario_.parts) {
      const MadePackage& package = packages_.all()[part.package];
      std::string bytes = package.bytes.substr(part.tail ? tail_offset(package.bytes.size()) : 0, part.bytes);
      if (!part.right) bytes = std::string(part.bytes, '?');
      const fs::path place = part.tail ? layout_.tail(package.sha256) : layout_.partial(package.sha256);
      if (!write_file(system_disk(), place, bytes)) wrong("the part could not be left");
    }
  }

  void run_child() {
    Command command;
    command.program = program_;
    command.arguments = {"--to-be-killed", std::to_string(scenario_.seed), layout_.root(), addresses_.origin};
    command.arguments.insert(command.arguments.end(), addresses_.mirrors.begin(), addresses_.mirrors.end());
    command.environment = own_environment();
    command.environment["TMPDIR"] = folder_.path();  // what it leaves goes away with the run
    command.deadline = std::chrono::seconds(60);
    const auto completed = make_process_runner()->run(command);
    if (!completed) return wrong("the child could not be started: " + completed.error().text());
    const int status = completed->ended.wait_status;
    judgement_.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    const bool ended = WIFEXITED(status) && WEXITSTATUS(status) <= 1;
    if (!judgement_.killed && !ended) wrong("the child: " + completed->ended.text() + ": " + completed->err);
  }

  void run_here() {
    auto scratch = Scratch::open(layout_);
    if (!scratch) return wrong("no scratch folder: " + scratch.error().text());
    Client one(layout_.root(), scenario_, packages_, addresses_, false);
    if (scenario_.downloads) {
      const auto done = one.download_into(folder_.path() / "wheels");
      judge(done ? std::nullopt : std::optional(done.error()));
      return check_downloads(done.has_value());
    }
    std::future<Result<Provisioned>> second;
    std::optional<Client> other;
    if (scenario_.two_at_once) {
      other.emplace(layout_.root(), scenario_, packages_, addresses_, false);
      second = std::async(std::launch::async, [&] { return other->provision(); });
    }
    judge_prefix(one.provision());
    if (second.valid()) judge_prefix(second.get());
  }

  void run_again() {
    std::uint64_t needed = 0;
    for (const std::size_t number : scenario_.packages) needed += bytes_missing(packages_.all()[number]);
    auto scratch = Scratch::open(layout_);
    if (!scratch) return wrong("no scratch folder: " + scratch.error().text());
    Client sound(layout_.root(), scenario_, packages_, addresses_, true);
    const auto made = sound.provision();
    if (!made) return wrong("with sound mirrors and a sound disk: " + made.error().text());
    check_prefix(*made);
    if (judgement_.killed && made->fetched_bytes > needed + fetched_twice_at_most)
      wrong("fetched " + std::to_string(made->fetched_bytes) + " bytes where " + std::to_string(needed) +
            " were missing");
  }

  // A wrong part makes all of the file missing, and itself.
  std::uint64_t bytes_missing(const MadePackage& package) const {
    if (fs::exists(layout_.wheel(package.sha256, package.filename)) || fs::exists(layout_.unpacked(package.sha256)))
      return 0;
    const std::string part = read_file(layout_.partial(package.sha256)).value_or("");
    const std::string tail = read_file(layout_.tail(package.sha256)).value_or("");
    const std::uint64_t offset = tail_offset(package.bytes.size());
    if (!package.bytes.starts_with(part) || !package.bytes.substr(offset).starts_with(tail))
      return 2 * package.bytes.size();
    if (!scenario_.sizes_known) return package.bytes.size() - part.size();
    const bool overlap = part.size() > offset;  // then only a whole tail is of use
    if (overlap) return tail.size() == package.bytes.size() - offset ? 0 : package.bytes.size() - part.size();
    return package.bytes.size() - part.size() - tail.size();
  }

  void judge_prefix(const Result<Provisioned>& made) {
    judge(made ? std::nullopt : std::optional(made.error()));
    if (made) check_prefix(*made);
  }

  void judge(const std::optional<Error>& error) {
    judgement_.succeeded = !error;
    if (!error) return;
    if (scenario_.must_succeed) wrong("failed although it must not: " + error->text());
    if (error->doing.empty() || error->what.empty()) wrong("an unclear error: " + error->text());
  }

  void check_prefix(const Provisioned& made) {
    for (const std::size_t number : scenario_.packages) {
      const MadePackage& package = packages_.all()[number];
      for (const auto& [path, content] : package.installed)
        if (read_file(made.prefix.site_packages / path) != content) wrong(path + " in the prefix is not right");
      if (!fs::exists(made.prefix.scripts / ("run-" + package.name))) wrong("no script of " + package.name);
    }
  }

  void check_downloads(bool all) {
    std::size_t count = 0;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(folder_.path() / "wheels", absent)) {
      const auto package = std::ranges::find(packages_.all(), entry.path().filename().string(), &MadePackage::filename);
      const bool right = package != packages_.all().end() && sha256_file(entry.path()) == package->sha256;
      if (!right) wrong(entry.path().string() + " was not asked for, or is not right");
      ++count;
    }
    if (all && count != scenario_.packages.size()) wrong("files are missing in the folder");
  }

  void check_store(bool killed) {
    for (const std::string& fault : faults_of_store(layout_.root(), {packages_.archives(), killed})) wrong(fault);
  }

  const Scenario& scenario_;
  const MadePackages& packages_;
  const fs::path program_;
  TemporaryFolder folder_;
  const StoreLayout layout_{folder_.path() / "store"};
  MisbehavingMirror origin_;
  std::list<MisbehavingMirror> mirrors_;
  Addresses addresses_;
  Judgement judgement_;
};

}  // namespace

Judgement carry_out(const Scenario& scenario, const MadePackages& packages, const fs::path& program) {
  return FaultRun(scenario, packages, program).run();
}

int run_to_be_killed(const Scenario& scenario, const MadePackages& packages, const fs::path& store,
                     const Addresses& addresses) {
  const StoreLayout layout(store);
  const auto scratch = Scratch::open(layout);
  if (!scratch) return 2;
  Client client(store, scenario, packages, addresses, false);
  client.disk().calls_left = *scenario.killed;
  return client.provision() ? 0 : 1;
}

}  // namespace tfh::test
