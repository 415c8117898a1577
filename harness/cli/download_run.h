// Carries out a selection: fetches, builds what is source, places the wheels and locks.
#pragma once

#include <filesystem>
#include <string>

#include "harness/cli/download_selection.h"
#include "harness/report/download_report.h"

namespace tfh {

// `directory`: where wheels and locks are placed, as soon as each is there; empty: they stay in the store. A file that
// is in the directory with the right content is not fetched again. One failure does not stop the others.
DownloadReport download(const Selection& selection, const PreparationOptions& options,
                        const std::filesystem::path& directory, Session& session);

}  // namespace tfh
