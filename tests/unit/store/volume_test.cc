#include "harness/store/volume.h"

#include <doctest/doctest.h>

using namespace tfh;

namespace {

constexpr std::string_view mountinfo =
    "21 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n"
    "30 21 0:40 / /nfs rw,relatime shared:5 - nfs4 host:/a rw,vers=4.2,local_lock=none,addr=10.0.0.1\n"
    "31 21 0:41 / /old rw - nfs host:/b rw,vers=3,nolock,local_lock=all\n"
    "32 21 0:42 / /a\\040b rw master:2 propagate_from:3 - fuse.sshfs me@host: rw\n"
    "33 21 0:43 / /lustre rw - lustre a@tcp:/fs rw,flock,lazystatfs\n"
    "34 21 0:44 / /lustre/plain rw - lustre a@tcp:/fs rw,lazystatfs\n"
    "35 21 0:45 / /vm rw - 9p share rw,trans=virtio\n"
    "36 21 0:46 / /twice rw - ext4 /dev/vdb rw\n"
    "37 36 0:47 / /twice rw - ceph 1.2.3.4:/ rw\n"
    "cut off\n";

struct Row {
  const char *place, *type;
  Sharing sharing;
  const char* reason;
};

}  // namespace

TEST_CASE("a store's file system is the one mounted last and nearest above it") {
  for (const Row& row : {Row{"/home/me/.cache/tfharness", "ext4", Sharing::one_machine, ""},
                         Row{"/nfs/store", "nfs4", Sharing::safe, ""}, Row{"/nfsx", "ext4", Sharing::one_machine, ""},
                         Row{"/old/store", "nfs", Sharing::unsafe, "mounted with nolock"},
                         Row{"/a b/store", "fuse.sshfs", Sharing::unsafe, "other machines do not see its locks"},
                         Row{"/lustre/store", "lustre", Sharing::safe, ""},
                         Row{"/lustre/plain/store", "lustre", Sharing::unsafe, "mounted without flock"},
                         Row{"/vm/store", "9p", Sharing::unsafe, "other machines do not see its locks"},
                         Row{"/twice", "ceph", Sharing::safe, ""}}) {
    CAPTURE(row.place);
    const Volume volume = volume_of(row.place, mountinfo);
    CHECK(volume.type == row.type);
    CHECK(volume.sharing == row.sharing);
    CHECK(volume.reason == row.reason);
  }
  CHECK(volume_of("/x", "").type.empty());
}

TEST_CASE("this machine's own mounts are read") {
  CHECK_FALSE(volume_of("/proc/self").type.empty());
  CHECK(volume_of("/proc/self").type == "proc");
}
