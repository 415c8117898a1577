#include "harness/store/bytecode.h"

#include <doctest/doctest.h>

#include <set>

#include "harness/base/file.h"
#include "tests/fakes/temporary_folder.h"

using namespace tfh;

namespace {

namespace fs = std::filesystem;

// Two wheels, one of them importing the other, and the interpreter that compiles them.
struct Unpacked {
  TemporaryFolder folder;
  StoreLayout layout{folder.path() / "store"};
  std::unique_ptr<ProcessRunner> runner = make_process_runner();
  Interpreter interpreter = ask_interpreter(TFHARNESS_TEST_PYTHON, *runner).value();
  std::vector<PrefixPart> parts = {part("pkg"), part("other")};

  PrefixPart part(const std::string& name) const {
    return {folder.path() / name, folder.path() / (name + "-bytecode")};
  }
  void write(const std::string& wheel, const std::string& module, const std::string& text) {
    folder.write(fs::path(wheel) / "purelib" / module, text);
  }
  Result<void> compile() { return add_bytecode(parts, top_level_modules(parts[0]), interpreter, layout, *runner); }

  // "pkg/used", for every file that was made.
  std::set<std::string> compiled() const {
    std::set<std::string> names;
    std::error_code absent;
    for (const PrefixPart& part : parts)
      for (const auto& entry : fs::recursive_directory_iterator(part.bytecode, absent))
        if (entry.is_regular_file()) {
          const fs::path inside = fs::relative(entry.path(), part.bytecode);
          const std::string name = inside.filename();
          CHECK(name.ends_with("." + interpreter.cache_tag + ".pyc"));
          names.insert(inside.parent_path().parent_path() / name.substr(0, name.find('.')));
        }
    return names;
  }
};

}  // namespace

TEST_CASE("byte-code is made of what an import runs, over all wheels, and of nothing else") {
  Unpacked wheels;
  wheels.write("pkg", "pkg/__init__.py",
               "from pkg import used\nfrom . import sibling\nfrom .sub.leaf import x\nimport other.deep.er\n"
               "inside = 1\ndef later():\n  import pkg.inside\n");
  wheels.write("pkg", "pkg/sub/__init__.py", "");
  wheels.write("pkg", "pkg/sub/leaf.py", "from ..sibling import x\nfrom .. import above\n");
  wheels.write("pkg", "pkg/used.py", "class C:\n  import pkg.by_class\n");
  for (const char* name : {"sibling", "above", "by_class", "inside", "never"})
    wheels.write("pkg", std::string("pkg/") + name + ".py", "x = 1\n");
  wheels.write("other", "other/__init__.py", "");
  wheels.write("other", "other/deep/__init__.py", "");
  wheels.write("other", "other/deep/er.py", "from other import broken\n");
  wheels.write("other", "other/broken.py", "this is no Python\n");
  REQUIRE(wheels.compile());
  CHECK(wheels.compiled() == std::set<std::string>{"pkg/__init__", "pkg/used", "pkg/sibling", "pkg/by_class",
                                                   "pkg/above", "pkg/sub/__init__", "pkg/sub/leaf", "other/__init__",
                                                   "other/deep/__init__", "other/deep/er"});
}

TEST_CASE("byte-code is taken by the interpreter as it is, and kept when it is there") {
  Unpacked wheels;
  wheels.write("pkg", "pkg/__init__.py", "x = 1\n");
  REQUIRE(wheels.compile());
  const std::string cached = "pkg/__pycache__/__init__." + wheels.interpreter.cache_tag + ".pyc";
  const fs::path file = wheels.parts[0].bytecode / cached;
  const std::string first = read_file(file).value();

  // Unchecked: the source may say anything.
  wheels.write("pkg", "pkg/__init__.py", "x = 2\n");
  fs::create_directories((wheels.parts[0].unpacked / "purelib" / cached).parent_path());
  fs::copy_file(file, wheels.parts[0].unpacked / "purelib" / cached);
  Command command;
  command.program = TFHARNESS_TEST_PYTHON;
  command.arguments = {"-ISB", "-c", "import sys; sys.path.insert(0, sys.argv[1]); import pkg; print(pkg.x)",
                       wheels.parts[0].unpacked / "purelib"};
  const auto ran = wheels.runner->run(command);
  REQUIRE(ran);
  CHECK_MESSAGE(ran->out == "1\n", ran->err);

  REQUIRE(wheels.compile());
  CHECK(read_file(file).value() == first);
}

TEST_CASE("the top-level modules of a wheel are its packages and its single files") {
  Unpacked wheels;
  wheels.write("pkg", "pkg/__init__.py", "");
  wheels.write("pkg", "single.py", "");
  wheels.write("pkg", "data/file.txt", "");
  CHECK(top_level_modules(wheels.parts[0]) == std::vector<std::string>{"pkg", "single"});
  CHECK(top_level_modules(wheels.part("nothing")).empty());
}
