// tf.lite: small models converted and run.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
import functools

class Twice(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([1, 2], tf.float32, name="x")])
    def __call__(self, x):
        return tf.nn.relu(x) * 2.0 + 1.0

module = Twice()
concrete = module.__call__.get_concrete_function()

def product(module):
    kernel = tf.constant(np.linspace(-1, 1, 4096).reshape(64, 64), tf.float32)
    return tf.function(lambda x: tf.matmul(x, kernel), input_signature=[tf.TensorSpec([1, 64])]).get_concrete_function()

def counter(module):
    module.count = tf.Variable([1.0])
    return tf.function(lambda x: module.count.assign_add(x) + 0.0,
                       input_signature=[tf.TensorSpec([1])]).get_concrete_function()

def converter(make=None):
    held, made = (tf.Module(), None) if make else (module, concrete)
    made = made or make(held)
    try:
        return tf.lite.TFLiteConverter.from_concrete_functions([made], held)
    except TypeError:
        return tf.lite.TFLiteConverter.from_concrete_functions([made])

def converted(make=None, **settings):
    made = converter(make)
    for name, value in settings.items():
        setattr(made, name, value)
    return made.convert()

@functools.lru_cache(None)
def usual():
    return converted()

def interpreter(content=None, **options):
    made = tf.lite.Interpreter(model_content=content or usual(), **options)
    made.allocate_tensors()
    return made

def of_keras():
    layer = tf.keras.layers.Dense(1, kernel_initializer="ones", name="out")
    model = tf.keras.Sequential([tf.keras.Input((2,), name="given"), layer], name="model")
    return tf.lite.TFLiteConverter.from_keras_model(model).convert()

def keras_details(name):
    made = interpreter(of_keras())
    return [list(one[name]) if name != "name" else one[name]
            for one in made.get_input_details() + made.get_output_details()]

def run(content=None, x=((-1.0, 2.0),)):
    made = interpreter(content)
    made.set_tensor(made.get_input_details()[0]["index"], np.float32(x))
    made.invoke()
    return made.get_tensor(made.get_output_details()[0]["index"])

)";

