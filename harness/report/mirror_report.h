// The known mirrors, and what was measured of them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "harness/index/mirror_probe.h"
#include "harness/index/mirrors.h"

namespace tfh {

std::string mirrors_text(const std::vector<MirrorPreset>& presets);
nlohmann::json to_json(const std::vector<MirrorPreset>& presets);  // "tfharness-mirror-presets/1"

std::string probes_text(const std::vector<MirrorProbe>& probes);
nlohmann::json to_json(const std::vector<MirrorProbe>& probes);  // "tfharness-mirrors/1"

}  // namespace tfh
