// One file on its way in: the part that is there, its hash so far, and what to do with each answer. Knows nothing of
// the network; the fetcher gives it status, headers and bytes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/base/file.h"
#include "harness/base/sha256.h"
#include "harness/fetch/fetcher.h"

namespace tfh {

class IncomingFile {
 public:
  IncomingFile(Disk& disk, const Transfer& transfer) : disk_(disk), transfer_(transfer) {}
  IncomingFile(const IncomingFile&) = delete;
  IncomingFile& operator=(const IncomingFile&) = delete;
  ~IncomingFile();  // a part without a byte is removed, any other stays for the next time

  // Opens the partial file and hashes what is there already; checks that the disk has room for the rest.
  Result<void> open();
  // The next request asks for the bytes from here on; 0: for the whole file.
  std::uint64_t have() const { return have_; }
  bool complete() const { return whole_ || (transfer_.size && have_ == *transfer_.size); }
  // Forgets everything that has arrived.
  Result<void> start_again();

  // The head of an answer with a body that should be taken: 200, or 206 that continues exactly where the part ends.
  // A 200 to a range starts the file again. Anything else is an error; a wrong range also starts it again.
  Result<void> begin_body(int status, const std::map<std::string, std::string>& headers);
  // False: the file would become longer than the index promises.
  bool fits(std::size_t more) const;
  // An error is the disk's.
  Result<void> append(std::string_view bytes);

  // All bytes have come. Publishes the file at its destination, durable. A wrong size starts the file again; a wrong
  // hash puts it into quarantine.
  enum class Verdict { published, wrong_size, wrong_hash };
  Result<Verdict> finish();
  // For the error message after a verdict other than `published`.
  const std::string& reason() const { return reason_; }
  // Some of the bytes came from an earlier connection or an earlier run.
  bool was_continued() const { return continued_; }

 private:
  Result<void> hash_existing();
  Result<void> check_room() const;
  Result<void> place();
  Result<void> quarantine(const std::string& actual);
  void tell_growth() const;

  Disk& disk_;
  const Transfer& transfer_;
  Descriptor file_;
  Sha256 hash_;
  std::uint64_t have_ = 0;
  bool continued_ = false;
  bool whole_ = false;  // what an earlier run left is the file, whatever its size
  std::string reason_;
};

}  // namespace tfh
