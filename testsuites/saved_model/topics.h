// The topics of the suite, one file each. Called by suite.cc. Checks with a `load` text save into `directory`; every
// subject then loads what each of the others saved.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::saved_model {

std::vector<Check> export_checks();
std::vector<Check> contents_checks();
std::vector<Check> reload_checks();
std::vector<Check> keras_model_checks();
std::vector<Check> keras_object_checks();
std::vector<Check> checkpoint_checks();
std::vector<Check> container_checks();
std::vector<Check> exchange_checks();
std::vector<Check> exchange_part_checks();
std::vector<Check> state_checks();

}  // namespace tfh::testsuites::saved_model
