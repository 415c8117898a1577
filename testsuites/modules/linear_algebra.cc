// tf.linalg: the functions that no sweep calls, and the linear operators.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
m = np.float32([[4.0, 1.0], [1.0, 3.0]])
v = np.float32([1.0, 2.0])

)";

std::vector<Uses> functions() {
  return {
      {"tf.linalg.adjoint", {{"complex", "tf.linalg.adjoint([[1j, 2.0]])"}}},
      {"tf.linalg.banded_triangular_solve",
       {{"lower", "tf.linalg.banded_triangular_solve([[2.0, 2.0], [0.0, 1.0]], [[1.0], [1.0]])"}}},
      {"tf.linalg.cholesky_solve",
       {{"plain", "tf.linalg.cholesky_solve(tf.linalg.cholesky(m), v[:, None])"},
        {"shapes", "tf.linalg.cholesky_solve(m, tf.ones([3, 1]))"}}},
      {"tf.linalg.eigh", {{"values", "tf.linalg.eigh(m)[0]"}, {"not square", "tf.linalg.eigh(tf.ones([2, 3]))"}}},
      {"tf.linalg.eig", {{"dtype", "tf.linalg.eig(m)[0].dtype.name"}, {"nan", "tf.linalg.eigvals([[np.nan]])"}}},
      {"tf.linalg.eigh_tridiagonal",
       {{"plain", "tf.linalg.eigh_tridiagonal([1.0, 2.0], [0.5])"},
        {"select", "tf.linalg.eigh_tridiagonal([1.0, 2.0], [0.5], select='i', select_range=(0, 0))"}}},
      {"tf.linalg.experimental.conjugate_gradient",
       {{"plain",
         "tf.linalg.experimental.conjugate_gradient(tf.linalg.LinearOperatorFullMatrix(m, is_self_adjoint=True, "
         "is_positive_definite=True), v).x"}}},
      {"tf.linalg.global_norm",
       {{"plain", "tf.linalg.global_norm([v, m])"},
        {"None", "tf.linalg.global_norm([v, None])"},
        {"nothing", "tf.linalg.global_norm([])"}}},
      {"tf.linalg.logdet", {{"plain", "tf.linalg.logdet(m)"}, {"negative", "tf.linalg.logdet(-m)"}}},
      {"tf.linalg.slogdet",
       {{"plain", "tf.linalg.slogdet(m)"},
        {"singular", "tf.linalg.slogdet(tf.zeros([2, 2]))"},
        {"empty", "tf.linalg.slogdet(tf.zeros([0, 0]))"}}},
      {"tf.linalg.lu", {{"plain", "tf.linalg.lu(m)"}, {"singular", "tf.linalg.lu(tf.zeros([2, 2]))"}}},
      {"tf.linalg.lu_solve", {{"plain", "tf.linalg.lu_solve(*tf.linalg.lu(m), rhs=v[:, None])"}}},
      {"tf.linalg.lu_reconstruct", {{"plain", "tf.linalg.lu_reconstruct(*tf.linalg.lu(m))"}}},
      {"tf.linalg.lu_matrix_inverse", {{"plain", "tf.linalg.lu_matrix_inverse(*tf.linalg.lu(m))"}}},
      {"tf.linalg.matrix_transpose",
       {{"plain", "tf.linalg.matrix_transpose([[1, 2]])"}, {"vector", "tf.linalg.matrix_transpose([1, 2])"}}},
      {"tf.linalg.matrix_rank",
       {{"plain", "tf.linalg.matrix_rank(m)"}, {"tol", "tf.linalg.matrix_rank(m, tol=100.0)"}}},
      {"tf.linalg.matrix_rank_and_pinv", {{"plain", "tf.linalg.pinv(m)"}, {"rcond", "tf.linalg.pinv(m, rcond=0.9)"}}},
      {"tf.linalg.tensor_diag", {{"plain", "tf.linalg.tensor_diag([1, 2])"}, {"scalar", "tf.linalg.tensor_diag(1)"}}},
      {"tf.linalg.tensor_diag_part",
       {{"plain", "tf.linalg.tensor_diag_part([[1, 2], [3, 4]])"},
        {"not square", "tf.linalg.tensor_diag_part([[1, 2]])"}}},
      {"tf.linalg.set_diag",
       {{"k", "tf.linalg.set_diag(m, [9.0], k=1)"},
        {"align", "tf.linalg.set_diag(m, [[9.0, 8.0], [7.0, 6.0]], k=(0, 1), align='LEFT_LEFT')"}}},
      {"tf.linalg.diag",
       {{"k", "tf.linalg.diag([1.0], k=1)"},
        {"align", "tf.linalg.diag([[0.0, 1.0], [2.0, 3.0]], k=(0, 1), align='LEFT_RIGHT')"},
        {"num_rows small", "tf.linalg.diag([1.0, 2.0], num_rows=1)"}}},
      {"tf.linalg.diag_part",
       {{"k", "tf.linalg.diag_part(m, k=(-1, 1))"},
        {"align", "tf.linalg.diag_part(m, k=(-1, 1), align='LEFT_LEFT')"},
        {"outside", "tf.linalg.diag_part(m, k=9)"}}},
      {"tf.linalg.tridiagonal_solve",
       {{"compact", "tf.linalg.tridiagonal_solve([[1.0, 0.0], [4.0, 3.0], [0.0, 1.0]], v)"},
        {"pivoting", "tf.linalg.tridiagonal_solve([[1.0, 0.0], [4.0, 3.0], [0.0, 1.0]], v, partial_pivoting=False)"},
        {"matrix", "tf.linalg.tridiagonal_solve(m, v, diagonals_format='matrix')"}}},
      {"tf.linalg.tridiagonal_matmul",
       {{"compact", "tf.linalg.tridiagonal_matmul([[1.0, 0.0], [4.0, 3.0], [0.0, 1.0]], v[:, None])"}}},
      {"tf.linalg.triangular_solve",
       {{"upper", "tf.linalg.triangular_solve(m, v[:, None], lower=False)"},
        {"batch", "tf.linalg.triangular_solve(m, tf.ones([3, 2, 1]))"}}},
      {"tf.linalg.solve", {{"singular", "tf.linalg.solve(tf.zeros([2, 2]), v[:, None])"}}},
      {"tf.linalg.lstsq",
       {{"fast", "tf.linalg.lstsq(m, v[:, None])"},
        {"l2", "tf.linalg.lstsq(m, v[:, None], l2_regularizer=1.0)"},
        {"slow", "tf.linalg.lstsq(m, v[:, None], fast=False)"}}},
      {"tf.linalg.inv",
       {{"singular", "tf.linalg.inv(tf.zeros([2, 2]))"}, {"adjoint", "tf.linalg.inv(m, adjoint=True)"}}},
      {"tf.linalg.expm", {{"plain", "tf.linalg.expm(m)"}, {"empty", "tf.linalg.expm(tf.zeros([0, 0]))"}}},
      {"tf.linalg.sqrtm", {{"plain", "tf.linalg.sqrtm(m)"}}},
      {"tf.linalg.logm", {{"plain", "tf.linalg.logm(tf.cast(m, tf.complex64))"}}},
      {"tf.linalg.cross",
       {{"plain", "tf.linalg.cross([1, 0, 0], [0, 1, 0])"}, {"two", "tf.linalg.cross([1, 0], [0, 1])"}}},
      {"tf.linalg.normalize", {{"plain", "tf.linalg.normalize(v)"}, {"zero", "tf.linalg.normalize([0.0, 0.0])"}}},
      {"tf.norm",
       {{"inf", "tf.norm(m, np.inf)"},
        {"fro", "tf.norm(m, 'fro', axis=[0, 1])"},
        {"integers", "tf.norm([3, 4])"},
        {"ord 0", "tf.norm(m, 0)"},
        {"ord 2 of a matrix", "tf.norm(m, 2, axis=[0, 1])"}}},
      {"tf.linalg.matvec",
       {{"plain", "tf.linalg.matvec(m, v)"}, {"sparse", "tf.linalg.matvec(m, v, a_is_sparse=True)"}}},
      {"tf.linalg.matmul",
       {{"output_type", "tf.linalg.matmul(np.int8([[1]]), np.int8([[2]]), output_type=tf.int32)"},
        {"adjoint and transpose", "tf.linalg.matmul(m, m, adjoint_a=True, transpose_a=True)"},
        {"grad_a", "tf.linalg.matmul(m, m, grad_a=True)"}}},
      {"tf.einsum",
       {{"ellipsis", "tf.einsum('...ij,...jk->...ik', m, m)"},
        {"trace", "tf.einsum('ii', m)"},
        {"unknown optimize", "tf.einsum('ij,jk->ik', m, m, optimize='nonsense')"},
        {"repeated output", "tf.einsum('ij->ii', m)"},
        {"spaces", "tf.einsum('i j, j k -> i k', m, m)"}}},
      {"tf.tensordot",
       {{"lists", "tf.tensordot(m, m, [[0], [1]])"},
        {"too many", "tf.tensordot(m, m, 5)"},
        {"negative", "tf.tensordot(m, m, -1)"}}}};
}

