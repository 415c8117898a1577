// A package index on the loopback interface (tools/loopback_mirror), with the made packages or others.
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "harness/base/process.h"

namespace tfh::test {

// The fake tensorflow releases and their dependencies (tests/fixtures/packages/make_packages.py), made by the build.
std::filesystem::path made_packages();
// The same in a folder of the test's own, which is returned, to be changed.
std::filesystem::path copied_packages(const std::filesystem::path& folder);

class Mirror {
 public:
  // `options` as the mirror takes them: {"--fault", "drop=1000#1"}. Ends with this object.
  explicit Mirror(const std::vector<std::string>& options = {},
                  const std::filesystem::path& packages = made_packages());
  ~Mirror();

  const std::string& url() const { return url_; }
  int pid() const { return process_->pid(); }
  // What it has been asked so far: method, path, range, agent, status, sent, faults.
  std::vector<nlohmann::json> requests() const;
  std::size_t requests_for(const std::string& part_of_path) const;

 private:
  std::filesystem::path folder_;
  std::unique_ptr<ProcessRunner> runner_ = make_process_runner();
  std::unique_ptr<Child> process_;
  std::string url_;
};

}  // namespace tfh::test
