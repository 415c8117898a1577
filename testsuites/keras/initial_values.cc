// Initializers, regularizers, constraints and learning rate schedules: their configurations and what they return.
#include <string>

#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

struct Case {
  const char* symbol;
  const char* arguments;
};

constexpr Case initializers[] = {
    {"Constant", "2.0"},
    {"GlorotNormal", "seed=3"},
    {"GlorotUniform", "seed=3"},
    {"HeNormal", "seed=3"},
    {"HeUniform", "seed=3"},
    {"Identity", "gain=2.0"},
    {"IdentityInitializer", "2.0"},
    {"LecunNormal", "seed=3"},
    {"LecunUniform", "seed=3"},
    {"Ones", ""},
    {"Orthogonal", "seed=3"},
    {"RandomNormal", "mean=1.0, stddev=0.5, seed=3"},
    {"RandomUniform", "minval=0.0, maxval=2.0, seed=3"},
    {"STFT", ""},
    {"TruncatedNormal", "seed=3"},
    {"VarianceScaling", "scale=2.0, mode='fan_out', distribution='uniform', seed=3"},
    {"Zeros", ""},
};

constexpr Case regularizers[] = {
    {"L1", "0.5"}, {"L2", "0.5"},    {"L1L2", "l1=0.5, l2=0.25"}, {"OrthogonalRegularizer", "0.5, mode='columns'"},
    {"l1", "0.5"}, {"l2", "l2=0.5"},
};

constexpr Case constraints[] = {
    {"MaxNorm", "1.0, axis=1"}, {"MinMaxNorm", "0.5, 1.0"}, {"NonNeg", ""}, {"RadialConstraint", ""}, {"UnitNorm", ""},
};

constexpr Case schedules[] = {
    {"CosineDecay", "1.0, 4"},
    {"CosineDecayRestarts", "1.0, 2"},
    {"ExponentialDecay", "1.0, 2, 0.5, staircase=True"},
    {"InverseTimeDecay", "1.0, 2, 0.5"},
    {"PiecewiseConstantDecay", "[1, 3], [1.0, 0.5, 0.25]"},
    {"PolynomialDecay", "1.0, 4, end_learning_rate=0.1, power=2.0"},
};

Check check_of(const Case& one, const std::string& module, const std::string& prefix, const char* observations,
               Policy policy = Policy::covered) {
  const std::string symbol = "tf.keras." + module + "." + one.symbol;
  return {.id = "keras." + prefix + one.symbol,
          .api = {symbol},
          .tolerance = {.ulps = 16},
          .policy = policy,
          .source = "\ndef made():\n    return " + symbol + "(" + one.arguments + ")\n" + observations};
}

// In some releases an initializer with a seed goes on where the last one stopped.
constexpr const char* of_initializer = R"(
def drawn(*arguments, **options):
    tf.random.set_seed(1)
    return made()(*arguments, **options)

attempt("config", lambda: made().get_config(), kind="structure")
attempt("matrix", lambda: drawn((2, 3)))
attempt("float64", lambda: drawn((2, 2), dtype="float64"))
attempt("integers", lambda: drawn((2, 2), dtype="int32"))
attempt("vector", lambda: drawn((3,)))
attempt("twice the same", lambda: (lambda i: bool(np.all(i((2, 2)) == i((2, 2)))))(made()))
attempt("partition", lambda: list(drawn((4, 2), partition_shape=(2, 2), partition_offset=(0, 0)).shape))
attempt("from config", lambda: type(type(made()).from_config(made().get_config())).__name__)
)";

constexpr const char* of_regularizer = R"(
attempt("config", lambda: made().get_config(), kind="structure")
attempt("value", lambda: made()(tf.constant([[1.0, -2.0], [0.5, 4.0]])))
attempt("vector", lambda: made()(tf.constant([1.0, -2.0])))
attempt("type", lambda: type(made()).__name__, kind="structure")
)";

constexpr const char* of_constraint = R"(
attempt("config", lambda: made().get_config(), kind="structure")
attempt("value", lambda: made()(tf.constant([[1.0, -2.0], [0.5, 4.0]])))
attempt("of a kernel", lambda: made()(tf.ones([3, 3, 1, 1]) * 2))
attempt("type", lambda: type(made()).__name__, kind="structure")
)";

constexpr const char* of_schedule = R"(
attempt("config", lambda: made().get_config(), kind="structure")
attempt("values", lambda: [np.float32(made()(step)) for step in range(6)])
attempt("step as float", lambda: np.float32(made()(1.5)))
attempt("step as variable", lambda: np.float32(made()(tf.Variable(3, dtype=tf.int64))))
attempt("type", lambda: type(made()(1)).__name__, kind="structure")
attempt("deserialized", lambda: type(tf.keras.optimizers.schedules.deserialize(
    tf.keras.optimizers.schedules.serialize(made()))).__name__)
attempt("serialized", lambda: tf.keras.optimizers.schedules.serialize(made()), kind="structure")
)";

