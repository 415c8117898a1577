#include "tests/faults/scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace tfh::test {

namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  bool one_in(unsigned count) { return below(count) == 0; }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }

 private:
  std::mt19937_64 random_;
};

// Small numbers often, large ones sometimes: files differ by four orders of magnitude.
std::size_t draw_place(Dice& dice) {
  return dice.below(std::size_t{1} << (1 + dice.below(21)));
}

MirrorFault draw_fault(Dice& dice) {
  MirrorFault fault;
  do fault.kind = static_cast<FaultKind>(dice.below(fault_kinds));
  while (fault.kind == FaultKind::stall && !dice.one_in(6));  // a stall costs a second or two
  fault.at = draw_place(dice);
  fault.left = dice.one_in(3) && fault.kind != FaultKind::stall ? -1 : 1;
  return fault;
}

std::string file_key(std::size_t package) {
  return std::to_string(package);
}

MirrorPlan draw_mirror(Dice& dice, const std::vector<std::size_t>& packages, unsigned sound_one_in) {
  MirrorPlan plan;
  plan.html = dice.one_in(2);
  if (dice.one_in(sound_one_in)) return plan;
  plan.false_tls = dice.one_in(20);
  for (const std::size_t package : packages)
    for (std::size_t i = dice.below(3); i > 0; --i) plan.faults[file_key(package)].push_back(draw_fault(dice));
  if (dice.one_in(3)) plan.faults["page"].push_back(draw_fault(dice));
  return plan;
}

// Of at most two faults, each once, asking five times is enough.
bool file_arrives(const MirrorPlan& origin, std::size_t package) {
  const auto faults = origin.faults.find(file_key(package));
  return faults == origin.faults.end() || std::ranges::all_of(faults->second, [](const MirrorFault& fault) {
           return passes(fault.kind) && fault.left == 1;
         });
}

void draw_disk(Dice& dice, Scenario& scenario) {
  constexpr int errors[] = {EIO, ENOSPC, EROFS, EDQUOT, EACCES};
  const std::uint64_t first = dice.below(dice.one_in(2) ? 4 : 60);
  switch (dice.below(8)) {
    case 0:
      scenario.room = draw_place(dice) * 2;
      break;
    case 1:
      scenario.told_free = draw_place(dice);
      break;
    case 2:
      scenario.disk_failures = {{DiskCall::write, first, errors[dice.below(5)], dice.one_in(2)}};
      break;
    case 3:
      scenario.disk_failures = {{DiskCall::sync, first, EIO, dice.one_in(2)}};
      break;
    case 4:
      scenario.disk_failures = {{DiskCall::rename, first, errors[dice.below(5)], dice.one_in(2)}};
      break;
    case 5:
      scenario.disk_failures = {{DiskCall::link, first, dice.one_in(2) ? EIO : ENOSPC, dice.one_in(2)}};
      break;
    case 6:  // read-only from some moment on
      for (const DiskCall call : {DiskCall::write, DiskCall::rename, DiskCall::link})
        scenario.disk_failures.push_back({call, first, EROFS, true});
      break;
    default:
      scenario.disk_failures = {{DiskCall::link, 0, dice.one_in(2) ? EXDEV : EMLINK, true}};
      break;
  }
}

bool disk_is_sound(const Scenario& scenario) {
  const bool links_are_copied = std::ranges::all_of(scenario.disk_failures, [](const DiskFailure& failure) {
    return failure.call == DiskCall::link && (failure.error == EXDEV || failure.error == EMLINK);
  });
  return links_are_copied && !scenario.room && !scenario.told_free;
}

std::string described(const std::string& server, const MirrorPlan& plan) {
  std::string text =
      fmt::format("  {}:{}{}", server, plan.html ? " html" : " json", plan.false_tls ? " false-tls" : "");
  for (const auto& [key, faults] : plan.faults)
    for (const MirrorFault& fault : faults)
      text += fmt::format(" {}:{}@{}{}", key, name_of(fault.kind), fault.at, fault.left < 0 ? "#all" : "");
  return text + "\n";
}

}  // namespace

