// tf.compat.v1 in the way that programs written for 1.x use it: graphs, sessions, scopes, its layers and optimizers.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"py(
v1 = tf.compat.v1

def run(build, times=1):
    with tf.Graph().as_default():
        v1.set_random_seed(7)
        made = build()
        with v1.Session() as session:
            session.run([v1.global_variables_initializer(), v1.local_variables_initializer(), v1.tables_initializer()])
            for _ in range(times):
                told = session.run(made)
            return told

def measured(build):  # the value and its update are two operations in no order
    with tf.Graph().as_default():
        value, update = build()
        with v1.Session() as session:
            session.run(v1.local_variables_initializer())
            return [session.run(update), session.run(value)]

def named(build):
    with tf.Graph().as_default() as graph:
        build()
        return [operation.name for operation in graph.get_operations()]

def variables(build):
    with tf.Graph().as_default():
        build()
        return [[v.name, v.shape.as_list(), v.dtype.name] for v in v1.global_variables()]

def trained(optimizer, times=2):
    def build():
        weight = v1.get_variable("weight", initializer=[1.0, 2.0])
        with tf.control_dependencies([optimizer.minimize(tf.reduce_sum(tf.square(weight)))]):
            return weight.read_value()
    return run(build, times)

def fed(build, value, dtype=tf.float32, shape=None):
    with tf.Graph().as_default():
        given = v1.placeholder(dtype, shape, name="given")
        with v1.Session() as session:
            return session.run(build(given), {given: value})

x, ones = [[1.0, -2.0, 3.0]], v1.ones_initializer()
image = np.float32(np.arange(16).reshape(1, 4, 4, 1))

)py";

constexpr Use sessions[] = {
    {"tf.compat.v1.Session: number", "run(lambda: tf.constant(1) + 1)"},
    {"tf.compat.v1.Session: nest", "run(lambda: {'a': tf.constant(1), 'b': [tf.constant(2), (tf.constant(3),)]})"},
    {"tf.compat.v1.Session: text", "run(lambda: tf.constant('a'))"},
    {"tf.compat.v1.Session: sparse", "str(run(lambda: tf.sparse.from_dense([0, 1])))"},
    {"tf.compat.v1.Session: ragged", "str(run(lambda: tf.ragged.constant([[1], []])))"},
    {"tf.compat.v1.Session: None", "run(lambda: None)"},
    {"tf.compat.v1.Session: a number of Python", "run(lambda: 3)"},
    {"tf.compat.v1.Session: operation", "run(lambda: tf.no_op())"},
    {"tf.compat.v1.Session: by name", "run(lambda: [tf.constant(1, name='one'), 'one:0'][1])"},
    {"tf.compat.v1.Session: unknown name", "run(lambda: 'nothing:0')"},
    {"tf.compat.v1.Session: not initialized", "fed(lambda g: v1.get_variable('v', initializer=1.0) + g, 1.0)"},
    {"tf.compat.v1.placeholder: fed", "fed(lambda g: g + 1, [1.0])"},
    {"tf.compat.v1.placeholder: wrong shape", "fed(lambda g: g + 1, [1.0, 2.0], shape=[3])"},
    {"tf.compat.v1.placeholder: wrong dtype", "fed(lambda g: g + 1, 'a')"},
    {"tf.compat.v1.placeholder: too large", "fed(lambda g: g + 1, 2 ** 40, tf.int32)"},
    {"tf.compat.v1.placeholder: fraction for integers", "fed(lambda g: g + 1, 1.5, tf.int32)"},
    {"tf.compat.v1.placeholder: eagerly", "v1.placeholder(tf.float32)"},
    {"tf.compat.v1.placeholder_with_default: not fed", "run(lambda: v1.placeholder_with_default(1.0, []))"},
    {"tf.compat.v1.InteractiveSession: eval",
     "[tf.Graph().as_default().__enter__(), v1.InteractiveSession(), tf.constant(2).eval()][2]"},
    {"tf.compat.v1.get_default_session: none", "v1.get_default_session()"},
    {"tf.compat.v1.ConfigProto: threads",
     "str(v1.ConfigProto(intra_op_parallelism_threads=1, allow_soft_placement=True))"},
    {"tf.compat.v1.GPUOptions: text", "str(v1.GPUOptions(per_process_gpu_memory_fraction=0.5))"},
    {"tf.compat.v1.Print: graph", "run(lambda: v1.Print(tf.constant(1), [tf.constant(2)]))"},
    {"tf.compat.v1.Session: after close",
     "(lambda s: [s.close(), s.run(tf.constant(1))])(v1.Session(graph=tf.Graph()))"},
    {"tf.compat.v1.Session: list_devices", "len(v1.Session(graph=tf.Graph()).list_devices())"},
};

