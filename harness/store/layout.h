// Every name inside the store. Pure: nothing here touches the disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace tfh {

inline constexpr auto kNotesFile = "notes.txt";  // in an unpacked folder: what its RECORD was wrong about

class StoreLayout {
 public:
  explicit StoreLayout(std::filesystem::path root) : root_(std::move(root)) {}

  const std::filesystem::path& root() const { return root_; }
  std::filesystem::path wheel(const std::string& sha256, const std::string& filename) const;
  std::filesystem::path partial(const std::string& sha256) const;  // a download under way
  std::filesystem::path tail(const std::string& sha256) const;     // what of it comes first
  std::filesystem::path built(const std::string& sdist_sha256, const std::string& tag) const;
  std::filesystem::path unpacked(const std::string& sha256) const;
  std::filesystem::path bytecode(const std::string& sha256, const std::string& cache_tag) const;
  std::filesystem::path prefix(const std::string& key) const;
  std::filesystem::path locks() const { return root_ / "locks"; }
  std::filesystem::path records() const { return root_ / "records"; }
  std::filesystem::path uv_cache() const { return root_ / "uv"; }
  std::filesystem::path tools() const { return root_ / "tools"; }
  std::filesystem::path pythons() const { return root_ / "pythons"; }  // interpreters that were installed here
  std::filesystem::path quarantine() const { return root_ / "quarantine"; }
  std::filesystem::path lock_files() const { return root_ / "lockfiles"; }
  std::filesystem::path scratch() const { return root_ / "scratch"; }
  std::filesystem::path pins() const { return root_ / "pins"; }
  std::filesystem::path mirror_choice() const { return root_ / "mirrors.json"; }
  std::filesystem::path interpreter_cache() const { return root_ / "interpreters.json"; }

 private:
  std::filesystem::path root_;
};

// Where the tail of an archive of so many bytes begins. In TensorFlow's wheels all that lies behind their one large
// library is in the last 8 to 15%.
std::uint64_t tail_offset(std::uint64_t archive_size);

// $TFHARNESS_HOME, else $XDG_CACHE_HOME/tfharness, else ~/.cache/tfharness.
std::filesystem::path store_root(const std::map<std::string, std::string>& environment);

}  // namespace tfh
