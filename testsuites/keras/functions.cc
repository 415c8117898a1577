// Losses and metrics as functions, on lists, arrays and tensors; layers that prepare images, on images of other kinds.
#include <string>

#include "testsuites/keras/former_names.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* functions[] = {
    "binary_accuracy",
    "binary_crossentropy",
    "binary_focal_crossentropy",
    "categorical_accuracy",
    "categorical_crossentropy",
    "categorical_focal_crossentropy",
    "categorical_hinge",
    "cosine_similarity",
    "hinge",
    "huber",
    "kl_divergence",
    "log_cosh",
    "mean_absolute_error",
    "mean_absolute_percentage_error",
    "mean_squared_error",
    "mean_squared_logarithmic_error",
    "poisson",
    "sparse_categorical_accuracy",
    "sparse_categorical_crossentropy",
    "sparse_top_k_categorical_accuracy",
    "squared_hinge",
    "top_k_categorical_accuracy",
};

constexpr const char* of_function = R"py(
kinds = {"lists": lambda x: x, "arrays": np.array, "arrays of float32": lambda x: np.array(x, np.float32),
         "tensors": tf.constant, "tensors of float32": lambda x: tf.constant(x, tf.float32)}
rows = [[0.25, 0.75], [0.5, 0.5]]
cases = {"rows": ([[0, 1], [1, 0]], rows), "columns": ([[1], [0]], [[0.75], [0.25]]), "vectors": ([1, 0], [0.75, 0.25]),
         "classes": ([1, 0], rows), "columns of classes": ([[1], [0]], rows), "unlike lengths": ([1, 0, 1], rows),
         "one row": ([[0, 1]], rows[:1]), "one column": ([[1]], [[0.75]]), "one class": ([1], rows[:1]),
         "a column of one class": ([[1]], rows[:1]), "cubes": ([[[0, 1]], [[1, 0]]], [rows[:1], rows[1:]]),
         "numbers": (1, 0.75)}

for kind, convert in kinds.items():
    for case, (truth, guess) in cases.items():
        attempt("%s as %s" % (case, kind), lambda: function(convert(truth), convert(guess)))
)py";

struct ImageLayer {
  const char* name;
  const char* arguments;
};

constexpr ImageLayer image_layers[] = {
    {"CenterCrop", "2, 2"},          {"Rescaling", "0.5"},        {"Resizing", "2, 2"},
    {"RandomCrop", "2, 2"},          {"RandomFlip", ""},          {"RandomContrast", "0.5"},
    {"RandomRotation", "0.5"},       {"RandomZoom", "0.5"},       {"RandomHeight", "0.5"},
    {"RandomTranslation", "0.5, 1"}, {"RandomBrightness", "0.5"},
};

constexpr const char* of_image_layer = R"py(
def image(shape, dtype="float32"):
    return tf.cast(tf.reshape(tf.range(float(np.prod(shape))), shape), dtype)

if is_there(kind):
    for dtype in ("uint8", "int32", "int64", "float16", "float64"):
        attempt("image of " + dtype, lambda: make()(image([1, 4, 4, 1], dtype), **inference))
        attempt("made for " + dtype, lambda: make(dtype=dtype)(image([1, 4, 4, 1], dtype), **inference))
    for shape in ([4, 4, 1], [1, 1, 1, 1], [2, 3, 3, 3], [4, 4], [1, 0, 0, 1]):
        attempt("image %s" % shape, lambda: make()(image(shape), **inference))
        attempt("output shape of %s" % shape, lambda: list(make().compute_output_shape(shape)))
    attempt("image of NumPy", lambda: make()(np.ones([1, 3, 3, 1]), **inference))
    attempt("lists", lambda: make()([[[[1.0], [2.0]], [[3.0], [4.0]]]], **inference))
    attempt("in a dataset", lambda: list(tf.data.Dataset.from_tensors(image([1, 4, 4, 1], "uint8")).map(
        tf.autograph.experimental.do_not_convert(lambda x: make()(x, **inference)))))
    attempt("configuration", lambda: make().get_config(), kind="structure")
    attempt("computes in", lambda: make().compute_dtype)
)py";

}  // namespace

std::vector<Check> function_checks() {
  std::vector<Check> checks;
  for (const std::string name : functions)
    checks.push_back({.id = "keras.function_" + name,
                      .api = {"tf.keras.metrics." + name, "tf.keras.losses." + name},
                      .tolerance = {.ulps = 64, .absolute = 1e-6},
                      .source = "\nfunction = getattr(tf.keras.metrics, \"" + name + "\", getattr(tf.keras.losses, \"" +
                                name + "\", None))\n" + of_function});
  for (const auto& [name, arguments] : image_layers) {
    const std::string kind = name, given = arguments;
    const bool draws = kind.starts_with("Random");
    checks.push_back({.id = "keras.images_in_" + kind,
                      .api = {"tf.keras.layers." + kind},
                      .tolerance = {.ulps = 64, .absolute = 1e-4},
                      .source = std::string(former_names) + "\nkind, inference = \"" + kind + "\", " +
                                (draws ? "{\"training\": False}" : "{}") +
                                "\n\ndef make(**options):\n    return getattr(home_of(kind), kind)(" + given +
                                (given.empty() ? "" : ", ") + (draws ? "seed=1, " : "") +
                                "name=\"layer\", **options)\n" + of_image_layer});
  }
  return checks;
}

}  // namespace tfh::testsuites::keras
