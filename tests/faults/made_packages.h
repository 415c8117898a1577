// The packages that the runs fetch: small wheels of many shapes, made once for the whole program.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/fakes/temporary_folder.h"

namespace tfh::test {

struct MadePackage {
  std::string name;
  std::string filename;
  std::string sha256;
  std::string bytes;                             // of the wheel
  std::map<std::string, std::string> installed;  // below site-packages, by path; without .dist-info
};

class MadePackages {
 public:
  MadePackages();
  const std::vector<MadePackage>& all() const { return all_; }
  // Each wheel as a file, by sha256.
  std::map<std::string, std::filesystem::path> archives() const;

 private:
  void add(const std::string& name, std::map<std::string, std::string> installed);

  TemporaryFolder folder_;
  std::vector<MadePackage> all_;
};

}  // namespace tfh::test
