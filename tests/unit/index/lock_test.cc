#include "harness/index/lock.h"

#include <doctest/doctest.h>

#include "harness/index/tags.h"

using namespace tfh;

namespace {

const std::string sha_a(64, 'a');
const std::string sha_b(64, 'B');

std::string lock_text(const std::string& packages) {
  return "lock-version = \"1.0\"\ncreated-by = \"uv\"\nrequires-python = \">=3.8.18\"\n" + packages;
}

std::string file(const std::string& name, const std::string& sha256) {
  return "{ url = \"https://files.example/x/" + name +
         "\", upload-time = 2020-12-14T18:01:50Z, size = 12, hashes = { sha256 = \"" + sha256 + "\" } }";
}

Result<Lock> read(const std::string& packages) {
  return read_lock(lock_text(packages), supported_tags({3, 8}, "glibc 2.36", "x86_64"));
}

}  // namespace

TEST_CASE("each package gives its best wheel, else its source") {
  const auto lock =
      read("[[packages]]\nname = \"zipp\"\nversion = \"3.15.0\"\nwheels = [" +
           file("zipp-3.15.0-py3-none-any.whl", sha_a) + "]\n[[packages]]\nname = \"Wrapt\"\nversion = " +
           "\"1.12.1\"\nmarker = \"python_full_version < '3.10'\"\nsdist = " + file("wrapt-1.12.1.tar.gz", sha_b) +
           "\n[[packages]]\nname = \"numpy\"\nversion = \"1.19.5\"\n" + "sdist = " + file("numpy-1.19.5.zip", sha_a) +
           "\nwheels = [" + file("numpy-1.19.5-cp37-cp37m-manylinux2010_x86_64.whl", sha_a) + ", " +
           file("numpy-1.19.5-cp38-cp38-manylinux1_x86_64.whl", sha_a) + ", " +
           file("numpy-1.19.5-cp38-cp38-manylinux2010_x86_64.whl", sha_b) + "]\n");
  REQUIRE_MESSAGE(lock.has_value(), lock.error().text());
  REQUIRE(lock->packages.size() == 3);
  const LockedPackage& numpy = lock->packages[0];
  CHECK(numpy.name == "numpy");
  CHECK(numpy.version == "1.19.5");
  CHECK(numpy.file.filename == "numpy-1.19.5-cp38-cp38-manylinux2010_x86_64.whl");
  CHECK(numpy.file.url == "https://files.example/x/numpy-1.19.5-cp38-cp38-manylinux2010_x86_64.whl");
  CHECK(numpy.file.sha256 == std::string(64, 'b'));
  CHECK(numpy.file.size == 12);
  CHECK_FALSE(numpy.is_sdist);
  CHECK(lock->packages[1].name == "wrapt");
  CHECK(lock->packages[1].is_sdist);
  CHECK(lock->packages[1].file.filename == "wrapt-1.12.1.tar.gz");
  CHECK(lock->packages[2].name == "zipp");
  CHECK(lock->text.find("lock-version") == 0);
}

TEST_CASE("a wheel given by its path") {
  const auto lock = read(
      "[[packages]]\nname = \"own\"\narchive = { path = \"/tmp/a b/own-1.0-py3-none-any.whl\", "
      "hashes = { sha256 = \"" +
      sha_a + "\" } }\n");
  REQUIRE_MESSAGE(lock.has_value(), lock.error().text());
  CHECK(lock->packages[0].version == "1.0");
  CHECK(lock->packages[0].file.url == "file:///tmp/a%20b/own-1.0-py3-none-any.whl");
  CHECK(lock->packages[0].file.filename == "own-1.0-py3-none-any.whl");
  CHECK_FALSE(lock->packages[0].is_sdist);
}

TEST_CASE("locks that cannot be used say why") {
  const std::string wheel = file("a-1-py3-none-any.whl", sha_a);
  const std::string head = "[[packages]]\nname = \"a\"\nversion = \"1\"\n";
  struct Row {
    std::string text, reason;
  };
  const std::vector<Row> rows{
      {"lock-version = ", "line 1"},
      {"name = \"x\"", "it is no pylock.toml"},
      {"lock-version = \"2.0\"", "its version 2.0 is not understood"},
      {lock_text(""), "it lists no packages"},
      {lock_text(head + "wheels = [" + file("a-1-py3-none-any.whl", "12") + "]"), "a-1-py3-none-any.whl has no sha256"},
      {lock_text(head + "wheels = [" + file("a-1-cp39-cp39-linux_x86_64.whl", sha_a) + "]"), "no wheel that fits"},
      {lock_text(head + "vcs = { type = \"git\" }"), "version control"},
      {lock_text(head + "wheels = [" + wheel + "]\n" + head + "wheels = [" + wheel + "]"), "package a is there twice"},
      {lock_text("[[packages]]\nversion = \"1\"\n"), "a package has no name"},
      {lock_text(head + "wheels = [{ hashes = {} }]"), "neither url nor path"},
      {lock_text(head + "sdist = { name = \"../../x.tar.gz\", url = \"https://f/x.tar.gz\", hashes = { sha256 = \"" +
                 sha_a + "\" } }"),
       "is not the name of a file"}};
  for (const Row& row : rows) {
    const auto lock = read_lock(row.text, supported_tags({3, 8}, "glibc 2.36", "x86_64"));
    REQUIRE_FALSE(lock.has_value());
    CHECK_MESSAGE(lock.error().text().find(row.reason) != std::string::npos, lock.error().text());
  }
}
