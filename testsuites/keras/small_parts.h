// The layer, the model and the data that single uses of Keras begin with, and the checks of such uses.
#pragma once

#include <string>

#include "testsuites/check.h"

namespace tfh::testsuites::keras {

// `fresh(make)` makes something with names that count from the beginning.
constexpr const char* fresh_names = R"py(
def fresh(make):
    tf.keras.backend.clear_session()
    return make()

)py";

constexpr const char* small_parts = R"py(
layers, x = tf.keras.layers, tf.constant([[1.0, -2.0], [0.5, 3.0]])

def dense(units=1, **options):
    return layers.Dense(units, **dict({"kernel_initializer": "ones", "name": "dense"}, **options))

def model(*parts):
    return tf.keras.Sequential([tf.keras.Input((2,), name="in")] + list(parts or [dense()]), name="model")

def compiled(**options):
    made = model()
    made.compile("sgd", **dict({"loss": "mse"}, **options))
    return made

)py";

// Evaluates the table `uses`: of each symbol below tf.keras what is tried, and the expression.
constexpr const char* each_use = R"py(
for symbol in uses:
    for what, text in uses[symbol].items():
        evaluate("tf.keras.%s: %s" % (symbol, what), "fresh(lambda: %s)" % text)
)py";

// The check "keras.NAME", whose `source` evaluates expressions; they see the parts above and what `own` defines.
inline Check check_of_uses(const std::string& name, const std::string& api, const std::string& own,
                           const std::string& source) {
  return {.id = "keras." + name,
          .api = {api},
          .tolerance = {.ulps = 64, .absolute = 1e-6},
          .alone = true,
          .independent = true,
          .source = source,
          .setup = std::string(fresh_names) + small_parts + own};
}

}  // namespace tfh::testsuites::keras
