// Which members classes and modules of Keras have: one check for each class member, one for each module.
#include <initializer_list>
#include <string>

#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

// A check for each member: what it is, or that it is missing.
std::vector<Check> members(const std::string& prefix, const std::string& holder,
                           std::initializer_list<const char*> names) {
  std::vector<Check> checks;
  for (const std::string name : names)
    checks.push_back({.id = "keras." + prefix + "_has_" + name,
                      .api = {holder + "." + name},
                      .source = "\nattempt(\"" + name + "\", lambda: callable(" + holder + "." + name + "))\n"});
  return checks;
}

// One check for a module: each name is an observation of its own.
Check module_of(const std::string& id, const std::string& module, std::initializer_list<const char*> names) {
  std::string text = "\nfor name in [";
  for (const char* name : names) text += (text.back() == '[' ? "\"" : ", \"") + std::string(name) + "\"";
  text += "]:\n    attempt(name, lambda: type(getattr(" + module + ", name)).__name__, kind=\"structure\")\n";
  return {.id = "keras." + id, .api = {module}, .source = text};
}

std::vector<Check> modules() {
  return {
      module_of("utils_symbols", "tf.keras.utils",
                {"FeatureSpace", "Progbar", "Sequence", "audio_dataset_from_directory", "experimental",
                 "image_dataset_from_directory", "normalize", "pack_x_y_sample_weight", "pad_sequences", "plot_model",
                 "set_random_seed", "split_dataset", "to_categorical", "to_ordinal", "warmstart_embedding_matrix"}),
      module_of("backend_symbols", "tf.keras.backend",
                {"binary_crossentropy", "binary_focal_crossentropy", "binary_weighted_focal_crossentropy",
                 "categorical_focal_crossentropy", "clear_session", "depthwise_conv2d", "epsilon", "experimental",
                 "floatx", "function", "get_value", "is_keras_tensor", "learning_phase", "random_bernoulli",
                 "result_type", "rnn", "set_value", "standardize_dtype"}),
      module_of("activations_symbols", "tf.keras.activations",
                {"celu", "elu", "exponential", "gelu", "glu", "hard_sigmoid", "hard_silu", "leaky_relu", "linear",
                 "log_sigmoid", "log_softmax", "mish", "relu", "relu6", "selu", "silu", "sparsemax", "swish"}),
      module_of("optimizers_symbols", "tf.keras.optimizers",
                {"Adafactor", "Adam", "AdamW", "Lamb", "Lion", "LossScaleOptimizer", "Muon", "experimental", "legacy",
                 "schedules"}),
      module_of("keras_symbols", "tf.keras",
                {"Sequential", "Variable", "__version__", "applications", "config", "dtensor", "estimator", "export",
                 "layers", "mixed_precision", "ops", "quantizers", "random", "saving", "tree", "wrappers"}),
      module_of("scikit_learn_symbols", "tf.keras.wrappers.scikit_learn", {"KerasClassifier", "KerasRegressor"}),
      module_of(
          "layers_symbols", "tf.keras.layers",
          {"AbstractRNNCell", "Attention", "Discretization", "EinsumDense", "FlaxLayer", "GroupNormalization",
           "IntegerLookup", "LayerNormalization", "MultiHeadAttention", "Normalization", "RandomContrast",
           "StringLookup", "TFSMLayer", "TextVectorization", "ThresholdedReLU", "UnitNormalization", "experimental"}),
  };
}

// Where a class comes from, which pickles and isinstance() across packages depend on.
Check origin_of(const std::string& id, const std::string& symbol) {
  return {.id = "keras." + id + "_origin",
          .api = {symbol},
          .policy = Policy::not_covered,
          .source = "\nimport sys\n\nsymbol = " + symbol + R"(
attempt("ancestors", lambda: [c.__module__ + "." + c.__qualname__ for c in symbol.__mro__], kind="structure")
attempt("package of its own", lambda: sys.modules["keras"].__name__)
)"};
}

std::vector<Check> origins() {
  return {origin_of("optimizer", "tf.keras.optimizers.Optimizer"),
          origin_of("adam", "tf.keras.optimizers.Adam"),
          origin_of("model", "tf.keras.Model"),
          origin_of("layer", "tf.keras.layers.Layer"),
          origin_of("loss", "tf.keras.losses.Loss"),
          origin_of("metric", "tf.keras.metrics.Metric"),
          origin_of("callback", "tf.keras.callbacks.Callback"),
          origin_of("initializer", "tf.keras.initializers.Initializer")};
}

}  // namespace

std::vector<Check> symbol_checks() {
  return joined({
      modules(),
      origins(),
      members("model", "tf.keras.Model",
              {"compute_loss", "export", "fit_generator", "get_compile_config", "get_metrics_result", "jit_compile",
               "make_train_function", "predict_step", "quantize", "reset_states", "to_yaml", "train_on_batch"}),
      members("sequential", "tf.keras.Sequential", {"add", "pop", "predict_classes", "predict_proba"}),
      members("optimizer", "tf.keras.optimizers.Optimizer",
              {"add_slot", "add_variable", "build", "compute_gradients", "exclude_from_weight_decay",
               "finalize_variable_values", "get_slot", "get_updates", "get_weights", "minimize", "stateless_apply"}),
      members("layer", "tf.keras.layers.Layer",
              {"add_loss", "add_metric", "add_update", "build_from_config", "compute_output_spec", "get_build_config",
               "get_input_at", "load_own_variables", "quantize", "save_own_variables", "stateless_call",
               "with_name_scope"}),
  });
}

}  // namespace tfh::testsuites::keras
