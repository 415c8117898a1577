// What objects are to a program that looks at them: their classes, their public names, the types of their attributes.
#include <string>

#include "testsuites/python_source.h"
#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {
namespace {

struct Made {
  const char* symbol;
  const char* expression;
};

constexpr const char* setup = R"py(
import os

def fitted():
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1, name="out")], name="model")
    model.compile("sgd", "mse")
    return model, model.fit(np.ones([2, 1]), np.ones([2, 1]), verbose=0)

def loaded():
    module = tf.Module()
    module.run = tf.function(lambda x: x + 1.0, input_signature=[tf.TensorSpec([2], name="x")])
    tf.saved_model.save(module, os.path.join(scratch, "objects"), signatures={"run": module.run})
    return tf.saved_model.load(os.path.join(scratch, "objects"))

def raised(function, *arguments):
    try:
        function(*arguments)
    except Exception as error:
        return error

def concrete():
    return tf.function(lambda x: {"y": x + 1.0}).get_concrete_function(tf.TensorSpec([2], name="x"))

def operation():
    with tf.Graph().as_default():
        return tf.constant(1.0, name="one").op

def converter():
    return tf.lite.TFLiteConverter.from_concrete_functions([concrete()])

def policy():
    return tf.keras.layers.Dense(1).dtype_policy

)py";