struct Operator {
  const char* name;
  const char* arguments;
};

constexpr Operator operators[] = {
    {"Adjoint", "tf.linalg.LinearOperatorFullMatrix(m)"},
    {"BlockDiag", "[tf.linalg.LinearOperatorFullMatrix(m)]"},
    {"BlockLowerTriangular", "[[tf.linalg.LinearOperatorFullMatrix(m)]]"},
    {"Circulant", "np.complex64([2.0, 1.0])"},
    {"Circulant2D", "np.complex64([[2.0, 1.0]])"},
    {"Composition", "[tf.linalg.LinearOperatorFullMatrix(m)] * 2"},
    {"Diag", "v"},
    {"FullMatrix", "m"},
    {"Householder", "v"},
    {"Identity", "2"},
    {"Inversion", "tf.linalg.LinearOperatorFullMatrix(m)"},
    {"Kronecker", "[tf.linalg.LinearOperatorFullMatrix(m)]"},
    {"LowRankUpdate", "tf.linalg.LinearOperatorFullMatrix(m), v[:, None]"},
    {"LowerTriangular", "m"},
    {"Permutation", "[1, 0]"},
    {"ScaledIdentity", "2, 3.0"},
    {"Toeplitz", "v, v"},
    {"Tridiag", "[[1.0, 0.0], [4.0, 3.0], [0.0, 1.0]], 'compact'"},
    {"Zeros", "2"},
};

