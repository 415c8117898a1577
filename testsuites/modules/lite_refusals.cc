// tf.lite on what its kernels must refuse: empty tensors, indices outside, models whose options were altered.
#include <string>

#include "testsuites/modules/expressions.h"
#include "testsuites/modules/lite_parts.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"py(
def altered(change, function, *values):
    import flatbuffers
    from tensorflow.lite.python import schema_py_generated as schema
    model = schema.ModelT.InitFromObj(schema.Model.GetRootAsModel(content(function, *values), 0))
    change(model, model.subgraphs[0], model.subgraphs[0].operators[0])
    builder = flatbuffers.Builder(1024)
    builder.Finish(model.Pack(builder), b"TFL3")
    interpreter = tf.lite.Interpreter(model_content=bytes(builder.Output()))
    interpreter.allocate_tensors()
    return interpreter.invoke()

def quantized_by_channel(kernel):
    def transposed(x):
        weights = tf.quantization.fake_quant_with_min_max_vars_per_channel(kernel, [-3.0] * 4, [3.0] * 4,
                                                                           narrow_range=True)
        given = tf.quantization.fake_quant_with_min_max_vars(x, -3.0, 3.0, narrow_range=True)
        made = tf.nn.conv2d_transpose(given, tf.transpose(weights, (0, 1, 3, 2)), [1, 6, 8, 4], 1)
        return tf.quantization.fake_quant_with_min_max_vars(made, -3.0, 3.0, narrow_range=True)
    held = tf.Module()
    held.kernel, held.f = kernel, tf.function(transposed, input_signature=[tf.TensorSpec([1, 6, 8, 8])])
    tf.saved_model.save(held, scratch + "/m", held.f)
    converter = tf.lite.TFLiteConverter.from_saved_model(scratch + "/m")
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    return len(converter.convert()) > 0

)py";

