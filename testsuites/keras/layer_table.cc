// Every layer the same way: its configuration, its call with weights that the check sets, its symbolic output.
#include <string>

#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

struct LayerCase {
  const char* symbol;  // under tf.keras.layers
  const char* arguments;
  const char* input;  // may use ramp(shape): the numbers from -1 to 1
  const char* options = "";
};

constexpr LayerCase layers[] = {
    {"Activation", "'relu'", "ramp([2, 3])"},
    {"ActivityRegularization", "l1=0.5", "ramp([2, 3])"},
    {"Add", "", "[ramp([2, 3]), ramp([2, 3])]"},
    {"AdditiveAttention", "", "[ramp([1, 2, 3]), ramp([1, 4, 3])]"},
    {"AlphaDropout", "0.5", "ramp([2, 3])"},
    {"Attention", "use_scale=True", "[ramp([1, 2, 3]), ramp([1, 4, 3])]"},
    {"Average", "", "[ramp([2, 3]), ramp([2, 3])]"},
    {"AveragePooling1D", "2, padding='same'", "ramp([1, 5, 2])"},
    {"AveragePooling2D", "2", "ramp([1, 4, 4, 1])"},
    {"AveragePooling3D", "2", "ramp([1, 2, 2, 2, 1])"},
    {"Concatenate", "axis=1", "[ramp([2, 3]), ramp([2, 1])]"},
    {"Conv1D", "2, 3, padding='causal'", "ramp([1, 5, 2])"},
    {"Conv1DTranspose", "2, 3", "ramp([1, 4, 2])"},
    {"Conv2D", "2, 3, groups=2", "ramp([1, 4, 4, 2])"},
    {"Conv2DTranspose", "1, 3, strides=2, output_padding=1", "ramp([1, 3, 3, 1])"},
    {"Conv3D", "1, 2", "ramp([1, 3, 3, 3, 1])"},
    {"Conv3DTranspose", "1, 2", "ramp([1, 2, 2, 2, 1])"},
    {"ConvLSTM1D", "1, 2", "ramp([1, 2, 3, 1])"},
    {"ConvLSTM2D", "1, 2", "ramp([1, 2, 3, 3, 1])"},
    {"Cropping1D", "1", "ramp([1, 4, 1])"},
    {"Cropping2D", "((1, 0), (0, 1))", "ramp([1, 3, 3, 1])"},
    {"Cropping3D", "1", "ramp([1, 3, 3, 3, 1])"},
    {"Dense", "2, activation='tanh'", "ramp([2, 3])"},
    {"DepthwiseConv1D", "2", "ramp([1, 4, 2])"},
    {"DepthwiseConv2D", "2, depth_multiplier=2", "ramp([1, 3, 3, 2])"},
    {"Dot", "axes=1, normalize=True", "[ramp([2, 3]), ramp([2, 3]) + 0.5]"},
    {"Dropout", "0.5", "ramp([2, 3])"},
    {"ELU", "0.5", "ramp([2, 3])"},
    {"EinsumDense", "'ab,bc->ac', output_shape=2, bias_axes='c'", "ramp([2, 3])"},
    {"Embedding", "3, 2", "tf.constant([[0, 2]])"},
    {"Flatten", "", "ramp([2, 2, 2])"},
    {"GRU", "2, return_sequences=True", "ramp([1, 3, 2])"},
    {"GaussianDropout", "0.5", "ramp([2, 3])"},
    {"GaussianNoise", "0.5", "ramp([2, 3])"},
    {"GlobalAveragePooling1D", "", "ramp([1, 3, 2])"},
    {"GlobalAveragePooling2D", "", "ramp([1, 2, 2, 2])"},
    {"GlobalAveragePooling3D", "", "ramp([1, 2, 2, 2, 1])"},
    {"GlobalMaxPooling1D", "", "ramp([1, 3, 2])"},
    {"GlobalMaxPooling2D", "", "ramp([1, 2, 2, 2])"},
    {"GlobalMaxPooling3D", "", "ramp([1, 2, 2, 2, 1])"},
    {"GroupNormalization", "2", "ramp([2, 4])"},
    {"HashedCrossing", "num_bins=5", "(tf.constant(['a', 'b']), tf.constant([1, 2]))"},
    {"LSTM", "2, return_state=True", "ramp([1, 3, 2])"},
    {"LayerNormalization", "", "ramp([2, 3])"},
    {"LocallyConnected1D", "1, 2", "ramp([1, 3, 1])"},
    {"LocallyConnected2D", "1, 2", "ramp([1, 3, 3, 1])"},
    {"Masking", "0.0", "ramp([1, 3, 1])"},
    {"MaxPooling1D", "2", "ramp([1, 4, 1])"},
    {"MaxPooling2D", "2, strides=1", "ramp([1, 3, 3, 1])"},
    {"MaxPooling3D", "2", "ramp([1, 2, 2, 2, 1])"},
    {"Maximum", "", "[ramp([2, 3]), -ramp([2, 3])]"},
    {"Minimum", "", "[ramp([2, 3]), -ramp([2, 3])]"},
    {"MultiHeadAttention", "2, 2", "ramp([1, 3, 2]), ramp([1, 3, 2])"},
    {"Multiply", "", "[ramp([2, 3]), ramp([2, 3])]"},
    {"PReLU", "", "ramp([2, 3])"},
    {"Permute", "(2, 1)", "ramp([1, 2, 3])"},
    {"RNN", "tf.keras.layers.SimpleRNNCell(2, name='inner')", "ramp([1, 3, 2])"},
    {"ReLU", "max_value=0.5, negative_slope=0.1, threshold=0.1", "ramp([2, 3])"},
    {"RandomBrightness", "0.5", "ramp([1, 2, 2, 3])", "training=False"},
    {"RandomCrop", "1, 1, seed=1", "ramp([1, 3, 3, 1])", "training=False"},
    {"RandomFlip", "", "ramp([1, 2, 2, 1])", "training=False"},
    {"RandomHeight", "0.5", "ramp([1, 2, 2, 1])", "training=False"},
    {"RandomRotation", "0.5", "ramp([1, 2, 2, 1])", "training=False"},
    {"RandomTranslation", "0.5, 0.5", "ramp([1, 2, 2, 1])", "training=False"},
    {"RandomWidth", "0.5", "ramp([1, 2, 2, 1])", "training=False"},
    {"RandomZoom", "0.5", "ramp([1, 2, 2, 1])", "training=False"},
    {"RepeatVector", "2", "ramp([2, 3])"},
    {"Reshape", "(3, -1)", "ramp([2, 6])"},
    {"SeparableConv1D", "1, 2", "ramp([1, 4, 2])"},
    {"SeparableConv2D", "1, 2", "ramp([1, 3, 3, 2])"},
    {"SimpleRNN", "2", "ramp([1, 3, 2])"},
    {"Softmax", "axis=0", "ramp([2, 3])"},
    {"SpatialDropout1D", "0.5", "ramp([1, 3, 2])"},
    {"SpectralNormalization", "tf.keras.layers.Dense(2, name='inner')", "ramp([2, 3])"},
    {"Subtract", "", "[ramp([2, 3]), -ramp([2, 3])]"},
    {"ThresholdedReLU", "0.5", "ramp([2, 3])"},
    {"TimeDistributed", "tf.keras.layers.Dense(1, name='inner')", "ramp([1, 2, 3])"},
    {"UnitNormalization", "", "ramp([2, 3])"},
    {"UpSampling1D", "2", "ramp([1, 2, 1])"},
    {"UpSampling2D", "2, interpolation='bilinear'", "ramp([1, 2, 2, 1])"},
    {"UpSampling3D", "2", "ramp([1, 1, 1, 2, 1])"},
    {"ZeroPadding1D", "1", "ramp([1, 2, 1])"},
    {"ZeroPadding2D", "((1, 0), (0, 1))", "ramp([1, 2, 2, 1])"},
    {"ZeroPadding3D", "1", "ramp([1, 1, 1, 1, 1])"},
    {"BatchNormalization", "", "ramp([2, 3])"},
    {"Bidirectional", "tf.keras.layers.LSTM(1, return_sequences=True, name='inner')", "ramp([1, 3, 2])"},
};

