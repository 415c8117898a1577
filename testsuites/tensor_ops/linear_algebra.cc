// Products of matrices and vectors, and the parts of a matrix.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

// A square matrix made in the program that runs, which keeps the witness short: small whole numbers, exact in float16.
void large_products(Recorder& recorder) {
  for (const char* dtype : {"float16", "bfloat16", "float32", "float64", "int32", "complex64"}) {
    const Result numbers = recorder.call("np.arange", {1024});
    const Result left = recorder.call("np.reshape", {recorder.call("np.mod", {numbers, 17}), list({32, 32})});
    const Result right = recorder.call("np.reshape", {recorder.call("np.mod", {numbers, 13}), list({32, 32})});
    const Result third = recorder.call("np.divide", {recorder.call("np.subtract", {left, 8}), 3});
    const Result a = recorder.call("tf.cast", {third, dtype});
    const Result b = recorder.call("tf.cast", {right, dtype});
    recorder.observe_call(dtype, "tf.matmul", {a, b});
    recorder.observe_call(std::string(dtype) + "/transposed", "tf.matmul", {a, b}, {{"transpose_b", true}});
  }
}

std::vector<Case> small_products() {
  std::vector<Case> cases;
  for (const std::string& dtype : real() + complex_names())
    cases.push_back({dtype, "tf.matmul", {pattern(dtype, {2, 3}, 1, 5, 0), pattern(dtype, {3, 2}, 2, 5, 0)}});
  const Array left = pattern("float32", {2, 3}, 1, 5, 0);
  for (Case& row : std::vector<Case>{
           {"batch", "tf.matmul", {pattern("float32", {2, 2, 3}, 1, 7, 0), pattern("float32", {1, 3, 2}, 1, 7, 0)}},
           {"empty inner", "tf.matmul", {pattern("float32", {2, 0}, 1, 5, 0), pattern("float32", {0, 2}, 1, 5, 0)}},
           {"shapes differ", "tf.matmul", {left, left}},
           {"dtypes differ", "tf.matmul", {left, pattern("float64", {3, 2}, 1, 5, 0)}},
           {"vectors", "tf.matmul", {floats("float32", {1}), floats("float32", {1})}},
           {"adjoint",
            "tf.matmul",
            {pattern("complex64", {2, 2}, 1, 5, 0), pattern("complex64", {2, 2}, 1, 5, 0)},
            {{"adjoint_a", true}}},
           {"int8 to int32",
            "tf.matmul",
            {pattern("int8", {2, 2}, 1, 5, 0), pattern("int8", {2, 2}, 1, 5, 0)},
            {{"output_type", "int32"}}},
           {"matvec", "tf.linalg.matvec", {left, floats("float32", {1, 2, 3})}},
           {"sparse hint", "tf.matmul", {left, pattern("float32", {3, 2}, 1, 5, 0)}, {{"a_is_sparse", true}}}})
    cases.push_back(std::move(row));
  return cases;
}

std::vector<Case> einsum_cases() {
  const Array a = pattern("float32", {2, 3}, 1, 7, 0);
  const Array b = pattern("float32", {3, 2}, 2, 7, 0);
  return {{"matmul", "tf.einsum", {"ij,jk->ik", a, b}},
          {"trace", "tf.einsum", {"ii->", pattern("float32", {3, 3}, 1, 7, 0)}},
          {"outer", "tf.einsum", {"i,j->ij", floats("float32", {1, 2}), floats("float32", {3, 4})}},
          {"transpose", "tf.einsum", {"ij->ji", a}},
          {"ellipsis", "tf.einsum", {"...ij,jk->...ik", pattern("float32", {2, 2, 3}, 1, 7, 0), b}},
          {"implicit", "tf.einsum", {"ij,jk", a, b}},
          {"int32", "tf.einsum", {"ij,jk->ik", pattern("int32", {2, 3}, 1, 7, 0), pattern("int32", {3, 2}, 1, 7, 0)}},
          {"three", "tf.einsum", {"ij,jk,kl->il", a, b, a}},
          {"unknown label", "tf.einsum", {"ij,jk->iz", a, b}},
          {"ranks differ", "tf.einsum", {"ijk,jk->ik", a, b}},
          {"bad equation", "tf.einsum", {"ij->->i", a}},
          {"tensordot", "tf.tensordot", {a, b, 1}},
          {"tensordot axes", "tf.tensordot", {a, b, List{{list({0}), list({1})}}}},
          {"tensordot wrong axes", "tf.tensordot", {a, b, List{{list({0}), list({0})}}}}};
}

