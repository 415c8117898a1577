// A folder that goes away with the test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace tfh {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = std::filesystem::temp_directory_path() / "tfharness-test-XXXXXX";
    path_ = ::mkdtemp(pattern.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

  // Writes a file below the folder and gives its path; `executable` for scripts.
  std::filesystem::path write(const std::filesystem::path& below, const std::string& text, bool executable = false) {
    const std::filesystem::path file = path_ / below;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    if (executable) std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    return file;
  }

 private:
  std::filesystem::path path_;
};

// How many regular files lie below `folder`; 0 where it is not there.
inline std::size_t files_below(const std::filesystem::path& folder) {
  std::error_code absent;
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, absent))
    files += entry.is_regular_file();
  return files;
}

}  // namespace tfh
