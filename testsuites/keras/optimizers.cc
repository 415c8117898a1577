// Optimizers: configurations, arguments, the steps they take.
#include <string>

#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

Check configuration(const std::string& optimizer) {
  const std::string symbol = "tf.keras.optimizers." + optimizer;
  return {.id = "keras.config_of_" + optimizer, .api = {symbol}, .source = "\noptimizer = " + symbol + R"(()
observe("config", optimizer.get_config(), kind="structure")
attempt("from its config", lambda: type(type(optimizer).from_config(optimizer.get_config())).__name__)
)"};
}

Check steps(const std::string& optimizer) {
  const std::string symbol = "tf.keras.optimizers." + optimizer;
  return {.id = "keras.steps_of_" + optimizer,
          .api = {symbol},
          .tolerance = {.ulps = 64},
          .source = "\noptimizer = " + symbol + R"((0.25)
weight = tf.Variable([1.0, -2.0])
values = []
for gradient in ([1.0, 0.5], [-1.0, 0.25], [0.0, 4.0]):
    optimizer.apply_gradients([(tf.constant(gradient), weight)])
    values.append(weight.numpy())
observe("weights", values)
attempt("iterations", lambda: int(optimizer.iterations))
attempt("iterations: numpy", lambda: optimizer.iterations.numpy())
)"};
}

// Rows alone, the same row twice, and what is done to a gradient or a weight besides.
Check other_steps(const std::string& optimizer) {
  const std::string symbol = "tf.keras.optimizers." + optimizer;
  return {.id = "keras.other_steps_of_" + optimizer,
          .api = {symbol},
          .tolerance = {.ulps = 256, .absolute = 1e-6},
          .source = "\ndef made(**options):\n    return " + symbol + R"((0.25, **options)

dense = tf.constant([[3.0], [4.0], [0.0]])
gradients = {
    "dense": lambda: dense, "rows": lambda: tf.IndexedSlices(tf.constant([[3.0]]), tf.constant([1]), tf.constant([3, 1])),
    "a row twice": lambda: tf.IndexedSlices(tf.constant([[3.0], [1.0]]), tf.constant([0, 0]), tf.constant([3, 1])),
    "no rows": lambda: tf.IndexedSlices(tf.zeros([0, 1]), tf.zeros([0], tf.int32), tf.constant([3, 1])),
    "an array": lambda: dense.numpy(), "lists": lambda: dense.numpy().tolist(), "NaN": lambda: dense * np.nan,
    "float64": lambda: tf.cast(dense, tf.float64), "None": lambda: None, "another shape": lambda: tf.ones([2, 1]),
    "zeros": lambda: tf.zeros([3, 1]),
}

def stepped(gradient, dtype=tf.float32, **options):
    weight, optimizer = tf.Variable([[1.0], [2.0], [3.0]], dtype=dtype, name="weight"), made(**options)
    for _ in range(3):
        optimizer.apply_gradients([(gradient(), weight)])
    if hasattr(optimizer, "finalize_variable_values"):
        optimizer.finalize_variable_values([weight])
    return weight

for name in gradients:
    attempt("of %s" % name, lambda: stepped(gradients[name]))
for options in ({"clipnorm": 1.0}, {"clipvalue": 1.0}, {"global_clipnorm": 1.0}, {"weight_decay": 0.1}, {"use_ema": True},
                {"use_ema": True, "ema_momentum": 0.5}, {"use_ema": True, "ema_overwrite_frequency": 2}, {"momentum": 0.9},
                {"momentum": 0.9, "nesterov": True}, {"amsgrad": True}, {"centered": True}, {"rho": 0.5}, {"epsilon": 0.1},
                {"beta_1": 0.5}, {"l1_regularization_strength": 0.1}, {"l2_shrinkage_regularization_strength": 0.1},
                {"beta": 0.5}, {"initial_accumulator_value": 0.5}, {"loss_scale_factor": 4.0}, {"jit_compile": False},
                {"gradient_accumulation_steps": 2}, {"decay": 0.5}, {"lr": 0.5}, {"name": "other"}):
    given = ", ".join("%s=%s" % option for option in sorted(options.items()))
    for name in "dense", "a row twice":
        attempt("%s, %s" % (given, name), lambda: stepped(gradients[name], **options))
for dtype in tf.float64, tf.float16, tf.bfloat16, tf.complex64, tf.int32:
    attempt("weights of %s" % dtype.name, lambda: stepped(lambda: tf.cast(dense, dtype), dtype))
)"};
}

