#include "testsuites/python_source.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "testsuites/array.h"

namespace tfh::testsuites {
namespace {

TEST_CASE("floats are written so that Python reads the same bits") {
  CHECK(python_float(1) == "1.0");
  CHECK(python_float(-0.0) == "-0.0");
  CHECK(python_float(0.1) == "0.1");
  CHECK(python_float(1e-38) == "1e-38");
  CHECK(python_float(NAN) == "float('nan')");
  CHECK(python_float(-INFINITY) == "float('-inf')");
  for (const double value : {1.0 / 3, 5e-324, 1.7976931348623157e308, 123456789012345680.0})
    CHECK(std::strtod(python_float(value).c_str(), nullptr) == value);
}

TEST_CASE("strings keep quotes, control characters and bytes that are no text") {
  CHECK(python_string("it's\n\\") == "'it\\'s\\n\\\\'");
  CHECK(python_string("w\xc3\xb6rld") == "'w\xc3\xb6rld'");
  CHECK(python_bytes_literal(std::string("a\0\xff", 3)) == "b'a\\x00\\xff'");
}

TEST_CASE("arrays are written with their dtype and shape") {
  struct Row {
    Array array;
    const char* text;
  };
  for (const Row& row : std::initializer_list<Row>{
           {floats("float32", {1, 2.5}), "np.array([1.0, 2.5], np.float32)"},
           {scalar("float64", 3), "np.array(3.0, np.float64)"},
           {shaped(integers("int32", {1, 2}), {2, 1}), "np.array([1, 2], np.int32).reshape(2, 1)"},
           {shaped(floats("float32", {}), {0, 3}), "np.array([], np.float32).reshape(0, 3)"},
           {integers("bool", {0, 1}), "np.array([False, True], np.bool_)"},
           {integers("uint64", {-1}), "np.array([18446744073709551615], np.uint64)"},
           {numbers("complex64", {1}), "np.array([complex(1.0, 0.0)], np.complex64)"},
           {strings({"a"}), "np.array([b'a'], np.object_)"},
           {tensor(scalar("int32", 3)), "tf.constant(np.array(3, np.int32))"},
           {floats("bfloat16", {1}), "tf.cast(np.array([1.0], np.float32), 'bfloat16')"},
       })
    CHECK(python_source(row.array) == row.text);
}

TEST_CASE("a call is written as Python") {
  const Keywords keywords = {{"axis", list({0, -1})}, {"keepdims", true}, {"name", Argument()}};
  CHECK(python_source("tf.reduce_sum", {Result{3}, Symbol{"tf.int32"}, "text", 2, 0.5}, keywords) ==
        "tf.reduce_sum(r3, tf.int32, 'text', 2, 0.5, axis=[0, -1], keepdims=True, name=None)");
}

}  // namespace
}  // namespace tfh::testsuites
