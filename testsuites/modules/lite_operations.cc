// tf.lite: single operations converted and run, on values of many dtypes and ranks.
#include <string>

#include "testsuites/modules/expressions.h"
#include "testsuites/modules/lite_parts.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"py(
of_16 = "EXPERIMENTAL_TFLITE_BUILTINS_ACTIVATIONS_INT16_WEIGHTS_INT8"

def whole(function, *values, kinds="TFLITE_BUILTINS_INT8", **settings):  # quantized in full
    def representative():
        for _ in range(2):
            yield list(values)
    made = content(function, *values, optimizations=[tf.lite.Optimize.DEFAULT], representative_dataset=representative,
                   target_spec=spec_of(kinds), **settings)
    interpreter = tf.lite.Interpreter(model_content=made)
    return [np.dtype(one["dtype"]).name for one in interpreter.get_input_details() + interpreter.get_output_details()
            ] + [op["op_name"] for op in interpreter._get_ops_details()]

def made_module():
    module = tf.Module()
    module.f = tf.function(lambda x: {"twice": x * 2.0}, input_signature=[tf.TensorSpec([3], name="x")])
    return module

def spec_of(kinds):
    spec = tf.lite.TargetSpec()
    spec.supported_ops = [getattr(tf.lite.OpsSet, kinds)]
    return spec

)py";

