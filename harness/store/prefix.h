// A prefix: an immutable folder holding one lock's unpacked wheels for one interpreter, made of hard links.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/plan/interpreter.h"
#include "harness/store/layout.h"

namespace tfh {

struct InstalledPackage {
  std::string name;
  std::string version;
  std::string sha256;  // of the wheel, or of the source distribution it was built from
  bool from_sdist = false;
};

struct Prefix {
  std::string key;
  std::filesystem::path root;
  std::filesystem::path site_packages;  // what goes on sys.path
  std::filesystem::path scripts;        // bin/
  std::vector<InstalledPackage> packages;
};

// Hash of the sorted (name, version, sha256), the interpreter and the layout's version: 32 hex digits.
std::string prefix_key(const std::vector<InstalledPackage>& packages, const Interpreter& interpreter);

// The prefix as it is on disk; nullopt: not there. Marks it as used now.
std::optional<Prefix> find_prefix(const std::vector<InstalledPackage>& packages, const Interpreter& interpreter,
                                  const StoreLayout& layout);

struct PrefixPart {                // what one wheel brings
  std::filesystem::path unpacked;  // unpacked/<sha256>/ with purelib/, scripts/, headers/, data/
  std::filesystem::path bytecode;  // mirrors purelib: "pkg/module.py" -> "pkg/__pycache__/module.TAG.pyc"
};

// Links the parts together under a temporary name and publishes the prefix. A file that two wheels bring comes from
// the later one, as installers do it. Files are copied where a hard link cannot be made (EXDEV, EMLINK). `project` is
// the package it is made for, as the prefix's manifest says it.
Result<Prefix> make_prefix(const std::vector<InstalledPackage>& packages, const std::vector<PrefixPart>& parts,
                           const std::string& project, const Interpreter& interpreter, const StoreLayout& layout,
                           Disk& disk);

}  // namespace tfh
