// tf.keras.backend and its settings: most of it was dropped by the next generation of Keras.
#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

std::vector<Check> functions() {
  return {
      {.id = "keras.backend_functions", .api = {"tf.keras.backend"}, .tolerance = {.ulps = 16}, .source = R"(
K = tf.keras.backend
x = tf.constant([[1.0, 2.0], [3.0, 4.0]])
for name in ("abs", "all", "any", "argmax", "batch_flatten", "cumsum", "count_params", "exp", "eval", "flatten",
             "get_value", "int_shape", "is_sparse", "l2_normalize", "log", "max", "mean", "ndim", "ones_like", "prod",
             "relu", "round", "shape", "sigmoid", "softmax", "sqrt", "square", "squeeze", "std", "sum", "transpose", "var",
             "variable", "zeros_like", "is_tensor", "dtype", "hard_sigmoid", "logsumexp", "stop_gradient", "elu"):
    attempt(name, lambda: getattr(K, name)(x))
attempt("dot", lambda: K.dot(x, x))
attempt("batch_dot", lambda: K.batch_dot(x, x))
attempt("concatenate", lambda: K.concatenate([x, x]))
attempt("one_hot", lambda: K.one_hot(tf.constant([1]), 2))
attempt("repeat", lambda: K.repeat(x, 2))
attempt("expand_dims", lambda: K.expand_dims(x))
attempt("switch", lambda: K.switch(True, x, x * 2))
attempt("switch of a tensor", lambda: K.switch(tf.constant(True), x, x * 2))
attempt("switch of functions", lambda: K.switch(tf.constant(False), lambda: x, lambda: x * 2))
attempt("squeeze of an axis", lambda: K.squeeze(tf.ones([2, 1]), 1))
attempt("clip", lambda: K.clip(x, 2, 3))
attempt("cast", lambda: K.cast(x, "int32"))
attempt("cast_to_floatx", lambda: K.cast_to_floatx(np.array([1])))
attempt("gather", lambda: K.gather(x, tf.constant([1])))
attempt("get_uid", lambda: type(K.get_uid("never used before")).__name__)
attempt("batch_get_value", lambda: K.batch_get_value([tf.Variable(1.0), tf.Variable([2])]))
attempt("permute_dimensions", lambda: K.permute_dimensions(x, (1, 0)))
attempt("repeat_elements", lambda: K.repeat_elements(x, 2, axis=1))
attempt("temporal_padding", lambda: K.temporal_padding(tf.ones([1, 2, 1])))
attempt("spatial_2d_padding", lambda: K.spatial_2d_padding(tf.ones([1, 1, 1, 1])))
attempt("spatial_3d_padding", lambda: K.spatial_3d_padding(tf.ones([1, 1, 1, 1, 1])).shape.as_list())
attempt("resize_images", lambda: K.resize_images(tf.ones([1, 1, 1, 1]), 2, 2, "channels_last"))
attempt("resize_volumes", lambda: K.resize_volumes(tf.ones([1, 1, 1, 1, 1]), 2, 1, 1, "channels_last"))
attempt("pool2d", lambda: K.pool2d(tf.reshape(tf.range(4.0), [1, 2, 2, 1]), (2, 2)))
attempt("pool3d", lambda: K.pool3d(tf.ones([1, 2, 2, 2, 1]), (2, 2, 2), pool_mode="avg"))
attempt("pool_mode", lambda: K.pool2d(tf.ones([1, 2, 2, 1]), (2, 2), pool_mode="nonsense"))
attempt("conv1d", lambda: K.conv1d(tf.ones([1, 3, 1]), tf.ones([2, 1, 1])))
attempt("local_conv1d", lambda: K.local_conv1d(tf.ones([1, 3, 1]), tf.ones([2, 2, 1]), (2,), (1,)))
attempt("normalize_batch_in_training", lambda: K.normalize_batch_in_training(x, tf.ones([2]), tf.zeros([2]), [0]))
attempt("in_train_phase", lambda: K.in_train_phase(x, x * 2, training=True))
attempt("in_test_phase", lambda: K.in_test_phase(x, x * 2, training=True))
attempt("update_add", lambda: K.update_add(tf.Variable(1.0), 2.0))
attempt("ctc_label_dense_to_sparse", lambda: K.ctc_label_dense_to_sparse(tf.constant([[1, 2]]), tf.constant([2])))
attempt("reset_uids", lambda: K.reset_uids())
attempt("ctc_decode", lambda: [np.array(v) for v in tf.nest.flatten(K.ctc_decode(tf.ones([1, 2, 3]) / 3, [2]))])
)"},
      {.id = "keras.backend_losses", .api = {"tf.keras.backend"}, .tolerance = {.ulps = 64}, .source = R"(
K = tf.keras.backend
truth, guess = tf.constant([[0.0, 1.0]]), tf.constant([[0.25, 0.75]])
for name in ("binary_crossentropy", "categorical_crossentropy", "binary_focal_crossentropy",
             "binary_weighted_focal_crossentropy", "categorical_focal_crossentropy"):
    attempt(name, lambda: getattr(K, name)(truth, guess))
attempt("sparse", lambda: K.sparse_categorical_crossentropy(tf.constant([1]), guess))
attempt("logits", lambda: K.categorical_crossentropy(truth, guess, from_logits=True))
attempt("ctc", lambda: K.ctc_batch_cost(tf.ones([1, 1]), tf.ones([1, 2, 3]) / 3, [[2]], [[1]]))
)"},
  };
}

