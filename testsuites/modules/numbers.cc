// How NumPy's numbers become tensors, and the streams of random ones.
#include "testsuites/joined.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

std::vector<Check> promotion() {
  return {
      {.id = "modules.numpy_promotion", .api = {"tf.Tensor", "tf.constant"}, .source = R"(
t, f = tf.constant([1, 2]), tf.constant([1.0, 2.0])
for name, function in (
        ("np.float64 + tensor", lambda: np.float64(1.5) + f), ("tensor + np.float64", lambda: f + np.float64(1.5)),
        ("np.int64 + int32", lambda: np.int64(1) + t), ("int32 + np.int64", lambda: t + np.int64(1)),
        ("np.float32 * tensor", lambda: np.float32(2) * f), ("np.array + tensor", lambda: np.array([1, 2]) + t),
        ("np.add", lambda: np.add(t, 1)), ("np.float32 scalar + 1.5", lambda: np.float32(3) + 1.5),
        ("uint8 overflow", lambda: np.uint8(200) + 100), ("np.array of tensor, float", lambda: np.array(f) + 1.5),
        ("np.mean", lambda: np.mean(f)), ("np.concatenate", lambda: np.concatenate([f, f])),
        ("np.asarray copy", lambda: np.asarray(f, dtype=np.float64)),
        ("np.array copy=False", lambda: np.array(f, copy=False)),
        ("__array__ dtype", lambda: f.__array__(np.float64)), ("__array__ copy", lambda: f.__array__(copy=True)),
        ("np.bool", lambda: tf.constant(np.bool_(True))), ("np.str_", lambda: tf.constant(np.str_("a"))),
        ("np.bytes_", lambda: tf.constant(np.bytes_(b"a"))),
        ("object array", lambda: tf.constant(np.array(["a", b"b"], object))),
        ("np.datetime64", lambda: tf.constant(np.datetime64("2020-01-01"))),
        ("np.longdouble", lambda: tf.constant(np.longdouble(1))),
        ("repr of a scalar", lambda: repr(f.numpy()[0])), ("item", lambda: f.numpy().item(0)),
        ("uint32", lambda: tf.constant(np.uint32([5]))),
        ("negative into uint8", lambda: tf.constant(np.array([-1]), tf.uint8)),
        ("-1 into uint8", lambda: tf.constant(-1, tf.uint8)), ("256 into uint8", lambda: tf.constant(256, tf.uint8)),
        ("1e40 into float32", lambda: tf.constant(1e40, tf.float32)),
        ("70000 into float16", lambda: tf.constant(70000.0, tf.float16)),
        ("float into int", lambda: tf.constant(np.float64(1.5), tf.int32)),
        ("tensor of np scalars", lambda: tf.constant([np.float32(1), np.float64(2)])),
        ("tensor of np ints", lambda: tf.constant([np.int32(1), np.int64(2)])),
        ("convert with dtype_hint", lambda: tf.convert_to_tensor([1], dtype_hint=tf.float32)),
        ("as_dtype of np", lambda: tf.as_dtype(np.dtype("float16"))),
        ("as_dtype of text", lambda: tf.as_dtype("nonsense")),
        ("as_dtype of python", lambda: [tf.as_dtype(x).name for x in (int, float, bool, str)]),
        ("as_dtype of object", lambda: tf.as_dtype(np.dtype(object))),
        ("dtype equal", lambda: [tf.float32 == np.float32, tf.float32 == "float32", tf.float32 == None, tf.float32 == "nonsense"]),
        ("dtype repr", lambda: repr([tf.float32, tf.bfloat16, tf.string])),
        ("dtype hash", lambda: hash(tf.float32) == hash(np.float32)),
        ("cast of nan", lambda: tf.cast([0.0], tf.uint8)),
        ("saturate_cast", lambda: tf.saturate_cast([300.0, -5.0], tf.uint8)),
        ("saturate_cast of complex", lambda: tf.saturate_cast([1j], tf.float32)),
        ("cast complex", lambda: tf.cast([1j], tf.float32)),
        ("cast text", lambda: tf.cast(["1"], tf.int32)),
        ("cast sparse", lambda: tf.cast(tf.SparseTensor([[0]], [1], [1]), tf.float32)),
        ("bfloat16 array", lambda: repr(tf.constant([1.5], tf.bfloat16).numpy().dtype)),
        ("int4", lambda: tf.cast([1, -1], tf.int4)),
        ("float8", lambda: tf.cast(tf.cast([1.5], tf.float8_e4m3fn), tf.float32)),
        ("shape from np.int32", lambda: tf.zeros(np.int32([2]))),
        ("shape from float", lambda: tf.zeros([2.0])), ("range of np", lambda: tf.range(np.int64(2)).dtype.name),
        ("bool index", lambda: f[np.array([True, False])]), ("np.int64 index", lambda: f[np.int64(1)])):
    attempt(name, function)
)"},
  };
}

