#include "harness/diff/cost.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tfh {

namespace {

constexpr const char* kSuite = "performance";
constexpr double kLeastFactor = 1.25;
constexpr double kLeastRanges = 3;  // interquartile ranges between the medians
constexpr double kHighestChance = 0.01;

// Linear between the two nearest values. `sorted` is not empty.
double quantile(const std::vector<double>& sorted, double part) {
  const double position = part * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], position - static_cast<double>(below));
}

struct Spread {
  double median = 0, range = 0;  // interquartile
  bool exact = false;            // the same in every run
};

Spread spread_of(std::vector<double> samples) {
  std::ranges::sort(samples);
  return {quantile(samples, 0.5), quantile(samples, 0.75) - quantile(samples, 0.25), samples.front() == samples.back()};
}

nlohmann::json value_of(const Cost& cost) {
  return {{"kind", "value"},
          {"value", {{"median", spread_of(cost.samples).median}, {"unit", cost.unit}, {"samples", cost.samples}}}};
}

// "0.84 -> 1.42 seconds, 1.7 times"; nullopt: no more than noise.
std::optional<std::string> change_beyond_noise(const Cost& before, const Cost& after) {
  const Spread one = spread_of(before.samples), other = spread_of(after.samples);
  const double low = std::min(one.median, other.median), high = std::max(one.median, other.median);
  if (high < kLeastFactor * low || high == 0) return std::nullopt;
  const double chance = rank_test(before.samples, after.samples);
  const bool apart = high - low >= kLeastRanges * std::max(one.range, other.range) && chance < kHighestChance;
  if (!apart && !(one.exact && other.exact)) return std::nullopt;
  std::string text = fmt::format("{:.3g} -> {:.3g} {}", one.median, other.median, before.unit);
  if (low > 0) text += fmt::format(", {:.3g} times", other.median / one.median);
  if (!(one.exact && other.exact))
    text +=
        fmt::format(" (medians of {} and {} runs, p = {:.2g})", before.samples.size(), after.samples.size(), chance);
  return text;
}

Difference cost_difference(const Cost& before, const Cost& after, const std::string& subject, std::string detail) {
  Difference difference;
  difference.suite = kSuite;
  difference.check = before.check;
  difference.id = difference.check_id() + "/" + before.unit;
  difference.api = before.api;
  difference.subject = subject;
  difference.kind = Kind::performance;
  difference.severity = Severity::info;
  difference.policy = "not-covered";
  difference.before = value_of(before);
  difference.after = value_of(after);
  difference.detail = std::move(detail);
  difference.witness = after.witness;
  return difference;
}

}  // namespace

double rank_test(const std::vector<double>& one, const std::vector<double>& other) {
  const std::size_t n = one.size(), m = other.size();
  if (n == 0 || m == 0) return 1;
  double above = 0;  // Mann and Whitney's U
  for (const double a : one)
    for (const double b : other) above += a > b ? 1 : a == b ? 0.5 : 0;
  const double extreme = std::max(above, static_cast<double>(n * m) - above);
  // ways[i][u]: in how many orders of i values of `one` among those of `other` seen so far U is u.
  std::vector<std::vector<double>> ways(n + 1, std::vector<double>(n * m + 1, 0));
  ways[0][0] = 1;
  for (std::size_t j = 0; j <= m; ++j)  // the values of `one` that lie above j values of `other`
    for (std::size_t i = 1; i <= n; ++i)
      for (std::size_t u = j; u <= n * m; ++u) ways[i][u] += ways[i - 1][u - j];
  double all = 0, as_far = 0;
  for (std::size_t u = 0; u <= n * m; ++u) {
    all += ways[n][u];
    if (static_cast<double>(u) >= extreme) as_far += ways[n][u];
  }
  return std::min(1.0, 2 * as_far / all);
}

Comparison compare_costs(const std::vector<Cost>& baseline, const std::vector<Cost>& subject,
                         const std::string& subject_id) {
  Comparison comparison;
  for (const Cost& before : baseline) {
    const auto after = std::ranges::find_if(
        subject, [&](const Cost& cost) { return cost.check == before.check && cost.unit == before.unit; });
    if (after == subject.end() || before.samples.empty() || after->samples.empty()) continue;
    ++comparison.observations;
    if (auto change = change_beyond_noise(before, *after))
      comparison.differences.push_back(cost_difference(before, *after, subject_id, std::move(*change)));
    else
      ++comparison.same;
  }
  return comparison;
}

}  // namespace tfh
