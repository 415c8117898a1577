// Decompositions, solvers and functions of matrices. Signs of vectors may differ between libraries, which is data.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

// Symmetric and positive definite.
Array definite(const std::string& dtype) {
  return shaped(numbers(dtype, {4, 1, 0.5, 1, 5, 2, 0.5, 2, 6}), {3, 3});
}

Array general(const std::string& dtype) {
  return shaped(numbers(dtype, {1, 2, 3, 4, -5, 6, 7, 8, 10}), {3, 3});
}

std::vector<Case> of_one_matrix() {
  std::vector<Case> cases;
  for (const char* dtype : {"float32", "float64", "complex64"}) {
    const std::string prefix = std::string(dtype) + "/";
    cases.push_back({prefix + "cholesky", "tf.linalg.cholesky", {definite(dtype)}});
    cases.push_back({prefix + "qr", "tf.linalg.qr", {general(dtype)}});
    cases.push_back({prefix + "singular values", "tf.linalg.svd", {general(dtype)}, {{"compute_uv", false}}});
    cases.push_back({prefix + "eigvalsh", "tf.linalg.eigvalsh", {definite(dtype)}});
    cases.push_back({prefix + "eigvals", "tf.linalg.eigvals", {definite(dtype)}});
    cases.push_back({prefix + "inv", "tf.linalg.inv", {general(dtype)}});
    cases.push_back({prefix + "det", "tf.linalg.det", {general(dtype)}});
    cases.push_back({prefix + "slogdet", "tf.linalg.slogdet", {general(dtype)}});
    cases.push_back({prefix + "lu", "tf.linalg.lu", {general(dtype)}});
    cases.push_back({prefix + "expm", "tf.linalg.expm", {general(dtype)}});
    cases.push_back({prefix + "logm", "tf.linalg.logm", {definite(dtype)}});
    cases.push_back({prefix + "sqrtm", "tf.linalg.sqrtm", {definite(dtype)}});
    cases.push_back({prefix + "pinv", "tf.linalg.pinv", {general(dtype)}});
    cases.push_back({prefix + "matrix_rank", "tf.linalg.matrix_rank", {general(dtype)}});
    cases.push_back({prefix + "logdet", "tf.linalg.logdet", {definite(dtype)}});
  }
  return cases;
}

std::vector<Case> refused_matrices() {
  std::vector<Case> cases;
  const Array wide = pattern("float32", {2, 3}, 1, 7, 0);
  const Array empty = pattern("float32", {0, 0}, 1, 7, 0);
  const Array half = definite("float16");
  for (const char* name :
       {"cholesky", "inv", "det", "lu", "expm", "slogdet", "eigvalsh", "qr", "matrix_rank", "pinv"}) {
    const std::string symbol = std::string("tf.linalg.") + name;
    cases.push_back({std::string(name) + "/wide", symbol, {wide}});
    cases.push_back({std::string(name) + "/empty", symbol, {empty}});
    cases.push_back({std::string(name) + "/float16", symbol, {half}});
    // A release that takes what lies behind a vector's shape for a second size factors gigabytes.
    if (symbol != "tf.linalg.qr") cases.push_back({std::string(name) + "/vector", symbol, {floats("float32", {1, 2})}});
  }
  cases.push_back({"inv/singular", "tf.linalg.inv", {shaped(floats("float32", {1, 2, 2, 4}), {2, 2})}});
  return cases;
}