std::vector<Uses> operator_rows() {
  std::vector<Uses> rows;
  for (const Operator& one : operators) {
    const std::string symbol = std::string("tf.linalg.LinearOperator") + one.name;
    const std::string made = symbol + "(" + one.arguments + ")";
    rows.push_back({symbol,
                    {{"to_dense", made + ".to_dense()"},
                     {"matmul", made + ".matmul(tf.cast(tf.ones([2, 1]), " + made + ".dtype))"},
                     {"matvec", made + ".matvec(v)"},
                     {"@", made + " @ tf.cast(tf.ones([2, 1]), " + made + ".dtype)"},
                     {"solve", made + ".solve(tf.cast(tf.ones([2, 1]), " + made + ".dtype))"},
                     {"inverse", "type(" + made + ".inverse()).__name__"},
                     {"adjoint", "type(" + made + ".adjoint()).__name__"},
                     {"H", "type(" + made + ".H).__name__"},
                     {"determinant", made + ".determinant()"},
                     {"log_abs_determinant", made + ".log_abs_determinant()"},
                     {"trace", made + ".trace()"},
                     {"diag_part", made + ".diag_part()"},
                     {"cond", made + ".cond()"},
                     {"eigvals", made + ".eigvals()"},
                     {"cholesky", "type(" + made + ".cholesky()).__name__"},
                     {"add_to_tensor", made + ".add_to_tensor(tf.cast(tf.zeros([2, 2]), " + made + ".dtype))"},
                     {"assert_non_singular", made + ".assert_non_singular()"},
                     {"times operator", "type(" + made + ".matmul(" + made + ")).__name__"},
                     {"parameters", "sorted(" + made + ".parameters)"},
                     {"graph_parents", made + ".graph_parents"},
                     {"type spec", "type(tf.type_spec_from_value(" + made + ")).__name__"},
                     {"slice", made + "[..., :1, :1]"},
                     {"is_square", "[" + made + ".is_square, " + made + ".is_self_adjoint]"},
                     {"name", made + ".name"}}});
  }
  return rows;
}

}  // namespace

std::vector<Check> linear_algebra_checks() {
  return {
      check_of({.name = "linear_algebra", .module = "tf.linalg", .setup = setup, .rows = functions()}),
      check_of(
          {.name = "linear_operators", .module = "tf.linalg.LinearOperator", .setup = setup, .rows = operator_rows()})};
}

}  // namespace tfh::testsuites::modules
