// SHA-256 of files and of bytes that pass by (OpenSSL's EVP, which uses the processor's SHA instructions).
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "harness/base/error.h"

namespace tfh {

class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();
  void update(std::string_view bytes);
  std::string so_far() const;  // lower case; the computation goes on
  std::string hex();           // lower case; ends the computation and starts a new one

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256_hex(std::string_view bytes);
Result<std::string> sha256_file(const std::filesystem::path& path);

}  // namespace tfh