constexpr const char* observations = R"(
import re

def ramp(shape):
    return tf.reshape(tf.constant(np.linspace(-1, 1, int(np.prod(shape))), tf.float32), shape)

def values(weights):
    return [np.linspace(-1, 1, w.size).astype(w.dtype).reshape(w.shape) for w in weights]

def called(layer):
    call(layer, *inputs())
    if layer.get_weights():
        layer.set_weights(values(layer.get_weights()))
    return call(layer, *inputs())

def weight_names(layer):
    call(layer, *inputs())
    return [re.sub("_[0-9]+", "", weight.name) for weight in layer.weights]

def symbolic(layer):
    shaped = tf.nest.map_structure(lambda x: tf.keras.Input(x.shape[1:], dtype=x.dtype), list(inputs()))
    return tf.nest.map_structure(lambda y: [tf.as_dtype(y.dtype).name, list(y.shape)], call(layer, *shaped))

attempt("config", lambda: make().get_config(), kind="structure")
attempt("call", lambda: called(make()))
attempt("weights", lambda: weight_names(make()), kind="structure")
attempt("symbolic", lambda: symbolic(make()), kind="structure")
attempt("from config", lambda: type(type(make()).from_config(make().get_config())).__name__)
attempt("unknown keyword", lambda: type(make(colour="red")).__name__)
attempt("dtype", lambda: make(dtype="float64").dtype)
attempt("before a call", lambda: [make().built, make().trainable, make().supports_masking, len(make().weights)],
        kind="structure")
