// What layers draw in training, and initializers: with a seed of their own, and without one after a seed for all.
#include <string>

#include "testsuites/keras/former_names.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

struct Drawing {
  const char* layer;
  const char* arguments;
  const char* input;
};

constexpr const char* image = "tf.reshape(tf.range(27.0), [1, 3, 3, 3]) * 8.0";

constexpr Drawing drawings[] = {
    {"AlphaDropout", "0.5", "tf.ones([2, 8])"},
    {"Dropout", "0.5", "tf.ones([2, 8])"},
    {"GaussianDropout", "0.5", "tf.ones([2, 8])"},
    {"GaussianNoise", "1.0", "tf.zeros([2, 3])"},
    {"SpatialDropout1D", "0.5", "tf.ones([1, 2, 6])"},
    {"SpatialDropout2D", "0.5", "tf.ones([1, 2, 2, 6])"},
    {"SpatialDropout3D", "0.5", "tf.ones([1, 1, 2, 2, 6])"},
    {"AugMix", "", image},
    {"AutoContrast", "", image},
    {"RandAugment", "", image},
    {"RandomBrightness", "0.5", image},
    {"RandomColorDegeneration", "0.5", image},
    {"RandomColorJitter", "0.5, 0.5, 0.5, 0.5", image},
    {"RandomContrast", "0.5", image},
    {"RandomCrop", "2, 2", image},
    {"RandomElasticTransform", "0.5", image},
    {"RandomErasing", "1.0", image},
    {"RandomFlip", "", image},
    {"RandomGaussianBlur", "1.0", image},
    {"RandomGrayscale", "0.5", image},
    {"RandomHeight", "0.5", image},
    {"RandomHue", "0.5", image},
    {"RandomInvert", "1.0", image},
    {"RandomPerspective", "0.5", image},
    {"RandomPosterization", "4", image},
    {"RandomRotation", "0.5", image},
    {"RandomSaturation", "0.5", image},
    {"RandomSharpness", "0.5", image},
    {"RandomShear", "0.5, 0.5", image},
    {"RandomTranslation", "0.5, 0.5", image},
    {"RandomWidth", "0.5", image},
    {"RandomZoom", "0.5", image},
    {"Solarization", "0.5", image},
};

constexpr const char* initializers[] = {
    "GlorotNormal", "GlorotUniform", "HeNormal",      "HeUniform",       "LecunNormal",     "LecunUniform",
    "Orthogonal",   "RandomNormal",  "RandomUniform", "TruncatedNormal", "VarianceScaling",
};

// What `make` gives after a seed for all: without one, layers of older releases draw their seeds from NumPy.
constexpr const char* seeded = R"py(
import random

def seeded(**options):
    random.seed(1)
    np.random.seed(1)
    getattr(tf.keras.utils, "set_random_seed", tf.random.set_seed)(1)
    return make(**options)
)py";

constexpr const char* of_initializer = R"py(
def is_same(first, second):
    return bool(np.all(np.array(first) == np.array(second)))

def weights_of_layer():
    layer = tf.keras.layers.Dense(2, kernel_initializer=seeded(), name="layer")
    layer.build((None, 2))
    return layer.get_weights()[0]

attempt("a seed for all", lambda: seeded()((2, 2)))
attempt("in a layer", weights_of_layer)
attempt("twice from one", lambda: (lambda one: is_same(one((2, 2)), one((2, 2))))(seeded()))
attempt("twice from one with a seed", lambda: (lambda one: is_same(one((2, 2)), one((2, 2))))(seeded(seed=3)))
attempt("from two with a seed", lambda: is_same(seeded(seed=3)((2, 2)), make(seed=3)((2, 2))))
)py";

constexpr const char* of_layer = R"py(
def twice(layer):
    return layer(x, training=True), layer(x, training=True)

if is_there(kind):
    attempt("a seed of its own", lambda: seeded(seed=3)(x, training=True))
    attempt("twice", lambda: twice(seeded(seed=3)))
    attempt("a seed for all", lambda: seeded()(x, training=True))
    attempt("as called", lambda: seeded(seed=3)(x))
    attempt("in a function", lambda: tf.function(seeded(seed=3))(x, training=True))
    attempt("in float64", lambda: seeded(seed=3, dtype="float64")(tf.cast(x, tf.float64), training=True))
)py";

}  // namespace

// Each has a fork of its own: it sets the seeds of Python and NumPy, too.
std::vector<Check> draw_checks() {
  std::vector<Check> checks;
  for (const Drawing& one : drawings) {
    const std::string kind = one.layer, arguments = one.arguments;
    checks.push_back({.id = "keras.draws_of_" + kind,
                      .api = {"tf.keras.layers." + kind},
                      .tolerance = {.ulps = 64, .absolute = 1e-3},
                      .policy = Policy::not_covered,
                      .alone = true,
                      .source = std::string(former_names) + "\nkind, x = \"" + kind + "\", " + one.input +
                                "\n\ndef make(**options):\n    return getattr(home_of(kind), kind)(" + arguments +
                                (arguments.empty() ? "" : ", ") + "**options)\n" + seeded + of_layer});
  }
  for (const std::string name : initializers)
    checks.push_back({.id = "keras.draws_of_" + name,
                      .api = {"tf.keras.initializers." + name},
                      .tolerance = {.ulps = 64, .absolute = 1e-5},
                      .policy = Policy::not_covered,
                      .alone = true,
                      .source = "\ndef make(**options):\n    return tf.keras.initializers." + name + "(**options)\n" +
                                seeded + of_initializer});
  return checks;
}

}  // namespace tfh::testsuites::keras