// What is no tensor, or one of another dtype.
Check functions_of_others() {
  return {.id = "keras.backend_functions_of_others",
          .api = {"tf.keras.backend"},
          .tolerance = {.ulps = 16},
          .independent = true,
          .source = R"py(
for what in others:
    for name in ("abs all any argmax batch_flatten cast_to_floatx count_params cumsum dtype elu eval exp expand_dims flatten "
                 "get_value hard_sigmoid int_shape is_keras_tensor is_sparse is_tensor l2_normalize log logsumexp max mean "
                 "min ndim ones_like prod relu round shape sigmoid sign softmax softplus softsign sqrt square squeeze std "
                 "sum tanh to_dense transpose var variable zeros_like").split():
        evaluate("tf.keras.backend.%s: of %s" % (name, what), "told(tf.keras.backend.%s(others[%r]()))" % (name, what))
    for name, arguments in (("dot", "x, x"), ("batch_dot", "x, x"), ("concatenate", "[x, x]"), ("stack", "[x, x]"),
                            ("one_hot", "x, 2"), ("repeat", "x, 2"), ("clip", "x, 0, 1"), ("cast", "x, 'int32'"),
                            ("gather", "x, [0]"), ("switch", "True, x, x"), ("permute_dimensions", "x, (1, 0)"),
                            ("reshape", "x, (-1,)"), ("tile", "x, [1, 2]"), ("equal", "x, x"), ("greater", "x, 1"),
                            ("maximum", "x, 1"), ("pow", "x, 2"), ("in_train_phase", "x, x, training=False"),
                            ("reverse", "x, 0"), ("dropout", "x, 0.0"), ("bias_add", "x, [1.0, 2.0]")):
        evaluate("tf.keras.backend.%s: of %s" % (name, what),
                 "told((lambda x: tf.keras.backend.%s(%s))(others[%r]()))" % (name, arguments, what))
)py",
          .setup = R"py(
others = {
    "an array": lambda: np.array([[1.0, 2.0]]), "lists": lambda: [[1.0, 2.0]], "a number": lambda: 2.0, "a text": lambda: "a",
    "None": lambda: None, "integers": lambda: tf.constant([[1, 2]]), "float64": lambda: tf.constant([[1.0, 2.0]], tf.float64),
    "half": lambda: tf.constant([[1.0, 2.0]], tf.float16), "flags": lambda: tf.constant([[True, False]]),
    "a variable": lambda: tf.Variable([[1.0, 2.0]]), "an input": lambda: tf.keras.Input((2,), name="input"),
    "a ragged one": lambda: tf.ragged.constant([[1.0, 2.0], [3.0]]), "a sparse one": lambda: tf.sparse.eye(2),
    "texts": lambda: tf.constant([["a", "b"]]),
}

def told(made):
    if tf.is_tensor(made) and not hasattr(made, "numpy"):
        return [type(made).__name__, str(made.shape), tf.as_dtype(made.dtype).name]
    return made
)py"};
}