constexpr Use uses[] = {
    {"tf.lite.TFLiteConverter: runs", "run()"},
    {"tf.lite.TFLiteConverter: identifier", "converted()[4:8]"},
    {"tf.lite.TFLiteConverter: one argument",
     "type(tf.lite.TFLiteConverter.from_concrete_functions([concrete])).__name__"},
    {"tf.lite.TFLiteConverter: not concrete", "tf.lite.TFLiteConverter.from_concrete_functions([module.__call__])"},
    {"tf.lite.TFLiteConverter: defaults",
     "{n: str(getattr(converter(), n, 'missing')) for n in ('optimizations', 'allow_custom_ops', "
     "'experimental_new_converter', 'experimental_new_quantizer', 'experimental_enable_resource_variables', "
     "'exclude_conversion_metadata', 'inference_input_type', 'representative_dataset', 'unfold_batchmatmul', "
     "'legalize_custom_tensor_list_ops')}"},
    {"tf.lite.TFLiteConverter: dynamic range", "run(converted(optimizations=[tf.lite.Optimize.DEFAULT]))"},
    {"tf.lite.TFLiteConverter: dynamic range of a product",
     "run(converted(product, optimizations=[tf.lite.Optimize.DEFAULT]), np.linspace(0, 1, 64)[None])[0, :3]"},
    {"tf.lite.TFLiteConverter: scales of a product",
     "[len(t['quantization_parameters']['scales']) for t in interpreter(converted(product, "
     "optimizations=[tf.lite.Optimize.DEFAULT])).get_tensor_details() if len(t['quantization_parameters']['scales'])]"},
    {"tf.lite.TFLiteConverter: variable", "run(converted(counter), [1.0])"},
    {"tf.lite.TFLiteConverter: representative_dataset missing",
     "len(converted(optimizations=[tf.lite.Optimize.DEFAULT], inference_input_type=tf.int8)) > 0"},
    {"tf.lite.TFLiteConverter: from_keras_model",
     "run(tf.lite.TFLiteConverter.from_keras_model(tf.keras.Sequential([tf.keras.layers.Dense(1, "
     "kernel_initializer='ones', input_shape=(2,), name='o')])).convert())"},
    {"tf.lite.TFLiteConverter.from_keras_model: names", "keras_details('name')"},
    {"tf.lite.TFLiteConverter.from_keras_model: shapes", "keras_details('shape_signature')"},
    {"tf.lite.TFLiteConverter.from_keras_model: operations",
     "[op['op_name'] for op in interpreter(of_keras())._get_ops_details()]"},
    {"tf.lite.TFLiteConverter.from_keras_model: signatures", "interpreter(of_keras()).get_signature_list()"},
    {"tf.lite.TFLiteConverter: from_saved_model",
     "tf.saved_model.save(module, scratch + '/m') or run(tf.lite.TFLiteConverter.from_saved_model(scratch + "
     "'/m').convert())"},
    {"tf.lite.TFLiteConverter: no saved model", "tf.lite.TFLiteConverter.from_saved_model(scratch + '/nothing')"},
    {"tf.lite.TFLiteConverter: nothing", "tf.lite.TFLiteConverter()"},
    {"tf.lite.TFLiteConverter: target spec", "sorted(n for n in vars(converter().target_spec) if n[0] != '_')"},
    {"tf.lite.Interpreter: input details", "[sorted(d) for d in interpreter().get_input_details()]"},
    {"tf.lite.Interpreter: input name", "interpreter().get_input_details()[0]['name']"},
    {"tf.lite.Interpreter: output name", "interpreter().get_output_details()[0]['name']"},
    {"tf.lite.Interpreter: signature list", "interpreter().get_signature_list()"},
    {"tf.lite.Interpreter: signature runner", "type(interpreter().get_signature_runner()).__name__"},
    {"tf.lite.Interpreter: tensor count", "len(interpreter().get_tensor_details())"},
    {"tf.lite.Interpreter: wrong dtype",
     "(lambda i: i.set_tensor(i.get_input_details()[0]['index'], np.int32([[1, 2]])))(interpreter())"},
    {"tf.lite.Interpreter: wrong shape",
     "(lambda i: i.set_tensor(i.get_input_details()[0]['index'], np.float32([1])))(interpreter())"},
    {"tf.lite.Interpreter: not allocated", "tf.lite.Interpreter(model_content=usual()).invoke()"},
    {"tf.lite.Interpreter: resized",
     "(lambda i: [i.resize_tensor_input(0, [2, 2]), i.allocate_tensors(), "
     "i.get_input_details()[0]['shape']])(interpreter())"},
    {"tf.lite.Interpreter: resized strictly",
     "(lambda i: i.resize_tensor_input(0, [2, 2], strict=True))(interpreter())"},
    {"tf.lite.Interpreter: index outside", "interpreter().get_tensor(99)"},
    {"tf.lite.Interpreter: no content", "tf.lite.Interpreter(model_content=b'nonsense')"},
    {"tf.lite.Interpreter: no file", "tf.lite.Interpreter(scratch + '/nothing')"},
    {"tf.lite.Interpreter: num_threads", "type(interpreter(num_threads=2)).__name__"},
    {"tf.lite.Interpreter: num_threads 0", "type(interpreter(num_threads=0)).__name__"},
    {"tf.lite.Interpreter: num_threads text", "type(interpreter(num_threads='a')).__name__"},
    {"tf.lite.Interpreter: preserve all", "type(interpreter(experimental_preserve_all_tensors=True)).__name__"},
    {"tf.lite.Interpreter: op resolver",
     "type(interpreter(experimental_op_resolver_type=tf.lite.experimental.OpResolverType.BUILTIN_REF)).__name__"},
    {"tf.lite.Interpreter: default delegate",
     "type(interpreter(experimental_default_delegate_latest_features=True)).__name__"},
    {"tf.lite.Interpreter: members", "sorted(n for n in dir(tf.lite.Interpreter) if n[0] != '_')"},
    {"tf.lite.OpsSet: members", "[str(o) for o in tf.lite.OpsSet]"},
    {"tf.lite.Optimize: members", "[str(o) for o in tf.lite.Optimize]"},
    {"tf.lite.TargetSpec: plain", "sorted(str(v) for v in tf.lite.TargetSpec().supported_ops)"},
    {"tf.lite.RepresentativeDataset: plain", "type(tf.lite.RepresentativeDataset(lambda: iter([]))).__name__"},
    {"tf.lite.experimental.Analyzer: nonsense", "tf.lite.experimental.Analyzer.analyze(model_content=b'nonsense')"},
    {"tf.lite.experimental.load_delegate: nothing", "tf.lite.experimental.load_delegate('/nothing.so')"},
};

}  // namespace

std::vector<Check> lite_checks() {
  return {check_of({.name = "lite", .module = "tf.lite", .setup = setup, .blocks = {{uses}}})};
}

}  // namespace tfh::testsuites::modules
