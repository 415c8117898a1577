// Random numbers: streams are not covered by the compatibility policy, their dtypes, containers and rules are.
#include "testsuites/joined.h"
#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {
namespace {

std::vector<Check> streams() {
  return {
      {.id = "runtime.random_stateless",
       .api = {"tf.random.stateless_uniform"},
       .policy = Policy::not_covered,
       .source = R"(
for name in ("uniform", "normal", "truncated_normal"):
    attempt(name, lambda: getattr(tf.random, "stateless_" + name)([3], seed=[1, 2]))
attempt("integers", lambda: tf.random.stateless_uniform([3], seed=[1, 2], minval=0, maxval=10, dtype=tf.int32))
attempt("binomial", lambda: tf.random.stateless_binomial([3], seed=[1, 2], counts=5.0, probs=0.5))
attempt("gamma", lambda: tf.random.stateless_gamma([2], seed=[1, 2], alpha=2.0))
attempt("categorical", lambda: tf.random.stateless_categorical([[0.0, 1.0]], 4, seed=[1, 2]))
attempt("shuffle", lambda: tf.random.experimental.stateless_shuffle(tf.range(5), seed=[1, 2]))
attempt("short seed", lambda: tf.random.stateless_uniform([1], seed=[1]))
)"},
      {.id = "runtime.random_seeded",
       .api = {"tf.random.set_seed"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
tf.random.set_seed(7)
observe("uniform", tf.random.uniform([2]))
observe("normal", tf.random.normal([2], seed=3))
observe("integers", tf.random.uniform([3], maxval=100, dtype=tf.int32))
observe("shuffle", tf.random.shuffle(tf.range(5)))
attempt("text seed", lambda: tf.random.set_seed("seven"))
)"},
      {.id = "runtime.random_generator", .api = {"tf.random.Generator"}, .policy = Policy::not_covered, .source = R"(
generator = tf.random.Generator.from_seed(5)
observe("normal", generator.normal([2]))
observe("uniform", generator.uniform([2], dtype=tf.float64))
observe("state", generator.state.numpy())
attempt("split", lambda: [g.state.numpy() for g in generator.split(2)])
attempt("skip", lambda: generator.skip(10))
attempt("algorithm", lambda: int(generator.algorithm))
attempt("unknown algorithm", lambda: tf.random.Generator.from_seed(1, alg="nonsense"))
)"},
  };
}

std::vector<Check> rules() {
  return {
      {.id = "runtime.random_create_state", .api = {"tf.random.create_rng_state"}, .source = R"(
state = tf.random.create_rng_state(5, "philox")
observe("type", type(state).__name__, kind="structure")
observe("state", np.array(state))
attempt("threefry", lambda: np.array(tf.random.create_rng_state(5, "threefry")))
attempt("unknown", lambda: tf.random.create_rng_state(5, "nonsense"))
)"},
      {.id = "runtime.random_dropout",
       .api = {"tf.nn.experimental.stateless_dropout"},
       .policy = Policy::not_covered,
       .source = R"(
attempt("stateless", lambda: tf.nn.experimental.stateless_dropout(tf.ones([8]), rate=0.5, seed=[1, 2]))
)"},
      {.id = "runtime.random_dropout_rules", .api = {"tf.nn.dropout"}, .source = R"(
attempt("rate zero", lambda: tf.nn.dropout(tf.ones([3]), rate=0.0))
attempt("rate one", lambda: tf.nn.dropout(tf.ones([3]), rate=1.0))
attempt("negative", lambda: tf.nn.dropout(tf.ones([3]), rate=-0.5))
attempt("integers", lambda: tf.nn.dropout(tf.constant([1, 2]), rate=0.5))
attempt("kept values", lambda: sorted(set(tf.nn.dropout(tf.ones([100]), rate=0.5, seed=1).numpy().tolist())))
)"},
      {.id = "runtime.random_arguments", .api = {"tf.random.uniform"}, .source = R"(
attempt("no maxval for integers", lambda: tf.random.uniform([2], dtype=tf.int32))
attempt("empty interval", lambda: tf.random.uniform([2], 5, 5, dtype=tf.int32))
attempt("reversed interval", lambda: tf.random.uniform([2], 5.0, 1.0).shape.as_list())
attempt("negative shape", lambda: tf.random.uniform([-1]))
attempt("no elements", lambda: tf.random.uniform([0]))
attempt("categorical shape", lambda: tf.random.categorical([0.5, 0.5], 2))
attempt("unsupported dtype", lambda: tf.random.normal([1], dtype=tf.int32))
)"},
  };
}

}  // namespace

std::vector<Check> random_checks() {
  return joined({streams(), rules()});
}

}  // namespace tfh::testsuites::runtime
