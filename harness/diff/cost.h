// What a release costs (time, memory, bytes), and whether two of them differ by more than the noise.
#pragma once

#include <string>
#include <vector>

#include "harness/diff/difference.h"

namespace tfh {

// One cost of one subject, measured several times in one run.
struct Cost {
  std::string check;             // "matmul": the difference is performance.matmul/seconds
  std::string unit;              // "seconds", "bytes", "libraries"
  std::vector<std::string> api;  // as in a check's declaration
  std::string witness;           // Python that measures it; may be empty
  std::vector<double> samples;   // in the order of measuring
};

// The probability that two samples of one distribution lie apart at least as far in rank: the exact two-sided test of
// Mann and Whitney, ties counted half. 1 when one of them is empty. For samples of up to some tens of values.
double rank_test(const std::vector<double>& one, const std::vector<double>& other);

// The costs that both have, one observation each. A difference (kind performance, severity info) is one whose medians
// differ by a quarter at least and by three times the wider interquartile range, with a rank test below 1 %; of what is
// the same in every run (bytes on disk) the quarter is enough.
Comparison compare_costs(const std::vector<Cost>& baseline, const std::vector<Cost>& subject,
                         const std::string& subject_id);

}  // namespace tfh