Check attributes(const std::string& optimizer) {
  const std::string symbol = "tf.keras.optimizers." + optimizer;
  return {.id = "keras.attributes_of_" + optimizer,
          .api = {symbol, "tf.keras.optimizers.Optimizer"},
          .source = "\ndef made(*arguments, **options):\n    return " + symbol + R"((*arguments, **options)

def assigned(rate):
    optimizer = made(0.5)
    optimizer.learning_rate = rate
    return optimizer

def stepped(**options):
    weight = tf.Variable([0.0, 0.0])
    made(0.5, **options).apply_gradients([(tf.constant([3.0, 4.0]), weight)])
    return weight.numpy()

schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.5, 1, 0.5)
for name, make in {"number": lambda: made(0.5), "schedule": lambda: made(schedule), "text": lambda: made("0.5"),
                   "None": lambda: made(None), "tensor": lambda: made(tf.constant(0.5)),
                   "variable": lambda: made(tf.Variable(0.5)), "function": lambda: made(lambda: 0.5),
                   "negative": lambda: made(-0.5), "assigned number": lambda: assigned(0.25),
                   "assigned schedule": lambda: assigned(schedule)}.items():
    attempt("type of the learning rate: " + name, lambda: type(make().learning_rate).__name__, kind="structure")
    attempt("learning rate: " + name, lambda: float(make().learning_rate))
    attempt("configured learning rate: " + name, lambda: make().get_config()["learning_rate"], kind="structure")
for first, second in (("clipnorm", "clipvalue"), ("clipnorm", "global_clipnorm"), ("clipvalue", "global_clipnorm")):
    attempt("%s and %s" % (first, second), lambda: stepped(**{first: 1.0, second: 2.0}))
for options in ({"weight_decay": 0.5}, {"use_ema": True}, {"ema_momentum": 2.0}, {"clipnorm": -1.0}, {"jit_compile": True},
                {"loss_scale_factor": 2.0}, {"gradient_accumulation_steps": 2}, {"decay": 0.5}, {"name": "other"}):
    attempt(str(options), lambda: stepped(**options))
attempt("type of iterations", lambda: [type(made().iterations).__name__, tf.as_dtype(made().iterations.dtype).name],
        kind="structure")
attempt("applying returns", lambda: type(made().apply_gradients([(tf.constant(1.0), tf.Variable(1.0))])).__name__,
        kind="structure")
)"};
}

Check by_name() {
  return {.id = "keras.optimizers_by_name", .api = {"tf.keras.optimizers.get"}, .source = R"(
for name in ("adadelta", "adafactor", "adagrad", "adam", "adamax", "adamw", "ftrl", "lamb", "lion", "loss_scale_optimizer",
             "muon", "nadam", "rmsprop", "sgd", "Adam", "SGD", "RMSprop", "ADAM", "nonsense", ""):
    attempt("class: " + name, lambda: type(tf.keras.optimizers.get(name)).__name__)
    attempt("name: " + name, lambda: tf.keras.optimizers.get(name).get_config()["name"], kind="structure")
for given in (None, 3, tf.keras.optimizers.SGD, {"class_name": "SGD", "config": {"learning_rate": 0.5}}, {"class_name": "SGD"}):
    attempt("given " + str(getattr(given, "__name__", given)), lambda: type(tf.keras.optimizers.get(given)).__name__)
)"};
}

std::vector<Check> of_each_optimizer() {
  std::vector<Check> checks;
  for (const char* optimizer : {"SGD", "Adam", "RMSprop", "Nadam", "Adamax", "Adagrad", "Adadelta", "Ftrl"}) {
    checks.push_back(configuration(optimizer));
    checks.push_back(steps(optimizer));
    checks.push_back(attributes(optimizer));
    checks.push_back(other_steps(optimizer));
  }
  for (const char* optimizer : {"AdamW", "Adafactor", "Lion", "Lamb"}) {
    checks.push_back(attributes(optimizer));
    checks.push_back(other_steps(optimizer));
  }
  checks.push_back(by_name());
  return checks;
}

