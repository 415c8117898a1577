// Two operands of different dtypes: what is refused, and how Python scalars and lists are converted.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

std::vector<Case> pair_cases() {
  const Names dtypes = {"bool", "int32", "int64", "uint8", "float16", "float32", "float64", "complex64"};
  std::vector<Case> cases;
  for (const std::string& left : dtypes) {
    for (const std::string& right : dtypes)
      if (left != right)
        cases.push_back(
            {std::string(left).append("+").append(right), "tf.add", {numbers(left, {1, 1}), numbers(right, {1, 0})}});
  }
  return cases;
}

std::vector<Case> scalar_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : real() + complex_names() + Names{"bool"}) {
    const Array array = numbers(dtype, {1, 0});
    cases.push_back({dtype + "+int", "tf.add", {array, 2}});
    cases.push_back({dtype + "+float", "tf.add", {array, 0.5}});
    cases.push_back({dtype + "+large int", "tf.add", {array, std::int64_t{1} << 40}});
    cases.push_back({dtype + "+bool", "tf.add", {array, true}});
  }
  cases.push_back({"int+float", "tf.add", {1, 2.5}});
  cases.push_back({"float+int", "tf.add", {2.5, 1}});
  cases.push_back({"int+list of float", "tf.add", {1, List{{0.5, 1.5}}}});
  return cases;
}

std::vector<Case> constant_cases() {
  std::vector<Case> cases = {{"int", "tf.constant", {1}},
                             {"large int", "tf.constant", {std::int64_t{1} << 40}},
                             {"float", "tf.constant", {1.5}},
                             {"bool", "tf.constant", {true}},
                             {"text", "tf.constant", {"text"}},
                             {"None", "tf.constant", {Argument()}},
                             {"int and float", "tf.constant", {List{{1, 2.5}}}},
                             {"float and int", "tf.constant", {List{{2.5, 1}}}},
                             {"int and bool", "tf.constant", {List{{1, true}}}},
                             {"bool and int", "tf.constant", {List{{true, 1}}}},
                             {"int and text", "tf.constant", {List{{1, "a"}}}},
                             {"empty list", "tf.constant", {List{}}},
                             {"ragged list", "tf.constant", {List{{List{{1, 2}}, List{{3}}}}}},
                             {"nested empty", "tf.constant", {List{{List{}, List{}}}}}};
  for (const char* dtype :
       {"int8", "uint8", "int32", "int64", "float16", "bfloat16", "float32", "bool", "string", "complex64"}) {
    const Keywords keywords = {{"dtype", dtype}};
    const std::string prefix = std::string(dtype) + "/";
    cases.push_back({prefix + "300", "tf.constant", {300}, keywords});
    cases.push_back({prefix + "-1", "tf.constant", {-1}, keywords});
    cases.push_back({prefix + "1.5", "tf.constant", {1.5}, keywords});
    cases.push_back({prefix + "True", "tf.constant", {true}, keywords});
  }
  return cases;
}

}  // namespace

std::vector<Check> promotion_checks() {
  return checks_of({{"mixed_dtypes", {"tf.add"}, pair_cases},
                    {"python_scalars", {"tf.add"}, scalar_cases},
                    {"constant", {"tf.constant"}, constant_cases}});
}

}  // namespace tfh::testsuites::tensor_ops
