// What is set when nobody has set anything: the defaults that change what a program does without its doing.
#include <string>
#include <utility>

#include "testsuites/api_surface/topics.h"
#include "testsuites/joined.h"

namespace tfh::testsuites::api_surface {
namespace {

Check settings(const char* name, std::vector<std::string> api, std::string source) {
  return {.id = std::string("api_surface.") + name, .api = std::move(api), .alone = true, .source = std::move(source)};
}

// The plain values that an object's public attributes have, by name.
constexpr const char* option_values = R"py(
def plain(value):
    return value if isinstance(value, (bool, int, float, str, list, type(None))) else type(value).__name__

def option_values(options):
    names = [name for name in dir(options) if not name.startswith("_")]
    return {name: plain(getattr(options, name)) for name in names if not callable(getattr(options, name))}

)py";

std::string of_options(const char* text) {
  return std::string(option_values) + text;
}

std::vector<Check> running() {
  return {
      settings("execution_defaults", {"tf.config", "tf.executing_eagerly"}, R"py(
attempt("eager", tf.executing_eagerly)
attempt("functions run eagerly", lambda: tf.config.functions_run_eagerly())
attempt("soft placement", lambda: tf.config.get_soft_device_placement())
attempt("intra-op threads", lambda: tf.config.threading.get_intra_op_parallelism_threads())
attempt("inter-op threads", lambda: tf.config.threading.get_inter_op_parallelism_threads())
attempt("jit", lambda: tf.config.optimizer.get_jit())
attempt("graph rewrites", lambda: tf.config.optimizer.get_experimental_options())
attempt("tensor float 32", lambda: tf.config.experimental.tensor_float_32_execution_enabled())
attempt("synchronous", lambda: tf.config.experimental.get_synchronous_execution())
attempt("device policy", lambda: tf.config.experimental.get_device_policy())
attempt("traceback filtering", lambda: tf.debugging.is_traceback_filtering_enabled())
attempt("device kinds", lambda: [device.device_type for device in tf.config.list_physical_devices()])
)py"),
      settings("keras_defaults", {"tf.keras.backend", "tf.keras.mixed_precision"}, R"py(
attempt("floatx", lambda: tf.keras.backend.floatx())
attempt("epsilon", lambda: tf.keras.backend.epsilon())
attempt("image data format", lambda: tf.keras.backend.image_data_format())
attempt("learning phase", lambda: int(tf.keras.backend.learning_phase()))
attempt("policy", lambda: tf.keras.mixed_precision.global_policy().name)
attempt("interactive logging", lambda: tf.keras.utils.is_interactive_logging_enabled())
attempt("traceback filtering", lambda: tf.keras.config.is_traceback_filtering_enabled())
attempt("backend", lambda: tf.keras.backend.backend())
)py"),
      // Numbers that every release may raise: what they mean for programs is in the policy's part on graph versions.
      {.id = "api_surface.graph_def_versions", .api = {"tf.version"}, .policy = Policy::not_covered, .source = R"py(
for name in ("GRAPH_DEF_VERSION", "GRAPH_DEF_VERSION_MIN_CONSUMER", "GRAPH_DEF_VERSION_MIN_PRODUCER"):
    attempt(name, lambda: getattr(tf.version, name))
attempt("producer of a new graph", lambda: tf.Graph().graph_def_versions.producer == tf.version.GRAPH_DEF_VERSION)
)py"},
  };
}

std::vector<Check> options() {
  return {
      settings("data_options", {"tf.data.Options"}, of_options(R"py(
attempt("options", lambda: option_values(tf.data.Options()), kind="structure")
attempt("autotune", lambda: option_values(tf.data.Options().autotune), kind="structure")
attempt("threading", lambda: option_values(tf.data.Options().threading), kind="structure")
attempt("optimization", lambda: option_values(tf.data.Options().experimental_optimization), kind="structure")
attempt("distribute", lambda: option_values(tf.data.Options().experimental_distribute), kind="structure")
attempt("AUTOTUNE", lambda: tf.data.AUTOTUNE)
attempt("cardinalities", lambda: [tf.data.INFINITE_CARDINALITY, tf.data.UNKNOWN_CARDINALITY])
)py")),
      settings("save_options", {"tf.saved_model.SaveOptions", "tf.saved_model.LoadOptions"}, of_options(R"py(
attempt("save", lambda: option_values(tf.saved_model.SaveOptions()), kind="structure")
attempt("load", lambda: option_values(tf.saved_model.LoadOptions()), kind="structure")
attempt("checkpoint", lambda: option_values(tf.train.CheckpointOptions()), kind="structure")
)py")),
  };
}

std::vector<Check> constants() {
  return {
      settings("error_codes", {"tf.errors"}, R"py(
for name in sorted(dir(tf.errors)):
    code = getattr(tf.errors, name)
    if isinstance(code, int):
        observe(name, code)
)py"),
      settings("dtype_numbers", {"tf.dtypes"}, R"py(
for name in sorted(dir(tf.dtypes)):
    dtype = getattr(tf.dtypes, name)
    if isinstance(dtype, tf.DType):
        observe(name, [dtype.as_datatype_enum, dtype.is_floating, dtype.is_integer, dtype.is_quantized])
        attempt(name + " size", lambda: dtype.size)
        attempt(name + " limits", lambda: [float(dtype.min), float(dtype.max)])
        attempt(name + " in NumPy", lambda: np.dtype(dtype.as_numpy_dtype).name)
)py"),
      settings("build", {"tf.sysconfig.get_build_info", "tf.sysconfig.get_compile_flags"}, R"py(
attempt("information", lambda: dict(tf.sysconfig.get_build_info()), kind="structure")
attempt("compile flags", lambda: tf.sysconfig.get_compile_flags()[1:], kind="structure")
attempt("link flags", lambda: tf.sysconfig.get_link_flags()[1:], kind="structure")
attempt("CUDA", lambda: tf.test.is_built_with_cuda())
attempt("XLA", lambda: tf.test.is_built_with_xla())
)py"),
  };
}

}  // namespace

std::vector<Check> setting_checks() {
  return joined({running(), options(), constants()});
}

}  // namespace tfh::testsuites::api_surface
