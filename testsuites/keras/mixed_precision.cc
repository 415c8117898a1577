// Mixed precision: policies, what they make of layers, loss scaling.
#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

std::vector<Check> policies() {
  return {
      {.id = "keras.precision_policy", .api = {"tf.keras.mixed_precision.Policy"}, .source = R"(
for name in ("float32", "mixed_float16", "mixed_bfloat16", "float64", "int32", "nonsense", "_infer", None):
    attempt(repr(name), lambda: [tf.keras.mixed_precision.Policy(name).compute_dtype,
                                 tf.keras.mixed_precision.Policy(name).variable_dtype])
attempt("repr", lambda: repr(tf.keras.mixed_precision.Policy("mixed_float16")), kind="text")
attempt("type", lambda: type(tf.keras.mixed_precision.Policy("float32")).__name__, kind="structure")
attempt("config", lambda: tf.keras.mixed_precision.Policy("float32").get_config(), kind="structure")
attempt("equal", lambda: tf.keras.mixed_precision.Policy("float32") == tf.keras.mixed_precision.Policy("float32"))
attempt("experimental", lambda: tf.keras.mixed_precision.experimental.Policy("mixed_float16").compute_dtype)
attempt("experimental loss scale", lambda: str(tf.keras.mixed_precision.experimental.Policy("mixed_float16").loss_scale))
attempt("serialized", lambda: tf.keras.mixed_precision.serialize(tf.keras.mixed_precision.Policy("mixed_float16")),
        kind="structure")
)"},
      {.id = "keras.precision_of_layers", .api = {"tf.keras.layers.Layer"}, .source = R"(
def made(**options):
    layer = tf.keras.layers.Dense(1, kernel_initializer="ones", name="dense", **options)
    y = layer(tf.ones([1, 2]))
    return [tf.as_dtype(v).name for v in (layer.dtype, layer.compute_dtype, layer.variable_dtype, layer.kernel.dtype, y.dtype)]

attempt("default", lambda: made())
attempt("float64", lambda: made(dtype="float64"))
attempt("tf.float16", lambda: made(dtype=tf.float16))
attempt("mixed text", lambda: made(dtype="mixed_float16"))
attempt("policy", lambda: made(dtype=tf.keras.mixed_precision.Policy("mixed_float16")))
attempt("autocast off", lambda: made(autocast=False))
attempt("integer input", lambda: tf.keras.layers.Dense(1, name="d")(tf.ones([1, 2], tf.int32)).dtype.name)
attempt("float64 input", lambda: tf.keras.layers.Dense(1, name="d")(tf.ones([1, 2], tf.float64)).dtype.name)
attempt("add of two dtypes", lambda: tf.keras.layers.Add(name="a")([tf.ones([1]), tf.ones([1], tf.float64)]).dtype.name)
attempt("policy name", lambda: tf.keras.layers.Dense(1, name="d").dtype_policy.name)
)"},
      {.id = "keras.precision_global_policy",
       .api = {"tf.keras.mixed_precision.set_global_policy"},
       .alone = true,
       .source = R"(
attempt("set", lambda: tf.keras.mixed_precision.set_global_policy("mixed_bfloat16"))
attempt("name", lambda: tf.keras.mixed_precision.global_policy().name)
attempt("layer", lambda: [tf.as_dtype(v).name for v in (tf.keras.layers.Dense(1, name="d").compute_dtype,
                                                        tf.keras.layers.Dense(1, name="d").variable_dtype)])
attempt("output", lambda: tf.keras.layers.Dense(1, name="d")(tf.ones([1, 1])).dtype.name)
attempt("optimizer", lambda: type(tf.keras.optimizers.SGD(0.5)).__name__)

def compiled():
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), name="out")])
    model.compile("sgd", "mse")
    return type(model.optimizer).__name__

attempt("compiled optimizer", compiled)
attempt("float16 compiled", lambda: tf.keras.mixed_precision.set_global_policy("mixed_float16") or compiled())
attempt("experimental", lambda: tf.keras.mixed_precision.experimental.set_policy("float32"))
attempt("set int32", lambda: tf.keras.mixed_precision.set_global_policy("int32"))
attempt("set nonsense", lambda: tf.keras.mixed_precision.set_global_policy("nonsense"))
attempt("floatx", lambda: tf.keras.backend.set_floatx("float64"))
attempt("after floatx", lambda: tf.keras.mixed_precision.global_policy().name)
attempt("layer after floatx", lambda: tf.keras.layers.Dense(1, name="d")(tf.ones([1, 1])).dtype.name)
)"},
  };
}

std::vector<Check> scaling() {
  return {
      {.id = "keras.loss_scale_optimizer", .api = {"tf.keras.mixed_precision.LossScaleOptimizer"}, .source = R"(
def scaled(**options):
    return tf.keras.mixed_precision.LossScaleOptimizer(tf.keras.optimizers.SGD(0.5), **options)

attempt("default", lambda: float(scaled().loss_scale))
attempt("fixed", lambda: float(scaled(dynamic=False, initial_scale=4.0).loss_scale))
attempt("dynamic_growth_steps", lambda: int(scaled(dynamic_growth_steps=7).dynamic_growth_steps))
attempt("config", lambda: scaled().get_config(), kind="structure")
attempt("scaled loss", lambda: scaled(initial_scale=8.0).get_scaled_loss(tf.constant(2.0)))
attempt("scale_loss", lambda: scaled(initial_scale=8.0).scale_loss(tf.constant(2.0)))
attempt("unscaled", lambda: scaled(initial_scale=8.0).get_unscaled_gradients([tf.constant(16.0)]))
attempt("old argument", lambda: type(scaled(loss_scale="dynamic")).__name__)
attempt("experimental", lambda: type(tf.keras.mixed_precision.experimental.LossScaleOptimizer(
    tf.keras.optimizers.SGD(0.5), "dynamic")).__name__)
attempt("not an optimizer", lambda: type(tf.keras.mixed_precision.LossScaleOptimizer(3)).__name__)
attempt("learning rate", lambda: float(scaled().learning_rate))
attempt("class", lambda: [b.__name__ for b in type(scaled()).__mro__], kind="structure")
attempt("in optimizers", lambda: tf.keras.optimizers.LossScaleOptimizer.__name__)

def step(gradient):
    weight, optimizer = tf.Variable(1.0), scaled(initial_scale=2.0)
    optimizer.apply_gradients([(tf.constant(gradient), weight)])
    return float(weight), float(optimizer.loss_scale)

attempt("step", lambda: step(1.0))
attempt("step of infinity", lambda: step(np.inf))
)"},
  };
}

}  // namespace

std::vector<Check> mixed_precision_checks() {
  return joined({policies(), scaling()});
}

}  // namespace tfh::testsuites::keras