std::vector<Case> solver_cases() {
  std::vector<Case> cases;
  for (const char* dtype : {"float32", "float64", "complex64"}) {
    const std::string prefix = std::string(dtype) + "/";
    const Array right = pattern(dtype, {3, 2}, 2, 7, 1);
    cases.push_back({prefix + "solve", "tf.linalg.solve", {general(dtype), right}});
    cases.push_back({prefix + "solve adjoint", "tf.linalg.solve", {general(dtype), right}, {{"adjoint", true}}});
    cases.push_back({prefix + "triangular", "tf.linalg.triangular_solve", {definite(dtype), right}});
    cases.push_back(
        {prefix + "upper triangular", "tf.linalg.triangular_solve", {definite(dtype), right}, {{"lower", false}}});
    cases.push_back({prefix + "cholesky_solve", "tf.linalg.cholesky_solve", {definite(dtype), right}});
    cases.push_back({prefix + "lstsq", "tf.linalg.lstsq", {general(dtype), right}});
    cases.push_back(
        {prefix + "lstsq regularised", "tf.linalg.lstsq", {general(dtype), right}, {{"l2_regularizer", 0.1}}});
    const Array above = tensor(numbers(dtype, {1, 1, 0})), middle = tensor(numbers(dtype, {4, 5, 6})),
                below = tensor(numbers(dtype, {0, 1, 1}));
    const Array compact = tensor(shaped(numbers(dtype, {1, 1, 0, 4, 5, 6, 0, 1, 1}), {3, 3}));
    const Keywords sequence = {{"diagonals_format", "sequence"}};
    cases.push_back({prefix + "tridiagonal",
                     "tf.linalg.tridiagonal_solve",
                     {List{{above, middle, below}}, numbers(dtype, {1, 2, 3})},
                     sequence});
    cases.push_back(
        {prefix + "tridiagonal compact", "tf.linalg.tridiagonal_solve", {compact, tensor(numbers(dtype, {1, 2, 3}))}});
    cases.push_back({prefix + "tridiagonal_matmul",
                     "tf.linalg.tridiagonal_matmul",
                     {List{{above, middle, below}}, right},
                     sequence});
    cases.push_back({prefix + "tridiagonal_matmul compact", "tf.linalg.tridiagonal_matmul", {compact, tensor(right)}});
    cases.push_back({prefix + "banded",
                     "tf.linalg.banded_triangular_solve",
                     {shaped(numbers(dtype, {2, 2, 2, 0, 1, 1}), {2, 3}), right}});
  }
  const Array right = pattern("float32", {3, 2}, 2, 7, 1);
  cases.push_back({"singular",
                   "tf.linalg.solve",
                   {shaped(floats("float32", {1, 2, 2, 4}), {2, 2}), pattern("float32", {2, 1}, 1, 3, 0)}});
  cases.push_back({"shapes differ", "tf.linalg.solve", {general("float32"), pattern("float32", {2, 1}, 1, 3, 0)}});
  cases.push_back({"right is a vector", "tf.linalg.solve", {general("float32"), floats("float32", {1, 2, 3})}});
  cases.push_back({"no columns", "tf.linalg.solve", {general("float32"), pattern("float32", {3, 0}, 1, 3, 0)}});
  cases.push_back({"triangular with zero",
                   "tf.linalg.triangular_solve",
                   {shaped(floats("float32", {0, 0, 1, 1}), {2, 2}), pattern("float32", {2, 1}, 1, 3, 1)}});
  return cases;
}

}  // namespace

std::vector<Check> decomposition_checks() {
  const Tolerance loose{.ulps = 512, .absolute = 1e-4};
  return checks_of({{"decompositions",
                     {"tf.linalg.cholesky", "tf.linalg.qr", "tf.linalg.svd", "tf.linalg.inv", "tf.linalg.det",
                      "tf.linalg.lu", "tf.linalg.expm", "tf.linalg.logm", "tf.linalg.sqrtm", "tf.linalg.pinv"},
                     of_one_matrix,
                     loose,
                     Policy::not_covered},
                    {"refused_matrices",
                     {"tf.linalg.cholesky", "tf.linalg.inv", "tf.linalg.det", "tf.linalg.lu", "tf.linalg.expm",
                      "tf.linalg.qr", "tf.linalg.matrix_rank"},
                     refused_matrices,
                     loose},
                    {"solvers",
                     {"tf.linalg.solve", "tf.linalg.triangular_solve", "tf.linalg.lstsq", "tf.linalg.tridiagonal_solve",
                      "tf.linalg.tridiagonal_matmul", "tf.linalg.banded_triangular_solve"},
                     solver_cases,
                     loose,
                     Policy::not_covered}});
}

}  // namespace tfh::testsuites::tensor_ops