std::vector<Check> random_streams() {
  return {
      {.id = "modules.random_streams",
       .api = {"tf.random.uniform", "tf.random.set_seed"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
def drawn(seed, function):
    tf.random.set_seed(seed)
    return function(), function()

for name, function in (
        ("normal", lambda: tf.random.normal([2])), ("normal, op seed", lambda: tf.random.normal([2], seed=3)),
        ("uniform", lambda: tf.random.uniform([2])),
        ("uniform int64", lambda: tf.random.uniform([2], 0, 2 ** 40, tf.int64)),
        ("truncated_normal", lambda: tf.random.truncated_normal([2])), ("gamma", lambda: tf.random.gamma([2], 2.0)),
        ("poisson", lambda: tf.random.poisson([2], 3.0)),
        ("categorical", lambda: tf.random.categorical([[0.0, 1.0]], 3)),
        ("shuffle", lambda: tf.random.shuffle(tf.range(5))),
        ("float16", lambda: tf.random.uniform([2], dtype=tf.float16)),
        ("float64", lambda: tf.random.normal([2], dtype=tf.float64)),
        ("dropout", lambda: tf.nn.dropout(tf.ones([6]), 0.5)),
        ("random_crop", lambda: tf.image.random_crop(tf.range(6), [2])),
        ("flip", lambda: tf.image.random_flip_left_right(tf.reshape(tf.range(6), [1, 6, 1]))),
        ("in a function", lambda: tf.function(lambda: tf.random.uniform([2]))()),
        ("global generator", lambda: tf.random.get_global_generator().shape if False else tf.random.get_global_generator().state.shape.as_list()),
        ("dataset shuffle", lambda: list(tf.data.Dataset.range(5).shuffle(5).as_numpy_iterator())),
        ("keras initializer", lambda: tf.keras.initializers.HeUniform()((2, 2))),
        ("keras dropout", lambda: tf.keras.layers.Dropout(0.5, name="d")(tf.ones([6]), training=True)),
        ("keras layer", lambda: tf.keras.layers.Dense(2, name="d")(tf.ones([1, 2]))),
        ("candidate sampler", lambda: tf.random.uniform_candidate_sampler(np.int64([[0]]), 1, 2, True, 9)[0]),
        ("v1 multinomial", lambda: tf.compat.v1.multinomial([[0.0, 1.0]], 3))):
    attempt(name, lambda: drawn(5, function))
for name, function in (
        ("stateless uint32", lambda: tf.random.stateless_uniform([2], (1, 2), None, None, tf.uint32)),
        ("stateless threefry", lambda: tf.random.stateless_uniform([2], (1, 2), alg="threefry")),
        ("stateless auto", lambda: tf.random.stateless_uniform([2], (1, 2), alg="auto_select")),
        ("stateless poisson", lambda: tf.random.stateless_poisson([2], (1, 2), 3.0)),
        ("stateless parameterized", lambda: tf.random.stateless_parameterized_truncated_normal([2], (1, 2))),
        ("split", lambda: tf.random.split((1, 2), 2)),
        ("experimental split", lambda: tf.random.experimental.stateless_split((1, 2), 2)),
        ("fold_in", lambda: tf.random.fold_in((1, 2), 3)),
        ("experimental fold_in", lambda: tf.random.experimental.stateless_fold_in((1, 2), 3)),
        ("index_shuffle", lambda: tf.random.experimental.index_shuffle(1, (1, 2, 3), 9)),
        ("random_index_shuffle", lambda: tf.random_index_shuffle(1, (1, 2, 3), 9)),
        ("generator normal", lambda: tf.random.Generator.from_seed(3).normal([2])),
        ("generator uniform_full_int", lambda: tf.random.Generator.from_seed(3).uniform_full_int([2])),
        ("generator from_state", lambda: tf.random.Generator.from_state([1, 2, 3], "philox").uniform([1])),
        ("generator key", lambda: tf.random.Generator.from_seed(3).key),
        ("generator binomial", lambda: tf.random.Generator.from_seed(3).binomial([2], 5.0, 0.5)),
        ("generator threefry", lambda: tf.random.Generator.from_seed(3, "threefry").uniform([2])),
        ("generator make_seeds", lambda: tf.random.Generator.from_seed(3).make_seeds(2)),
        ("generator reset", lambda: (lambda g: g.reset_from_seed(4) or g.state.numpy())(tf.random.Generator.from_seed(3))),
        ("generator truncated", lambda: tf.random.Generator.from_seed(3).truncated_normal([2])),
        ("generator repr", lambda: type(tf.random.Generator.from_seed(3).state).__name__),
        ("get_seed", lambda: tf.compat.v1.get_seed(3)), ("algorithms", lambda: [str(a) for a in tf.random.Algorithm])):
    attempt(name, function)
)"},
  };
}

}  // namespace

std::vector<Check> number_checks() {
  return joined({promotion(), random_streams()});
}

}  // namespace tfh::testsuites::modules
