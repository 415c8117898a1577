// Every loss and every metric the same way: configuration, value, weights, and what it says of unlike shapes.
#include <string>

#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

struct Case {
  const char* symbol;     // under tf.keras.losses or tf.keras.metrics
  const char* arguments;  // of its constructor
  const char* truth;
  const char* guess;
};

constexpr const char* probabilities = "[[0.25, 0.75], [0.5, 0.5]]";
constexpr const char* one_hot = "[[0.0, 1.0], [1.0, 0.0]]";
constexpr const char* numbers = "[[1.0, 2.0], [3.0, 4.0]]";
constexpr const char* others = "[[1.5, 1.0], [3.0, 8.0]]";
constexpr const char* bits = "[[0.0, 1.0], [1.0, 1.0]]";

constexpr Case losses[] = {
    {"BinaryCrossentropy", "", bits, probabilities},
    {"BinaryFocalCrossentropy", "gamma=2.0, apply_class_balancing=True", bits, probabilities},
    {"CTC", "", "[[1, 1]]", "[[[0.1, 0.9], [0.5, 0.5]]]"},
    {"CategoricalCrossentropy", "label_smoothing=0.1", one_hot, probabilities},
    {"CategoricalFocalCrossentropy", "", one_hot, probabilities},
    {"CategoricalHinge", "", one_hot, probabilities},
    {"CosineSimilarity", "axis=-1", numbers, others},
    {"Dice", "", bits, probabilities},
    {"Hinge", "", bits, others},
    {"Huber", "delta=0.5", numbers, others},
    {"KLDivergence", "", one_hot, probabilities},
    {"LogCosh", "", numbers, others},
    {"MeanAbsoluteError", "", numbers, others},
    {"MeanAbsolutePercentageError", "", numbers, others},
    {"MeanSquaredError", "", numbers, others},
    {"MeanSquaredLogarithmicError", "", numbers, others},
    {"Poisson", "", numbers, others},
    {"SparseCategoricalCrossentropy", "", "[1, 0]", probabilities},
    {"SquaredHinge", "", bits, others},
    {"Tversky", "", bits, probabilities},
};

constexpr Case metrics[] = {
    {"AUC", "num_thresholds=3, curve='PR'", bits, probabilities},
    {"Accuracy", "", numbers, numbers},
    {"BinaryAccuracy", "threshold=0.5", bits, probabilities},
    {"BinaryCrossentropy", "", bits, probabilities},
    {"BinaryIoU", "target_class_ids=[0, 1]", bits, probabilities},
    {"CategoricalAccuracy", "", one_hot, probabilities},
    {"CategoricalCrossentropy", "", one_hot, probabilities},
    {"CategoricalHinge", "", one_hot, probabilities},
    {"ConcordanceCorrelation", "", numbers, others},
    {"CosineSimilarity", "", numbers, others},
    {"F1Score", "threshold=0.5", bits, probabilities},
    {"FBetaScore", "beta=2.0", bits, probabilities},
    {"FalseNegatives", "", bits, probabilities},
    {"FalsePositives", "thresholds=[0.3, 0.6]", bits, probabilities},
    {"Hinge", "", bits, others},
    {"IoU", "num_classes=2, target_class_ids=[0]", "[0, 1, 1]", "[0, 0, 1]"},
    {"KLDivergence", "", one_hot, probabilities},
    {"LogCoshError", "", numbers, others},
    {"MeanAbsoluteError", "", numbers, others},
    {"MeanAbsolutePercentageError", "", numbers, others},
    {"MeanIoU", "num_classes=2", "[0, 1, 1]", "[0, 0, 1]"},
    {"MeanMetricWrapper", "tf.keras.losses.mean_squared_error", numbers, others},
    {"MeanRelativeError", "normalizer=[[2.0, 2.0], [2.0, 2.0]]", numbers, others},
    {"MeanSquaredError", "", numbers, others},
    {"MeanSquaredLogarithmicError", "", numbers, others},
    {"OneHotIoU", "num_classes=2, target_class_ids=[0]", one_hot, probabilities},
    {"PearsonCorrelation", "", numbers, others},
    {"Poisson", "", numbers, others},
    {"Precision", "thresholds=0.5", bits, probabilities},
    {"PrecisionAtRecall", "0.5, num_thresholds=5", bits, probabilities},
    {"R2Score", "", numbers, others},
    {"Recall", "top_k=1", bits, probabilities},
    {"RecallAtPrecision", "0.5, num_thresholds=5", bits, probabilities},
    {"RootMeanSquaredError", "", numbers, others},
    {"SensitivityAtSpecificity", "0.5, num_thresholds=5", bits, probabilities},
    {"SparseCategoricalAccuracy", "", "[1, 0]", probabilities},
    {"SparseCategoricalCrossentropy", "", "[1, 0]", probabilities},
    {"SparseTopKCategoricalAccuracy", "k=1", "[1, 0]", probabilities},
    {"SpecificityAtSensitivity", "0.5, num_thresholds=5", bits, probabilities},
    {"SquaredHinge", "", bits, others},
    {"TopKCategoricalAccuracy", "k=1", one_hot, probabilities},
    {"TrueNegatives", "", bits, probabilities},
    {"TruePositives", "", bits, probabilities},
};

