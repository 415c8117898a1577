// The mirrors that are known by name. The only place where hosts are written.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"

namespace tfh {

// What its operators and users say of a mirror; `mirrors test` measures what holds today.
struct MirrorPreset {
  std::string name;      // "tuna"
  std::string url;       // the simple index
  std::string forms;     // "json, html": of PEP 691 and of PEP 503
  bool upload_times;     // in its JSON; HTML has none
  bool metadata;         // FILE.metadata beside wheels (PEP 658)
  std::string complete;  // what it holds
  std::string located;   // "Tsinghua University, Beijing"
};
const std::vector<MirrorPreset>& mirror_presets();

// A preset by name, or a URL as it is. The error suggests the nearest names.
Result<std::string> mirror_url(const std::string& name_or_url);

// What a person calls the server of a file: the preset, or the one of `mirrors` (presets and URLs), on its host;
// "index" for the host of `index_url`; else the host itself.
std::string server_name(const std::string& file_url, const std::vector<std::string>& mirrors,
                        const std::string& index_url);

}  // namespace tfh