constexpr Use scopes[] = {
    {"tf.compat.v1.variable_scope: names",
     "variables(lambda: [v1.variable_scope('a').__enter__(), v1.get_variable('b', [2])])"},
    {"tf.compat.v1.variable_scope: reuse",
     "variables(lambda: [v1.get_variable('b', [2]), v1.variable_scope('', reuse=True).__enter__(), "
     "v1.get_variable('b')])"},
    {"tf.compat.v1.variable_scope: nothing to reuse",
     "variables(lambda: [v1.variable_scope('a', reuse=True).__enter__(), v1.get_variable('b', [2])])"},
    {"tf.compat.v1.get_variable: twice", "variables(lambda: [v1.get_variable('b', [2]), v1.get_variable('b', [2])])"},
    {"tf.compat.v1.get_variable: AUTO_REUSE",
     "variables(lambda: [v1.variable_scope('a', reuse=v1.AUTO_REUSE).__enter__(), v1.get_variable('b', [2]), "
     "v1.get_variable('b', [2])])"},
    {"tf.compat.v1.get_variable: another shape",
     "variables(lambda: [v1.variable_scope('a', reuse=v1.AUTO_REUSE).__enter__(), v1.get_variable('b', [2]), "
     "v1.get_variable('b', [3])])"},
    {"tf.compat.v1.get_variable: no shape", "variables(lambda: v1.get_variable('b'))"},
    {"tf.compat.v1.get_variable: eagerly", "v1.get_variable('b', initializer=[1.0]).numpy()"},
    {"tf.compat.v1.get_variable: integers", "run(lambda: v1.get_variable('b', [2], tf.int32))"},
    {"tf.compat.v1.get_variable: regularizer",
     "run(lambda: [v1.get_variable('b', initializer=[2.0], regularizer=tf.reduce_sum), "
     "v1.losses.get_regularization_losses()])"},
    {"tf.compat.v1.get_variable: use_resource",
     "run(lambda: v1.get_variable('b', initializer=2.0, use_resource=False))"},
    {"tf.compat.v1.Variable: names",
     "variables(lambda: [v1.Variable(1.0), v1.Variable(1.0), v1.Variable(1.0, name='c')])"},
    {"tf.compat.v1.Variable: assign", "run(lambda: v1.assign(v1.Variable(1.0), 2.0))"},
    {"tf.compat.v1.Variable: assign_add", "run(lambda: v1.assign_add(v1.Variable(1.0), 2.0), 3)"},
    {"tf.compat.v1.name_scope: names",
     "named(lambda: [v1.name_scope('a').__enter__(), tf.constant(1), tf.constant(1)])"},
    {"tf.compat.v1.name_scope: default", "named(lambda: [v1.name_scope(None, 'd', [1]).__enter__(), tf.constant(1)])"},
    {"tf.compat.v1.global_step: created", "variables(v1.train.get_or_create_global_step)"},
    {"tf.compat.v1.trainable_variables: some",
     "run(lambda: [v1.get_variable('a', [1]), v1.get_variable('b', [1], trainable=False), tf.constant(len("
     "v1.trainable_variables()))][2])"},
    {"tf.compat.v1.get_collection: losses",
     "run(lambda: [v1.add_to_collection('c', tf.constant(1)), v1.get_collection('c')][1])"},
    {"tf.compat.v1.report_uninitialized_variables: some",
     "fed(lambda g: [v1.get_variable('b', [1]), v1.report_uninitialized_variables()][1], 1.0)"},
    {"tf.compat.v1.make_template: twice",
     "variables(lambda: (lambda t: [t(), t()])(v1.make_template('t', lambda: v1.get_variable('v', [1]))))"},
    {"tf.compat.v1.get_local_variable: plain", "run(lambda: v1.get_local_variable('v', initializer=1.0))"},
};

