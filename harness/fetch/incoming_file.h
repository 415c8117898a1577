// One file on its way in: the part that is there, its hash so far, and what to do with each answer. Knows nothing of
// the network; the fetcher gives it status, headers and bytes.
//
// A file with a tail comes in two requests: first the tail, into a file of its own, then what is before it. When both
// are there the tail is appended, so that the hash is made in order.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/base/http.h"
#include "harness/base/sha256.h"
#include "harness/fetch/fetcher.h"
#include "harness/fetch/file_part.h"

namespace tfh {

class IncomingFile {
 public:
  IncomingFile(Disk& disk, const Transfer& transfer)
      : disk_(disk), transfer_(transfer), front_(disk, transfer.partial) {}

  // Opens the partial file and hashes what is there already; checks that the disk has room for the rest.
  Result<void> open();
  // Bytes that are there.
  std::uint64_t have() const;
  // What the next request asks for; nullopt: the whole file.
  std::optional<ByteRange> missing() const;
  bool complete() const { return whole_ || (transfer_.size && have() == *transfer_.size); }
  // The tail has come, and what is before it is to be asked for.
  bool wants_front() const { return filling_ == Filling::tail && tail_is_whole() && !complete(); }
  // Forgets everything that has arrived; from now on the file comes as one.
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
  enum class Filling { front, tail };  // by the answer that is coming

  Result<void> open_tail();
  std::uint64_t tail_size() const { return *transfer_.size - transfer_.tail->offset; }
  bool tail_is_whole() const { return tail_ && tail_->size() == tail_size(); }
  Result<void> append_to_front(std::string_view bytes);
  Result<void> append_tail();
  void drop_tail();
  Result<void> check_room() const;
  Result<void> place();
  Result<void> quarantine(const std::string& actual);
  void tell_growth() const;

  Disk& disk_;
  const Transfer& transfer_;
  FilePart front_;
  std::optional<FilePart> tail_;  // while it is a file of its own
  Filling filling_ = Filling::front;
  Sha256 hash_;  // of the front
  bool continued_ = false;
  bool whole_ = false;  // what an earlier run left is the file, whatever its size
  std::string reason_;
};

}  // namespace tfh
