// The layers that turn words and numbers into codes: every way to write a code, on every shape of input.
#include <string>

#include "testsuites/keras/former_names.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

struct Encoder {
  const char* layer;
  const char* variant;  // of its check's name: "" or "_salted"
  const char* arguments;
  const char* modes;   // of output, blanks between
  const char* inputs;  // Python: a flat list of six
};

constexpr Encoder encoders[] = {
    {"StringLookup", "", "vocabulary=['a', 'b']", "int one_hot multi_hot count tf_idf binary",
     "['a', 'b', 'z', 'a', '', 'b']"},
    {"IntegerLookup", "", "vocabulary=[3, 5]", "int one_hot multi_hot count tf_idf binary", "[3, 5, 9, 3, -1, 5]"},
    {"TextVectorization", "", "vocabulary=['a', 'b']", "int multi_hot count tf_idf binary",
     "['a b', 'B', 'z!', 'a a', '', 'b']"},
    {"CategoryEncoding", "", "num_tokens=4", "one_hot multi_hot count binary", "[0, 1, 3, 2, 1, 0]"},
    {"Hashing", "", "num_bins=3", "int one_hot multi_hot count", "['a', 'b', 'z', 'a', '', 'b']"},
    {"Hashing", "_salted", "num_bins=3, salt=7, mask_value=''", "int", "['a', 'b', 'z', 'a', '', 'b']"},
    {"Discretization", "", "bin_boundaries=[0.0, 1.0]", "int one_hot multi_hot count",
     "[-1.0, 0.0, 0.5, 1.0, 2.0, float('nan')]"},
    {"Normalization", "", "mean=1.0, variance=4.0", "", "[-1.0, 0.0, 0.5, 1.0, 2.0, 8.0]"},
    {"Rescaling", "", "scale=2.0, offset=1.0", "", "[-1.0, 0.0, 0.5, 1.0, 2.0, 8.0]"},
};

constexpr const char* encoded = R"py(
shapes = {
    "scalar": lambda: items[0], "vector": lambda: items[:3], "column": lambda: [[item] for item in items[:3]],
    "row": lambda: [items[:3]], "matrix": lambda: [items[:3], items[3:]], "cube": lambda: [[items[:3]], [items[3:]]],
}
forms = {
    "tensor": tf.constant, "array": np.array, "list": lambda x: x, "ragged": tf.ragged.constant,
    "sparse": lambda x: tf.sparse.from_dense(tf.constant(x)), "int32": lambda x: tf.cast(tf.constant(x), tf.int32),
    "float64": lambda x: tf.cast(tf.constant(x), tf.float64),
}

def made(mode, **options):
    options.update(dict(output_mode=mode) if mode else {}, **({"idf_weights": [1.0, 0.5]} if mode == "tf_idf" else {}))
    return layer(name="layer", **options)

def told(made):  # some releases do not print what a sparse one holds
    return [made.indices, made.values, made.dense_shape] if isinstance(made, tf.SparseTensor) else made

def in_a_model(mode, x):
    given = tf.keras.Input(np.shape(x)[1:], dtype=tf.constant(x).dtype.name, name="given")
    return tf.keras.Model(given, made(mode)(given)).predict(tf.constant(x), verbose=0)

for mode in modes.split() or [None]:
    attempt("%s, config" % mode, lambda: made(mode).get_config(), kind="structure")
    for shape in shapes:
        attempt("%s, %s" % (mode, shape), lambda: told(made(mode)(tf.constant(shapes[shape]()))))
    for form in forms:
        attempt("%s, %s of a matrix" % (mode, form), lambda: told(made(mode)(forms[form](shapes["matrix"]()))))
        attempt("%s, %s of a vector" % (mode, form), lambda: told(made(mode)(forms[form](shapes["vector"]()))))
    attempt("%s, sparse" % mode, lambda: told(made(mode, sparse=True)(tf.constant(shapes["matrix"]()))))
    attempt("%s, output shape" % mode, lambda: list(made(mode).compute_output_shape((2, 3))))
    attempt("%s, float64" % mode, lambda: told(made(mode, dtype="float64")(tf.constant(shapes["matrix"]()))))
    mapped = lambda: tf.data.Dataset.from_tensors(shapes["matrix"]()).map(made(mode))
    attempt("%s, in a dataset" % mode, lambda: [told(x) for x in mapped()])
    attempt("%s, specified in a dataset" % mode, lambda: mapped().element_spec)
    attempt("%s, in a model" % mode, lambda: in_a_model(mode, shapes["matrix"]()))
)py";

Check check_of(const Encoder& encoder) {
  return {.id = std::string("keras.encodings_of_") + encoder.layer + encoder.variant,
          .api = {std::string("tf.keras.layers.") + encoder.layer},
          .tolerance = {.ulps = 64, .absolute = 1e-6},
          .alone = true,
          .source = std::string(former_names) + "\ndef layer(**options):\n    return home_of(\"" + encoder.layer +
                    "\")." + encoder.layer + "(" + encoder.arguments + ", **options)\n\nmodes, items = \"" +
                    encoder.modes + "\", " + encoder.inputs + "\n" + encoded};
}

}  // namespace

std::vector<Check> encoding_checks() {
  std::vector<Check> checks;
  for (const Encoder& encoder : encoders) checks.push_back(check_of(encoder));
  return checks;
}

}  // namespace tfh::testsuites::keras
