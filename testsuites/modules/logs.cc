// What is said: warnings on use.
#include <string>

#include "testsuites/joined.h"
#include "testsuites/modules/contexts.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* uses = R"(
import warnings, logging, re

class Kept(logging.Handler):
    def emit(self, record):
        lines.append(record.getMessage())

lines = []
tf.get_logger().addHandler(Kept())
tf.get_logger().setLevel("WARNING")

def said(function):
    del lines[:]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function()
    return [["log", re.sub(r"From .*?: |\(from .*?\)|/\S+", "", line.split("\n")[0])] for line in lines] + [
        [w.category.__name__, str(w.message).split("\n")[0]] for w in caught]

def partial_run():
    with tf.Graph().as_default(), tf.compat.v1.Session() as session:
        given = tf.compat.v1.placeholder(tf.float32, [])
        return session.partial_run_setup([given + 1.0], [given])

for name, function in (
        ("tf.data.experimental.unique: used", lambda: tf.data.experimental.unique()),
        ("tf.data.experimental.map_and_batch: used", lambda: tf.data.experimental.map_and_batch(lambda x: x, 1)),
        ("tf.config.experimental_run_functions_eagerly: used",
         lambda: tf.config.experimental_run_functions_eagerly(False)),
        ("tf.function: experimental_relax_shapes", lambda: tf.function(lambda x: x, experimental_relax_shapes=True)),
        ("tf.function: experimental_follow_type_hints",
         lambda: tf.function(lambda x: x, experimental_follow_type_hints=True)(1)),
        ("tf.compat.v1.Session: partial_run_setup", lambda: partial_run()),
        ("tf.function: experimental_compile", lambda: tf.function(lambda x: x, experimental_compile=False)),
        ("tf.compat.v1.where: used", lambda: tf.compat.v1.where([True])),
        ("tf.keras.optimizers.SGD: lr", lambda: tf.keras.optimizers.SGD(lr=0.1)),
        ("tf.keras.layers.Dense: input_shape", lambda: tf.keras.layers.Dense(1, input_shape=(1,), name="d")),
        ("tf.keras.Model.save: h5",
         lambda: tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,))]).save(scratch + "/m.h5")),
        ("tf.keras.initializers.GlorotUniform: twice", lambda: [tf.keras.initializers.GlorotUniform()((1, 1))] * 2),
        ("tf.feature_column.numeric_column: used", lambda: tf.feature_column.numeric_column("x")),
        ("tf.estimator.RunConfig: used", lambda: tf.estimator.RunConfig(model_dir=scratch)),
        ("tf.summary.trace_on: used",
         lambda: tf.summary.trace_on(graph=False, profiler=True) or tf.summary.trace_off()),
        ("tf.GradientTape.watch: integers", lambda: inside(tf.GradientTape(), lambda t: t.watch(tf.constant(1)))),
        ("tf.data.Dataset.map: deterministic alone",
         lambda: tf.data.Dataset.range(3).map(lambda x: x, deterministic=True)),
        ("tf.data.Dataset.interleave: deterministic alone",
         lambda: tf.data.Dataset.range(3).interleave(lambda x: tf.data.Dataset.range(x), deterministic=True)),
        ("tf.data.Dataset.batch: deterministic alone", lambda: tf.data.Dataset.range(3).batch(2, deterministic=True)),
        ("tf.map_fn: dtype", lambda: tf.map_fn(lambda x: x, tf.constant([1.0]), dtype=tf.float32)),
        ("tf.while_loop: back_prop", lambda: tf.while_loop(lambda i: i < 1, lambda i: [i + 1], [0], back_prop=False)),
        ("tf.lite.Interpreter: used", lambda: tf.lite.Interpreter(model_content=b"")),
        ("tf.test.is_gpu_available: used", lambda: tf.test.is_gpu_available()),
        ("tf.random.experimental.create_rng_state: used", lambda: tf.random.experimental.create_rng_state(1, 1)),
        ("tf.compat.v1.sparse_add: thresh", lambda: tf.compat.v1.sparse_add(tf.SparseTensor([[0]], [1], [1]),
                                                              tf.SparseTensor([[0]], [1], [1]), thresh=0)),
        ("tf.function: many retraces", lambda: (lambda f: [f(n) for n in range(8)])(tf.function(lambda n: n))),
        ("tf.Variable: bool", lambda: bool(tf.Variable(True))),
        ("tf.keras.Model.fit_generator: used", lambda: (lambda m: m.compile("sgd", "mse") or m.fit_generator(
            iter([(np.ones([1, 1]), np.ones([1, 1]))]), steps_per_epoch=1, verbose=0))(
                tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,))]))),
        ("tf.keras.Sequential.predict_classes: used",
         lambda: tf.keras.Sequential(name="s").predict_classes(np.ones([1]))),
        ("tf.keras.preprocessing.image.ImageDataGenerator: used",
         lambda: tf.keras.preprocessing.image.ImageDataGenerator()),
        ("tf.keras.layers.experimental.preprocessing.Rescaling: used",
         lambda: tf.keras.layers.experimental.preprocessing.Rescaling(1.0)),
        ("tf.keras.wrappers.scikit_learn.KerasClassifier: used",
         lambda: tf.keras.wrappers.scikit_learn.KerasClassifier(lambda: None)),
        ("tf.feature_column.categorical_column_with_identity: used",
         lambda: tf.feature_column.categorical_column_with_identity("x", 3)),
        ("tf.keras.optimizers.experimental.SGD: used", lambda: tf.keras.optimizers.experimental.SGD()),
        ("tf.train.Checkpoint.restore: not matched", lambda: tf.train.Checkpoint(a=tf.Variable(1)).restore(
            tf.train.Checkpoint(b=tf.Variable(1)).save(scratch + "/c")))):
    attempt(name, lambda: said(function), kind="warnings")
)";

std::vector<Check> warnings_on_use() {
  return {
      {.id = "modules.warnings_on_use", .api = {"tf.compat.v1", "tf"}, .alone = true, .source = with_contexts(uses)},
  };
}

std::vector<Check> errors_instead() {
  return {
      {.id = "modules.strict_mode", .api = {"tf.experimental.enable_strict_mode"}, .alone = true, .source = R"(
attempt("enabled", lambda: tf.experimental.enable_strict_mode())
attempt("deprecated name", lambda: tf.data.experimental.unique())
attempt("deprecated function", lambda: tf.config.experimental_run_functions_eagerly(False))
attempt("deprecated argument", lambda: tf.map_fn(lambda x: x, tf.constant([1.0]), dtype=tf.float32))
attempt("another function", lambda: tf.constant([1.0]) + 1)
)"},
  };
}

}  // namespace

std::vector<Check> log_checks() {
  return joined({warnings_on_use(), errors_instead()});
}

}  // namespace tfh::testsuites::modules
