#include "harness/store/verification.h"

#include <doctest/doctest.h>

#include "harness/base/file.h"
#include "harness/base/sha256.h"
#include "harness/store/unpack.h"
#include "harness/store/unpacked_check.h"
#include "tests/fakes/temporary_folder.h"
#include "tests/fakes/zip_maker.h"

using namespace tfh;

namespace {

namespace fs = std::filesystem;

// A wheel with data and scripts, in the store and unpacked.
struct Stored {
  TemporaryFolder folder;
  StoreLayout layout{folder.path()};
  std::string bytes = made_wheel({{"pkg/module.py", "x = 1\n"}, {"pkg-1.0.data/scripts/run", "#!python\n"}}).bytes();
  std::string sha256 = sha256_hex(bytes);
  fs::path wheel, unpacked;

  Stored() {
    wheel = folder.write("wheels/" + sha256 + "/pkg-1.0-py3-none-any.whl", bytes);
    const auto done = unpack_wheel(wheel, sha256, layout, system_disk(), 1);
    REQUIRE(done);
    unpacked = done->folder;
  }
  void overwrite(const char* file, const std::string& text) {
    fs::permissions(unpacked / file, fs::perms::owner_write, fs::perm_options::add);
    std::ofstream(unpacked / file) << text;
  }
};

}  // namespace

TEST_CASE("an unpacked wheel is checked against RECORD, wherever its files went") {
  Stored stored;
  auto check = check_unpacked(stored.unpacked, stored.wheel);
  REQUIRE(check);
  CHECK(check->name == "pkg-1.0");
  CHECK(check->damaged.empty());
  CHECK(check->files >= 4);
  stored.overwrite("purelib/pkg/module.py", "x = 2\n");
  stored.overwrite("scripts/run", "#!perl!!\n");
  CHECK(check_unpacked(stored.unpacked, stored.wheel)->damaged ==
        std::vector<std::string>{"pkg/module.py", "pkg-1.0.data/scripts/run"});
  stored.overwrite("purelib/pkg-1.0.dist-info/RECORD",
                   "pkg/module.py,sha256=QgXEgJqxsID9Mra_lkDl_qptG2m_n6aElUq3EBV-wUE,6\npkg-1.0.data/scripts/run,,8\n");
  CHECK(check_unpacked(stored.unpacked, {})->damaged == std::vector<std::string>{"pkg-1.0.data/scripts/run"});
  stored.overwrite("purelib/pkg/module.py", "x = 3\n");
  CHECK(check_unpacked(stored.unpacked, {})->damaged.size() == 2);
  fs::remove(stored.unpacked / "scripts/run");
  CHECK(check_unpacked(stored.unpacked, stored.wheel)->damaged.size() == 2);
}

TEST_CASE("where RECORD is wrong the archive says what is right") {
  Stored stored;
  const fs::path record = "purelib/pkg-1.0.dist-info/RECORD";
  stored.overwrite(record.c_str(), "pkg/module.py,sha256=AAAA,6\npkg/absent.py,,\npkg-1.0.dist-info/RECORD,,\n");
  const auto check = check_unpacked(stored.unpacked, stored.wheel);
  REQUIRE(check);
  CHECK(check->damaged.empty());
  CHECK(check->unsure.empty());
  std::ofstream(stored.unpacked / "notes.txt") << "RECORD lists files that are not there: pkg/absent.py\n";
  CHECK(check_unpacked(stored.unpacked, {})->unsure == std::vector<std::string>{"pkg/module.py", "pkg/absent.py"});
}

TEST_CASE("damage is put aside or removed with what shares it") {
  Stored stored;
  fs::create_directories(stored.layout.prefix("one"));
  REQUIRE(write_manifest({"pkg", "3.8.18", {{"pkg", "1.0", stored.sha256, false}}}, stored.layout.prefix("one"),
                         system_disk()));
  auto claim = StoreClaim::open(stored.layout);
  REQUIRE(claim);
  SilentProgress progress;
  const auto verify = [&] {
    const Inventory inventory = take_inventory(stored.layout);
    std::vector<const StoredContent*> all;
    for (const StoredContent& content : inventory.contents) all.push_back(&content);
    auto done = verify_store(inventory, all, stored.layout, **claim, system_disk(), progress);
    REQUIRE(done);
    return *done;
  };
  CHECK(verify().damage.empty());
  stored.overwrite("purelib/pkg/module.py", "");
  const auto check_left = [&] {
    const Verification busy = verify();
    REQUIRE(busy.damage.size() == 1);
    CHECK(busy.damage[0].done.find("another tfharness") != std::string::npos);
    CHECK(fs::exists(stored.unpacked));
  };
  {
    const auto other = StoreClaim::open(stored.layout);
    REQUIRE((*other)->use(stored.layout.prefix("one")));
    check_left();
  }
  {
    const auto other = StoreClaim::open(stored.layout);
    const auto hold = (*other)->hold();
    check_left();
  }
  CHECK(verify().damage.size() == 1);
  CHECK_FALSE(fs::exists(stored.unpacked));
  CHECK_FALSE(fs::exists(stored.layout.prefix("one")));
  std::ofstream(stored.wheel, std::ios::app) << "more";
  CHECK(verify().damage.size() == 1);
  CHECK_FALSE(fs::exists(stored.wheel));
  CHECK(fs::exists(stored.layout.quarantine() / (stored.sha256 + "-pkg-1.0-py3-none-any.whl")));
  CHECK(verify().archives == 0);
}
