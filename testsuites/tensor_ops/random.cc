// Random streams for fixed seeds: another stream is a difference that the compatibility policy does not cover.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

std::vector<Case> stateless_cases() {
  std::vector<Case> cases;
  const Argument seed = list({3, 5});
  for (const char* dtype : {"float16", "bfloat16", "float32", "float64"}) {
    for (const char* name : {"uniform", "normal", "truncated_normal"})
      cases.push_back({std::string(dtype) + "/" + name,
                       std::string("tf.random.stateless_") + name,
                       {list({7}), seed},
                       {{"dtype", dtype}}});
  }
  for (const char* dtype : {"int32", "int64", "uint32", "uint64"}) {
    cases.push_back({std::string(dtype) + "/range",
                     "tf.random.stateless_uniform",
                     {list({7}), seed},
                     {{"minval", 0}, {"maxval", 10}, {"dtype", dtype}}});
    cases.push_back({std::string(dtype) + "/full",
                     "tf.random.stateless_uniform",
                     {list({3}), seed},
                     {{"minval", Argument()}, {"maxval", Argument()}, {"dtype", dtype}}});
  }
  for (Case& row : std::vector<Case>{
           {"binomial", "tf.random.stateless_binomial", {list({5}), seed, 10.0, 0.3}},
           {"categorical", "tf.random.stateless_categorical", {shaped(floats("float32", {0, 1, 2}), {1, 3}), 8, seed}},
           {"gamma", "tf.random.stateless_gamma", {list({5}), seed, 2.0}},
           {"poisson", "tf.random.stateless_poisson", {list({5}), seed, 3.0}},
           {"parameterized",
            "tf.random.stateless_parameterized_truncated_normal",
            {list({5}), seed, 0.0, 1.0, -1.0, 1.0}},
           {"philox", "tf.random.stateless_uniform", {list({3}), seed}, {{"alg", "philox"}}},
           {"threefry", "tf.random.stateless_uniform", {list({3}), seed}, {{"alg", "threefry"}}},
           {"unknown algorithm", "tf.random.stateless_uniform", {list({3}), seed}, {{"alg", "other"}}},
           {"seed of one", "tf.random.stateless_uniform", {list({3}), list({1})}},
           {"split", "tf.random.split", {seed, 2}},
           {"fold_in", "tf.random.fold_in", {seed, 7}},
           {"experimental split", "tf.random.experimental.stateless_split", {seed, 2}},
           {"experimental fold_in", "tf.random.experimental.stateless_fold_in", {seed, 7}},
           {"shuffle", "tf.random.experimental.stateless_shuffle", {pattern("int32", {8}, 1, 9, 0), seed}},
           {"dropout", "tf.nn.experimental.stateless_dropout", {pattern("float32", {8}, 0, 1, 1), 0.5, seed}},
           {"general dropout",
            "tf.nn.experimental.general_dropout",
            {pattern("float32", {8}, 0, 1, 1), 0.0, Symbol{"tf.random.uniform"}}},
           {"flip", "tf.image.stateless_random_flip_left_right", {pattern("float32", {2, 3, 1}, 1, 9, 0), seed}},
           {"brightness", "tf.image.stateless_random_brightness", {pattern("float32", {2, 3, 1}, 1, 9, 0), 0.5, seed}},
           {"crop", "tf.image.stateless_random_crop", {pattern("float32", {4, 4, 1}, 1, 9, 0), list({2, 2, 1}), seed}}})
    cases.push_back(std::move(row));
  return cases;
}

std::vector<Case> state_cases() {
  return {{"one", "tf.random.create_rng_state", {5, "philox"}},
          {"number of the algorithm", "tf.random.create_rng_state", {5, 1}},
          {"threefry", "tf.random.create_rng_state", {list({1, 2}), "threefry"}},
          {"unknown algorithm", "tf.random.create_rng_state", {5, "other"}},
          {"seed of floats", "tf.random.create_rng_state", {1.5, "philox"}}};
}

