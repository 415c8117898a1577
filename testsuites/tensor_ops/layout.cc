// Changing shape and order, and making tensors from nothing.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

const Array& cube() {
  static const Array array = pattern("float32", {2, 3, 4}, 7, 31, 0);
  return array;
}

std::vector<Case> shape_cases() {
  return {{"reshape", "tf.reshape", {cube(), list({4, -1})}},
          {"reshape two unknown", "tf.reshape", {cube(), list({-1, -1})}},
          {"reshape indivisible", "tf.reshape", {cube(), list({5, -1})}},
          {"reshape empty", "tf.reshape", {floats("float32", {}), list({0, -1})}},
          {"reshape negative", "tf.reshape", {cube(), list({-2, 3})}},
          {"reshape to floats", "tf.reshape", {cube(), floats("float32", {24})}},
          {"transpose", "tf.transpose", {cube()}},
          {"transpose perm", "tf.transpose", {cube(), list({1, 2, 0})}},
          {"transpose twice the same", "tf.transpose", {cube(), list({0, 0, 1})}},
          {"transpose conjugate", "tf.transpose", {pattern("complex64", {2, 2}, 1, 5, 0)}, {{"conjugate", true}}},
          {"expand_dims", "tf.expand_dims", {cube(), -1}},
          {"expand_dims out of range", "tf.expand_dims", {cube(), 5}},
          {"squeeze", "tf.squeeze", {pattern("float32", {1, 3, 1}, 1, 9, 0)}},
          {"squeeze axis", "tf.squeeze", {pattern("float32", {1, 3, 1}, 1, 9, 0)}, {{"axis", list({2})}}},
          {"squeeze of three", "tf.squeeze", {pattern("float32", {1, 3, 1}, 1, 9, 0)}, {{"axis", list({1})}}},
          {"broadcast_to", "tf.broadcast_to", {floats("float32", {1, 2}), list({3, 2})}},
          {"broadcast_to impossible", "tf.broadcast_to", {floats("float32", {1, 2}), list({3})}},
          {"broadcast shapes", "tf.broadcast_dynamic_shape", {list({2, 1}), list({3})}},
          {"rank", "tf.rank", {cube()}},
          {"size", "tf.size", {cube()}, {{"out_type", Symbol{"tf.int64"}}}},
          {"shape", "tf.shape", {cube()}},
          {"ensure_shape", "tf.ensure_shape", {cube(), List{{Argument(), 3, 4}}}},
          {"ensure_shape fails", "tf.ensure_shape", {cube(), List{{3, 3, 4}}}},
          {"transpose negative", "tf.transpose", {cube(), list({-1, 0, 1})}}};  // last: 2.15 dies of it
}

std::vector<Case> join_cases() {
  const Array row = floats("float32", {1, 2, 3});
  return {{"concat", "tf.concat", {List{{row, row}}, 0}},
          {"concat axis -1", "tf.concat", {List{{cube(), cube()}}, -1}},
          {"concat axis out of range", "tf.concat", {List{{row, row}}, 1}},
          {"concat dtypes differ", "tf.concat", {List{{row, integers("int32", {1})}}, 0}},
          {"concat shapes differ", "tf.concat", {List{{cube(), pattern("float32", {1, 2, 4}, 1, 9, 0)}}, 0}},
          {"concat scalars", "tf.concat", {List{{scalar("float32", 1), scalar("float32", 2)}}, 0}},
          {"concat nothing", "tf.concat", {List{}, 0}},
          {"stack", "tf.stack", {List{{row, row}}, 1}},
          {"stack axis out of range", "tf.stack", {List{{row, row}}, 5}},
          {"stack shapes differ", "tf.stack", {List{{row, floats("float32", {1})}}}},
          {"unstack", "tf.unstack", {cube()}, {{"axis", 1}}},
          {"unstack wrong number", "tf.unstack", {cube()}, {{"num", 5}}},
          {"split", "tf.split", {cube(), 2}, {{"axis", 2}}},
          {"split sizes", "tf.split", {row, list({1, -1})}},
          {"split indivisible", "tf.split", {row, 2}},
          {"split zero", "tf.split", {row, 0}},
          {"tile", "tf.tile", {row, list({2})}},
          {"tile zero", "tf.tile", {row, list({0})}},
          {"tile negative", "tf.tile", {row, list({-1})}},
          {"repeat", "tf.repeat", {row, list({1, 0, 2})}},
          {"repeat scalar", "tf.repeat", {cube(), 2}, {{"axis", 1}}},
          {"repeat wrong length", "tf.repeat", {row, list({1, 2})}},
          {"meshgrid", "tf.meshgrid", {row, integers("int32", {7, 8})}, {{"indexing", "ij"}}}};
}

