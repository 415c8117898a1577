#include "harness/run/worker.h"

#include <algorithm>
#include <utility>

#include "harness/base/file.h"
#include "harness/run/connection.h"
#include "harness/run/cpu.h"
#include "harness/run/fork_plan.h"
#include "harness/run/transcript.h"

namespace tfh {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;

// Beyond what the zygote itself waits for: stacks, killing, relaying.
constexpr milliseconds grace{30'000};

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
      Transcript nothing({}, limits());
      answer = TRY(run_fork(fork_request({}), nothing));
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

  Result<std::vector<CheckOutcome>> run(const std::vector<CheckRun>& checks) override {
    std::vector<CheckOutcome> outcomes;
    for (std::vector<std::size_t> part : plan_forks(checks)) {
      std::size_t made = 0;  // observations of the part's first check that earlier forks have made
      while (!part.empty()) {
        auto ended = TRY(run_part(checks, part, made));
        auto finished = static_cast<std::ptrdiff_t>(ended.size());
        for (CheckOutcome& outcome : ended) add_outcome(outcomes, std::move(outcome));
        const bool goes_on = checks[part[ended.size() - 1]].independent && may_go_on(outcomes.back());
        made = goes_on ? outcomes.back().observations.size() : 0;
        part.erase(part.begin(), part.begin() + finished - (goes_on ? 1 : 0));
      }
    }
    return outcomes;
  }

  std::uint64_t peak_rss_bytes() const override { return peak_rss_bytes_; }

 private:
  std::string importing() const { return "importing " + spec_.framework + " of " + spec_.subject_id; }
  ForkLimits limits() const { return {spec_.check_timeout, spec_.memory_limit}; }
  void note_peak(std::uint64_t bytes) { peak_rss_bytes_ = std::max(peak_rss_bytes_, bytes); }

  json import_request() const {
    return {{"framework", spec_.framework}, {"search_path", json::array({spec_.site_packages.string()})}};
  }

  json fork_request(json checks) const {
    json request = spec_.isolation == Isolation::process ? import_request() : json{{"framework", spec_.framework}};
    request.update({{"type", "fork"},
                    {"checks", std::move(checks)},
                    {"scratch", spec_.scratch.string()},
                    {"timeout_ms", spec_.check_timeout.count()},
                    {"import_timeout_ms", spec_.import_timeout.count()},
                    {"memory_limit", spec_.memory_limit}});
    return request;
  }

  // Runs what can be run of these checks in one fork, without what was `made` of the first one before.
  Result<std::vector<CheckOutcome>> run_part(const std::vector<CheckRun>& checks, const std::vector<std::size_t>& part,
                                             std::size_t made) {
    json wanted = json::array();
    std::vector<std::string> ids;
    for (const std::size_t at : part) {
      const CheckRun& check = checks[at];
      if (!check.artefacts.empty()) TRY(create_folders(check.artefacts));
      json load = json::array();
      for (const auto& [producer, folder] : check.load) load.push_back({producer, folder.string()});
      wanted.push_back({{"id", check.id},
                        {"artefacts", check.artefacts.string()},
                        {"load", std::move(load)},
                        {"made", std::exchange(made, 0)}});
      ids.push_back(check.id);
    }
    Transcript transcript(ids, limits());
    const json imported = TRY(run_fork(fork_request(std::move(wanted)), transcript));
    if (imported.value("type", "") == "import_failed") return import_error(imported);
    return std::move(transcript).outcomes();
  }

  // Returns what the fork said of its import; an empty object when it was not to import, or did not get so far.
  Result<json> run_fork(const json& request, Transcript& transcript) {
    const std::string doing = "running checks of " + spec_.subject_id;
    TRY(connection_.send(request, doing));
    const milliseconds silence = std::max(spec_.check_timeout, spec_.import_timeout) + grace;
    json imported = json::object();
    for (;;) {
      json frame = TRY(connection_.receive(silence, doing));
      const std::string type = frame.value("type", "");
      if (type == "imported" || type == "import_failed") {
        imported = std::move(frame);
      } else if (type == "fork_ended") {
        const ForkEnd end = parse_fork_end(frame);
        note_peak(end.peak_rss_bytes);
        if (request.contains("search_path") && imported.empty()) return import_death(end);
        transcript.end(end);
        return imported;
      } else {
        transcript.add(frame);
      }
    }
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