constexpr Use uses[] = {
    {"tf.lite.TFLiteConverter: gelu", "run(tf.nn.gelu, f)"},
    {"tf.lite.TFLiteConverter: sign", "run(tf.sign, f)"},
    {"tf.lite.TFLiteConverter: atan2", "run(tf.atan2, f, f[::-1])"},
    {"tf.lite.TFLiteConverter: cumsum", "run(tf.cumsum, f)"},
    {"tf.lite.TFLiteConverter: argmax of bool", "run(tf.argmax, f > 0)"},
    {"tf.lite.TFLiteConverter: where of integers", "run(tf.where, i)"},
    {"tf.lite.TFLiteConverter: bucketize", "run(lambda x: tf.raw_ops.Bucketize(input=x, boundaries=[0.0, 2.0]), f)"},
    {"tf.lite.TFLiteConverter: random uniform", "run(lambda x: tf.shape(tf.random.uniform([2])) + x[:1], i)"},
    {"tf.lite.TFLiteConverter: random normal", "run(lambda x: tf.shape(tf.random.normal([2])) + x[:1], i)"},
    {"tf.lite.TFLiteConverter: unsorted_segment_max",
     "run(lambda x: tf.math.unsorted_segment_max(x, [0, 1, 0], 2), f)"},
    {"tf.lite.TFLiteConverter: unsorted_segment_sum",
     "run(lambda x: tf.math.unsorted_segment_sum(x, [0, 1, 0], 2), f)"},
    {"tf.lite.TFLiteConverter: unsorted_segment_prod",
     "run(lambda x: tf.math.unsorted_segment_prod(x, [0, 1, 0], 2), f)"},
    {"tf.lite.TFLiteConverter: matrix product of rank 3", "run(tf.matmul, f[None, None], f[None, :, None])"},
    {"tf.lite.TFLiteConverter: einsum of unknown sizes",
     "run(lambda a, b: tf.einsum('ab,bc->ac', a, b), f[None], f[:, None], specs=[tf.TensorSpec([None, None])] * 2)"},
    {"tf.lite.TFLiteConverter: unknown size", "run(lambda x: x + 1.0, f, specs=[tf.TensorSpec([None])])"},
    {"tf.lite.TFLiteConverter: one_hot of nothing",
     "run(lambda x: tf.one_hot(x, 3), i[:0], specs=[tf.TensorSpec([None], tf.int32)])"},
    {"tf.lite.TFLiteConverter: where of rank 5",
     "run(lambda x: tf.where(x > 0.0, x, [[0.0, 1.0]]), np.ones([1, 1, 1, 2, 2], np.float32))"},
    {"tf.lite.TFLiteConverter: sum of rank 6",
     "run(tf.add, np.ones([1, 1, 1, 1, 2, 2], np.float32), np.ones([2, 1, 1, 1, 1, 1], np.float32))"},
    {"tf.lite.TFLiteConverter: difference of rank 6",
     "run(tf.subtract, np.ones([1, 1, 1, 1, 2, 2], np.float32), np.ones([2, 1, 1, 1, 1, 1], np.float32))"},
    {"tf.lite.TFLiteConverter: product of rank 6",
     "run(tf.multiply, np.ones([1, 1, 1, 1, 2, 2], np.float32), np.ones([2, 1, 1, 1, 1, 1], np.float32))"},
    {"tf.lite.TFLiteConverter: quotient of rank 5",
     "run(tf.divide, np.ones([1, 1, 1, 2, 2], np.float32), np.ones([2, 1, 1, 1, 1], np.float32))"},
    {"tf.lite.TFLiteConverter: maximum of rank 5",
     "run(tf.maximum, np.ones([1, 1, 1, 2, 2], np.float32), np.ones([2, 1, 1, 1, 1], np.float32))"},
    {"tf.lite.TFLiteConverter: transpose of rank 6",
     "run(lambda x: tf.transpose(x, [5, 4, 3, 2, 1, 0]), np.ones([1, 2, 1, 2, 1, 2], np.float32))"},
    {"tf.lite.TFLiteConverter: slice of rank 5",
     "run(lambda x: tf.slice(x, [0, 0, 0, 0, 1], [1, 1, 1, 1, 1]), np.ones([1, 1, 1, 1, 2], np.float32))"},
    {"tf.lite.TFLiteConverter: rfft2d", "run(lambda x: tf.abs(tf.signal.rfft2d(x)), np.eye(4, dtype=np.float32))"},
    {"tf.lite.TFLiteConverter: complex product", "run(tf.multiply, np.complex64([1j]), np.complex64([1j]))"},
    {"tf.lite.TFLiteConverter: fill of float16", "run(lambda x: tf.fill([2], x), np.float16(1.0))"},
    {"tf.lite.TFLiteConverter: cast to float64", "run(lambda x: tf.cast(x, tf.float64), f)"},
    {"tf.lite.TFLiteConverter: cast to float16", "run(lambda x: tf.cast(x, tf.float16), f)"},
    {"tf.lite.TFLiteConverter: cast to bfloat16 and back",
     "run(lambda x: tf.cast(tf.cast(x, tf.bfloat16), tf.float32), f)"},
    {"tf.lite.TFLiteConverter: cast to uint32", "run(lambda x: tf.cast(x, tf.uint32), i)"},
    {"tf.lite.TFLiteConverter: cast to uint16", "run(lambda x: tf.cast(x, tf.uint16), i)"},
    {"tf.lite.TFLiteConverter: bitcast", "run(lambda x: tf.bitcast(x, tf.int32), f)"},
    {"tf.lite.TFLiteConverter: product of int64", "run(tf.multiply, np.int64([2]), np.int64([3]))"},
    {"tf.lite.TFLiteConverter: product of uint32", "run(tf.multiply, np.uint32([2]), np.uint32([3]))"},
    {"tf.lite.TFLiteConverter: product of int16", "run(tf.multiply, np.int16([2]), np.int16([3]))"},
    {"tf.lite.TFLiteConverter: sum of int16", "run(tf.add, np.int16([2]), np.int16([3]))"},
    {"tf.lite.TFLiteConverter: less of int16", "run(tf.less, np.int16([2]), np.int16([3]))"},
    {"tf.lite.TFLiteConverter: equal of int16", "run(tf.equal, np.int16([2]), np.int16([3]))"},
    {"tf.lite.TFLiteConverter: floordiv of int16", "run(tf.math.floordiv, np.int16([7]), np.int16([2]))"},
    {"tf.lite.TFLiteConverter: floormod of int8", "run(tf.math.floormod, np.int8([7]), np.int8([2]))"},
    {"tf.lite.TFLiteConverter: top_k of int16", "run(lambda x: tf.math.top_k(x, 1)[0], np.int16([1, 3]))"},
    {"tf.lite.TFLiteConverter: xor of uint8", "run(tf.bitwise.bitwise_xor, u, u[::-1])"},
    {"tf.lite.TFLiteConverter: right shift", "run(tf.bitwise.right_shift, i, np.int32([1, 1, 1]))"},
    {"tf.lite.TFLiteConverter: gather by int16", "run(tf.gather, f, np.int16([1]))"},
    {"tf.lite.TFLiteConverter: gather of bool", "run(lambda x: tf.gather_nd(x, [[0]]), f > 0)"},
    {"tf.lite.TFLiteConverter: scatter of bool", "run(lambda x: tf.scatter_nd([[1]], x, [3]), np.array([True]))"},
    {"tf.lite.TFLiteConverter: slice of uint32", "run(lambda x: x[1:], np.uint32([1, 2]))"},
    {"tf.lite.TFLiteConverter: slice of uint8", "run(lambda x: x[1:], u)"},
    {"tf.lite.TFLiteConverter: transposed convolution of rank 5",
     "run(lambda x: tf.nn.conv3d_transpose(x, tf.ones([1, 1, 1, 1, 1]), [1, 2, 2, 2, 1], 2), np.ones([1, 1, 1, 1, 1], "
     "np.float32))"},
    {"tf.lite.TFLiteConverter: whole sum", "whole(lambda x: x + 1.0, f)"},
    {"tf.lite.TFLiteConverter: whole rsqrt", "whole(tf.math.rsqrt, abs(f))"},
    {"tf.lite.TFLiteConverter: whole exp", "whole(tf.exp, f)"},
    {"tf.lite.TFLiteConverter: whole reflecting pad", "whole(lambda x: tf.pad(x, [[1, 1]], 'REFLECT'), f)"},
    {"tf.lite.TFLiteConverter: whole of int8", "whole(lambda x: x + 1.0, f, inference_input_type=tf.int8)"},
    {"tf.lite.TFLiteConverter: whole of uint8",
     "whole(lambda x: x + 1.0, f, inference_input_type=tf.uint8, inference_output_type=tf.uint8)"},
    {"tf.lite.TFLiteConverter: whole of int16", "whole(lambda x: x + 1.0, f, kinds=of_16)"},
    {"tf.lite.TFLiteConverter: whole exp of int16", "whole(tf.exp, f, kinds=of_16)"},
    {"tf.lite.TFLiteConverter: whole softmax of int16",
     "whole(lambda x: tf.nn.softmax(x[None]), f, "
     "kinds=of_16)"},
    {"tf.lite.TFLiteConverter: whole product", "whole(lambda x: tf.matmul(x[None], tf.ones([3, 2])), f)"},
    {"tf.lite.experimental.authoring.compatible: operation that is not there",
     "tf.lite.experimental.authoring.compatible(tf.function(tf.cosh, input_signature=[tf.TensorSpec([1])]), "
     "raise_exception=True)(tf.ones([1]))"},
    {"tf.lite.Interpreter.get_signature_runner: called",
     "(lambda m: [tf.saved_model.save(m, scratch + '/m', signatures=m.f), tf.lite.Interpreter(model_content="
     "tf.lite.TFLiteConverter.from_saved_model(scratch + '/m').convert()).get_signature_runner()(x=f)][1])("
     "made_module())"},
};

}  // namespace

std::vector<Check> lite_operation_checks() {
  // Before 2.2 each conversion starts a program that imports the framework.
  return {check_of({.name = "lite_operations",
                    .module = "tf.lite",
                    .setup = std::string(lite_parts) + setup,
                    .blocks = {{uses}},
                    .minimum = "2.2"})};
}

}  // namespace tfh::testsuites::modules
