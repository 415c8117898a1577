// A subject that is a wheel file on this machine (./tensorflow-2.12.0-...whl): a release with that one file.
#pragma once

#include <vector>

#include "harness/base/error.h"
#include "harness/index/project.h"
#include "harness/plan/subject.h"

namespace tfh {

// The wheel as an index would list it. Its upload time is when `published`, the files of the same version on the index,
// appeared there: that gives its dependencies an era; without such files it has none. Errors: a name that is no
// wheel's, a file that cannot be read.
Result<std::vector<IndexFile>> wheel_as_release(const Subject& subject, const std::vector<IndexFile>& published);

}  // namespace tfh