constexpr Use layers[] = {
    {"tf.compat.v1.layers.NAME: plain", "run(lambda: v1.layers.NAME(ARGUMENTS))"},
    {"tf.compat.v1.layers.NAME: names", "named(lambda: v1.layers.NAME(ARGUMENTS))"},
    {"tf.compat.v1.layers.NAME: variables", "variables(lambda: v1.layers.NAME(ARGUMENTS))"},
    {"tf.compat.v1.layers.NAME: eagerly", "v1.layers.NAME(ARGUMENTS)"},
};

constexpr Name layer_names[] = {
    {"dense", "x, 2, kernel_initializer=ones"},
    {"flatten", "image"},
    {"dropout", "x, 0.5, training=False"},
    {"batch_normalization", "x, training=False"},
    {"conv1d", "image[..., 0], 2, 2, kernel_initializer=ones"},
    {"conv2d", "image, 2, 2, kernel_initializer=ones"},
    {"conv2d_transpose", "image, 1, 2, kernel_initializer=ones"},
    {"conv3d", "image[None], 1, 1, kernel_initializer=ones"},
    {"separable_conv2d", "image, 1, 2, depthwise_initializer=ones, pointwise_initializer=ones"},
    {"max_pooling1d", "image[..., 0], 2, 2"},
    {"max_pooling2d", "image, 2, 2"},
    {"average_pooling2d", "image, 2, 2"},
    {"max_pooling3d", "image[None], 1, 1"},
};

constexpr Use cells[] = {
    {"tf.compat.v1.nn.rnn_cell.NAME: state_size", "repr(v1.nn.rnn_cell.NAME(ARGUMENTS).state_size)"},
    {"tf.compat.v1.nn.rnn_cell.NAME: output_size", "repr(v1.nn.rnn_cell.NAME(ARGUMENTS).output_size)"},
    {"tf.compat.v1.nn.rnn_cell.NAME: zero_state",
     "str(run(lambda: v1.nn.rnn_cell.NAME(ARGUMENTS).zero_state(1, tf.float32)))"},
    {"tf.compat.v1.nn.dynamic_rnn: NAME",
     "run(lambda: v1.nn.dynamic_rnn(v1.nn.rnn_cell.NAME(ARGUMENTS), tf.ones([1, 2, 2]), "
     "dtype=tf.float32)[0].shape.rank + "
     "tf.constant(0))"},
    {"tf.compat.v1.nn.static_rnn: NAME",
     "variables(lambda: v1.nn.static_rnn(v1.nn.rnn_cell.NAME(ARGUMENTS), [tf.ones([1, 2])], dtype=tf.float32))"},
};

constexpr Name cell_names[] = {
    {"BasicRNNCell", "2"},
    {"RNNCell", "2"},
    {"GRUCell", "2"},
    {"LSTMCell", "2"},
    {"BasicLSTMCell", "2"},
    {"MultiRNNCell", "[v1.nn.rnn_cell.GRUCell(2)]"},
    {"DropoutWrapper", "v1.nn.rnn_cell.GRUCell(2), 1.0"},
    {"ResidualWrapper", "v1.nn.rnn_cell.GRUCell(2)"},
    {"DeviceWrapper", "v1.nn.rnn_cell.GRUCell(2), '/cpu:0'"},
};

constexpr Use optimizers[] = {
    {"tf.compat.v1.train.NAME: steps", "trained(v1.train.NAME(ARGUMENTS))"},
    {"tf.compat.v1.train.NAME: name", "v1.train.NAME(ARGUMENTS).get_name()"},
    {"tf.compat.v1.train.NAME: slots",
     "run(lambda: [v1.train.NAME(ARGUMENTS).minimize(v1.get_variable('v', initializer=1.0) * 2), "
     "tf.constant([v.name for v in v1.global_variables()])][1])"},
};

constexpr Name optimizer_names[] = {
    {"GradientDescentOptimizer", "0.1"},
    {"MomentumOptimizer", "0.1, 0.9"},
    {"AdamOptimizer", "0.1"},
    {"AdagradOptimizer", "0.1"},
    {"AdagradDAOptimizer", "0.1, tf.constant(1, tf.int64)"},
    {"AdadeltaOptimizer", "0.1"},
    {"RMSPropOptimizer", "0.1"},
    {"FtrlOptimizer", "0.1"},
    {"ProximalGradientDescentOptimizer", "0.1"},
    {"ProximalAdagradOptimizer", "0.1"},
};