constexpr const char* loss_observations = R"(
attempt("config", lambda: made().get_config(), kind="structure")
attempt("value", lambda: made()(truth, guess))
attempt("per sample", lambda: made(reduction="none")(truth, guess))
attempt("weighted", lambda: made()(truth, guess, sample_weight=tf.constant([1.0, 3.0])))
attempt("weighted by a column", lambda: made()(truth, guess, sample_weight=[[1.0], [3.0]]))
for reduction in ("sum", "sum_over_batch_size", "mean", "auto", "nonsense", None):
    attempt("reduction %s" % reduction, lambda: made(reduction=reduction)(truth, guess))
attempt("weighted sum", lambda: made(reduction="sum")(truth, guess, sample_weight=[1.0, 3.0]))
attempt("two batches", lambda: made()(tf.stack([truth, truth]), tf.stack([guess, guess])))
attempt("integers", lambda: made()(tf.cast(truth, tf.int32), guess))
attempt("strings", lambda: made()(tf.as_string(truth), guess))
attempt("ragged", lambda: made()(tf.RaggedTensor.from_tensor(truth), tf.RaggedTensor.from_tensor(guess)))
attempt("beyond one", lambda: made()(truth, guess + 1))
attempt("NaN", lambda: made()(truth, guess * np.nan))
attempt("no rows", lambda: made()(truth[:0], guess[:0]))
attempt("lists", lambda: made()(truth.numpy().tolist(), guess.numpy().tolist()))
attempt("float64", lambda: made()(truth, tf.cast(guess, tf.float64)))
attempt("unlike shapes", lambda: made()(tf.ones([2, 3]), tf.ones([2, 2])))
attempt("extra dimension", lambda: made()(tf.expand_dims(truth, -1), guess))
attempt("default name", lambda: made().name)
attempt("in mixed precision", lambda: made(dtype="mixed_float16").dtype)
attempt("named", lambda: made(name="loss").name)
attempt("from config", lambda: type(type(made()).from_config(made().get_config())).__name__)
)";

constexpr const char* metric_observations = R"(
def updated(metric, *arguments, **options):
    metric.update_state(*arguments, **options)
    return metric

def merged(metric, other):
    metric.merge_state([other])
    return metric.result()

attempt("config", lambda: made(name="metric").get_config(), kind="structure")
attempt("value", lambda: updated(made(), truth, guess).result())
attempt("untouched", lambda: made().result())
attempt("in mixed precision", lambda: made(dtype="mixed_float16").dtype)
attempt("twice", lambda: updated(updated(made(), truth, guess), truth, guess).result())
attempt("weighted", lambda: updated(made(), truth, guess, sample_weight=[1.0, 3.0]).result())
attempt("weighted by a column", lambda: updated(made(), truth, guess, sample_weight=[[1.0], [3.0]]).result())
attempt("two batches", lambda: updated(made(), tf.stack([truth, truth]), tf.stack([guess, guess])).result())
attempt("integers", lambda: updated(made(), tf.cast(truth, tf.int32), guess).result())
attempt("ragged", lambda: updated(made(), tf.RaggedTensor.from_tensor(truth), tf.RaggedTensor.from_tensor(guess)).result())
attempt("NaN", lambda: updated(made(), truth, guess * np.nan).result())
attempt("no rows", lambda: updated(made(), truth[:0], guess[:0]).result())
attempt("called", lambda: made()(truth, guess))
attempt("merged", lambda: merged(updated(made(), truth, guess), updated(made(), truth, guess * 0)))
attempt("from config", lambda: type(type(made(name="metric")).from_config(made(name="metric").get_config())).__name__)
attempt("in a function", lambda: tf.function(lambda metric: updated(metric, truth, guess).result())(made()))
attempt("unlike shapes", lambda: updated(made(), tf.ones([2, 3]), tf.ones([2, 2])).result())
attempt("float64", lambda: updated(made(dtype="float64"), truth, guess).result())
attempt("lists", lambda: updated(made(), truth.numpy().tolist(), guess.numpy().tolist()).result())
attempt("dtype", lambda: made().dtype)
attempt("beyond one", lambda: updated(made(), truth, guess + 1).result())
attempt("below zero", lambda: updated(made(), truth, guess - 1).result())
attempt("variables", lambda: [[v.name.split(":")[0], list(v.shape), tf.as_dtype(v.dtype).name] for v in made(name="metric").variables],
        kind="structure")