std::vector<Check> arguments() {
  return {
      {.id = "keras.optimizer_decay_argument", .api = {"tf.keras.optimizers.SGD"}, .source = R"(
attempt("decay", lambda: type(tf.keras.optimizers.SGD(0.1, decay=0.5)).__name__)
attempt("lr", lambda: type(tf.keras.optimizers.SGD(lr=0.1)).__name__)
attempt("unknown", lambda: type(tf.keras.optimizers.SGD(speed=3)).__name__)
)"},
      {.id = "keras.optimizer_clip_arguments", .api = {"tf.keras.optimizers.SGD"}, .source = R"(
def step(**options):
    weight = tf.Variable([0.0, 0.0])
    tf.keras.optimizers.SGD(1.0, **options).apply_gradients([(tf.constant([3.0, 4.0]), weight)])
    return weight.numpy()

attempt("clipnorm", lambda: step(clipnorm=1.0))
attempt("clipvalue", lambda: step(clipvalue=0.5))
attempt("global_clipnorm", lambda: step(global_clipnorm=2.0))
attempt("both", lambda: step(clipnorm=1.0, global_clipnorm=1.0))
attempt("weight_decay", lambda: step(weight_decay=0.1))
attempt("use_ema", lambda: step(use_ema=True))
)"},
      {.id = "keras.optimizer_bad_values", .api = {"tf.keras.optimizers.SGD", "tf.keras.optimizers.Adam"}, .source = R"(
attempt("momentum above one", lambda: type(tf.keras.optimizers.SGD(0.1, momentum=2.0)).__name__)
attempt("negative rate", lambda: type(tf.keras.optimizers.SGD(-0.1)).__name__)
attempt("text", lambda: type(tf.keras.optimizers.SGD("fast")).__name__)
attempt("negative clipnorm", lambda: type(tf.keras.optimizers.Adam(clipnorm=-1.0)).__name__)
)"},
      {.id = "keras.optimizer_lookup", .api = {"tf.keras.optimizers.get"}, .source = R"(
for name in ("adam", "Adam", "SGD", "sgd", "rmsprop", "adamw", "adafactor", "lion", "nonsense"):
    attempt(name, lambda: type(tf.keras.optimizers.get(name)).__name__)
attempt("config", lambda: type(tf.keras.optimizers.get({"class_name": "SGD", "config": {}})).__name__)
attempt("None", lambda: type(tf.keras.optimizers.get(None)).__name__)
)"},
  };
}

std::vector<Check> state() {
  return {
      {.id = "keras.optimizer_variables", .api = {"tf.keras.optimizers.Adam"}, .source = R"(
weight = tf.Variable([1.0, 2.0], name="weight")
optimizer = tf.keras.optimizers.Adam(0.1)
optimizer.apply_gradients([(tf.constant([1.0, 1.0]), weight)])

def variables():
    held = optimizer.variables
    return [list(v.shape) for v in (held() if callable(held) else held)]

attempt("shapes", variables, kind="structure")
attempt("get_weights", lambda: len(optimizer.get_weights()), kind="structure")
attempt("slot", lambda: optimizer.get_slot(weight, "m").numpy())
)"},
      {.id = "keras.optimizer_learning_rate", .api = {"tf.keras.optimizers.Optimizer"}, .source = R"(
optimizer = tf.keras.optimizers.SGD(0.5)
observe("type", type(optimizer.learning_rate).__name__, kind="structure")
optimizer.learning_rate = 0.25
observe("assigned", float(tf.convert_to_tensor(optimizer.learning_rate)))
attempt("lr", lambda: float(tf.convert_to_tensor(optimizer.lr)))
attempt("assign method", lambda: float(optimizer.learning_rate.assign(0.125)))
)"},
      {.id = "keras.optimizer_schedule", .api = {"tf.keras.optimizers.schedules.ExponentialDecay"}, .source = R"(
schedule = tf.keras.optimizers.schedules.ExponentialDecay(1.0, decay_steps=1, decay_rate=0.5)
observe("values", [float(schedule(step)) for step in range(3)])
weight = tf.Variable(0.0)
optimizer = tf.keras.optimizers.SGD(schedule)
attempt("is the schedule", lambda: optimizer.learning_rate is schedule)
for _ in range(3):
    optimizer.apply_gradients([(tf.constant(1.0), weight)])
observe("weight", float(weight))
attempt("learning_rate afterwards", lambda: float(optimizer.learning_rate))
observe("config", schedule.get_config(), kind="structure")
)"},
      {.id = "keras.optimizer_minimize", .api = {"tf.keras.optimizers.Optimizer.minimize"}, .source = R"(
weight = tf.Variable(3.0)
optimizer = tf.keras.optimizers.SGD(0.25)
attempt("loss function", lambda: optimizer.minimize(lambda: weight * weight, [weight]) and None)
observe("weight", float(weight))
attempt("no gradients", lambda: optimizer.apply_gradients([(None, weight)]) and None)
attempt("empty", lambda: optimizer.apply_gradients([]) and None)
attempt("new variable later", lambda: optimizer.apply_gradients([(tf.constant(1.0), tf.Variable(0.0))]) and None)
)"},
  };
}

}  // namespace

std::vector<Check> optimizer_checks() {
  return joined({of_each_optimizer(), arguments(), state()});
}

}  // namespace tfh::testsuites::keras
