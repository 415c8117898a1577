// Short ways to write the inputs of tables.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "testsuites/recorder.h"

namespace tfh::testsuites {

Array floats(std::string dtype, std::vector<double> items);          // of one dimension
Array integers(std::string dtype, std::vector<std::int64_t> items);  // of one dimension
Array strings(std::vector<std::string> items);                       // of one dimension
Array bytes(std::string item);                                       // a scalar string, not necessarily text
Array scalar(const std::string& dtype, double value);
Array shaped(Array array, std::vector<std::int64_t> shape);
Array tensor(Array array);  // which is passed as one

// Floats for a float dtype, integers (truncated) for the others.
Array numbers(const std::string& dtype, const std::vector<double>& items);

// 0, 1, 2, ... below the number of elements, through item = (index * factor) % modulus + offset.
Array pattern(const std::string& dtype, std::vector<std::int64_t> shape, std::int64_t factor, std::int64_t modulus,
              std::int64_t offset);

// A Python list of integers: axes, shapes, strides.
Argument list(std::initializer_list<std::int64_t> items);

bool is_float(const std::string& dtype);

}  // namespace tfh::testsuites