std::vector<Check> settings() {
  return {
      {.id = "keras.backend_settings", .api = {"tf.keras.backend", "tf.keras.config"}, .alone = true, .source = R"(
K = tf.keras.backend
attempt("set_epsilon", lambda: K.set_epsilon(1e-3) or K.epsilon())
attempt("set_floatx", lambda: K.set_floatx("float16") or K.floatx())
attempt("unknown floatx", lambda: K.set_floatx("nonsense"))
attempt("set_image_data_format", lambda: K.set_image_data_format("channels_first") or K.image_data_format())
attempt("unknown format", lambda: K.set_image_data_format("nonsense"))
attempt("config floatx", lambda: tf.keras.config.floatx())
attempt("set_learning_phase", lambda: K.set_learning_phase(1))
attempt("learning_phase", lambda: int(K.learning_phase()))
attempt("clear_session", lambda: K.clear_session())
attempt("clear_session free_memory", lambda: K.clear_session(free_memory=False))
attempt("name_scope", lambda: type(K.name_scope("scope")).__name__)
attempt("get_session", lambda: tf.compat.v1.keras.backend.get_session() and None)
attempt("rng", lambda: K.is_tf_random_generator_enabled())
attempt("experimental rng", lambda: K.experimental.is_tf_random_generator_enabled())
attempt("manual_variable_initialization", lambda: K.manual_variable_initialization(True))
attempt("set_value", lambda: K.set_value(tf.Variable(1.0), 2.0))
attempt("batch_set_value", lambda: K.batch_set_value([(tf.Variable(1.0), np.float32(2.0))]))
attempt("enable_unsafe_deserialization", lambda: tf.keras.config.enable_unsafe_deserialization())
)"},
      {.id = "keras.floatx", .api = {"tf.keras.backend.set_floatx"}, .alone = true, .source = R"(
K = tf.keras.backend
for floatx in ("float32", "float64", "bfloat16", "int32", "float8", tf.float64, np.float64, None):
    name = floatx if isinstance(floatx, (str, type(None))) else type(floatx).__name__
    attempt("set_floatx %s" % name, lambda: K.set_floatx(floatx) or K.floatx())
    attempt("layer after set_floatx %s" % name, lambda: str(tf.keras.layers.Dense(1, name="d").dtype))
)"},
      {.id = "keras.backend_function", .api = {"tf.keras.backend.function"}, .source = R"(
def run():
    x = tf.keras.Input((2,), name="x")
    return tf.keras.backend.function([x], [x * 2])([np.ones([1, 2])])

attempt("function", run)
attempt("rnn", lambda: [np.array(v) for v in tf.nest.flatten(tf.keras.backend.rnn(
    lambda x, states: (x + states[0], [x + states[0]]), tf.ones([1, 3, 1]), [tf.zeros([1, 1])]))])
attempt("gradients", lambda: tf.keras.backend.gradients(tf.constant(1.0), [tf.constant(1.0)]))
attempt("moving_average_update", lambda: float(tf.keras.backend.moving_average_update(tf.Variable(1.0), 2.0, 0.5)))
attempt("random_normal", lambda: tf.keras.backend.random_normal([2], seed=1).shape.as_list())
attempt("random_binomial", lambda: tf.keras.backend.random_binomial([2], p=0.5, seed=1).shape.as_list())
attempt("is_keras_tensor of a tensor", lambda: tf.keras.backend.is_keras_tensor(tf.constant(1)))
attempt("is_keras_tensor of an array", lambda: tf.keras.backend.is_keras_tensor(np.ones(1)))
)"},
  };
}

std::vector<Check> next_generation() {
  return {
      {.id = "keras.random_ops", .api = {"tf.keras.random"}, .policy = Policy::not_covered, .source = R"(
for name, arguments in (("normal", ((2,),)), ("uniform", ((2,),)), ("randint", ((2,), 0, 9)),
                        ("truncated_normal", ((2,),)), ("shuffle", (tf.range(4),)), ("gamma", ((2,), 2.0)),
                        ("binomial", ((2,), 4.0, 0.5)), ("beta", ((2,), 1.0, 2.0)), ("categorical", ([[0.0, 1.0]], 3))):
    attempt(name, lambda: getattr(tf.keras.random, name)(*arguments, seed=3))
attempt("seed generator", lambda: np.array(tf.keras.random.SeedGenerator(3).next()))
attempt("seed generator config", lambda: tf.keras.random.SeedGenerator(3).get_config(), kind="structure")
)"},
      {.id = "keras.keras_variable", .api = {"tf.keras.Variable"}, .source = R"(
attempt("repr", lambda: repr(tf.keras.Variable([1.0], name="v")), kind="text")
attempt("path", lambda: tf.keras.Variable([1.0], name="v").path)
attempt("assign", lambda: np.array(tf.keras.Variable([1.0]).assign([2.0])))
attempt("wrong shape", lambda: tf.keras.Variable([1.0]).assign([1.0, 2.0]))
attempt("integers", lambda: str(tf.keras.Variable([1]).dtype))
attempt("no initial value", lambda: tf.keras.Variable(None))
)"},
      {.id = "keras.tree", .api = {"tf.keras.tree"}, .source = R"(
attempt("flatten", lambda: tf.keras.tree.flatten({"b": 1, "a": [2, (3, None)]}))
attempt("map_structure", lambda: tf.keras.tree.map_structure(lambda x: x + 1, {"a": [1]}))
attempt("map with None", lambda: tf.keras.tree.map_structure(lambda x: x is None, {"a": None}))
attempt("is_nested", lambda: [tf.keras.tree.is_nested(v) for v in (1, [1], {"a": 1}, None)])
attempt("assert_same_structure", lambda: tf.keras.tree.assert_same_structure([1], (1,)))
attempt("flatten_with_path", lambda: tf.keras.tree.flatten_with_path({"a": [1]}))
attempt("map_shape_structure", lambda: tf.keras.tree.map_shape_structure(lambda x: x, {"a": (1, 2)}))
)"},
  };
}

}  // namespace

std::vector<Check> backend_checks() {
  return joined({functions(), {functions_of_others()}, settings(), next_generation()});
}

}  // namespace tfh::testsuites::keras
