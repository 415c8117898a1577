#include "harness/base/new_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "harness/base/file.h"
#include "tests/fakes/temporary_folder.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

void fill(const NewFile& file, std::string_view content) {
  const auto opened = open_file(file.temporary(), O_WRONLY | O_CREAT | O_EXCL);
  REQUIRE(opened);
  REQUIRE(write_all(system_disk(), opened->get(), content, file.temporary()));
}

}  // namespace

TEST_CASE("a new file replaces the one at its place, or leaves nothing") {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "out";
  for (const bool published : {true, false}) {
    CAPTURE(published);
    {
      NewFile file(place);
      fill(file, published ? "first" : "second");
      if (published) REQUIRE(file.publish(system_disk(), true));
    }
    CHECK(read_file(place).value_or("") == "first");
    CHECK(entries_of(folder.path()) == std::vector<fs::path>{place});
  }
}

TEST_CASE("two new files for one place do not meet") {
  const TemporaryFolder folder;
  NewFile one(folder.path() / "out"), other(folder.path() / "out");
  fill(one, "one");
  fill(other, "other");
  REQUIRE(other.publish(system_disk(), true));
  REQUIRE(one.publish(system_disk(), true));
  CHECK(read_file(folder.path() / "out").value_or("") == "one");
}

TEST_CASE("who ends the process removes what is not published") {
  const TemporaryFolder folder;
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const NewFile file(folder.path() / "out");
    fill(file, "half");
    remove_new_files();
    _exit(fs::exists(file.temporary()) ? 1 : 0);
  }
  int status = -1;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  CHECK(entries_of(folder.path()).empty());
}

}  // namespace tfh
