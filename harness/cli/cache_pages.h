// What `cache` says of the store, for people and as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "harness/base/disk.h"
#include "harness/store/cleaning.h"
#include "harness/store/inventory.h"

namespace tfh {

std::string list_text(const Inventory& inventory, Moment now);
std::string size_page(const Inventory& inventory, const StoreLayout& layout, Disk& disk);
std::string cleaning_text(const Cleaning& cleaning, bool dry_run);
nlohmann::json to_json(const Inventory& inventory);  // tfharness-cache/1

}  // namespace tfh
