// Calls as the Python text a witness shows. Exact: evaluating the text gives the very bits the recorder passed.
#pragma once

#include <string>
#include <vector>

#include "testsuites/recorder.h"

namespace tfh::testsuites {

std::string python_string(const std::string& text);  // a str literal; `text` is UTF-8
std::string python_bytes_literal(const std::string& bytes);
std::string python_float(double value);  // repr(); float("nan"), float("-inf")

// "np.array([1.0, 2.0], np.float32)". Types NumPy lacks are made with tf.cast.
std::string python_source(const Array& array);
std::string python_source(const Argument& argument);

// "tf.math.add(r0, 2, name='x')"
std::string python_source(const std::string& symbol, const std::vector<Argument>& positional, const Keywords& keywords);

// The name a result goes by: "r0".
std::string result_name(Result result);

// NumPy's own dtype that carries the items of `dtype`: float32 for "bfloat16" and the float8 types.
std::string numpy_dtype(const std::string& dtype);

}  // namespace tfh::testsuites
