#include "harness/plan/python_choice.h"

#include <algorithm>
#include <ranges>

namespace tfh {
namespace {

std::string listed(const std::set<PythonMinor>& pythons) {
  std::string text;
  for (const PythonMinor& python : pythons) text += (text.empty() ? "" : ", ") + python.str();
  return text.empty() ? "none" : text;
}

Result<PythonMinor> best_for(const SubjectPythons& subject, const std::set<PythonMinor>& available) {
  const std::string doing = "choosing a Python for " + subject.id;
  if (subject.with_wheel.empty()) return fail(doing, "it has no wheel that runs on Linux x86-64");
  const std::string wheels = "it has wheels for Python " + listed(subject.with_wheel);
  if (subject.asked) {
    if (!subject.with_wheel.contains(*subject.asked))
      return fail(doing, "it has no wheel for Python " + subject.asked->str(), wheels);
    if (!available.contains(*subject.asked))
      return fail(doing, "there is no interpreter for Python " + subject.asked->str() + " here",
                  "found here: " + listed(available) + "; tfharness python install " + subject.asked->str() +
                      ", or --install-python, fetches it");
    return *subject.asked;
  }
  for (const PythonMinor& python : subject.with_wheel | std::views::reverse)
    if (available.contains(python)) return python;
  return fail(doing, wheels + ", and none of these is here",
              "found here: " + listed(available) + "; tfharness python install " + subject.with_wheel.rbegin()->str() +
                  ", or --install-python, fetches one");
}

}  // namespace

PythonChoice choose_pythons(const std::vector<SubjectPythons>& subjects, const std::set<PythonMinor>& available) {
  // A subject that cannot run at all must not take the others' common Python away, so it does not vote.
  std::vector<Result<PythonMinor>> best;
  best.reserve(subjects.size());
  std::set<PythonMinor> common = available;
  for (const SubjectPythons& subject : subjects) {
    best.push_back(best_for(subject, available));
    if (!best.back() || subject.asked) continue;
    std::erase_if(common, [&](const PythonMinor& python) { return !subject.with_wheel.contains(python); });
  }

  // A Python asked for by one subject is the common one where the others can follow.
  std::optional<PythonMinor> shared;
  if (!common.empty()) shared = *common.rbegin();
  for (std::size_t i = 0; i < subjects.size(); ++i)
    if (best[i] && subjects[i].asked && common.contains(*best[i])) {
      shared = *best[i];
      break;
    }

  PythonChoice choice;
  std::set<PythonMinor> used;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    if (best[i] && !subjects[i].asked && shared) best[i] = *shared;
    if (best[i]) used.insert(*best[i]);
  }
  choice.chosen = std::move(best);
  choice.common = used.size() <= 1;
  return choice;
}

}  // namespace tfh
