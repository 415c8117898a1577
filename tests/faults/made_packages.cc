#include "tests/faults/made_packages.h"

#include <random>

#include "harness/base/sha256.h"
#include "tests/fakes/zip_maker.h"

namespace tfh::test {

namespace {

// Half of it can be compressed, so that a wheel is about as large as what it holds.
std::string bytes_of(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i % 2 == 0 ? random() & 0xff : i / 64);
  return bytes;
}

}  // namespace

MadePackages::MadePackages() {
  add("tiny", {{"tiny.py", "x = 1\n"}});
  add("empty_file", {{"empty_file/__init__.py", ""}, {"empty_file/data.bin", ""}});
  add("stored", {{"stored/__init__.py", "y = 2\n"}, {"stored/blob.bin", bytes_of(5'000, 1)}});
  add("nested", {{"nested/__init__.py", "from .a.b import c\n"},
                 {"nested/a/__init__.py", ""},
                 {"nested/a/b/__init__.py", ""},
                 {"nested/a/b/c.py", "z = 3\n"}});
  add("middle", {{"middle/__init__.py", "import middle.x\n"},
                 {"middle/x.py", std::string(20'000, '#') + "\n"},
                 {"middle/lib.so", bytes_of(60'000, 2)}});
  add("large", {{"large/__init__.py", "w = 4\n"}, {"large/core.so", bytes_of(1'500'000, 3)}});
  add("twice_large", {{"twice_large/__init__.py", "v = 5\n"},
                      {"twice_large/one.so", bytes_of(1'100'000, 4)},
                      {"twice_large/two.so", bytes_of(900'000, 5)}});
  // Inflates beyond what a member is unpacked with in one thread (member_writer.cc).
  add("inflating", {{"inflating/__init__.py", "u = 6\n"},
                    {"inflating/zeros.so", bytes_of(300'000, 6) + std::string(17 << 20, '\0')}});
}

void MadePackages::add(const std::string& name, std::map<std::string, std::string> installed) {
  std::vector<MadeMember> members;
  for (const auto& [path, content] : installed)
    members.push_back({.name = path, .content = content, .deflated = name != "stored"});
  members.push_back({.name = name + "-1.0.data/scripts/run-" + name, .content = "#!python\npass\n"});
  members.push_back({.name = name + "-1.0.data/headers/" + name + ".h", .content = "#pragma once\n"});
  const std::string bytes = made_wheel(std::move(members), name).bytes();
  const std::string filename = name + "-1.0-py3-none-any.whl";
  folder_.write(filename, bytes);
  all_.push_back({name, filename, sha256_hex(bytes), bytes, std::move(installed)});
}

std::map<std::string, std::filesystem::path> MadePackages::archives() const {
  std::map<std::string, std::filesystem::path> archives;
  for (const MadePackage& package : all_) archives[package.sha256] = folder_.path() / package.filename;
  return archives;
}

}  // namespace tfh::test
