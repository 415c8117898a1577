// Work under way: each run has a folder of its own in scratch/, held by a lock, so that what a killed run left behind
// is known and removed by the next one, outside of the store, too. Everything published in the store is renamed out of
// such a folder.
#pragma once

#include <filesystem>
#include <string>

#include "harness/base/error.h"
#include "harness/base/file.h"
#include "harness/store/layout.h"

namespace tfh {

class Scratch {
 public:
  // Where open() makes the folder.
  static std::filesystem::path folder_of_this_process(const StoreLayout& layout);
  // Makes this run's folder, and removes the folders of runs that are no more.
  static Result<Scratch> open(const StoreLayout& layout);
  Scratch(Scratch&& other) noexcept
      : folder_(std::exchange(other.folder_, std::filesystem::path())), lock_(std::move(other.lock_)) {}
  Scratch& operator=(Scratch&&) = delete;
  ~Scratch();  // removes the folder

  const std::filesystem::path& folder() const { return folder_; }

 private:
  Scratch(std::filesystem::path folder, Descriptor lock) : folder_(std::move(folder)), lock_(std::move(lock)) {}

  std::filesystem::path folder_;
  Descriptor lock_;
};

// A temporary file outside of the store, as long as this lives: if the run is killed meanwhile, the next one removes it
// with the run's folder.
class OutsideFile {
 public:
  OutsideFile(const StoreLayout& layout, const std::filesystem::path& temporary);
  OutsideFile(const OutsideFile&) = delete;
  OutsideFile& operator=(const OutsideFile&) = delete;
  ~OutsideFile();

 private:
  std::filesystem::path reference_;
};

// Removes a folder although it holds folders without write permission.
void remove_folder(const std::filesystem::path& folder);

// A new, empty folder in the scratch area, in the file system of the store: `what` and a unique ending.
Result<std::filesystem::path> temporary_folder(const StoreLayout& layout, const std::string& what);

}  // namespace tfh
