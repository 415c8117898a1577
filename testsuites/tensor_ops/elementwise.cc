// Functions of one tensor, element by element.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

struct Row {
  const char* name;
  const char* symbol;
  Names dtypes;
};

// Exact by definition: any other bit is a difference of value.
std::vector<Row> exact() {
  const Names numbers = signed_whole() + floating();
  return {{"abs", "tf.math.abs", numbers + complex_names()},
          {"negative", "tf.math.negative", numbers + complex_names()},
          {"sign", "tf.math.sign", numbers},
          {"square", "tf.math.square", numbers},
          {"ceil", "tf.math.ceil", floating()},
          {"floor", "tf.math.floor", floating()},
          {"round", "tf.round", floating() + Names{"int32"}},
          {"rint", "tf.math.rint", floating()},
          {"is_nan", "tf.math.is_nan", floating()},
          {"is_inf", "tf.math.is_inf", floating()},
          {"is_finite", "tf.math.is_finite", floating()},
          {"relu", "tf.nn.relu", numbers},
          {"relu6", "tf.nn.relu6", floating()},
          {"leaky_relu", "tf.nn.leaky_relu", floating() + Names{"int32"}},
          {"softsign", "tf.nn.softsign", floating()},
          {"reciprocal", "tf.math.reciprocal", floating()},
          {"reciprocal_no_nan", "tf.math.reciprocal_no_nan", {"float32", "float64"}},
          {"sqrt", "tf.math.sqrt", floating()},
          {"conj", "tf.math.conj", Names{"float32"} + complex_names()},
          {"real", "tf.math.real", Names{"float32"} + complex_names()},
          {"imag", "tf.math.imag", Names{"float32"} + complex_names()},
          {"angle", "tf.math.angle", Names{"float32"} + complex_names()}};
}

std::vector<Row> transcendental() {
  const Names wide = {"float16", "float32", "float64", "complex64", "complex128"};
  return {{"rsqrt", "tf.math.rsqrt", floating()},
          {"exp", "tf.math.exp", wide},
          {"expm1", "tf.math.expm1", wide},
          {"log", "tf.math.log", wide},
          {"log1p", "tf.math.log1p", wide},
          {"sin", "tf.math.sin", wide},
          {"cos", "tf.math.cos", wide},
          {"tan", "tf.math.tan", wide},
          {"asin", "tf.math.asin", wide},
          {"acos", "tf.math.acos", wide},
          {"atan", "tf.math.atan", wide},
          {"sinh", "tf.math.sinh", wide},
          {"cosh", "tf.math.cosh", wide},
          {"tanh", "tf.math.tanh", wide},
          {"asinh", "tf.math.asinh", wide},
          {"acosh", "tf.math.acosh", wide},
          {"atanh", "tf.math.atanh", wide},
          {"sigmoid", "tf.math.sigmoid", wide},
          {"softplus", "tf.math.softplus", floating()},
          {"log_sigmoid", "tf.math.log_sigmoid", floating()},
          {"erf", "tf.math.erf", floating()},
          {"erfc", "tf.math.erfc", floating()},
          {"elu", "tf.nn.elu", floating()},
          {"selu", "tf.nn.selu", floating()},
          {"gelu", "tf.nn.gelu", floating()},
          {"silu", "tf.nn.silu", floating()},
          {"softmax", "tf.nn.softmax", floating()},
          {"log_softmax", "tf.nn.log_softmax", floating()}};
}

}  // namespace

std::vector<Check> elementwise_checks() {
  std::vector<Check> checks;
  for (const Row& row : exact()) checks.push_back(unary_check({row.name, row.symbol, row.dtypes}));
  for (const Row& row : transcendental())
    checks.push_back(unary_check({row.name, row.symbol, row.dtypes, few_ulps, Policy::not_covered}));
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