std::vector<Check> initializers_by_name() {
  return {
      {.id = "keras.initializers_by_name", .api = {"tf.keras.initializers.get"}, .source = R"(
for name in ("zeros", "Zeros", "zero", "ones", "one", "glorot_uniform", "GlorotUniform", "he_normal", "lecun_normal",
             "identity", "orthogonal", "uniform", "normal", "truncated_normal", "variance_scaling", "random_normal",
             "nonsense", ""):
    attempt(name, lambda: type(tf.keras.initializers.get(name)).__name__)
attempt("class", lambda: type(tf.keras.initializers.get(tf.keras.initializers.Ones)).__name__)
attempt("None", lambda: tf.keras.initializers.get(None))
attempt("number", lambda: tf.keras.initializers.get(3))
attempt("serialized", lambda: tf.keras.initializers.serialize(tf.keras.initializers.HeNormal(3)), kind="structure")
attempt("deserialized", lambda: type(tf.keras.initializers.deserialize("zeros")).__name__)
attempt("module names", lambda: [hasattr(tf.keras.initializers, n) for n in ("zeros", "glorot_uniform", "he_normal")])
)"},
      {.id = "keras.initializers_bad_values", .api = {"tf.keras.initializers"}, .source = R"(
initializers = tf.keras.initializers
attempt("negative scale", lambda: type(initializers.VarianceScaling(scale=-1.0)).__name__)
attempt("unknown mode", lambda: type(initializers.VarianceScaling(mode="nonsense")).__name__)
attempt("unknown distribution", lambda: type(initializers.VarianceScaling(distribution="nonsense")).__name__)
attempt("identity of a cube", lambda: initializers.Identity()((2, 2, 2)))
attempt("orthogonal vector", lambda: initializers.Orthogonal(seed=1)((2,)))
attempt("constant of a list", lambda: initializers.Constant([1.0, 2.0])((2,)))
attempt("constant of a tensor", lambda: initializers.Constant(tf.constant([1.0, 2.0]))((2,)))
attempt("unknown keyword", lambda: type(initializers.Zeros(colour="red")).__name__)
attempt("string dtype", lambda: initializers.Zeros()((1,), dtype="string"))
attempt("text seed", lambda: np.shape(initializers.GlorotUniform(seed="seven")((2, 2))))
)"},
      // Whether this seed repeats them at all is what releases differ in: unstable from Keras 3 on.
      {.id = "keras.initializers_after_set_seed",
       .api = {"tf.keras.initializers.GlorotUniform", "tf.random.set_seed"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
def drawn(set_seed, make):
    set_seed(11)
    return make()
for name in ("GlorotUniform", "HeNormal", "RandomNormal", "Orthogonal", "of a layer"):
    make = lambda: getattr(tf.keras.initializers, name)()((2, 2))
    if name == "of a layer":
        make = lambda: tf.keras.layers.Dense(2, name="d")(tf.ones([1, 2]))
    attempt(name, lambda: drawn(tf.random.set_seed, make))
    attempt(name + " with every seed", lambda: drawn(tf.keras.utils.set_random_seed, make))
)"},
  };
}

std::vector<Check> others_by_name() {
  return {
      {.id = "keras.regularizers_by_name",
       .api = {"tf.keras.regularizers.get", "tf.keras.regularizers.L1", "tf.keras.regularizers.L2",
               "tf.keras.regularizers.l1_l2"},
       .source = R"(
for name in ("l1", "l2", "l1_l2", "L2", "orthogonal_regularizer", "nonsense"):
    attempt(name, lambda: tf.keras.regularizers.get(name).get_config(), kind="structure")
attempt("l1_l2: numbers", lambda: tf.keras.regularizers.l1_l2(0.1, 0.2).get_config(), kind="structure")
attempt("None", lambda: tf.keras.regularizers.L2(None).get_config(), kind="structure")
attempt("text", lambda: tf.keras.regularizers.L2("strong").get_config(), kind="structure")
attempt("negative", lambda: tf.keras.regularizers.L2(-1.0).get_config(), kind="structure")
attempt("nan", lambda: tf.keras.regularizers.L1(float("nan")).get_config(), kind="structure")
attempt("serialized", lambda: tf.keras.regularizers.serialize(tf.keras.regularizers.L2(0.5)), kind="structure")
)"},
      {.id = "keras.constraints_by_name", .api = {"tf.keras.constraints.get"}, .source = R"(
for name in ("max_norm", "MaxNorm", "non_neg", "unit_norm", "maxnorm", "nonneg", "nonsense"):
    attempt(name, lambda: type(tf.keras.constraints.get(name)).__name__)
attempt("serialized", lambda: tf.keras.constraints.serialize(tf.keras.constraints.MaxNorm(1.0)), kind="structure")
)"},
      {.id = "keras.schedule_mistakes", .api = {"tf.keras.optimizers.schedules"}, .source = R"(
schedules = tf.keras.optimizers.schedules
attempt("lengths", lambda: float(schedules.PiecewiseConstantDecay([1], [1.0])(0)))
attempt("no steps", lambda: float(schedules.ExponentialDecay(1.0, 0, 0.5)(1)))
attempt("no power", lambda: float(schedules.PolynomialDecay(1.0, 2, power=0.0)(1)))
attempt("cycle", lambda: float(schedules.PolynomialDecay(1.0, 2, cycle=True)(5)))
attempt("cosine of nothing", lambda: float(schedules.CosineDecay(1.0, 0)(1)))
attempt("warmup", lambda: [float(schedules.CosineDecay(0.0, 4, warmup_target=1.0, warmup_steps=2)(s)) for s in range(6)])
attempt("own schedule", lambda: type("Own", (schedules.LearningRateSchedule,), {})()(1))
attempt("own schedule config", lambda: type("Own", (schedules.LearningRateSchedule,), {})().get_config())
)"},
  };
}

}  // namespace

std::vector<Check> initial_value_checks() {
  std::vector<Check> checks = joined({initializers_by_name(), others_by_name()});
  for (const Case& one : initializers)
    checks.push_back(check_of(one, "initializers", "initializer_", of_initializer, Policy::not_covered));
  for (const Case& one : regularizers) checks.push_back(check_of(one, "regularizers", "regularizer_", of_regularizer));
  for (const Case& one : constraints) checks.push_back(check_of(one, "constraints", "constraint_", of_constraint));
  for (const Case& one : schedules) checks.push_back(check_of(one, "optimizers.schedules", "schedule_", of_schedule));
  return checks;
}

}  // namespace tfh::testsuites::keras
