// What a command does with the store, as a run does it: fetch, unpack, compile, link. Faults of the disk included.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "harness/store/provision.h"
#include "tests/fakes/faulty_disk.h"
#include "tests/fakes/process_runner.h"
#include "tests/faults/made_packages.h"
#include "tests/faults/scenario.h"

namespace tfh::test {

struct Addresses {
  std::string origin;                // simple index; the lock names its files
  std::vector<std::string> mirrors;  // simple indexes
};

// Waits a millisecond where others wait for seconds.
class HastyClock : public SystemClock {
 public:
  void sleep(std::chrono::milliseconds) override { SystemClock::sleep(std::chrono::milliseconds(1)); }
};

class Client {
 public:
  Client(const std::filesystem::path& store, const Scenario& scenario, const MadePackages& packages,
         const Addresses& addresses, bool sound_disk);

  Result<Provisioned> provision();
  // What `download -d` does: the packages' files into `folder`, all that can be had. The first error, if any.
  Result<void> download_into(const std::filesystem::path& folder);

  FaultyDisk& disk() { return disk_; }

 private:
  Result<Completed> compile(const Command& command);

  const Scenario& scenario_;
  HastyClock clock_;
  SilentProgress progress_;
  FaultyDisk disk_;
  FakeProcessRunner runner_{[this](const Command& command) { return compile(command); }};
  std::unique_ptr<HttpClient> http_;
  std::unique_ptr<Fetcher> fetcher_;
  Workshop workshop_;
  ProvisionRequest request_;
  bool compiler_fails_;
};

}  // namespace tfh::test
