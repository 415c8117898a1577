// Metrics, regularizers, constraints, initializers and activations of one's own, in the ways that people write them.
#include <string>

#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* metric_maker = R"py(
x, y = np.float32([[1.0], [2.0]]), np.float32([[0.0], [1.0]])

def metric(make, result="self.total"):
    class Own(tf.keras.metrics.Metric):
        def __init__(self, **options):
            super().__init__(name="own", **options)
            self.total = make(self)

        def update_state(self, *arguments, **options):
            self.total.assign_add(1.0)

        def result(self):
            return eval(result, {"self": self, "tf": tf, "np": np})
    return Own

def added(*arguments, **options):
    return lambda self: self.add_weight(*arguments, **options)
)py";

constexpr const char* metric_weights = R"py(
weights = {
    "by name": added(name="total", initializer="zeros"), "by place": added("total", initializer="zeros"),
    "name and shape": added("total", (), initializer="zeros"), "shape and name": added((), "zeros", name="total"),
    "with a shape": added(name="total", shape=(), initializer="zeros"),
    "with a dtype": added(name="total", shape=(), initializer="zeros", dtype="float32"),
    "aggregation": added(name="total", shape=(), initializer="zeros", aggregation=tf.VariableAggregation.SUM),
    "a variable": lambda self: tf.Variable(0.0, name="total"),
    "an initializer": added(name="total", initializer=tf.zeros_initializer()),
    "a function": added(name="total", initializer=lambda shape, dtype=None: tf.zeros(shape, dtype or tf.float32)),
    "integers": added(name="total", shape=(), initializer="zeros", dtype="int32"),
}

def twice(name, reset):
    own = metric(weights[name])()
    own.update_state(y, x)
    if reset:
        (own.reset_state if hasattr(own, "reset_state") else own.reset_states)()
    return float(own.result())

for name in weights:
    attempt("weights: %s" % name, lambda: [v.name.split(":")[0] for v in metric(weights[name])().weights], kind="structure")
    attempt("variables: %s" % name, lambda: len(metric(weights[name])().variables), kind="structure")
    attempt("updated: %s" % name, lambda: twice(name, False))
    attempt("reset: %s" % name, lambda: twice(name, True))
)py";

constexpr const char* metric_training = R"py(
def trained(own, where="metrics"):
    tf.keras.backend.clear_session()
    layers = [tf.keras.Input((1,)), tf.keras.layers.Dense(1, kernel_initializer="ones", name="dense")]
    model = tf.keras.Sequential(layers, name="model")
    model.compile("sgd", "mse", run_eagerly=True, **{where: own if isinstance(own, (list, dict)) else [own]})
    return model

results = {"a number": "1.0", "a dictionary": "{'p': self.total, 'q': 2.0}", "an array": "np.float32(3)",
           "a vector": "tf.ones([2])", "None": "None", "a list": "[1.0, 2.0]", "a text": "'a'", "an integer": "2",
           "a variable": "self.total"}
for name in results:
    own = metric(added(name="total", initializer="zeros"), results[name])
    attempt("result: %s" % name, lambda: type(own().result()).__name__, kind="structure")
    attempt("fit: %s" % name, lambda: list(trained([own()]).fit(x, y, verbose=0).history), kind="structure")
    attempt("evaluate: %s" % name, lambda: trained([own()]).evaluate(x, y, verbose=0, return_dict=True))

class Three:
    def __call__(self, truth, guess, weight):
        return guess

given = {"class": metric(added(name="total", initializer="zeros")), "function": lambda t, p: tf.reduce_mean(p),
         "vector": lambda t, p: p, "text": "mae", "dictionary": {"dense": "mae"}, "nested": [["mae", "mse"]], "number": 3,
         "two of one": ["mae", "mae"], "None": [None], "of three": Three(), "loss": tf.keras.losses.MeanSquaredError(),
         "loss class": tf.keras.losses.MeanSquaredError, "metric class": tf.keras.metrics.MeanSquaredError}
for name, own in given.items():
    attempt("compiled: %s" % name, lambda: trained(own).evaluate(x, y, verbose=0))
    attempt("weighted: %s" % name, lambda: trained(own, "weighted_metrics").evaluate(
        x, y, sample_weight=np.float32([1, 3]), verbose=0))
)py";

constexpr const char* functions = R"py(
import functools

x = tf.constant([[1.0, 2.0]])

class Callable:
    def __call__(self, x, *others, **options):
        return tf.ones(x) if isinstance(x, (list, tuple, tf.TensorShape)) else x * 0.5

class Configured(Callable):
    def get_config(self):
        return {}

given = {"lambda": lambda x: x * 0.5, "object": Callable(), "object with a configuration": Configured(),
         "class": Callable, "class with a configuration": Configured, "builtin": abs, "op": tf.abs, "tf.nn": tf.nn.relu,
         "number": 1, "text": "own", "list": ["relu"], "dictionary": {"class_name": "own", "config": {}},
         "tf.function": tf.function(lambda x: x * 0.5), "layer": tf.keras.layers.ReLU(name="relu"),
         "layer class": tf.keras.layers.ReLU, "None": None, "partial": functools.partial(tf.math.pow, y=2.0)}