attempt("call in float16", lambda: called(make(dtype="float16")))
)";

// Inputs that a layer is not made for: what it says, or the shape of what it makes of them. Messages tell initial
// weights, numbers of inner layers and the phase that an earlier call set: each call begins without those before.
constexpr const char* of_inputs = R"(
def ramp(shape):
    return tf.reshape(tf.constant(np.linspace(-1, 1, int(np.prod(shape))), tf.float32), shape)

def fresh():
    tf.keras.backend.clear_session()
    getattr(tf.keras.utils, "set_random_seed", tf.random.set_seed)(1)
    return make()

def shapes(*x):
    return tf.nest.map_structure(lambda y: [tf.as_dtype(y.dtype).name, list(y.shape)], call(fresh(), *x))

def inputs_of(dtype):
    of_dtype = lambda x: tf.strings.as_string(x) if dtype == tf.string else tf.cast(x, dtype)
    return tf.nest.map_structure(of_dtype, list(inputs()))
)";

constexpr const char* calls_with_inputs = R"py(
for shape in ([], [2, 3], [1, 4, 2], [1, 3, 3, 1], [1, 2, 2, 2, 1]):
    evaluate("input: %s" % shape, "shapes(ramp(%s))" % shape, kind="structure")
    evaluate("output shape: %s" % shape, "list(fresh().compute_output_shape(%s))" % shape, kind="structure")
for dtype in ("float16", "bfloat16", "float64", "uint8", "int32", "int64", "bool", "string"):
    evaluate("dtype: " + dtype, "shapes(*inputs_of(tf.%s))" % dtype, kind="structure")
evaluate("input: None", "shapes(None)", kind="structure")
evaluate("input: ragged", "shapes(tf.ragged.constant([[1.0], [2.0, 3.0]]))", kind="structure")
evaluate("input: ragged rows of vectors",
         "shapes(tf.ragged.constant([[[1.0, 2.0]], [[3.0, 4.0], [1.0, 1.0]]], ragged_rank=1))", kind="structure")
evaluate("input: sparse", "shapes(tf.sparse.from_dense([[1.0, 0.0]]))", kind="structure")
evaluate("input: empty", "shapes(ramp([0, 3]))", kind="structure")
)py";

// A lambda that calls `symbol` with `arguments`, and what else it is given.
std::string call_text(const std::string& symbol, const std::string& arguments, const char* others) {
  return symbol + "(" + arguments + (arguments.empty() ? "" : ", ") + others + ")\n";
}

}  // namespace

std::vector<Check> layer_table_checks() {
  std::vector<Check> checks;
  for (const LayerCase& one : layers) {
    const std::string symbol = std::string("tf.keras.layers.") + one.symbol;
    const std::string setup = "\ndef make(**options):\n    return " +
                              call_text(symbol, one.arguments, "**dict({\"name\": \"layer\"}, **options)") +
                              "\ndef inputs():\n    return (" + one.input + ",)\n\ndef call(layer, *x):\n    return " +
                              call_text("layer", "*x", one.options);
    checks.push_back({.id = std::string("keras.layer_") + one.symbol,
                      .api = {symbol},
                      .tolerance = {.ulps = 64, .absolute = 1e-6},
                      .source = setup + observations});
    checks.push_back({.id = std::string("keras.inputs_of_") + one.symbol,
                      .api = {symbol},
                      .independent = true,
                      .source = calls_with_inputs,
                      .setup = setup + of_inputs});
  }
  return checks;
}

}  // namespace tfh::testsuites::keras
