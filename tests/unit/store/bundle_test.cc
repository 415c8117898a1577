#include "harness/store/bundle.h"

#include <doctest/doctest.h>

#include "harness/base/file.h"
#include "harness/base/sha256.h"
#include "harness/store/scratch.h"
#include "harness/store/tar_file.h"
#include "tests/fakes/faulty_disk.h"
#include "tests/fakes/temporary_folder.h"

using namespace tfh;

namespace {

namespace fs = std::filesystem;

struct Machines {
  TemporaryFolder folder;
  StoreLayout here{folder.path() / "here"}, there{folder.path() / "there"};
  FaultyDisk disk;
  fs::path file = folder.path() / "bundle.tar";
  std::string wheel = std::string(700'000, 'w'), sha256 = sha256_hex(wheel);
  std::string long_name = "pkg-1.0-cp38-cp38-" + std::string(110, 'm') + ".whl";

  BundleContents contents() {
    folder.write("here/wheels/" + sha256 + "/" + long_name, wheel);
    folder.write("here/built/" + sha256 + "-cpython-38/pkg.whl", "built");
    folder.write("here/locks/pylock.pkg.toml", "");
    return {{"pkg==1.0@py3.8"},
            {"wheels/" + sha256 + "/" + long_name, "built/" + sha256 + "-cpython-38/pkg.whl", "locks/pylock.pkg.toml"}};
  }
};

// A bundle with one file at `path`, and a manifest that says so.
void write_one(const fs::path& target, const std::string& path, const std::string& text, Disk& disk) {
  auto writer = TarWriter::create(target, disk);
  REQUIRE(writer);
  REQUIRE(writer->add("manifest.json",
                      R"({"schema": "tfharness-bundle/1", "created": "", "subjects": [], "files": [{"path": ")" + path +
                          R"(", "sha256": ")" + sha256_hex(text) + R"(", "size": )" + std::to_string(text.size()) +
                          "}]}"));
  REQUIRE(writer->add(path, text));
  REQUIRE(writer->finish());
}

}  // namespace

TEST_CASE("what is bundled here is in the store there") {
  Machines machines;
  const auto written =
      write_bundle(machines.contents(), "2026-01-01T00:00:00Z", machines.file, machines.here, machines.disk);
  REQUIRE(written);
  CHECK(written->files == 3);
  CHECK(written->bytes == 700'005);
  for (int again = 0; again < 2; ++again) {
    const auto read = read_bundle(machines.file, machines.there, machines.disk);
    REQUIRE_MESSAGE(read, (read ? "" : read.error().text()));
    CHECK(read->subjects == std::vector<std::string>{"pkg==1.0@py3.8"});
  }
  CHECK(read_file(machines.there.wheel(machines.sha256, machines.long_name)) == machines.wheel);
  CHECK(read_file(machines.there.locks() / "pylock.pkg.toml") == "");
}

TEST_CASE("a damaged wheel is not bundled") {
  Machines machines;
  const BundleContents contents = machines.contents();
  machines.folder.write("here/wheels/" + machines.sha256 + "/" + machines.long_name, "other");
  CHECK_FALSE(write_bundle(contents, "", machines.file, machines.here, machines.disk));
  CHECK_FALSE(fs::exists(machines.file));
}

TEST_CASE("a disk that fills up leaves no bundle and no half store") {
  Machines machines;
  const BundleContents contents = machines.contents();
  machines.disk.room = 300'000;
  CHECK_FALSE(write_bundle(contents, "", machines.file, machines.here, machines.disk));
  CHECK(std::distance(fs::directory_iterator(machines.folder.path()), fs::directory_iterator()) == 1);
  machines.disk.room = UINT64_MAX;
  REQUIRE(write_bundle(contents, "", machines.file, machines.here, machines.disk));
  machines.disk.room = 300'000;
  CHECK_FALSE(read_bundle(machines.file, machines.there, machines.disk));
  CHECK_FALSE(fs::exists(machines.there.locks()));
  CHECK_FALSE(fs::exists(machines.there.root() / "wheels"));
}

TEST_CASE("a bundle's files go nowhere but where the format says") {
  const std::string text = "bytes", sha256 = sha256_hex(text), other(64, 'a');
  struct {
    std::string path;
    bool good;
  } const cases[] = {
      {"wheels/" + sha256 + "/a.whl", true},
      {"built/" + sha256 + "-cpython-38/a.whl", true},
      {"locks/pylock.a.toml", true},
      {"wheels/" + other + "/a.whl", false},
      {"wheels/" + sha256 + "/../../a.whl", false},
      {"wheels/a.whl", false},
      {"locks/../pins", false},
      {"locks/more/a", false},
      {"pins", false},
      {"/etc/passwd", false},
      {"prefixes/" + sha256 + "/a", false},
      {"built/" + sha256 + "/a.whl", false},
  };
  for (const auto& [path, good] : cases) {
    CAPTURE(path);
    Machines machines;
    write_one(machines.file, path, text, machines.disk);
    const auto read = read_bundle(machines.file, machines.there, machines.disk);
    CHECK_MESSAGE(read.has_value() == good, (read ? "" : read.error().text()));
    if (good) CHECK(read_file(machines.there.root() / path) == text);
  }
}

TEST_CASE("a tar archive is read as it was written, and by others") {
  TemporaryFolder folder;
  FaultyDisk disk;
  const std::string long_name = "wheels/" + std::string(64, 'a') + "/" + std::string(150, 'n') + ".whl";
  for (const std::size_t size : {0, 1, 511, 512, 513, 3'000'000}) {
    CAPTURE(size);
    const fs::path file = folder.path() / (std::to_string(size) + ".tar");
    auto writer = TarWriter::create(file, disk);
    REQUIRE(writer);
    const std::string content(size, 'c');
    REQUIRE(writer->add("first", "1"));
    REQUIRE(writer->add(long_name, content));
    REQUIRE(writer->finish());
    auto reader = TarReader::open(file);
    REQUIRE(reader);
    REQUIRE(reader->next());
    REQUIRE(reader->read([](std::string_view) { return Result<void>(); }));
    const auto member = reader->next();
    REQUIRE(member);
    CHECK((*member)->name == long_name);
    std::string read;
    REQUIRE(reader->read([&](std::string_view piece) {
      read += piece;
      return Result<void>();
    }));
    CHECK(read == content);
    const auto end = reader->next();
    CHECK((end && !*end));
    CHECK(std::system(("tar -tf " + file.string() + " > " + (folder.path() / "list").string()).c_str()) == 0);
    CHECK(read_file(folder.path() / "list") == "first\n" + long_name + "\n");
  }
}
