// Removes from texts what differs between two runs of one release: addresses and the run's own folders.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tfh::embed {

class Scrubber {
 public:
  // Occurrences of `folder` become `name`; an empty folder is ignored. Add the longer of nested folders first.
  void hide(std::string folder, std::string name);

  // 0x7f3a5c0012d0 becomes 0xADDR, folders become their names.
  std::string scrub(std::string text) const;

 private:
  std::vector<std::pair<std::string, std::string>> folders_;
};

}  // namespace tfh::embed
