// Where the tests' resolver comes from: every test has a fresh store, and fetching it anew each time tells nothing.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;

namespace {

bool on_path(const std::string& name, fs::path& folder) {
  std::string path = std::getenv("PATH") ? std::getenv("PATH") : "";
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    folder = path.substr(begin, end - begin);
    if (access((folder / name).c_str(), X_OK) == 0) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

fs::path resolver_folder() {
  fs::path folder;
  if (on_path("uv", folder)) return folder;
  const fs::path environment = fs::path(TFHARNESS_BUILD) / "tests" / "resolver";
  const int lock = open((environment.string() + ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
  REQUIRE(lock >= 0);
  REQUIRE(flock(lock, LOCK_EX) == 0);
  if (!fs::exists(environment / "bin" / "uv")) {
    const std::string made = "'" + python().string() + "' -m venv --clear '" + environment.string() + "' && '" +
                             environment.string() + "/bin/pip' --quiet install uv";
    REQUIRE_MESSAGE(std::system(made.c_str()) == 0, made);
  }
  close(lock);
  return environment / "bin";
}

}  // namespace tfh::test
