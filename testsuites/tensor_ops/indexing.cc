// Reading and writing parts of a tensor by index.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

std::vector<Case> gather_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : real() + complex_names() + Names{"bool"})
    cases.push_back({dtype + "/rows", "tf.gather", {pattern(dtype, {3, 2}, 1, 7, 0), integers("int32", {2, 0, 2})}});
  const Array matrix = pattern("float32", {3, 4}, 7, 11, 0);
  cases.push_back({"strings", "tf.gather", {strings({"a", "b"}), integers("int64", {1, 1})}});
  cases.push_back({"axis 1", "tf.gather", {matrix, integers("int32", {3, 0})}, {{"axis", 1}}});
  cases.push_back({"axis -1 scalar", "tf.gather", {matrix, 2}, {{"axis", -1}}});
  cases.push_back(
      {"batch_dims", "tf.gather", {matrix, shaped(integers("int32", {0, 1, 2}), {3, 1})}, {{"batch_dims", 1}}});
  cases.push_back({"index too large", "tf.gather", {matrix, integers("int32", {3})}});
  cases.push_back({"index negative", "tf.gather", {matrix, integers("int32", {-1})}});
  cases.push_back({"no indices", "tf.gather", {matrix, integers("int32", {})}});
  cases.push_back({"float indices", "tf.gather", {matrix, floats("float32", {0})}});
  cases.push_back({"uint8 indices", "tf.gather", {matrix, integers("uint8", {0})}});
  cases.push_back({"int16 indices", "tf.gather", {matrix, integers("int16", {0})}});
  cases.push_back({"axis too large", "tf.gather", {matrix, integers("int32", {0})}, {{"axis", 5}}});
  return cases;
}

std::vector<Case> gather_nd_cases() {
  const Array matrix = pattern("float32", {3, 4}, 7, 11, 0);
  return {
      {"elements", "tf.gather_nd", {matrix, shaped(integers("int32", {0, 1, 2, 3}), {2, 2})}},
      {"rows", "tf.gather_nd", {matrix, shaped(integers("int64", {2, 0}), {2, 1})}},
      {"batch_dims", "tf.gather_nd", {matrix, shaped(integers("int32", {0, 1, 2}), {3, 1})}, {{"batch_dims", 1}}},
      {"out of range", "tf.gather_nd", {matrix, shaped(integers("int32", {3, 0}), {1, 2})}},
      {"too deep", "tf.gather_nd", {matrix, shaped(integers("int32", {0, 0, 0}), {1, 3})}},
      {"empty index", "tf.gather_nd", {matrix, shaped(integers("int32", {}), {2, 0})}},
      {"empty params", "tf.gather_nd", {pattern("float32", {0, 4}, 1, 2, 0), shaped(integers("int32", {0}), {1, 1})}}};
}

std::vector<Case> scatter_cases() {
  const Array indices = shaped(integers("int32", {1, 3, 1}), {3, 1});
  const Array base = floats("float32", {10, 20, 30, 40});
  const Array updates = floats("float32", {1, 2, 3});
  std::vector<Case> cases;
  for (const std::string& dtype :
       Names{"int32", "int64", "uint8", "float16", "bfloat16", "float32", "float64", "complex64", "bool"})
    cases.push_back({dtype + "/scatter_nd",
                     "tf.scatter_nd",
                     {shaped(integers("int32", {1, 3}), {2, 1}), numbers(dtype, {1, 2}), list({5})}});
  for (const char* name : {"add", "sub", "max", "min"})
    cases.push_back(
        {std::string("twice/") + name, std::string("tf.tensor_scatter_nd_") + name, {base, indices, updates}});
  cases.push_back({"update",
                   "tf.tensor_scatter_nd_update",
                   {base, shaped(integers("int32", {2}), {1, 1}), floats("float32", {9})}});
  cases.push_back({"accumulates", "tf.scatter_nd", {indices, updates, list({4})}});
  cases.push_back(
      {"out of range", "tf.scatter_nd", {shaped(integers("int32", {9}), {1, 1}), floats("float32", {1}), list({4})}});
  cases.push_back({"negative index",
                   "tf.tensor_scatter_nd_update",
                   {base, shaped(integers("int32", {-1}), {1, 1}), floats("float32", {9})}});
  cases.push_back({"shapes differ", "tf.scatter_nd", {indices, floats("float32", {1}), list({4})}});
  cases.push_back({"strings",
                   "tf.tensor_scatter_nd_update",
                   {strings({"a", "b"}), shaped(integers("int32", {1}), {1, 1}), strings({"z"})}});
  cases.push_back(
      {"empty output", "tf.scatter_nd", {shaped(integers("int32", {}), {0, 1}), floats("float32", {}), list({0})}});
  return cases;
}

