// The one error style of the project: a failed step returns an Error inside std::expected, never an exception.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace tfh {

// A message for a person, in three parts. `doing` and `what` are never empty.
struct Error {
  std::string doing;  // the step that failed: "fetching tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl"
  std::string what;   // what went wrong: "sha256 is 12ab..., the lock says 34cd..."
  std::string hint;   // what to do next, may be empty: "try another mirror with --mirror"

  // "doing: what (hint)"
  std::string text() const { return doing + ": " + what + (hint.empty() ? "" : " (" + hint + ")"); }
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(std::string doing, std::string what, std::string hint = "") {
  return std::unexpected(Error{std::move(doing), std::move(what), std::move(hint)});
}

// "No such file or directory" for ENOENT: the one place where errno becomes text.
std::string errno_text(int number);

}  // namespace tfh

// The value of a Result, or an early return of its error. A statement expression: GCC and Clang.
#define TRY(expression)                                                     \
  __extension__({                                                           \
    auto try_result = (expression);                                         \
    if (!try_result) return std::unexpected(std::move(try_result).error()); \
    *std::move(try_result);                                                 \
  })
