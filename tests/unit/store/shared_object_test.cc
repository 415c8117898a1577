#include "harness/store/shared_object.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "harness/base/file.h"
#include "harness/store/host_fit.h"
#include "tests/fakes/temporary_folder.h"

using namespace tfh;

namespace {

namespace fs = std::filesystem;

fs::path own_program() {
  return fs::read_symlink("/proc/self/exe");
}

// This test program's bytes with one name in its table of strings changed to another of the same length.
std::string program_with(const std::string& from, const std::string& to) {
  std::string bytes = read_file(own_program()).value();
  const std::string name = '\0' + from + '\0';
  const std::size_t at = bytes.find(name);
  REQUIRE(at != std::string::npos);
  return bytes.replace(at + 1, to.size(), to);
}

}  // namespace

TEST_CASE("what a program asks of libraries is read from its file") {
  const auto object = read_shared_object(own_program());
  REQUIRE(object);
  CHECK(std::ranges::count(object->needed, "libstdc++.so.6") == 1);
  CHECK(object->versions.at("libc.so.6").contains("GLIBC_2.34"));
  CHECK(object->versions.contains("libstdc++.so.6"));
}

TEST_CASE("what is no library or a damaged one is not read") {
  TemporaryFolder folder;
  CHECK_FALSE(read_shared_object(folder.path() / "absent.so"));
  CHECK_FALSE(read_shared_object(folder.write("text.so", "GROUP ( libm.so.6 )")));
  CHECK_FALSE(read_shared_object(folder.write("empty.so", "")));
  const std::string whole = read_file("/bin/true").value();
  for (std::size_t size = 1; size < whole.size(); size += 97)
    static_cast<void>(read_shared_object(folder.write("cut.so", whole.substr(0, size))));
}

TEST_CASE("missing libraries and versions are named with who needs them") {
  TemporaryFolder folder;
  const auto system = system_library_folders();
  folder.write("site-packages/pkg/good.so", read_file(own_program()).value());
  CHECK(host_shortcomings(folder.path(), system).empty());
  folder.write("site-packages/pkg/a.so", program_with("libstdc++.so.6", "libstdcuu.so.6"));
  folder.write("site-packages/pkg/b.so", program_with("libstdc++.so.6", "libstdcuu.so.6"));
  CHECK(
      host_shortcomings(folder.path(), system) ==
      std::vector<std::string>{"libstdcuu.so.6 is not on this machine (needed by site-packages/pkg/a.so and 1 more)"});
  folder.write("site-packages/pkg/libstdcuu.so.6", "brought along");
  CHECK(host_shortcomings(folder.path(), system).empty());
  folder.write("site-packages/pkg/a.so", program_with("GLIBC_2.34", "GLIBC_2.99"));
  const auto lines = host_shortcomings(folder.path(), system);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0] == "libc.so.6 of this machine has no GLIBC_2.99 (needed by site-packages/pkg/a.so)");
}
