// What uv says when it fails, as a sentence. Pure.
#pragma once

#include <string>

namespace tfh {

struct UvComplaint {
  std::string message;
  std::string hint;
};

// `output`: its stderr. Credentials are left out.
UvComplaint read_uv_complaint(const std::string& output);

}  // namespace tfh