Scenario draw_scenario(std::uint64_t seed, std::size_t package_count) {
  Dice dice(seed);
  Scenario scenario;
  scenario.seed = seed;
  std::vector<std::size_t> packages(package_count);
  std::iota(packages.begin(), packages.end(), std::size_t{0});
  for (std::size_t count = 1 + dice.below(4); count > 0; --count) {
    const auto chosen = packages.begin() + static_cast<std::ptrdiff_t>(dice.below(packages.size()));
    // The one that inflates to 17 MB costs as much as twenty others.
    if (*chosen + 1 == package_count && !dice.one_in(8)) continue;
    scenario.packages.push_back(*chosen);
    packages.erase(chosen);
  }
  if (scenario.packages.empty()) scenario.packages.push_back(0);
  for (std::size_t i = dice.below(3); i > 0; --i) scenario.mirrors.push_back(draw_mirror(dice, scenario.packages, 4));
  scenario.origin = draw_mirror(dice, scenario.packages, 3);
  scenario.origin.false_tls = false;
  for (std::size_t i = 0; i < scenario.packages.size(); ++i)
    if (dice.one_in(6)) scenario.parts.push_back({scenario.packages[i], draw_place(dice), !dice.one_in(3)});
  if (dice.one_in(3)) draw_disk(dice, scenario);
  scenario.writes_halves = dice.one_in(10);
  scenario.compiler_fails = dice.one_in(20);
  scenario.sizes_known = !dice.one_in(4);
  scenario.downloads = dice.one_in(5);
  scenario.ahead = dice.one_in(3);
  scenario.two_at_once = dice.one_in(4);
  if (dice.one_in(6)) scenario.killed = dice.below(dice.one_in(2) ? 20 : 150);
  // All of them, the large ones, or none.
  constexpr std::uint64_t from[] = {0, 0, 500'000, UINT64_MAX};
  scenario.unpacks_arriving_from = from[dice.below(4)];
  for (std::size_t i = 0; i < scenario.packages.size(); ++i)
    if (dice.one_in(8)) scenario.parts.push_back({scenario.packages[i], draw_place(dice), !dice.one_in(3), true});
  scenario.must_succeed =
      disk_is_sound(scenario) && !scenario.compiler_fails && !scenario.killed &&
      std::ranges::all_of(scenario.packages, [&](std::size_t i) { return file_arrives(scenario.origin, i); });
  return scenario;
}

std::string Scenario::text() const {
  std::string text = "  packages:";
  for (const std::size_t package : packages) text += fmt::format(" {}", package);
  for (const PartLeft& part : parts)
    text += fmt::format("; {} bytes of {}{}{}", part.bytes, part.package, part.tail ? "'s tail" : "",
                        part.right ? "" : ", wrong ones");
  text += "\n";
  for (std::size_t i = 0; i < mirrors.size(); ++i) text += described(fmt::format("mirror {}", i + 1), mirrors[i]);
  text += described("origin", origin) + "  disk:";
  for (const DiskFailure& failure : disk_failures)
    text += fmt::format(" call {} number {} fails with {}{}", static_cast<int>(failure.call), failure.first,
                        errno_text(failure.error), failure.lasting ? " from then on" : "");
  if (room) text += fmt::format(" room for {}", *room);
  if (told_free) text += fmt::format(" says {} are free", *told_free);
  text += fmt::format("{}{}{}{}{}{}", writes_halves ? " writes-halves" : "", compiler_fails ? " compiler-fails" : "",
                      sizes_known ? "" : " sizes-unknown", downloads ? " downloads" : "", ahead ? " ahead" : "",
                      two_at_once ? " two-at-once" : "");
  if (unpacks_arriving_from < UINT64_MAX) text += fmt::format(" unpacks arriving from {} bytes", unpacks_arriving_from);
  if (killed) text += fmt::format(" killed at call {}", *killed);
  return text + (must_succeed ? " must-succeed\n" : "\n");
}

}  // namespace tfh::test
