// What Keras knows by name: what `get` finds, how it is written down, and what is read back.
#include <string>

#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

struct Registry {
  const char* module;
  const char* names;  // blanks between
};

constexpr Registry registries[] = {
    {"activations",
     "celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear "
     "log_sigmoid log_softmax mish relu relu6 selu sigmoid silu softmax softplus softsign sparsemax squareplus swish "
     "tanh tanh_shrink threshold Softmax"},
    {"losses",
     "mse MSE mae mape msle kld bce BCE mean_squared_error mean_absolute_error binary_crossentropy "
     "binary_focal_crossentropy categorical_crossentropy categorical_focal_crossentropy categorical_hinge circle "
     "cosine_similarity ctc dice hinge huber huber_loss kl_divergence kullback_leibler_divergence log_cosh logcosh "
     "poisson sparse_categorical_crossentropy squared_hinge tversky MeanSquaredError Huber Poisson LogCosh "
     "BinaryCrossentropy CategoricalHinge KLDivergence"},
    {"metrics",
     "mse MSE acc accuracy Accuracy bce binary_accuracy BinaryAccuracy categorical_accuracy cosine cosine_similarity "
     "AUC F1Score FBetaScore R2Score Mean Sum MeanSquaredError Precision Recall RootMeanSquaredError "
     "TopKCategoricalAccuracy TruePositives mean_squared_error sparse_categorical_accuracy "
     "top_k_categorical_accuracy Hinge KLDivergence LogCoshError Poisson"},
    {"optimizers",
     "adam Adam adagrad adadelta adafactor adamax adamw AdamW ftrl lion loss_scale muon nadam rmsprop RMSprop sgd SGD"},
    {"initializers",
     "zeros ones zero one constant Constant identity Identity eye orthogonal uniform normal random_normal "
     "random_uniform truncated_normal TruncatedNormal glorot_uniform glorot_normal GlorotUniform he_normal he_uniform "
     "lecun_normal lecun_uniform variance_scaling VarianceScaling Zeros Ones OnesV2 GlorotUniformV2 stft"},
    {"regularizers", "l1 l2 l1_l2 L1 L2 L1L2 orthogonal_regularizer OrthogonalRegularizer"},
    {"constraints", "max_norm MaxNorm min_max_norm MinMaxNorm non_neg NonNeg unit_norm UnitNorm radial_constraint"},
};

constexpr const char* looking = R"(
module, symbol = getattr(tf.keras, kind), "tf.keras." + kind

def plain(config):  # a made-up name holds a counter
    return {key: plain(value) for key, value in config.items()} if isinstance(config, dict) else (
        config if isinstance(config, (str, int, float, bool, list, tuple, type(None))) else type(config).__name__)

def told(found):
    if isinstance(found, type) or not hasattr(found, "get_config"):
        return [type(found).__name__, getattr(found, "__name__", None)]
    return [type(found).__name__, plain(found.get_config())]

def about(function, what, look):
    attempt(symbol + "." + function + ": " + what, look, kind="structure")

for name in names.split():
    about("get", name, lambda: told(module.get(name)))
    about("get", "in capitals " + name, lambda: told(module.get(name.upper())))
    about("get", "class of " + name, lambda: told(module.get(getattr(module, name))))
    about("get", "configuration of " + name, lambda: told(module.get({"class_name": name, "config": {}})))
    about("serialize", name, lambda: plain(module.serialize(module.get(name))))
    about("deserialize", name, lambda: told(module.deserialize(name)))
    about("deserialize", "what was written of " + name,
          lambda: told(module.deserialize(module.serialize(module.get(name)))))
for what, given in (("None", None), ("unknown", "nonsense"), ("number", 3), ("list", ["a"]), ("empty dictionary", {}),
                    ("dictionary of another", {"class_name": "nonsense", "config": {}}), ("function", abs),
                    ("lambda", lambda x: x)):
    about("get", what, lambda: told(module.get(given)))
    about("serialize", what, lambda: plain(module.serialize(given)))
    about("deserialize", what, lambda: told(module.deserialize(given)))
)";

}  // namespace

std::vector<Check> registry_checks() {
  std::vector<Check> checks;
  for (const Registry& one : registries)
    checks.push_back(
        {.id = std::string("keras.registry_of_") + one.module,
         .api = {std::string("tf.keras.") + one.module},
         .alone = true,
         .source = std::string("\nkind = \"") + one.module + "\"\nnames = \"" + one.names + "\"\n" + looking});
  return checks;
}

}  // namespace tfh::testsuites::keras