constexpr Use damaged[] = {
    {"tf.lite.Interpreter: gather_nd of nothing",
     "run(lambda a, b: tf.gather_nd(a, b), np.zeros([0, 2], np.float32), np.int32([[0]]), "
     "specs=[tf.TensorSpec([None, 2]), tf.TensorSpec([1, 1], tf.int32)])"},
    {"tf.lite.Interpreter: maximum of nothing",
     "run(lambda a, b: tf.maximum(a, b), np.zeros([2, 0], np.float32), np.ones([2, 1], np.float32), "
     "specs=[tf.TensorSpec([2, None])] * 2)"},
    {"tf.lite.Interpreter: batch_to_space by 0",
     "run(lambda a, b: tf.batch_to_space(a, b, [[0, 0], [0, 0]]), np.ones([4, 1, 1, 1], np.float32), np.int32([0, "
     "1]))"},
    {"tf.lite.Interpreter: convolution of nothing",
     "run(lambda a: tf.nn.conv2d(a, tf.ones([1, 1, 64, 64]), 1, 'SAME'), np.zeros([0, 2, 2, 64], np.float32), "
     "specs=[tf.TensorSpec([None, 2, 2, 64])], optimizations=[tf.lite.Optimize.DEFAULT])"},
    {"tf.lite.Interpreter: space_to_batch by 0",
     "run(lambda a, b: tf.space_to_batch(a, b, [[0, 0], [0, 0]]), np.ones([1, 2, 2, 1], np.float32), np.int32([0, "
     "1]))"},
    {"tf.lite.Interpreter: depthwise convolution without channels",
     "run(lambda a: tf.nn.depthwise_conv2d(a, tf.ones([1, 1, 1, 1]), [1] * 4, 'SAME'), np.zeros([1, 2, 2, 0], "
     "np.float32), specs=[tf.TensorSpec([1, 2, 2, 1])])"},
    {"tf.lite.Interpreter: split along an axis outside",
     "[one.shape for one in run(lambda a, b: tf.split(a, [1, 1], b, num=2), np.ones([2, 2], np.float32), "
     "np.int32(9))]"},
    {"tf.lite.Interpreter: gather far below",
     "[one.shape for one in run(lambda a, b: tf.gather(a, b), np.ones([1], np.float32), np.int32([-2 ** 29]))]"},
    {"tf.lite.Interpreter: gather_nd far below",
     "[one.shape for one in run(lambda a, b: tf.gather_nd(a, b), np.ones([1], np.float32), np.int32([[-2 ** 29]]))]"},
    {"tf.lite.Interpreter: gather_nd far above",
     "[one.shape for one in run(lambda a, b: tf.gather_nd(a, b), np.ones([1], np.float32), np.int32([[2 ** 29]]))]"},
    {"tf.lite.Interpreter: relu of no columns",
     "run(lambda a: tf.nn.relu(tf.matmul(a, tf.zeros([3, 0])) + tf.zeros([0])), np.ones([1, 2, 3], np.float32))"},
    {"tf.lite.Interpreter: normalization along no axis",
     "run(lambda a: a * tf.math.rsqrt(tf.reduce_sum(tf.square(a), tf.constant([], tf.int32), True)), np.ones([2, 2], "
     "np.float32))"},
    {"tf.lite.Interpreter: shape without a buffer",
     "altered(lambda m, s, o: setattr(s.tensors[o.inputs[1]], 'buffer', 0), lambda a: tf.reshape(a, [4]), "
     "np.ones([2, 2], np.float32))"},
    {"tf.lite.Interpreter: convolution of stride 0",
     "altered(lambda m, s, o: setattr(o.builtinOptions, 'strideH', 0), lambda a: tf.nn.conv2d(a, tf.ones([1, 1, 2, "
     "2]), 1, 'SAME'), np.ones([1, 2, 2, 2], np.float32))"},
    {"tf.lite.Interpreter: pooling of stride 0",
     "altered(lambda m, s, o: setattr(o.builtinOptions, 'strideW', 0), lambda a: tf.nn.max_pool2d(a, 2, 1, 'VALID'), "
     "np.ones([1, 4, 4, 1], np.float32))"},
    {"tf.lite.Interpreter: space_to_depth of blocks of 0",
     "altered(lambda m, s, o: setattr(o.builtinOptions, 'blockSize', 0), lambda a: tf.nn.space_to_depth(a, 2), "
     "np.ones([1, 2, 2, 1], np.float32))"},
    {"tf.lite.Interpreter: transposed convolution of stride 0",
     "altered(lambda m, s, o: setattr(o.builtinOptions, 'strideH', 0), lambda a: tf.nn.conv2d_transpose(a, "
     "tf.ones([1, 1, 1, 1]), [1, 2, 2, 1], 1, 'SAME'), np.ones([1, 2, 2, 1], np.float32))"},
    {"tf.lite.Interpreter: depth_to_space of blocks of 0",
     "altered(lambda m, s, o: setattr(o.builtinOptions, 'blockSize', 0), lambda a: tf.nn.depth_to_space(a, 2), "
     "np.ones([1, 1, 1, 4], np.float32))"},
    {"tf.lite.Interpreter: split into 0",
     "altered(lambda m, s, o: [setattr(o.builtinOptions, 'numSplits', 0), setattr(o, 'outputs', [])], lambda a: "
     "tf.split(a, 2), np.ones([2], np.float32))"},
    {"tf.lite.TFLiteConverter: quantized comparison",
     "run(lambda x: x > tf.constant([3.0, 500.0, 7.0]), f, optimizations=[tf.lite.Optimize.DEFAULT], "
     "representative_dataset=lambda: iter([[np.float32([1.0, 900.0, 4.0])]]))"},
    {"tf.lite.TFLiteConverter: transposed convolution by channel",
     "quantized_by_channel(tf.Variable(tf.ones([3, 3, 8, "
     "4])))"},
};

}  // namespace

std::vector<Check> lite_refusal_checks() {
  return {check_of({.name = "lite_refusals",
                    .module = "tf.lite",
                    .setup = std::string(lite_parts) + setup,
                    .blocks = {{damaged}},
                    .minimum = "2.2"})};
}

}  // namespace tfh::testsuites::modules