std::vector<Case> slice_cases() {
  const Array cube = pattern("int32", {3, 4, 2}, 7, 31, 0);
  const auto strided = [&](const char* key, Argument begin, Argument end, Argument strides, Keywords masks = {}) {
    return Case{
        key, "tf.strided_slice", {cube, std::move(begin), std::move(end), std::move(strides)}, std::move(masks)};
  };
  return {{"slice", "tf.slice", {cube, list({1, 0, 0}), list({1, 2, -1})}},
          {"slice past the end", "tf.slice", {cube, list({1, 0, 0}), list({5, 2, 2})}},
          {"slice negative begin", "tf.slice", {cube, list({-1, 0, 0}), list({1, 1, 1})}},
          {"slice of wrong rank", "tf.slice", {cube, list({0}), list({1})}},
          strided("strided", list({0, 3}), list({3, 0}), list({2, -1})),
          strided("negative", list({-2}), list({-1}), list({1})),
          strided("masks", list({1, 1}), list({2, 2}), list({1, 1}), {{"begin_mask", 1}, {"end_mask", 2}}),
          strided("ellipsis", list({0, 0}), list({0, 1}), list({1, 1}), {{"ellipsis_mask", 1}}),
          strided("new axis", list({0, 0}), list({1, 1}), list({1, 1}), {{"new_axis_mask", 1}}),
          strided("shrink", list({1}), list({2}), list({1}), {{"shrink_axis_mask", 1}}),
          strided("shrink out of range", list({5}), list({6}), list({1}), {{"shrink_axis_mask", 1}}),
          strided("stride zero", list({0}), list({1}), list({0})),
          strided("too many", list({0, 0, 0, 0}), list({1, 1, 1, 1}), list({1, 1, 1, 1})),
          strided("beyond", list({100}), list({200}), list({1})),
          {"boolean_mask", "tf.boolean_mask", {cube, integers("bool", {1, 0, 1})}},
          {"boolean_mask axis", "tf.boolean_mask", {cube, integers("bool", {1, 0, 0, 1})}, {{"axis", 1}}},
          {"boolean_mask of wrong length", "tf.boolean_mask", {cube, integers("bool", {1, 0})}},
          {"boolean_mask scalar", "tf.boolean_mask", {cube, true}}};
}

std::vector<Case> one_hot_cases() {
  const Array indices = integers("int32", {0, 2, -1, 5});
  return {{"plain", "tf.one_hot", {indices, 3}},
          {"values", "tf.one_hot", {indices, 3}, {{"on_value", 5}, {"off_value", -1}}},
          {"axis 0", "tf.one_hot", {indices, 3}, {{"axis", 0}}},
          {"bool", "tf.one_hot", {indices, 3}, {{"on_value", true}, {"off_value", false}, {"dtype", "bool"}}},
          {"mixed values", "tf.one_hot", {indices, 3}, {{"on_value", 1.5}, {"off_value", 0}}},
          {"uint8 indices", "tf.one_hot", {integers("uint8", {1}), 3}},
          {"int8 indices", "tf.one_hot", {integers("int8", {1}), 3}},
          {"depth zero", "tf.one_hot", {indices, 0}},
          {"depth negative", "tf.one_hot", {indices, -1}},
          {"sequence_mask", "tf.sequence_mask", {integers("int32", {1, 3, 0})}},
          {"sequence_mask maxlen", "tf.sequence_mask", {integers("int32", {1, 3, 0}), 5}, {{"dtype", "int32"}}},
          {"dynamic_partition",
           "tf.dynamic_partition",
           {floats("float32", {1, 2, 3, 4}), integers("int32", {0, 1, 1, 0}), 2}},
          {"dynamic_partition out of range",
           "tf.dynamic_partition",
           {floats("float32", {1, 2}), integers("int32", {0, 2}), 2}},
          {"dynamic_stitch",
           "tf.dynamic_stitch",
           {List{{integers("int32", {2, 0}), integers("int32", {1})}},
            List{{floats("float32", {1, 2}), floats("float32", {3})}}}}};
}

}  // namespace

std::vector<Check> indexing_checks() {
  return checks_of(
      {{"gather", {"tf.gather"}, gather_cases},
       {"gather_nd", {"tf.gather_nd"}, gather_nd_cases},
       {"scatter",
        {"tf.scatter_nd", "tf.tensor_scatter_nd_add", "tf.tensor_scatter_nd_sub", "tf.tensor_scatter_nd_max",
         "tf.tensor_scatter_nd_min", "tf.tensor_scatter_nd_update"},
        scatter_cases},
       {"slice", {"tf.slice", "tf.strided_slice", "tf.boolean_mask"}, slice_cases},
       {"one_hot", {"tf.one_hot", "tf.sequence_mask", "tf.dynamic_partition", "tf.dynamic_stitch"}, one_hot_cases}});
}

}  // namespace tfh::testsuites::tensor_ops
