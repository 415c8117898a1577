// Losses, metrics, activations, initializers and small utilities.
#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

std::vector<Check> losses() {
  return {
      {.id = "keras.binary_crossentropy",
       .api = {"tf.keras.losses.BinaryCrossentropy"},
       .tolerance = {.ulps = 8},
       .source = R"(
loss = tf.keras.losses.BinaryCrossentropy()
attempt("perfect", lambda: loss([[1.0]], [[1.0]]))
attempt("worst", lambda: loss([[1.0]], [[0.0]]))
attempt("logits", lambda: tf.keras.losses.BinaryCrossentropy(from_logits=True)([[1.0]], [[0.0]]))
attempt("broadcast", lambda: loss([[1.0]], [[0.5, 0.5]]))
attempt("integers", lambda: loss([[1]], [[0.5]]))
attempt("smoothed", lambda: tf.keras.losses.BinaryCrossentropy(label_smoothing=0.5)([[1.0]], [[0.5]]))
)"},
      {.id = "keras.loss_reduction", .api = {"tf.keras.losses.Reduction"}, .source = R"(
def reduced(reduction):
    return tf.keras.losses.MeanSquaredError(reduction=reduction)([[1.0], [2.0]], [[0.0], [0.0]])

for reduction in ("sum", "none", "auto", "sum_over_batch_size", "mean", "nonsense", None):
    attempt(repr(reduction), lambda: reduced(reduction))
attempt("Reduction.SUM", lambda: reduced(tf.keras.losses.Reduction.SUM))
)"},
      {.id = "keras.loss_sample_weight", .api = {"tf.keras.losses.MeanSquaredError"}, .source = R"(
loss = tf.keras.losses.MeanSquaredError()
truth, guess = tf.constant([[1.0], [2.0]]), tf.constant([[0.0], [0.0]])
attempt("scalar", lambda: loss(truth, guess, sample_weight=2.0))
attempt("vector", lambda: loss(truth, guess, sample_weight=[1.0, 0.0]))
attempt("wrong length", lambda: loss(truth, guess, sample_weight=[1.0, 0.0, 1.0]))
attempt("wrong shape", lambda: loss(tf.ones([2, 3]), tf.ones([2, 2])))
)"},
      {.id = "keras.sparse_crossentropy",
       .api = {"tf.keras.losses.SparseCategoricalCrossentropy"},
       .tolerance = {.ulps = 8},
       .source = R"(
loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
attempt("two classes", lambda: loss([0, 1], [[1.0, 2.0], [3.0, 4.0]]))
attempt("out of range", lambda: loss([5], [[1.0, 2.0]]))
attempt("ignore_class", lambda: tf.keras.losses.SparseCategoricalCrossentropy(ignore_class=1)([0, 1], [[0.5, 0.5]] * 2))
attempt("extra dimension", lambda: loss([[0], [1]], [[1.0, 2.0], [3.0, 4.0]]))
)"},
  };
}

std::vector<Check> metrics() {
  return {
      {.id = "keras.metric_state", .api = {"tf.keras.metrics.Mean"}, .source = R"(
mean = tf.keras.metrics.Mean(name="mean")
mean.update_state([1.0, 2.0])
mean.update_state(6.0)
observe("result", mean.result())
observe("config", sorted(mean.get_config()), kind="structure")
observe("variables", [v.name for v in mean.variables], kind="structure")
attempt("reset_state", lambda: mean.reset_state())
attempt("reset_states", lambda: mean.reset_states())
attempt("call", lambda: mean(10.0))
)"},
      {.id = "keras.metric_accuracy",
       .api = {"tf.keras.metrics.Accuracy", "tf.keras.metrics.AUC"},
       .tolerance = {.ulps = 8},
       .source = R"(
def result(metric, truth, guess):
    metric.update_state(truth, guess)
    return metric.result()

attempt("accuracy", lambda: result(tf.keras.metrics.Accuracy(), [1, 2, 3], [1, 2, 4]))
attempt("binary", lambda: result(tf.keras.metrics.BinaryAccuracy(), [1, 0], [0.6, 0.7]))
attempt("sparse", lambda: result(tf.keras.metrics.SparseCategoricalAccuracy(), [0, 1], [[0.9, 0.1], [0.8, 0.2]]))
attempt("AUC", lambda: result(tf.keras.metrics.AUC(num_thresholds=3), [0, 1, 1], [0.1, 0.6, 0.4]))
attempt("mean IoU", lambda: result(tf.keras.metrics.MeanIoU(2), [0, 1, 1], [0, 0, 1]))
attempt("precision", lambda: result(tf.keras.metrics.Precision(), [0, 1, 1], [1, 0, 1]))
)"},
  };
}

