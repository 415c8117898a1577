// From requirements to releases: what a range or `latest` means on the index of today.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/cli/session.h"
#include "harness/plan/requirement.h"
#include "harness/plan/subject.h"

namespace tfh {

// The releases that a requirement means, ascending: a named one as it is, without asking; of a range all final ones
// (pre-releases where it names one) that are not yanked and have a wheel for this machine, and for `python` where one
// is asked for; of `latest` the newest of these. `notes` gets what was left out for such a reason. An error: none is
// left.
Result<std::vector<Subject>> choose_releases(const Requirement& requirement, const std::optional<PythonMinor>& python,
                                             Session& session, std::vector<std::string>& notes);

}  // namespace tfh
