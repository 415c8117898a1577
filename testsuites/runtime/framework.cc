// The framework as a program meets it: classes of errors, configuration, packages that come with the import, sessions.
#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {

std::vector<Check> framework_checks() {
  return {
      {.id = "runtime.error_types", .api = {"tf.errors"}, .source = R"(
def raised(function):
    try:
        function()
    except Exception as error:
        return [[base.__name__ for base in type(error).__mro__], getattr(error, "error_code", None)]

attempt("bases", lambda: raised(lambda: tf.gather([1], 5)), kind="structure")
attempt("op and node", lambda: [tf.errors.NotFoundError(None, None, "text").message,
                                tf.errors.NotFoundError(None, None, "text").error_code])
attempt("exception codes", lambda: sorted(n for n in dir(tf.errors) if n.endswith("Error")), kind="structure")
)"},
      {.id = "runtime.loaded_packages", .api = {"tf"}, .policy = Policy::not_covered, .alone = true, .source = R"(
import sys

observe("packages", sorted({name.partition(".")[0] for name, module in list(sys.modules.items())
                            if "site-packages" in str(getattr(module, "__file__", ""))}), kind="structure")
)"},
      {.id = "runtime.config", .api = {"tf.config"}, .policy = Policy::not_covered, .alone = true, .source = R"(
attempt("optimizer options", lambda: sorted(tf.config.optimizer.get_experimental_options()), kind="structure")
attempt("jit", lambda: tf.config.optimizer.get_jit())
attempt("soft placement", lambda: tf.config.get_soft_device_placement())
attempt("devices", lambda: [d.device_type for d in tf.config.list_logical_devices()])
attempt("op determinism", lambda: tf.config.experimental.enable_op_determinism() and None)
attempt("tensor float 32", lambda: tf.config.experimental.tensor_float_32_execution_enabled())
attempt("unknown device", lambda: tf.config.set_visible_devices([], "NONSENSE"))
attempt("threads after start", lambda: tf.config.threading.set_inter_op_parallelism_threads(2))
attempt("sysconfig", lambda: sorted(tf.sysconfig.get_build_info()), kind="structure")
)"},
      {.id = "runtime.legacy_graph", .api = {"tf.compat.v1.Session"}, .alone = true, .source = R"(
with tf.Graph().as_default():
    x = tf.compat.v1.placeholder(tf.float32, [None], name="x")
    y = tf.compat.v1.get_variable("w", initializer=[2.0]) * x
    with tf.compat.v1.Session() as session:
        attempt("uninitialized", lambda: session.run(y, {x: [1.0]}))
        session.run(tf.compat.v1.global_variables_initializer())
        attempt("run", lambda: session.run([y, tf.shape(y)], {x: [1.0, 2.0]}))
        attempt("not fed", lambda: session.run(y))
        attempt("wrong shape", lambda: session.run(y, {x: [[1.0]]}))
        attempt("unknown fetch", lambda: session.run("nonsense:0"))
    attempt("closed", lambda: session.run(y, {x: [1.0]}))
    observe("repr", repr(y), kind="text")
)"},
  };
}

}  // namespace tfh::testsuites::runtime
