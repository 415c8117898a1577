#include "harness/cli/wheel_subject.h"

#include <algorithm>

#include "harness/base/sha256.h"
#include "harness/index/tags.h"
#include "harness/index/url.h"

namespace tfh {

Result<std::vector<IndexFile>> wheel_as_release(const Subject& subject, const std::vector<IndexFile>& published) {
  IndexFile wheel;
  wheel.filename = subject.wheel.filename();
  if (!WheelName::parse(wheel.filename))
    return fail("reading the wheel " + wheel.filename, "it is not named as wheels are",
                "NAME-VERSION-PYTHON-ABI-PLATFORM.whl, the name it was built with");
  wheel.url = file_url(subject.wheel);
  wheel.sha256 = TRY(sha256_file(subject.wheel));
  std::error_code unknown;
  if (const auto size = std::filesystem::file_size(subject.wheel, unknown); !unknown) wheel.size = size;
  for (const IndexFile& file : published)
    if (file.uploaded) wheel.uploaded = std::min(wheel.uploaded.value_or(*file.uploaded), *file.uploaded);
  return std::vector{std::move(wheel)};
}

}  // namespace tfh