std::vector<Check> thresholds() {
  return {
      {.id = "keras.metric_at_a_threshold",
       .api = {"tf.keras.metrics.SensitivityAtSpecificity", "tf.keras.metrics.SpecificityAtSensitivity",
               "tf.keras.metrics.PrecisionAtRecall", "tf.keras.metrics.RecallAtPrecision"},
       .tolerance = {.ulps = 8},
       .source = R"(
def result(metric):
    metric.update_state([0, 0, 0, 1, 1], [0.0, 0.3, 0.8, 0.3, 0.8])
    return metric.result()

for least in (0.0, 0.4, 0.9):
    attempt("sensitivity %s" % least, lambda: result(tf.keras.metrics.SensitivityAtSpecificity(least, num_thresholds=5)))
    attempt("specificity %s" % least, lambda: result(tf.keras.metrics.SpecificityAtSensitivity(least, num_thresholds=5)))
    attempt("precision %s" % least, lambda: result(tf.keras.metrics.PrecisionAtRecall(least, num_thresholds=5)))
    attempt("recall %s" % least, lambda: result(tf.keras.metrics.RecallAtPrecision(least, num_thresholds=5)))

samples = {"apart": ([0, 1], [0.1, 0.3]), "crossed": ([1, 0], [0.1, 0.3]), "equal": ([0, 1], [0.3, 0.3]),
           "all true": ([1, 1], [0.1, 0.3]), "none true": ([0, 0], [0.1, 0.3]), "at the ends": ([0, 1], [0.0, 1.0])}
for name in "SensitivityAtSpecificity SpecificityAtSensitivity PrecisionAtRecall RecallAtPrecision".split():
    for what, (truth, guess) in samples.items():
        for least in (0.0, 0.5, 1.0):
            attempt("tf.keras.metrics.%s: %s of %s" % (name, least, what),
                    lambda: getattr(tf.keras.metrics, name)(least)(np.array(truth, np.float32), np.array(guess)))
    for count in (1, 2, 0, -1):
        attempt("tf.keras.metrics.%s: %s thresholds" % (name, count),
                lambda: getattr(tf.keras.metrics, name)(0.5, num_thresholds=count)([0.0, 1.0], [0.1, 0.3]))
)"},
      {.id = "keras.metric_auc_of_labels", .api = {"tf.keras.metrics.AUC"}, .tolerance = {.ulps = 8}, .source = R"(
metric = tf.keras.metrics.AUC(multi_label=True, num_thresholds=3)
truth = np.float32([[0, 1], [1, 0]])

def after(guess):
    metric.update_state(truth, np.float32(guess))
    return metric.result()

attempt("first", lambda: after([[0.1, 0.9], [0.8, 0.2]]))
attempt("reset", lambda: (metric.reset_state if hasattr(metric, "reset_state") else metric.reset_states)())
attempt("again", lambda: after([[0.9, 0.9], [0.8, 0.2]]))
attempt("from logits", lambda: tf.keras.metrics.AUC(from_logits=True, num_thresholds=3)(truth, truth * 4 - 2))
)"},
  };
}

std::vector<Check> functions() {
  return {
      {.id = "keras.activations", .api = {"tf.keras.activations"}, .tolerance = {.ulps = 8}, .source = R"(
x = tf.constant([-3.0, -0.5, 0.0, 0.5, 3.0])
for name in ("relu", "sigmoid", "tanh", "softplus", "softsign", "elu", "selu", "swish", "exponential", "linear"):
    attempt(name, lambda: getattr(tf.keras.activations, name)(x))
attempt("softmax of a vector", lambda: tf.keras.activations.softmax(x))
attempt("unknown", lambda: tf.keras.activations.get("nonsense"))
)"},
      {.id = "keras.hard_sigmoid", .api = {"tf.keras.activations.hard_sigmoid"}, .tolerance = {.ulps = 8}, .source = R"(
observe("values", tf.keras.activations.hard_sigmoid(tf.constant([-4.0, -2.6, -1.0, 0.0, 1.0, 2.9])))
)"},
      {.id = "keras.to_categorical", .api = {"tf.keras.utils.to_categorical"}, .source = R"(
attempt("list", lambda: tf.keras.utils.to_categorical([0, 2]))
attempt("classes", lambda: tf.keras.utils.to_categorical([0, 1], num_classes=4))
attempt("too few classes", lambda: tf.keras.utils.to_categorical([0, 3], num_classes=2))
attempt("dtype", lambda: tf.keras.utils.to_categorical([1], dtype="int32"))
attempt("empty", lambda: tf.keras.utils.to_categorical([]))
)"},
      {.id = "keras.initializers", .api = {"tf.keras.initializers"}, .policy = Policy::not_covered, .source = R"(
for name in ("Zeros", "Ones", "Constant", "Identity"):
    attempt(name, lambda: getattr(tf.keras.initializers, name)()((2, 2)))
for name in ("GlorotUniform", "HeNormal", "Orthogonal", "TruncatedNormal"):
    attempt(name, lambda: np.round(getattr(tf.keras.initializers, name)(seed=3)((2, 2)), 5))
)"},
      {.id = "keras.pad_sequences", .api = {"tf.keras.preprocessing.sequence.pad_sequences"}, .source = R"(
pad = tf.keras.preprocessing.sequence.pad_sequences
attempt("default", lambda: pad([[1], [2, 3]]))
attempt("post", lambda: pad([[1], [2, 3, 4]], maxlen=2, padding="post", truncating="post"))
attempt("not sequences", lambda: pad([1, 2]))
attempt("public name", lambda: tf.keras.utils.pad_sequences([[1], [2, 3]]))
)"},
      {.id = "keras.random_seed",
       .api = {"tf.keras.utils.set_random_seed"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
def drawn():
    tf.keras.utils.set_random_seed(5)
    return tf.random.uniform([2]), np.random.rand()

attempt("drawn", drawn)
)"},
  };
}

}  // namespace

std::vector<Check> loss_checks() {
  return joined({losses(), metrics(), thresholds(), functions()});
}

}  // namespace tfh::testsuites::keras
