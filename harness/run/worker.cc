#include "harness/run/worker.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "harness/base/file.h"
#include "harness/run/agenda.h"
#include "harness/run/connection.h"
#include "harness/run/cpu.h"
#include "harness/run/transcript.h"

namespace tfh {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;

// Beyond what the zygote itself waits for: stacks, killing, relaying.
constexpr milliseconds grace{30'000};

constexpr std::size_t most_places = 64;  // forks at once of one worker

struct HeardFork {
  Transcript transcript;
  std::optional<json> imported = {};  // what it said of its import
};

struct RunningFork {
  Slot slot;
  std::size_t part;
  HeardFork heard;
};
using RunningForks = std::map<int, RunningFork>;  // by place: the number that its frames carry

int free_place(const RunningForks& running) {
  int place = 0;
  while (running.contains(place)) ++place;
  return place;
}

std::size_t count_ended(std::size_t checks, const Agenda& agenda, const RunningForks& running) {
  std::size_t count = checks - agenda.left();
  for (const auto& [place, fork] : running) count += fork.heard.transcript.ended();
  return count;
}

class ProcessWorker : public Worker {
 public:
  ProcessWorker(WorkerSpec spec, Connection connection) : spec_(std::move(spec)), connection_(std::move(connection)) {}

  Result<Imported> import() override {
    const std::string doing = importing();
    json answer;
    if (spec_.isolation == Isolation::fork) {
      json request = import_request();
      request["type"] = "import";
      TRY(connection_.send(request, doing));
      answer = TRY(connection_.receive(spec_.import_timeout, doing));
    } else {
      answer = TRY(import_in_fork());
    }
    if (answer.value("type", "") != "imported") return import_error(answer);
    const auto peak = answer.value("peak_rss_bytes", std::uint64_t{0});
    note_peak(peak);
    return Imported{answer.value("framework_version", ""),
                    answer.value("python_version", ""),
                    answer.value("seconds", 0.0),
                    environment(answer),
                    peak,
                    answer.value("libraries", std::size_t{0})};
  }

  Result<std::vector<CheckOutcome>> run(const std::vector<CheckRun>& checks, Slots& slots,
                                        const ChecksEnded& ended) override {
    Agenda agenda(checks);
    RunningForks running;
    for (;;) {
      TRY(begin_more(checks, agenda, running, slots));
      if (running.empty()) return std::move(agenda).outcomes();
      const json frame = TRY(receive());
      const auto found = running.find(frame.value("fork", -1));
      if (found == running.end()) continue;
      const bool fork_ended = TRY(hear(found->second.heard, frame));
      if (fork_ended) {
        agenda.end(found->second.part, std::move(found->second.heard.transcript).outcomes());
        running.erase(found);
      }
      if (fork_ended || frame.value("type", "") == "check_ended") ended(count_ended(checks.size(), agenda, running));
    }
  }

  std::uint64_t peak_rss_bytes() const override { return peak_rss_bytes_; }

 private:
  std::string running_checks() const { return "running checks of " + spec_.subject_id; }
  std::string importing() const { return "importing " + spec_.framework + " of " + spec_.subject_id; }
  bool imports_in_forks() const { return spec_.isolation == Isolation::process; }
  ForkLimits limits() const { return {spec_.check_timeout, spec_.memory_limit}; }
  void note_peak(std::uint64_t bytes) { peak_rss_bytes_ = std::max(peak_rss_bytes_, bytes); }

  json import_request() const {
    return {{"framework", spec_.framework}, {"search_path", json::array({spec_.site_packages.string()})}};
  }

  json fork_request(int place, json checks) const {
    json request = imports_in_forks() ? import_request() : json{{"framework", spec_.framework}};
    request.update({{"type", "fork"},
                    {"fork", place},
                    {"checks", std::move(checks)},
                    {"scratch", spec_.scratch.string()},
                    {"timeout_ms", spec_.check_timeout.count()},
                    {"import_timeout_ms", spec_.import_timeout.count()},
                    {"memory_limit", spec_.memory_limit}});
    return request;
  }

  static Result<json> wanted(const CheckRun& check, std::size_t made) {
    if (!check.artefacts.empty()) TRY(create_folders(check.artefacts));
    json load = json::array();
    for (const auto& [producer, folder] : check.load) load.push_back({producer, folder.string()});
    return json{{"id", check.id},
                {"artefacts", check.artefacts.string()},
                {"load", std::move(load)},
                {"made", made},
                {"only", check.only}};
  }

  // One fork at least, when there is something to run; more where slots are free.
  Result<void> begin_more(const std::vector<CheckRun>& checks, Agenda& agenda, RunningForks& running, Slots& slots) {
    while (agenda.waiting() && running.size() < most_places) {
      auto slot = running.empty() ? std::optional(slots.take()) : slots.if_free();
      if (!slot) break;
      const int place = free_place(running);
      const std::size_t number = agenda.begin();
      const Agenda::Part& part = agenda.part(number);
      json request = json::array();
      std::vector<std::string> ids;
      for (const std::size_t at : part.checks) {
        request.push_back(TRY(wanted(checks[at], ids.empty() ? part.made : 0)));
        ids.push_back(checks[at].id);
      }
      TRY(connection_.send(fork_request(place, std::move(request)), running_checks()));
      running.emplace(place, RunningFork{*std::move(slot), number, {Transcript(std::move(ids), limits())}});
    }
    return {};
  }

  // True when the fork has ended.
  Result<bool> hear(HeardFork& fork, const json& frame) {
    const std::string type = frame.value("type", "");
    if (type == "import_failed") return import_error(frame);
    if (type == "imported") fork.imported = frame;
    if (type != "fork_ended") {
      fork.transcript.add(frame);
      return false;
    }
    const ForkEnd end = parse_fork_end(frame);
    note_peak(end.peak_rss_bytes);
    if (imports_in_forks() && !fork.imported) return import_death(end);
    fork.transcript.end(end);
    return true;
  }

  // A fork that imports and has nothing to run: what it said of its import.
  Result<json> import_in_fork() {
    TRY(connection_.send(fork_request(0, json::array()), importing()));
    HeardFork fork{Transcript({}, limits())};
    for (bool ended = false; !ended;) {
      const json frame = TRY(receive());
      ended = TRY(hear(fork, frame));
    }
    return *std::move(fork.imported);
  }

  Result<json> receive() {
    return connection_.receive(std::max(spec_.check_timeout, spec_.import_timeout) + grace, running_checks());
  }

  std::unexpected<Error> import_error(const json& answer) const {
    return fail(importing(), answer.value("exception_type", "error") + ": " + answer.value("message", ""));
  }

  std::unexpected<Error> import_death(const ForkEnd& end) const {
    const json death = describe_death(end, {spec_.import_timeout, spec_.memory_limit}).observation;
    if (death.at("kind") == "timeout") return fail(importing(), "it did not end in time");
    return fail(importing(),
                "the process ended with " + death.value("signal", "SIGKILL") + ": " + death.value("message", ""));
  }

  json environment(const json& imported) const {
    const std::string cpuinfo = read_file("/proc/cpuinfo").value_or("");
    return {{"start", connection_.hello().value("start", "")},
            {"sandbox", connection_.hello().value("sandbox", json::object())},
            {"isolation", spec_.isolation == Isolation::fork ? "fork" : "process"},
            {"numpy", imported.value("numpy_version", "")},
            {"onednn", imported.contains("onednn") ? imported["onednn"] : json(nullptr)},
            {"cpu", {{"model", cpu_model(cpuinfo)}, {"instruction_sets", instruction_sets(cpuinfo)}}},
            {"flags", spec_.flags}};
  }

  WorkerSpec spec_;
  Connection connection_;
  std::uint64_t peak_rss_bytes_ = 0;
};

}  // namespace

Result<std::unique_ptr<Worker>> start_worker(const WorkerSpec& spec, ProcessRunner& runner) {
  Connection connection = TRY(Connection::open(spec, runner));
  return std::make_unique<ProcessWorker>(spec, std::move(connection));
}

}  // namespace tfh