attempt("result type", lambda: type(updated(made(), truth, guess).result()).__name__, kind="structure")
attempt("update returns", lambda: type(made().update_state(truth, guess)).__name__, kind="structure")
)";

Check check_of(const Case& one, const std::string& module, const std::string& prefix, const char* observations) {
  const std::string symbol = "tf.keras." + module + "." + one.symbol;
  const std::string separator = *one.arguments == '\0' ? "" : ", ";
  return {.id = "keras." + prefix + one.symbol,
          .api = {symbol},
          .tolerance = {.ulps = 64, .absolute = 1e-6},
          .source = "\ndef made(**options):\n    return " + symbol + "(" + one.arguments + separator +
                    "**options)\n\ntruth, guess = tf.constant(" + one.truth + "), tf.constant(" + one.guess + ")\n" +
                    observations};
}

// The functions behind them, under the names that compile() takes.
std::vector<Check> by_name() {
  return {
      {.id = "keras.losses_by_name", .api = {"tf.keras.losses.get"}, .source = R"(
for name in ("mse", "MSE", "mean_squared_error", "MeanSquaredError", "bce", "BinaryCrossentropy", "binary_crossentropy",
             "kld", "kl_divergence", "kullback_leibler_divergence", "logcosh", "log_cosh", "cosine_similarity",
             "cosine_proximity", "huber", "huber_loss", "hinge", "poisson", "crossentropy", "nonsense", ""):
    attempt(name, lambda: getattr(tf.keras.losses.get(name), "__name__", type(tf.keras.losses.get(name)).__name__))
attempt("None", lambda: tf.keras.losses.get(None))
attempt("number", lambda: tf.keras.losses.get(3))
attempt("serialized", lambda: tf.keras.losses.serialize(tf.keras.losses.get("mse")), kind="structure")
attempt("serialized object", lambda: tf.keras.losses.serialize(tf.keras.losses.Huber(0.5)), kind="structure")
attempt("deserialized", lambda: type(tf.keras.losses.deserialize(
    tf.keras.losses.serialize(tf.keras.losses.Huber(0.5)))).__name__)
)"},
      {.id = "keras.metrics_by_name", .api = {"tf.keras.metrics.get"}, .source = R"(
for name in ("mse", "acc", "accuracy", "Accuracy", "binary_accuracy", "auc", "AUC", "top_k_categorical_accuracy",
             "Precision", "precision", "cosine_similarity", "nonsense"):
    attempt(name, lambda: getattr(tf.keras.metrics.get(name), "__name__", type(tf.keras.metrics.get(name)).__name__))
attempt("None", lambda: tf.keras.metrics.get(None))
attempt("serialized", lambda: tf.keras.metrics.serialize(tf.keras.metrics.AUC(name="auc")), kind="structure")
)"},
      {.id = "keras.loss_functions", .api = {"tf.keras.losses"}, .tolerance = {.ulps = 64}, .source = R"(
truth, guess = tf.constant([[0.0, 1.0], [1.0, 0.0]]), tf.constant([[0.25, 0.75], [0.5, 0.5]])
for name in sorted("binary_crossentropy binary_focal_crossentropy categorical_crossentropy categorical_hinge "
                   "cosine_similarity hinge huber kld kl_divergence kullback_leibler_divergence log_cosh logcosh mae "
                   "mean_absolute_percentage_error mean_absolute_error mean_squared_error msle poisson squared_hinge".split()):
    attempt(name, lambda: getattr(tf.keras.losses, name)(truth, guess))
attempt("crossentropy axis", lambda: tf.keras.losses.categorical_crossentropy(truth, guess, axis=0))
attempt("not normalized", lambda: tf.keras.losses.categorical_crossentropy(truth, guess * 3))
attempt("sparse axis", lambda: tf.keras.losses.sparse_categorical_crossentropy([0, 1], guess, axis=0))
attempt("sparse float", lambda: tf.keras.losses.sparse_categorical_crossentropy([0.0, 1.0], guess))
attempt("int truth", lambda: tf.keras.losses.mean_squared_error([[1, 2]], [[1, 4]]))
attempt("lists of int", lambda: tf.keras.losses.mean_absolute_error([1], [4]))
attempt("nan", lambda: tf.keras.losses.mean_squared_error([[np.nan]], [[1.0]]))
)"},
  };
}

}  // namespace

std::vector<Check> loss_table_checks() {
  std::vector<Check> checks = by_name();
  for (const Case& one : losses) checks.push_back(check_of(one, "losses", "loss_", loss_observations));
  for (const Case& one : metrics) checks.push_back(check_of(one, "metrics", "metric_", metric_observations));
  return checks;
}

}  // namespace tfh::testsuites::keras