std::vector<Case> move_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : real() + Names{"bool", "complex64"})
    cases.push_back({dtype + "/reverse", "tf.reverse", {pattern(dtype, {2, 3}, 1, 7, 0), list({1})}});
  const Array image = pattern("float32", {1, 4, 4, 1}, 7, 31, 0);
  for (Case& row : std::vector<Case>{
           {"reverse axis twice", "tf.reverse", {cube(), list({0, 0})}},
           {"reverse axis out of range", "tf.reverse", {cube(), list({3})}},
           {"reverse_sequence",
            "tf.reverse_sequence",
            {pattern("int32", {2, 4}, 1, 9, 0), integers("int32", {2, 3})},
            {{"seq_axis", 1}}},
           {"roll", "tf.roll", {cube(), list({1, -1}), list({0, 2})}},
           {"roll axis out of range", "tf.roll", {cube(), 1, 3}},
           {"pad", "tf.pad", {cube(), List{{list({0, 1}), list({1, 0}), list({0, 0})}}}, {{"constant_values", -1.0}}},
           {"pad reflect", "tf.pad", {floats("float32", {1, 2, 3}), List{{list({2, 1})}}, "REFLECT"}},
           {"pad symmetric", "tf.pad", {floats("float32", {1, 2, 3}), List{{list({3, 1})}}, "SYMMETRIC"}},
           {"pad reflect too far", "tf.pad", {floats("float32", {1, 2, 3}), List{{list({3, 1})}}, "REFLECT"}},
           {"pad negative", "tf.pad", {floats("float32", {1, 2, 3}), List{{list({-1, 0})}}}},
           {"space_to_depth", "tf.nn.space_to_depth", {image, 2}},
           {"depth_to_space", "tf.nn.depth_to_space", {pattern("float32", {1, 2, 2, 4}, 3, 17, 0), 2}},
           {"depth_to_space indivisible", "tf.nn.depth_to_space", {image, 2}},
           {"space_to_batch", "tf.space_to_batch", {image, list({2, 2}), List{{list({0, 0}), list({0, 0})}}}},
           {"batch_to_space",
            "tf.batch_to_space",
            {pattern("float32", {4, 2, 2, 1}, 3, 17, 0), list({2, 2}), List{{list({0, 0}), list({0, 1})}}}},
           {"batch_to_space indivisible",
            "tf.batch_to_space",
            {image, list({2, 2}), List{{list({0, 0}), list({0, 0})}}}}})
    cases.push_back(std::move(row));
  return cases;
}

std::vector<Case> maker_cases() {
  std::vector<Case> cases;
  for (const char* dtype : {"int32", "int64", "float16", "bfloat16", "float32", "float64"}) {
    cases.push_back({std::string(dtype) + "/range", "tf.range", {1, 7, 2}, {{"dtype", dtype}}});
    cases.push_back({std::string(dtype) + "/linspace", "tf.linspace", {scalar(dtype, 0), scalar(dtype, 1), 5}});
    cases.push_back({std::string(dtype) + "/eye", "tf.eye", {2}, {{"num_columns", 3}, {"dtype", dtype}}});
    cases.push_back({std::string(dtype) + "/zeros", "tf.zeros", {list({2, 0})}, {{"dtype", dtype}}});
  }
  for (Case& row :
       std::vector<Case>{{"range of floats", "tf.range", {0.0, 1.0, 0.1}},
                         {"range down", "tf.range", {5, 0, -2}},
                         {"range empty", "tf.range", {5, 0}},
                         {"range step zero", "tf.range", {0, 5, 0}},
                         {"range of uint8", "tf.range", {0, 5}, {{"dtype", "uint8"}}},
                         {"linspace one", "tf.linspace", {0.0, 1.0, 1}},
                         {"linspace none", "tf.linspace", {0.0, 1.0, 0}},
                         {"linspace rows", "tf.linspace", {List{{0.0, 1.0}}, List{{1.0, 3.0}}, 3}},
                         {"linspace ints", "tf.linspace", {0, 10, 4}},
                         {"fill", "tf.fill", {list({2, 2}), "text"}},
                         {"fill negative", "tf.fill", {list({-1}), 1}},
                         {"ones of string", "tf.ones", {list({2})}, {{"dtype", "string"}}},
                         {"zeros of string", "tf.zeros", {list({2})}, {{"dtype", "string"}}},
                         {"zeros_like", "tf.zeros_like", {strings({"a"})}},
                         {"ones_like", "tf.ones_like", {integers("bool", {0})}},
                         {"zeros negative", "tf.zeros", {list({-1})}},
                         {"unravel_index", "tf.unravel_index", {integers("int32", {5, 7}), list({3, 3})}},
                         {"unravel_index out of range", "tf.unravel_index", {integers("int32", {9}), list({3, 3})}}})
    cases.push_back(std::move(row));
  return cases;
}

}  // namespace

std::vector<Check> layout_checks() {
  return checks_of(
      {{"shapes",
        {"tf.reshape", "tf.transpose", "tf.expand_dims", "tf.squeeze", "tf.broadcast_to", "tf.ensure_shape"},
        shape_cases},
       {"joins",
        {"tf.concat", "tf.stack", "tf.unstack", "tf.split", "tf.tile", "tf.repeat", "tf.meshgrid"},
        join_cases},
       {"moves",
        {"tf.reverse", "tf.reverse_sequence", "tf.roll", "tf.pad", "tf.nn.space_to_depth", "tf.nn.depth_to_space",
         "tf.space_to_batch", "tf.batch_to_space"},
        move_cases},
       {"makers",
        {"tf.range", "tf.linspace", "tf.eye", "tf.fill", "tf.zeros", "tf.ones", "tf.unravel_index"},
        maker_cases,
        {.ulps = 1}}});
}

}  // namespace tfh::testsuites::tensor_ops