constexpr Use losses[] = {
    {"tf.compat.v1.losses.NAME: plain", "run(lambda: v1.losses.NAME(ARGUMENTS))"},
    {"tf.compat.v1.losses.NAME: eagerly", "v1.losses.NAME(ARGUMENTS)"},
    {"tf.compat.v1.losses.NAME: weights", "run(lambda: v1.losses.NAME(ARGUMENTS, weights=2.0))"},
    {"tf.compat.v1.losses.NAME: no reduction", "run(lambda: v1.losses.NAME(ARGUMENTS, reduction='none'))"},
};

constexpr Name loss_names[] = {
    {"mean_squared_error", "[[1.0, 2.0]], [[2.0, 4.0]]"},
    {"absolute_difference", "[[1.0, 2.0]], [[2.0, 4.0]]"},
    {"mean_pairwise_squared_error", "[[1.0, 2.0]], [[2.0, 4.0]]"},
    {"huber_loss", "[[1.0, 2.0]], [[2.0, 4.0]]"},
    {"hinge_loss", "[[0.0, 1.0]], [[0.5, -0.5]]"},
    {"log_loss", "[[0.0, 1.0]], [[0.25, 0.5]]"},
    {"cosine_distance", "[[0.0, 1.0]], [[0.5, 0.5]], 1"},
    {"softmax_cross_entropy", "[[0.0, 1.0]], [[0.5, 0.5]]"},
    {"sigmoid_cross_entropy", "[[0.0, 1.0]], [[0.5, 0.5]]"},
    {"sparse_softmax_cross_entropy", "[1], [[0.5, 0.5]]"},
};

constexpr Use metrics[] = {
    {"tf.compat.v1.metrics.NAME: plain", "measured(lambda: v1.metrics.NAME(ARGUMENTS))"},
    {"tf.compat.v1.metrics.NAME: eagerly", "v1.metrics.NAME(ARGUMENTS)"},
};

constexpr Name metric_names[] = {
    {"accuracy", "[1, 0], [1, 1]"},
    {"auc", "[1.0, 0.0], [0.5, 0.75]"},
    {"mean", "[1.0, 2.0]"},
    {"precision", "[1, 0], [1, 1]"},
    {"recall", "[1, 0], [1, 1]"},
    {"mean_iou", "[1, 0], [1, 1], 2"},
    {"mean_squared_error", "[1.0], [2.0]"},
    {"root_mean_squared_error", "[1.0], [2.0]"},
    {"percentage_below", "[1.0, 3.0], 2.0"},
    {"precision_at_k", "np.int64([[1]]), [[0.1, 0.9]], 1"},
};

constexpr Use functions[] = {
    {"tf.compat.v1.NAME: plain", "v1.NAME(ARGUMENTS)"},
    {"tf.compat.v1.NAME: in a graph", "run(lambda: v1.NAME(ARGUMENTS))"},
};