def layer(argument, name):
    tf.random.set_seed(1)
    tf.keras.backend.clear_session()  # Keras 3 has a generator of its own
    return tf.keras.layers.Dense(2, name="layer", **dict({"kernel_initializer": "ones"}, **{argument: given[name]}))

def called(argument, name):
    made = layer(argument, name)
    return made(x) if name != "None" else made(x).shape

def losses(argument, name):
    made = layer(argument, name)
    made(x)
    return made.losses

def stepped(argument, name):
    made = layer(argument, name)
    model = tf.keras.Sequential([tf.keras.Input((2,)), made], name="model")
    model.compile(tf.keras.optimizers.SGD(0.5), "mse", run_eagerly=True)
    model.train_on_batch(x, x)
    return made.kernel

def copied(argument, name):
    return type(tf.keras.layers.Dense.from_config(layer(argument, name).get_config())).__name__

for argument in ("activation", "kernel_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint",
                 "kernel_initializer"):
    for name in given:
        attempt("%s: %s, called" % (argument, name), lambda: called(argument, name))
        if argument.endswith("regularizer"):
            attempt("%s: %s, losses" % (argument, name), lambda: losses(argument, name))
        if argument.endswith("constraint"):
            attempt("%s: %s, stepped" % (argument, name), lambda: stepped(argument, name))
        attempt("%s: %s, config" % (argument, name), lambda: type(layer(argument, name).get_config()[argument]).__name__,
                kind="structure")
        attempt("%s: %s, copied" % (argument, name), lambda: copied(argument, name))
)py";

constexpr const char* penalties = R"py(
inputs = {"float32": "tf.constant([[1.0, -2.0], [0.0, 4.0]])", "integers": "tf.constant([[1, -2]])",
          "float64": "tf.constant([[1.0, -2.0], [0.0, 4.0]], tf.float64)", "lists": "[[1.0, -2.0], [0.0, 4.0]]",
          "half": "tf.constant([[1.0, -2.0], [0.0, 4.0]], tf.float16)", "an array": "np.array([[1.0, -2.0], [0.0, 4.0]])",
          "a variable": "tf.Variable([[1.0, -2.0], [0.0, 4.0]])", "a vector": "tf.constant([3.0, -4.0])", "a number": "2.0",
          "zeros": "tf.zeros([2, 2])", "NaN": "tf.constant([[np.nan, 1.0]])", "a cube": "tf.ones([2, 2, 2])"}
calls = {
    "regularizers": "L1(0.1) L2(0.1) L1L2(0.1,0.2) l1(0.1) l2(0.1) l1_l2(0.1,0.2) L1() L2() L1L2() l1_l2() L1(l1=0.3) "
                    "L2(l2=0.3) l1(l=0.3) l2(l=0.3) OrthogonalRegularizer(0.1) OrthogonalRegularizer(0.1,mode='columns') "
                    "L1(-0.1) L1('a') L1(None) l1_l2(l1=None)",
    "constraints": "MaxNorm(1.0) MaxNorm(1.0,axis=1) MinMaxNorm(0.5,1.0) MinMaxNorm(0.5,1.0,rate=0.5) NonNeg() UnitNorm() "
                   "UnitNorm(axis=[0,1]) max_norm(1.0) non_neg() unit_norm() min_max_norm() RadialConstraint() "
                   "MaxNorm(-1.0) MaxNorm('a') UnitNorm(axis=5)",
}
for module in calls:
    for call in calls[module].split():
        name, arguments = call[:-1].split("(")
        symbol = "tf.keras.%s.%s" % (module, name)
        for what in inputs:
            evaluate("%s: with %s, of %s" % (symbol, arguments, what), "%s(%s)(%s)" % (symbol, arguments, inputs[what]))
        evaluate("%s: with %s, config" % (symbol, arguments), "%s(%s).get_config()" % (symbol, arguments))
)py";

}  // namespace

std::vector<Check> own_part_checks() {
  const Tolerance tolerance = {.ulps = 64, .absolute = 1e-6};
  return {
      {.id = "keras.own_metrics",
       .api = {"tf.keras.metrics.Metric", "tf.keras.metrics.Metric.add_weight"},
       .source = std::string(metric_maker) + metric_weights},
      {.id = "keras.own_metrics_in_training",
       .api = {"tf.keras.metrics.Metric", "tf.keras.Model.compile"},
       .tolerance = tolerance,
       .source = std::string(metric_maker) + metric_training},
      {.id = "keras.own_functions", .api = {"tf.keras.layers.Dense"}, .tolerance = tolerance, .source = functions},
      {.id = "keras.values_of_penalties",
       .api = {"tf.keras.regularizers", "tf.keras.constraints"},
       .tolerance = tolerance,
       .independent = true,
       .source = penalties},
  };
}

}  // namespace tfh::testsuites::keras