std::vector<Case> part_cases() {
  const Array matrix = pattern("float32", {3, 4}, 7, 11, 0);
  const Array vector = floats("float32", {1, 2, 3});
  return {{"band_part", "tf.linalg.band_part", {matrix, 1, 0}},
          {"band_part all", "tf.linalg.band_part", {matrix, -1, -1}},
          {"band_part too wide", "tf.linalg.band_part", {matrix, 9, 0}},
          {"diag", "tf.linalg.diag", {vector}},
          {"diag off", "tf.linalg.diag", {vector}, {{"k", 1}}},
          {"diag padding", "tf.linalg.diag", {vector}, {{"num_rows", 4}, {"num_cols", 5}, {"padding_value", 9.0}}},
          {"diag_part", "tf.linalg.diag_part", {matrix}},
          {"diag_part band", "tf.linalg.diag_part", {matrix}, {{"k", list({-1, 1})}}},
          {"diag_part left", "tf.linalg.diag_part", {matrix}, {{"k", list({-1, 1})}, {"align", "LEFT_RIGHT"}}},
          {"diag_part out of range", "tf.linalg.diag_part", {matrix}, {{"k", 7}}},
          {"set_diag", "tf.linalg.set_diag", {matrix, vector}},
          {"set_diag wrong length", "tf.linalg.set_diag", {matrix, floats("float32", {1})}},
          {"trace", "tf.linalg.trace", {matrix}},
          {"tensor_diag", "tf.linalg.tensor_diag", {vector}},
          {"tensor_diag_part", "tf.linalg.tensor_diag_part", {matrix}},
          {"cross", "tf.linalg.cross", {vector, floats("float32", {0, 1, 0})}},
          {"cross of two", "tf.linalg.cross", {floats("float32", {1, 2}), floats("float32", {1, 2})}},
          {"adjoint", "tf.linalg.adjoint", {matrix}},
          {"norm", "tf.norm", {matrix}},
          {"norm 1", "tf.norm", {matrix}, {{"ord", 1}, {"axis", list({0, 1})}}},
          {"norm inf", "tf.norm", {vector}, {{"ord", Symbol{"np.inf"}}}},
          {"norm fro of a vector", "tf.norm", {vector}, {{"ord", "fro"}}},
          {"norm unknown", "tf.norm", {vector}, {{"ord", "other"}}},
          {"norm of integers", "tf.norm", {integers("int32", {3, 4})}}};
}

}  // namespace

std::vector<Check> linear_algebra_checks() {
  std::vector<Check> checks =
      checks_of({{"small_matmul", {"tf.matmul", "tf.linalg.matvec"}, small_products, {.ulps = 2}},
                 {"einsum", {"tf.einsum", "tf.tensordot"}, einsum_cases, {.ulps = 2}},
                 {"matrix_parts",
                  {"tf.linalg.band_part", "tf.linalg.diag", "tf.linalg.diag_part", "tf.linalg.set_diag",
                   "tf.linalg.trace", "tf.linalg.cross", "tf.norm"},
                  part_cases,
                  {.ulps = 2}}});
  checks.push_back({.id = "tensor_ops.matmul",
                    .api = {"tf.matmul"},
                    .tolerance = {.ulps = 32, .absolute = 1e-5},
                    .policy = Policy::not_covered,
                    .calls = large_products});
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
