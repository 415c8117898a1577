// tf.feature_column, tf.estimator, and the short names of Keras objects.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* columns = R"(
fc = tf.feature_column
words = fc.categorical_column_with_vocabulary_list("w", ["a", "b"])
data = {"w": tf.constant([["a"], ["z"]]), "n": tf.constant([[0.5], [3.0]]), "i": tf.constant([[1], [7]])}

def dense(column):
    return tf.keras.layers.DenseFeatures([column])(data)

)";

constexpr Use feature_columns[] = {
    {"tf.feature_column.numeric_column: dense", "dense(fc.numeric_column('n'))"},
    {"tf.feature_column.numeric_column: normalizer", "dense(fc.numeric_column('n', normalizer_fn=lambda x: x * 2))"},
    {"tf.feature_column.numeric_column: repr", "repr(fc.numeric_column('n'))"},
    {"tf.feature_column.numeric_column: shape", "fc.numeric_column('n', shape=(0,))"},
    {"tf.feature_column.numeric_column: text dtype", "fc.numeric_column('n', dtype=tf.string)"},
    {"tf.feature_column.numeric_column: config", "fc.numeric_column('n').get_config()"},
    {"tf.feature_column.bucketized_column: dense", "dense(fc.bucketized_column(fc.numeric_column('n'), [1.0, 2.0]))"},
    {"tf.feature_column.bucketized_column: falling", "fc.bucketized_column(fc.numeric_column('n'), [2.0, 1.0])"},
    {"tf.feature_column.bucketized_column: empty", "fc.bucketized_column(fc.numeric_column('n'), [])"},
    {"tf.feature_column.indicator_column: dense", "dense(fc.indicator_column(words))"},
    {"tf.feature_column.indicator_column: repr", "repr(fc.indicator_column(words))"},
    {"tf.feature_column.embedding_column: ones",
     "dense(fc.embedding_column(words, 2, initializer=tf.keras.initializers.Constant(2.0)))"},
    {"tf.feature_column.embedding_column: dimension 0", "fc.embedding_column(words, 0)"},
    {"tf.feature_column.embedding_column: combiner", "fc.embedding_column(words, 1, combiner='nonsense')"},
    {"tf.feature_column.categorical_column_with_hash_bucket: dense",
     "dense(fc.indicator_column(fc.categorical_column_with_hash_bucket('w', 3)))"},
    {"tf.feature_column.categorical_column_with_hash_bucket: size 0", "fc.categorical_column_with_hash_bucket('w', 0)"},
    {"tf.feature_column.categorical_column_with_identity: outside",
     "dense(fc.indicator_column(fc.categorical_column_with_identity('i', 3)))"},
    {"tf.feature_column.categorical_column_with_identity: default",
     "dense(fc.indicator_column(fc.categorical_column_with_identity('i', 3, default_value=0)))"},
    {"tf.feature_column.categorical_column_with_vocabulary_list: oov",
     "dense(fc.indicator_column(fc.categorical_column_with_vocabulary_list('w', ['a'], num_oov_buckets=1)))"},
    {"tf.feature_column.categorical_column_with_vocabulary_list: twice",
     "fc.categorical_column_with_vocabulary_list('w', ['a', 'a'])"},
    {"tf.feature_column.categorical_column_with_vocabulary_list: empty",
     "fc.categorical_column_with_vocabulary_list('w', [])"},
    {"tf.feature_column.crossed_column: dense", "dense(fc.indicator_column(fc.crossed_column(['w', 'i'], 4)))"},
    {"tf.feature_column.crossed_column: one", "fc.crossed_column(['w'], 4)"},
    {"tf.feature_column.shared_embeddings: eager", "fc.shared_embeddings([words], 1)"},
    {"tf.feature_column.weighted_categorical_column: repr", "repr(fc.weighted_categorical_column(words, 'n'))"},
    {"tf.feature_column.make_parse_example_spec: spec",
     "fc.make_parse_example_spec([fc.numeric_column('n'), fc.indicator_column(words)])"},
    {"tf.feature_column.make_parse_example_spec: not columns", "fc.make_parse_example_spec([3])"},
    {"tf.feature_column.sequence_numeric_column: repr", "repr(fc.sequence_numeric_column('n'))"},
    {"tf.estimator: present", "sorted(n for n in dir(tf.estimator) if n[0].isupper())"},
    {"tf.estimator: RunConfig", "tf.estimator.RunConfig(model_dir=scratch).save_summary_steps"},
    {"tf.estimator: LinearClassifier",
     "type(tf.estimator.LinearClassifier([fc.numeric_column('n')], model_dir=scratch)).__name__"},
    {"tf.keras.layers.DenseFeatures: config",
     "sorted(tf.keras.layers.DenseFeatures([fc.numeric_column('n')], name='d').get_config())"},
    {"tf.keras.layers.DenseFeatures: missing",
     "tf.keras.layers.DenseFeatures([fc.numeric_column('z')], name='d')(data)"},
    {"tf.keras.experimental: members", "sorted(n for n in dir(tf.keras.experimental) if n[0] != '_')"},
    {"tf.keras.experimental: LinearModel", "tf.keras.experimental.LinearModel(name='m').get_config()"},
    {"tf.keras.experimental: WideDeepModel", "tf.keras.experimental.WideDeepModel.__name__"},
    {"tf.keras.experimental: SequenceFeatures", "tf.keras.experimental.SequenceFeatures.__name__"},
    {"tf.keras.experimental: CosineDecay", "tf.keras.experimental.CosineDecay.__name__"},
    {"tf.keras.experimental: PeepholeLSTMCell", "tf.keras.experimental.PeepholeLSTMCell.__name__"},
    {"tf.initializers: members", "sorted(n for n in dir(tf.initializers) if n[0] != '_')"},
    {"tf.initializers: lecun", "type(tf.initializers.LecunNormal()).__name__"},
    {"tf.optimizers: members", "sorted(n for n in dir(tf.optimizers) if n[0] != '_')"},
    {"tf.losses: members", "sorted(n for n in dir(tf.losses) if n[0] != '_')"},
    {"tf.metrics: members", "sorted(n for n in dir(tf.metrics) if n[0] != '_')"},
    {"tf.constant_initializer: list", "tf.constant_initializer([1, 2])([2], tf.int32)"},
    {"tf.constant_initializer: wrong size", "tf.constant_initializer([1, 2])([3])"},
    {"tf.constant_initializer: config", "tf.constant_initializer(2).get_config()"},
    {"tf.constant_initializer: support_partition", "tf.constant_initializer(2, support_partition=True)([1])"},
    {"tf.constant_initializer: type", "type(tf.constant_initializer(2)).__module__"},
    {"tf.ones_initializer: plain", "tf.ones_initializer()([2])"},
    {"tf.ones_initializer: strings", "tf.ones_initializer()([2], tf.string)"},
    {"tf.zeros_initializer: plain", "tf.zeros_initializer()([2])"},
    {"tf.zeros_initializer: bool", "tf.zeros_initializer()([2], tf.bool)"},
    {"tf.random_normal_initializer: seeded", "tf.random_normal_initializer(seed=3)([2])"},
    {"tf.random_normal_initializer: integers", "tf.random_normal_initializer()([2], tf.int32)"},
    {"tf.random_uniform_initializer: seeded", "tf.random_uniform_initializer(seed=3)([2])"},
    {"tf.random_uniform_initializer: reversed", "tf.random_uniform_initializer(1.0, 0.0, seed=3)([2])"},
};

}  // namespace

std::vector<Check> feature_column_checks() {
  return {check_of(
      {.name = "feature_columns", .module = "tf.feature_column", .setup = columns, .blocks = {{feature_columns}}})};
}

}  // namespace tfh::testsuites::modules