constexpr Made objects[] = {
    {"tf.Tensor", "tf.constant(1.0)"},
    {"tf.Variable", "tf.Variable(1.0)"},
    {"tf.RaggedTensor", "tf.ragged.constant([[1]])"},
    {"tf.sparse.SparseTensor", "tf.sparse.from_dense([1])"},
    {"tf.IndexedSlices", "tf.IndexedSlices([1.0], [0])"},
    {"tf.TensorShape", "tf.TensorShape([1])"},
    {"tf.dtypes.DType", "tf.float32"},
    {"tf.TensorSpec", "tf.TensorSpec([1])"},
    {"tf.RaggedTensorSpec", "tf.RaggedTensorSpec([1, None])"},
    {"tf.SparseTensorSpec", "tf.SparseTensorSpec([1])"},
    {"tf.VariableSpec", "tf.VariableSpec([1])"},
    {"tf.OptionalSpec", "tf.OptionalSpec(tf.TensorSpec([]))"},
    {"tf.data.DatasetSpec", "tf.data.DatasetSpec(tf.TensorSpec([]))"},
    {"tf.TensorArray", "tf.TensorArray(tf.float32, 1)"},
    {"tf.GradientTape", "tf.GradientTape()"},
    {"tf.Module", "tf.Module('module')"},
    {"tf.Graph", "tf.Graph()"},
    {"tf.Operation", "operation()"},
    {"tf.function", "tf.function(lambda x: x)"},
    {"tf.types.experimental.ConcreteFunction", "concrete()"},
    {"tf.errors.InvalidArgumentError", "raised(tf.reshape, [1, 2], [3])"},
    {"tf.errors.NotFoundError", "raised(tf.io.read_file, 'nowhere')"},
    {"tf.train.Checkpoint", "tf.train.Checkpoint(x=tf.Variable(1.0))"},
    {"tf.train.CheckpointManager", "tf.train.CheckpointManager(tf.train.Checkpoint(), scratch + '/managed', 1)"},
    {"tf.train.CheckpointOptions", "tf.train.CheckpointOptions()"},
    {"tf.saved_model.SaveOptions", "tf.saved_model.SaveOptions()"},
    {"tf.saved_model.LoadOptions", "tf.saved_model.LoadOptions()"},
    {"tf.saved_model.load", "loaded()"},
    {"tf.saved_model.load", "loaded().signatures"},
    {"tf.saved_model.load", "loaded().signatures['run']"},
    {"tf.random.Generator", "tf.random.Generator.from_seed(1)"},
    {"tf.queue.FIFOQueue", "tf.queue.FIFOQueue(1, [tf.float32])"},
    {"tf.lookup.StaticHashTable", "tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(['a'], [1]), 0)"},
    {"tf.lookup.experimental.DenseHashTable", "tf.lookup.experimental.DenseHashTable(tf.int64, tf.int64, 0, -1, -2)"},
    {"tf.linalg.LinearOperatorDiag", "tf.linalg.LinearOperatorDiag([1.0])"},
    {"tf.experimental.numpy.array", "tf.experimental.numpy.array([1])"},
    {"tf.io.gfile.GFile", "tf.io.gfile.GFile(scratch + '/file', 'w')"},
    {"tf.io.FixedLenFeature", "tf.io.FixedLenFeature([], tf.int64)"},
    {"tf.summary.create_file_writer", "tf.summary.create_file_writer(scratch + '/log')"},
    {"tf.data.Dataset", "tf.data.Dataset.range(3)"},
    {"tf.data.Dataset", "tf.data.Dataset.range(3).map(lambda x: x)"},
    {"tf.data.Dataset", "tf.data.Dataset.range(3).batch(2)"},
    {"tf.data.Iterator", "iter(tf.data.Dataset.range(3))"},
    {"tf.data.Options", "tf.data.Options()"},
    {"tf.data.experimental.OptimizationOptions", "tf.data.Options().experimental_optimization"},
    {"tf.data.experimental.DistributeOptions", "tf.data.Options().experimental_distribute"},
    {"tf.data.ThreadingOptions", "tf.data.Options().threading"},
    {"tf.data.experimental.AutotuneOptions", "tf.data.Options().autotune"},
    {"tf.data.experimental.AutoShardPolicy", "tf.data.experimental.AutoShardPolicy"},
    {"tf.experimental.Optional", "tf.experimental.Optional.from_value(1)"},
    {"tf.distribute.OneDeviceStrategy", "tf.distribute.OneDeviceStrategy('/cpu:0')"},
    {"tf.distribute.MirroredStrategy", "tf.distribute.MirroredStrategy(['/cpu:0'])"},
    {"tf.distribute.get_strategy", "tf.distribute.get_strategy()"},
    {"tf.distribute.InputOptions", "tf.distribute.InputOptions()"},
    {"tf.config.PhysicalDevice", "tf.config.list_physical_devices('CPU')[0]"},
    {"tf.config.LogicalDevice", "tf.config.list_logical_devices('CPU')[0]"},
    {"tf.config.LogicalDeviceConfiguration", "tf.config.LogicalDeviceConfiguration()"},
    {"tf.lite.TFLiteConverter", "converter()"},
    {"tf.lite.Interpreter", "tf.lite.Interpreter(model_content=converter().convert())"},
    {"tf.lite.OpsSet", "tf.lite.OpsSet"},
    {"tf.lite.Optimize", "tf.lite.Optimize"},
    {"tf.keras.Input", "tf.keras.Input((3,), name='in')"},
    {"tf.keras.layers.Layer", "tf.keras.layers.Layer(name='layer')"},
    {"tf.keras.layers.Dense", "fitted()[0].layers[-1]"},
    {"tf.keras.layers.LSTM", "tf.keras.layers.LSTM(1, name='layer')"},
    {"tf.keras.layers.Embedding", "tf.keras.layers.Embedding(2, 1, name='layer')"},
    {"tf.keras.Sequential", "fitted()[0]"},
    {"tf.keras.Model", "tf.keras.Model(*[tf.keras.Input((1,), name='in')] * 2, name='model')"},
    {"tf.keras.Variable", "fitted()[0].weights[0]"},
    {"tf.keras.callbacks.History", "fitted()[1]"},
    {"tf.keras.callbacks.Callback", "tf.keras.callbacks.Callback()"},
    {"tf.keras.callbacks.EarlyStopping", "tf.keras.callbacks.EarlyStopping()"},
    {"tf.keras.callbacks.LambdaCallback", "tf.keras.callbacks.LambdaCallback(on_epoch_start=print)"},
    {"tf.keras.callbacks.ModelCheckpoint",
     "tf.keras.callbacks.ModelCheckpoint(scratch + '/kept.weights.h5',"
     " save_weights_only=True)"},
    {"tf.keras.callbacks.ReduceLROnPlateau", "tf.keras.callbacks.ReduceLROnPlateau()"},
    {"tf.keras.callbacks.TensorBoard", "tf.keras.callbacks.TensorBoard(scratch + '/board')"},
    {"tf.keras.initializers.GlorotUniform", "tf.keras.initializers.GlorotUniform(1)"},
    {"tf.keras.regularizers.L2", "tf.keras.regularizers.L2()"},
    {"tf.keras.constraints.MaxNorm", "tf.keras.constraints.MaxNorm()"},
    {"tf.keras.losses.MeanSquaredError", "tf.keras.losses.MeanSquaredError()"},
    {"tf.keras.losses.SparseCategoricalCrossentropy", "tf.keras.losses.SparseCategoricalCrossentropy()"},
    {"tf.keras.metrics.Mean", "tf.keras.metrics.Mean()"},
    {"tf.keras.metrics.AUC", "tf.keras.metrics.AUC()"},
    {"tf.keras.optimizers.SGD", "tf.keras.optimizers.SGD()"},
    {"tf.keras.optimizers.Adam", "tf.keras.optimizers.Adam()"},
    {"tf.keras.optimizers.schedules.ExponentialDecay", "tf.keras.optimizers.schedules.ExponentialDecay(1.0, 1, 0.5)"},
    {"tf.keras.mixed_precision.Policy", "tf.keras.mixed_precision.Policy('float32')"},
    {"tf.keras.layers.Layer", "policy()"},
    {"tf.keras.utils.Progbar", "tf.keras.utils.Progbar(1, verbose=0)"},
    {"tf.keras.utils.Sequence", "type('Own', (tf.keras.utils.Sequence,), {'__len__': lambda self: 1})()"},
};

// What a property says is another check's concern; here, of which type it is, or which error it raises.
constexpr const char* looks = R"py(
def classes(made):
    return [one.__name__ for one in (made if isinstance(made, type) else type(made)).__mro__]

def public_names(made):
    return sorted(name for name in dir(made) if name[0] != "_")

def type_of(made, name):
    try:
        return type(getattr(made, name)).__name__
    except Exception as error:
        return "raises " + type(error).__name__

def types(made):
    return ["%s: %s" % (name, type_of(made, name)) for name in public_names(made)]
)py";

}  // namespace

std::vector<Check> object_checks() {
  std::string pairs;
  for (const auto& [symbol, expression] : objects)
    pairs += "    (" + python_string(symbol) + ", " + python_string(expression) + "),\n";
  return {{.id = "runtime.objects",
           .api = {"tf"},
           .alone = true,
           .independent = true,
           .source = "\nfor symbol, text in (\n" + pairs + R"py():
    for look in ("classes", "public_names", "types"):
        evaluate("%s: %s of %s" % (symbol, look.replace("_", " "), text), "%s(%s)" % (look, text), kind="structure")
)py",
           .setup = std::string(setup) + looks}};
}

}  // namespace tfh::testsuites::runtime
