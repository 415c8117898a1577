// tf.data.Options, and which members datasets have.
#include <initializer_list>
#include <string>

#include "testsuites/data/topics.h"
#include "testsuites/joined.h"

namespace tfh::testsuites::data {
namespace {

Check option(const std::string& name) {
  return {.id = "data.option_" + name,
          .api = {"tf.data.Options", "tf.data.Options." + name},
          .source = "\nattempt(\"" + name + "\", lambda: str(tf.data.Options()." + name + "), kind=\"text\")\n"};
}

Check method(const std::string& name) {
  return {.id = "data.dataset_has_" + name,
          .api = {"tf.data.Dataset." + name},
          .source = "\nattempt(\"" + name + "\", lambda: callable(tf.data.Dataset." + name + "))\n"};
}

std::vector<Check> each(Check (*make)(const std::string&), std::initializer_list<const char*> names) {
  std::vector<Check> checks;
  for (const char* name : names) checks.push_back(make(name));
  return checks;
}

std::vector<Check> use() {
  return {
      {.id = "data.options_set", .api = {"tf.data.Options"}, .source = R"(
options = tf.data.Options()
attempt("unknown", lambda: setattr(options, "speed", 3))
attempt("experimental_deterministic", lambda: setattr(options, "experimental_deterministic", False))
attempt("wrong type", lambda: setattr(options, "experimental_deterministic", "no"))
attempt("shard policy", lambda: setattr(options.experimental_distribute, "auto_shard_policy",
                                        tf.data.experimental.AutoShardPolicy.OFF))
options.experimental_optimization.map_fusion = True
attempt("dataset", lambda: list(tf.data.Dataset.range(2).with_options(options).as_numpy_iterator()))
attempt("not options", lambda: tf.data.Dataset.range(2).with_options({"a": 1}))
)"},
      {.id = "data.options_assigned", .api = {"tf.data.Options"}, .source = R"(
def assigned(path, name, value):
    holder = tf.data.Options()
    for step in path.split(".")[1:]:
        holder = getattr(holder, step)
    setattr(holder, name, value)
    return str(getattr(holder, name))

names = {
    "options": "dataset_name deterministic experimental_deterministic experimental_external_state_policy "
               "experimental_slack experimental_symbolic_checkpoint experimental_warm_start framework_type",
    "options.autotune": "autotune_algorithm cpu_budget enabled initial_parallelism min_parallelism ram_budget",
    "options.experimental_distribute": "auto_shard_policy num_devices",
    "options.experimental_optimization": "apply_default_optimizations autotune autotune_buffers autotune_cpu_budget "
        "enable_map_vectorization filter_fusion filter_with_random_uniform_fusion hoist_random_uniform inject_prefetch "
        "inject_io_prefetch map_and_batch_fusion map_and_filter_fusion map_fusion map_parallelization "
        "map_vectorization noop_elimination parallel_batch reorder_data_discarding_ops seq_interleave_prefetch "
        "shuffle_and_repeat_fusion",
    "options.threading": "max_intra_op_parallelism private_threadpool_size",
    "options.service": "pinned",
}
for path in names:
    for name in names[path].split():
        for value in True, 1, "no", None:
            attempt("tf.data.Options: %s.%s = %r" % (path, name, value), lambda: assigned(path, name, value), kind="text")
)"},
      {.id = "data.options_merge", .api = {"tf.data.Options.merge"}, .source = R"(
first, second = tf.data.Options(), tf.data.Options()
first.experimental_slack = True
second.experimental_slack = False
attempt("same value", lambda: first.merge(first).experimental_slack)
attempt("conflict", lambda: first.merge(second).experimental_slack)
observe("equal", [tf.data.Options() == tf.data.Options(), first == second])
attempt("of a dataset", lambda: tf.data.Dataset.range(1).with_options(first).options().experimental_slack)
)"},
      {.id = "data.optimization_options", .api = {"tf.data.experimental.OptimizationOptions"}, .source = R"(
names = sorted(n for n in dir(tf.data.experimental.OptimizationOptions()) if not n.startswith("_"))
observe("members", names, kind="structure")
)"},
      {.id = "data.threading_options", .api = {"tf.data.ThreadingOptions"}, .source = R"(
attempt("public", lambda: tf.data.ThreadingOptions().private_threadpool_size)
attempt("experimental", lambda: tf.data.experimental.ThreadingOptions().private_threadpool_size)
attempt("set", lambda: setattr(tf.data.Options().threading, "private_threadpool_size", 1))
attempt("set experimental", lambda: setattr(tf.data.Options().experimental_threading, "max_intra_op_parallelism", 1))
)"},
  };
}

}  // namespace

std::vector<Check> option_checks() {
  return joined({
      each(option, {"autotune", "dataset_name", "deterministic", "experimental_deterministic",
                    "experimental_distribute", "experimental_external_state_policy", "experimental_optimization",
                    "experimental_slack", "experimental_stats", "experimental_symbolic_checkpoint",
                    "experimental_threading", "experimental_warm_start", "framework_type", "threading"}),
      each(method, {"as_numpy_iterator",
                    "bucket_by_sequence_length",
                    "cardinality",
                    "choose_from_datasets",
                    "counter",
                    "enumerate",
                    "fingerprint",
                    "from_generator",
                    "get_single_element",
                    "group_by_window",
                    "ignore_errors",
                    "load",
                    "options",
                    "padded_batch",
                    "prefetch",
                    "ragged_batch",
                    "random",
                    "rebatch",
                    "rejection_resample",
                    "sample_from_datasets",
                    "save",
                    "scan",
                    "snapshot",
                    "sparse_batch",
                    "take_while",
                    "unbatch",
                    "unique"}),
      use(),
  });
}

}  // namespace tfh::testsuites::data
