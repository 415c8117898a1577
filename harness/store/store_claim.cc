#include "harness/store/store_claim.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

constexpr auto kStore = "store";

std::string name_of(const fs::path& prefix) {
  return "using-" + prefix.filename().string();
}

}  // namespace

Result<std::unique_ptr<StoreClaim>> StoreClaim::open(const StoreLayout& layout) {
  FolderLock store = TRY(FolderLock::share(layout, kStore));
  store.let_go();
  return std::unique_ptr<StoreClaim>(new StoreClaim(layout, std::move(store)));
}

Result<StoreClaim::Hold> StoreClaim::hold() {
  const std::lock_guard lock(mutex_);
  if (holds_ == 0) TRY(store_.share_again());
  ++holds_;
  return Hold(this, [this](const void*) { release(); });
}

void StoreClaim::release() {
  const std::lock_guard lock(mutex_);
  if (--holds_ == 0) store_.let_go();
}

Result<void> StoreClaim::use(const fs::path& prefix) {
  const std::lock_guard lock(mutex_);
  if (prefixes_.contains(prefix)) return {};
  prefixes_.emplace(prefix, TRY(FolderLock::share(layout_, name_of(prefix))));
  return {};
}

bool StoreClaim::try_alone() {
  const std::lock_guard lock(mutex_);
  if (store_.try_alone()) return true;
  if (holds_ == 0) store_.let_go();
  return false;
}

void StoreClaim::end_alone() {
  const std::lock_guard lock(mutex_);
  if (holds_ == 0 || !store_.share_again()) store_.let_go();
}

bool StoreClaim::is_used(const fs::path& prefix) {
  const std::lock_guard lock(mutex_);
  const auto own = prefixes_.find(prefix);
  if (own == prefixes_.end()) {
    const auto taken = FolderLock::try_take(layout_, name_of(prefix));
    return taken && !*taken;
  }
  const bool used = !own->second.try_alone();
  return used || !own->second.share_again();
}

Inventory StoreClaim::inventory(Weighing weighing) {
  Inventory inventory = take_inventory(layout_, weighing);
  for (StoredPrefix& prefix : inventory.prefixes) prefix.in_use = is_used(prefix.place);
  return inventory;
}

}  // namespace tfh
