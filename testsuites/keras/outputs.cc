// Models whose outputs come in every form, with every form of losses, their weights, metrics and targets.
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* setup = R"py(
x, y = np.float32([[1.0, 2.0], [3.0, 4.0]]), np.float32([[1.0], [0.0]])

def own(truth, guess):
    return tf.reduce_mean(tf.abs(guess - truth), axis=-1)

def told(outputs, targets=None, loss="mse", **options):
    tf.keras.backend.clear_session()
    given = tf.keras.Input((2,), name="given")
    layer = lambda name: tf.keras.layers.Dense(1, kernel_initializer="ones", name=name)(given)
    made = outputs(layer)
    model = tf.keras.Model(given, made, name="model")
    model.compile(tf.keras.optimizers.SGD(0.01), loss, run_eagerly=True, **options)
    targets = tf.nest.map_structure(lambda _: y, made) if targets is None else targets
    return [model.train_on_batch(x, targets), list(model.metrics_names)]  # half as long as fit

)py";

constexpr const char* forms = R"py(
OUTPUTS = {"one": "d('a')", "two": "[d('a'), d('b')]", "names": "{'a': d('a'), 'b': d('b')}",
           "other names": "{'k': d('a'), 'l': d('b')}", "nested": "{'k': [d('a'), d('b')]}"}
OPTIONS = {
    "loss": ("'mse'", "['mse']", "['mse', 'mae']", "('mse', 'mae')", "['mse', None]", "['mse'] * 3", "{'a': 'mse'}",
             "own", "{'a': 'mse', 'b': 'mae'}", "{'k': 'mse'}", "{'k': 'mse', 'l': 'mae'}", "{'a': 'mse', 'z': 'mae'}",
             "None", "{}", "[own, tf.keras.losses.MeanAbsoluteError()]", "{'k': ['mse', 'mae']}",
             "lambda t, p: tf.reduce_mean(p['k'] - t['k'])"),
    "metrics": ("'mae'", "['mae']", "['mae', 'mse']", "[['mae'], ['mse']]", "[None, 'mae']", "{'a': 'mae'}",
                "{'k': ['mae']}", "{'z': 'mae'}", "[own]", "{'a': own, 'b': ['mae', own]}"),
    "loss_weights": ("0.5", "[0.5]", "[1.0, 0.5]", "{'a': 0.5}", "{'k': 0.5}", "{'z': 0.5}", "[1.0, None]"),
    "targets": ("y", "[y]", "[y, y]", "(y, y)", "{'a': y}", "{'a': y, 'b': y}", "{'k': y, 'l': y}", "[y, y[:1]]",
                "[y, None]"),
}
for form, outputs in OUTPUTS.items():
    for option, values in OPTIONS.items():
        for value in values:
            method = "train_on_batch" if option == "targets" else "compile"
            evaluate("tf.keras.Model.%s: %s, %s %s" % (method, form, option, value),
                     "told(lambda d: %s, %s=%s)" % (outputs, option, value))
)py";

}  // namespace

std::vector<Check> output_checks() {
  return {{.id = "keras.forms_of_losses",
           .api = {"tf.keras.Model.compile", "tf.keras.Model.train_on_batch"},
           .tolerance = {.ulps = 256, .absolute = 1e-5},
           .independent = true,
           .source = forms,
           .setup = setup}};
}

}  // namespace tfh::testsuites::keras
