#include "harness/cli/cost_run.h"

#include <algorithm>

namespace tfh {

namespace {

constexpr int kTurns = 5;  // the fewest with which the rank test can tell at 1 %

constexpr const char* kImportWitness =
    "import resource, time\n"
    "begin = time.perf_counter()\n"
    "import tensorflow\n"
    "print(time.perf_counter() - begin, 'seconds')\n"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, 'bytes')\n"
    "print(len({line.split()[-1] for line in open('/proc/self/maps') if '.so' in line}), 'libraries')\n";

void add_sample(std::vector<Cost>& costs, Cost cost, double sample) {
  auto known = std::ranges::find_if(
      costs, [&](const Cost& other) { return other.check == cost.check && other.unit == cost.unit; });
  if (known == costs.end()) known = costs.insert(costs.end(), std::move(cost));
  known->samples.push_back(sample);
}

void add_import(std::vector<Cost>& costs, const Imported& imported) {
  add_sample(costs, {"import", "seconds", {}, kImportWitness, {}}, imported.seconds);
  add_sample(costs, {"import", "bytes", {}, kImportWitness, {}}, static_cast<double>(imported.peak_rss_bytes));
  add_sample(costs, {"import", "libraries", {}, kImportWitness, {}}, static_cast<double>(imported.libraries));
}

void add_operations(std::vector<Cost>& costs, const std::vector<CheckRecord>& records) {
  for (const CheckRecord& record : records)
    for (const Observation& observation : record.observations) {
      const auto number = observation.value.find("value");
      if (observation.key == "outcome" || number == observation.value.end() || !number->is_number()) continue;
      const std::string& id = record.declaration.id;
      add_sample(costs, {id.substr(id.find('.') + 1), observation.key, record.declaration.api, record.witness, {}},
                 number->get<double>());
    }
}

void add_sizes(std::vector<Cost>& costs, const SubjectRun& run) {
  if (const auto wheel = release_wheel(run.planned()); wheel && wheel->file.size)
    add_sample(costs, {"wheel", "bytes", {}, "", {}}, static_cast<double>(*wheel->file.size));
  std::uintmax_t installed = 0;
  std::error_code unreadable;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(run.site_packages(), unreadable))
    if (entry.is_regular_file(unreadable) && entry.path().extension() != ".pyc")
      installed += entry.file_size(unreadable);
  add_sample(costs, {"installed", "bytes", {}, "", {}}, static_cast<double>(installed));
}

}  // namespace

CostsBySubject measure_costs(SubjectRuns& runs, const SelectedChecks& operations) {
  CostsBySubject costs;
  for (int turn = 0; turn < kTurns; ++turn)
    for (auto& run : runs) {
      std::optional<FreshRun> fresh;
      run->lane().run([&] { fresh = run->run_afresh(operations); }).wait();
      if (!fresh) continue;
      add_import(costs[run->id()], fresh->imported);
      add_operations(costs[run->id()], fresh->checks);
    }
  for (auto& run : runs)
    if (!run->error()) add_sizes(costs[run->id()], *run);
  return costs;
}

void add_costs(Report& report, const CostsBySubject& costs) {
  const auto baseline = costs.find(report.baseline);
  if (baseline == costs.end()) return;
  for (const auto& [id, own] : costs) {
    if (id == report.baseline) continue;
    Comparison comparison = compare_costs(baseline->second, own, id);
    report.observations += comparison.observations;
    report.same += comparison.same;
    std::ranges::move(comparison.differences, std::back_inserter(report.differences));
  }
  group_findings(report);
}

}  // namespace tfh
