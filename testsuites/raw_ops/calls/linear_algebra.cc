// Matrices and Fourier transforms.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr RawCall calls[] = {
    {"BandedTriangularSolve", "matrix=F(2, 2); rhs=F(2, 2)"},
    {"BatchMatMulV2", "x=F(2, 2, 2); y=F(2, 2, 2)"},
    {"MatMul", "a=F(2, 2); b=F(2, 2)"},
    {"Cholesky", "input=tf.eye(2)"},
    {"CholeskyGrad", "l=tf.eye(2); grad=F(2, 2)"},
    {"Einsum", "inputs=[F(2, 2), F(2, 2)]; equation='ij,jk->ik'"},
    {"Eig", "input=F(2, 2); Tout=tf.complex64"},
    {"LogMatrixDeterminant", "input=F(2, 2)"},
    {"Lu", "input=F(2, 2)"},
    {"MatrixDeterminant", "input=F(2, 2)"},
    {"MatrixInverse", "input=F(2, 2)"},
    {"MatrixLogarithm", "input=tf.cast(F(2, 2), tf.complex64)"},
    {"MatrixSolve", "matrix=F(2, 2); rhs=F(2, 2)"},
    {"MatrixSolveLs", "matrix=F(2, 2); rhs=F(2, 2); l2_regularizer=tf.constant(0.0, tf.float64)"},
    {"MatrixSquareRoot", "input=F(2, 2)"},
    {"MatrixTriangularSolve", "matrix=F(2, 2); rhs=F(2, 2)"},
    {"Qr", "input=F(2, 2)"},
    {"SelfAdjointEigV2", "input=F(2, 2)"},
    {"Svd", "input=F(2, 2)"},
    {"TridiagonalMatMul", "superdiag=F(1, 2); maindiag=F(1, 2); subdiag=F(1, 2); rhs=F(2, 1)"},
    {"TridiagonalSolve", "diagonals=F(3, 2); rhs=F(2, 1)"},
    {"FFT", "input=tf.cast(F(4), tf.complex64)"},
    {"FFT2D", "input=tf.cast(F(2, 4), tf.complex64)"},
    {"RFFT", "input=F(4); fft_length=I(4)"},
    {"RFFT2D", "input=F(2, 4); fft_length=I(2, 4)"},
    {"RFFT3D", "input=F(2, 2, 4); fft_length=I(2, 2, 4)"},
    {"IRFFT", "input=tf.cast(F(3), tf.complex64); fft_length=I(4)"},
    {"IRFFT2D", "input=tf.cast(F(2, 3), tf.complex64); fft_length=I(2, 4)"},
    {"ComplexAbs", "x=tf.constant([1 + 1j]); Tout=tf.float64"},
    {"Angle", "input=tf.constant([1 + 1j]); Tout=tf.float64"},
    {"Real", "input=tf.constant([1 + 1j]); Tout=tf.float64"},
    {"Complex", "real=F(1); imag=F(1); Tout=tf.complex64"},
};

}  // namespace

RawCalls linear_algebra_calls() {
  return {"linear_algebra", "", calls};
}

}  // namespace tfh::testsuites::raw_ops