constexpr const char* generator_source = R"py(
g = tf.random.Generator.from_seed(7)
observe('state', g.state)
observe('normal', g.normal([5]))
observe('uniform', g.uniform([5]))
observe('integers', g.uniform([5], 0, 100, tf.int64))
observe('full', g.uniform_full_int([3], tf.uint32))
observe('binomial', g.binomial([3], counts=10., probs=0.5))
observe('truncated', g.truncated_normal([3]))
observe('state after', g.state)
observe('children', [child.normal([2]) for child in g.split(2)])
observe('skip', g.skip(10))
observe('keys', g.make_seeds(2))
g.reset_from_seed(7)
observe('after reset', g.normal([5]))
attempt('threefry', lambda: tf.random.Generator.from_seed(7, alg='threefry').normal([3]))
attempt('from key', lambda: tf.random.Generator.from_key_counter(key=1, counter=[2, 3], alg='philox').normal([3]))
attempt('unknown algorithm', lambda: tf.random.Generator.from_seed(7, alg='other'))
attempt('float16', lambda: g.normal([3], dtype=tf.float16))
attempt('copy', lambda: tf.random.Generator.from_state(g.state, alg='philox').normal([2]))
)py";

constexpr const char* global_source = R"py(
tf.random.set_seed(11)
observe('uniform', tf.random.uniform([4]))
observe('normal', tf.random.normal([4]))
observe('operation seed', tf.random.uniform([4], seed=3))
observe('integers', tf.random.uniform([4], 0, 100, tf.int32))
observe('shuffle', tf.random.shuffle(tf.range(8)))
observe('categorical', tf.random.categorical([[0., 1., 2.]], 6))
observe('gamma', tf.random.gamma([3], 2.0))
observe('poisson', tf.random.poisson([4], 3.0))
observe('truncated', tf.random.truncated_normal([4]))
observe('dropout', tf.nn.dropout(tf.ones([8]), 0.5))
observe('crop', tf.image.random_crop(tf.range(9), [4]))
observe('sampler', tf.random.uniform_candidate_sampler([[1]], 1, 3, True, 10, seed=5))
tf.random.set_seed(11)
observe('again', tf.random.uniform([4]))

@tf.function
def f():
    return tf.random.uniform([2]), tf.random.uniform([2], seed=3)

tf.random.set_seed(11)
observe('in a function', [f(), f()])
attempt('seed of text', lambda: tf.random.set_seed('a'))
attempt('seed of float', lambda: tf.random.set_seed(1.5))
attempt('negative seed', lambda: (tf.random.set_seed(-1), tf.random.uniform([2]))[1])
)py";

constexpr const char* initializer_source = R"py(
kinds = {'glorot_uniform': {}, 'glorot_normal': {}, 'he_normal': {}, 'he_uniform': {}, 'lecun_normal': {},
         'orthogonal': {}, 'random_normal': {}, 'random_uniform': {}, 'truncated_normal': {}, 'variance_scaling': {}}
for name in kinds:
    make = tf.keras.initializers.get(name).__class__
    attempt(name, lambda: make(seed=3)(shape=(2, 3)))
    attempt(name + ' twice', lambda: (lambda one: bool(tf.reduce_all(one(shape=(4,4)) == one(shape=(4,4)))))(make(seed=3)))
    attempt(name + ' tf.initializers', lambda: make(seed=3)(shape=(4,), dtype=tf.float64).dtype.name)
)py";

}  // namespace

std::vector<Check> random_checks() {
  std::vector<Check> checks =
      checks_of({{"stateless_random",
                  {"tf.random.stateless_uniform", "tf.random.stateless_normal", "tf.random.stateless_truncated_normal",
                   "tf.random.stateless_binomial", "tf.random.stateless_categorical", "tf.random.stateless_gamma",
                   "tf.random.stateless_poisson", "tf.nn.experimental.stateless_dropout"},
                  stateless_cases,
                  few_ulps,
                  Policy::not_covered},
                 {"create_rng_state", {"tf.random.create_rng_state"}, state_cases}});
  const auto from_source = [&](const char* id, std::vector<std::string> api, const char* source) {
    checks.push_back({.id = id,
                      .api = std::move(api),
                      .tolerance = few_ulps,
                      .policy = Policy::not_covered,
                      .alone = true,
                      .source = source});
  };
  from_source("tensor_ops.generator", {"tf.random.Generator"}, generator_source);
  from_source("tensor_ops.global_seed", {"tf.random.set_seed", "tf.random.uniform"}, global_source);
  from_source("tensor_ops.initializers", {"tf.keras.initializers"}, initializer_source);
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
