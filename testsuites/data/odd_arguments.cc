// The methods of datasets: which arguments they refuse, at once or while they run, and what the others give.
#include "testsuites/odd_arguments.h"

#include <string>

#include "testsuites/data/topics.h"

namespace tfh::testsuites::data {
namespace {

constexpr Callable methods[] = {
    {"batch", "batch_size=2", "batch_size drop_remainder deterministic"},
    {"bucket_by_sequence_length",
     "element_length_func=lambda x: tf.cast(x, tf.int32), bucket_boundaries=[2], bucket_batch_sizes=[2, 2]",
     "element_length_func bucket_boundaries bucket_batch_sizes padded_shapes"},
    {"cache", "", "filename"},
    {"enumerate", "", "start"},
    {"filter", "predicate=lambda x: x > 1", "predicate"},
    {"flat_map", "map_func=lambda x: tf.data.Dataset.range(x)", "map_func"},
    {"interleave", "map_func=lambda x: tf.data.Dataset.range(2), cycle_length=2",
     "cycle_length block_length num_parallel_calls deterministic"},
    {"map", "map_func=lambda x: x + 1", "map_func num_parallel_calls deterministic"},
    {"padded_batch", "batch_size=2", "batch_size padded_shapes padding_values drop_remainder"},
    {"prefetch", "buffer_size=1", "buffer_size"},
    {"ragged_batch", "batch_size=2", "batch_size drop_remainder row_splits_dtype"},
    {"rebatch", "batch_size=2", "batch_size drop_remainder", "tf.data.Dataset.range(5).batch(3).rebatch"},
    {"repeat", "", "count"},
    {"shard", "num_shards=2, index=1", "num_shards index"},
    {"shuffle", "buffer_size=2, seed=1", "buffer_size reshuffle_each_iteration"},
    {"skip", "count=1", "count"},
    {"snapshot", "path=scratch + '/snapshot'", "compression shard_func"},
    {"take", "count=1", "count"},
    {"take_while", "predicate=lambda x: x < 2", "predicate"},
    {"unbatch", "", "name"},
    {"window", "size=2", "size shift stride drop_remainder"},
    {"with_options", "options=tf.data.Options()", "options"},
    {"from_tensor_slices", "tensors=[1, 2]", "tensors", "tf.data.Dataset.from_tensor_slices"},
    {"from_generator", "generator=lambda: iter([1, 2]), output_types=tf.int32",
     "generator output_types output_shapes args", "tf.data.Dataset.from_generator"},
    {"zip", "datasets=(tf.data.Dataset.range(2), tf.data.Dataset.range(3))", "datasets", "tf.data.Dataset.zip"},
    {"sample_from_datasets", "datasets=[tf.data.Dataset.range(2), tf.data.Dataset.range(3)], seed=1",
     "datasets weights stop_on_empty_dataset", "tf.data.Dataset.sample_from_datasets"},
    {"choose_from_datasets", "datasets=[tf.data.Dataset.range(2)], choice_dataset=tf.data.Dataset.range(1)",
     "datasets choice_dataset stop_on_empty_dataset", "tf.data.Dataset.choose_from_datasets"},
    {"random", "seed=1", "rerandomize_each_iteration", "tf.data.Dataset.random"},
};

constexpr const char* told = R"(
def told(made, name):
    return tf.nest.map_structure(lambda x: x.numpy() if hasattr(x, "numpy") else type(x).__name__, list(made.take(6)))
)";

}  // namespace

std::vector<Check> odd_argument_checks() {
  std::vector<Check> checks;
  for (Callable callable : methods) {
    const std::string name(callable.symbol), symbol = "tf.data.Dataset." + name;
    const std::string call = callable.call.empty() ? "tf.data.Dataset.range(5)." + name : std::string(callable.call);
    callable.symbol = symbol;
    callable.call = call;
    checks.push_back(odd_arguments("data", "tf.data.Dataset.", callable, told));
  }
  return checks;
}

}  // namespace tfh::testsuites::data
