// What `download` did with each file.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "harness/report/report.h"

namespace tfh {

enum class FileState {
  fetched,    // now, its sha256 compared while it arrived
  in_store,   // compared when it came into the store
  in_folder,  // of the same name in the folder, its sha256 compared now
  failed,
};

struct DownloadedFile {
  std::string id;                   // "tensorflow==2.4.0@py3.8"; no Python where the wheel is for several
  std::string filename;             // as the index names it; empty where none was found
  std::string sha256;               // that it was compared with
  std::uint64_t bytes = 0;          // of the file
  std::uint64_t fetched_bytes = 0;  // that came now; fewer where a part was there
  double seconds = 0;               // for these
  FileState state = FileState::failed;
  std::string server;  // the mirror that gave the last byte, by name; empty: nothing was fetched
  std::string url;     // without credentials
  std::string path;    // where it is now
  std::string built;   // the wheel made of this source distribution; empty: it is a wheel
  std::optional<SubjectFailure> error;
};

struct DownloadReport {
  std::vector<DownloadedFile> files;
  std::vector<std::string> locks;    // where the locks were written
  std::vector<std::string> mirrors;  // asked for files, in this order
  std::vector<std::string> notes;
  double seconds = 0;
};

// One line for each file, what failed at the end, with the reason and what to do; then the sum.
std::string download_text(const DownloadReport& report);
// {"schema": "tfharness-download/1", "files": [...], ...}: the same.
nlohmann::json to_json(const DownloadReport& report);
// 2 when any file failed.
int exit_status(const DownloadReport& report);

}  // namespace tfh