constexpr Name function_names[] = {
    {"argmax", "x, dimension=1"},
    {"reduce_sum", "x, reduction_indices=1"},
    {"reduce_mean", "x, keep_dims=True"},
    {"expand_dims", "x, dim=0"},
    {"squeeze", "x, squeeze_dims=0"},
    {"concat", "[x, x], 1"},
    {"split", "x, 3, 1"},
    {"batch_to_space", "tf.ones([4, 1, 1, 1]), [[0, 0], [0, 0]], 2"},
    {"space_to_batch", "image, [[0, 0], [0, 0]], 2"},
    {"count_nonzero", "x"},
    {"div", "7, 2"},
    {"gather", "x, [0], validate_indices=True"},
    {"where", "[[True, False, True]]"},
    {"string_to_number", "['1']"},
    {"string_split", "['a b']"},
    {"substr", "['abc'], 0, 2"},
    {"random_uniform", "[2], seed=3"},
    {"multinomial", "[[0.0, 1.0]], 2, seed=3"},
    {"confusion_matrix", "[0, 1], [1, 1]"},
    {"to_float", "[1]"},
    {"to_int32", "[1.7]"},
    {"verify_tensor_all_finite", "x, 'message'"},
    {"nn.softmax_cross_entropy_with_logits", "labels=[[0.0, 1.0]], logits=[[0.5, 0.5]]"},
    {"nn.softmax", "x, dim=1"},
    {"nn.l2_normalize", "x, dim=1"},
    {"nn.moments", "x, [1]"},
    {"nn.dropout", "x, keep_prob=1.0"},
    {"nn.max_pool", "image, [1, 2, 2, 1], [1, 2, 2, 1], 'SAME'"},
    {"nn.conv2d", "image, tf.ones([2, 2, 1, 1]), [1, 1, 1, 1], 'SAME'"},
    {"nn.xw_plus_b", "x, tf.ones([3, 2]), [1.0, 2.0]"},
    {"nn.weighted_cross_entropy_with_logits", "[1.0], [0.5], 2.0"},
    {"nn.sampled_softmax_loss",
     "tf.ones([3, 2]), tf.zeros([3]), np.int64([[1]]), tf.ones([1, 2]), 1, 3, sampled_values=([0], [[1.0]], [1.0])"},
    {"image.resize_bilinear", "image, [2, 2]"},
    {"image.resize_nearest_neighbor", "image, [2, 2]"},
    {"image.resize_bicubic", "image, [3, 3], half_pixel_centers=True"},
    {"image.resize_area", "image, [2, 2]"},
    {"train.exponential_decay", "0.1, tf.constant(5), 10, 0.5"},
    {"train.piecewise_constant", "tf.constant(5), [3], [1.0, 0.5]"},
    {"train.polynomial_decay", "0.1, tf.constant(5), 10"},
    {"train.cosine_decay", "0.1, tf.constant(5), 10"},
    {"train.noisy_linear_cosine_decay", "0.1, tf.constant(5), 10, initial_variance=0.0"},
    {"data.make_one_shot_iterator", "tf.data.Dataset.range(2)).get_next("},
    {"strings.length", "['ab']"},
    {"strings.split", "['a b'], result_type='RaggedTensor'"},
    {"sparse_tensor_to_dense", "tf.sparse.from_dense([0, 1])"},
    {"sparse_reduce_sum", "tf.sparse.from_dense([0, 1])"},
    {"sparse_concat", "0, [tf.sparse.from_dense([0, 1])] * 2"},
    {"manip.roll", "[1, 2, 3], 1, 0"},
    {"scatter_nd", "[[0]], [1], [2]"},
    {"matrix_band_part", "tf.ones([2, 2]), 0, 0"},
    {"cross", "[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]"},
    {"spectral.dct", "x"},
    {"initializers.truncated_normal", "seed=1)(shape=[2]"},
    {"initializers.variance_scaling", "seed=1)(shape=[2, 2]"},
    {"initializers.random_uniform", "0.0, 1.0, seed=1)(shape=[2]"},
    {"initializers.identity", ")(shape=[2, 2]"},
    {"orthogonal_initializer", "seed=1)(shape=[2, 2]"},
    {"glorot_uniform_initializer", "seed=1)(shape=[2, 2]"},
};

Check check_about(const char* name, const char* module, const std::vector<Block>& blocks) {
  return check_of(
      {.name = name, .module = module, .setup = setup, .blocks = blocks, .tolerance = {.ulps = 64, .absolute = 1e-6}});
}

}  // namespace

std::vector<Check> former_api_checks() {
  return {check_about("former_sessions", "tf.compat.v1.Session", {{sessions}}),
          check_about("former_scopes", "tf.compat.v1.variable_scope", {{scopes}}),
          check_about("former_layers", "tf.compat.v1.layers", {{layers, layer_names}}),
          check_about("former_cells", "tf.compat.v1.nn.rnn_cell", {{cells, cell_names}}),
          check_about("former_optimizers", "tf.compat.v1.train", {{optimizers, optimizer_names}}),
          check_about("former_losses", "tf.compat.v1.losses", {{losses, loss_names}}),
          check_about("former_metrics", "tf.compat.v1.metrics", {{metrics, metric_names}}),
          check_about("former_functions", "tf.compat.v1", {{functions, function_names}})};
}

}  // namespace tfh::testsuites::modules
