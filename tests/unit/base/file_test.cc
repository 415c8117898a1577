#include "harness/base/file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "tests/fakes/temporary_folder.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// A folder that is also the working directory while this lives.
struct WorkingFolder {
  WorkingFolder() { fs::current_path(folder.path()); }
  ~WorkingFolder() { fs::current_path(before); }
  fs::path before = fs::current_path();
  TemporaryFolder folder;
};

}  // namespace

TEST_CASE("a file can be written under a name without a folder, or in one that is not there yet") {
  const WorkingFolder place;
  for (const fs::path name : {"report.json", "new/folder/report.json"}) {
    CAPTURE(name.string());
    const auto written = write_file(system_disk(), name, "{}");
    CHECK_MESSAGE(written, (written ? "" : written.error().text()));
    CHECK(read_file(name).value_or("") == "{}");
  }
  CHECK(std::distance(fs::directory_iterator(place.folder.path()), {}) == 2);
}

TEST_CASE("whether a file can be written is known before it is, and nothing is made for that") {
  TemporaryFolder folder;
  folder.write("file", "x");
  CHECK(check_can_be_written(folder.path() / "file"));
  CHECK(check_can_be_written(folder.path() / "not" / "there" / "yet"));
  CHECK_FALSE(fs::exists(folder.path() / "not"));
  CHECK(check_can_be_written("name-without-a-folder"));
  CHECK(check_can_be_written("/dev/null"));
  CHECK(check_can_be_written(folder.path()).error().what == "it is a folder");
  CHECK(check_can_be_written(folder.path() / "not" / "").error().what == "it is a folder");
  CHECK(check_can_be_written(folder.path() / "file" / "x").error().what.ends_with("file is not a folder"));
}

TEST_CASE("a device is written to and stays what it is") {
  const WorkingFolder place;
  REQUIRE(mkfifo("pipe", 0600) == 0);
  const auto reader = open_file("pipe", O_RDONLY | O_NONBLOCK);
  REQUIRE(reader);
  REQUIRE(write_file(system_disk(), "pipe", "text"));
  CHECK(fs::is_fifo("pipe"));
  char text[8] = {};
  CHECK(read(reader->get(), text, sizeof text) == 4);
}

}  // namespace tfh
