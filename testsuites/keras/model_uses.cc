// Single uses of models and of what goes with them, an expression each: inputs, encodings, losses, steps, variables.
#include <string>

#include "testsuites/keras/small_parts.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* setup = R"py(
import json

def masked(tensor):
    tensor._keras_mask = tf.constant([True, False])
    return tensor

def trained(loss, **options):
    return compiled(loss=loss, **options).train_on_batch(x, x[:, :1])

def names_in(scope):
    with scope:
        return [name for name in tf.keras.utils.get_custom_objects() if name == "a"]

def from_json(**described):
    return tf.keras.models.model_from_json(json.dumps(described))

def about(variable):
    return [tuple(variable.shape), str(variable.dtype), variable.trainable, getattr(variable, "aggregation", None)]

def own_loss(self, x=None, y=None, y_pred=None, sample_weight=None, **others):
    return tf.reduce_mean(y_pred) * 0.0 + 5.0

def overridden(**methods):
    class Own(tf.keras.Model):
        def __init__(self):
            super().__init__(name="own")
            self.out = dense()
        def call(self, inputs):
            return self.out(inputs)
    made = type("Changed", (Own,), methods)()
    made.compile("sgd", "mse", metrics=["mae"])
    return made.fit(x, x[:, :1], verbose=0).history

)py";

constexpr const char* uses = R"py(
uses = {
    "Model.quantize": {
        mode: "(lambda m: [m.quantize(%r), m(x)][1])(model(dense(2)))" % mode
        for mode in ("int8", "float8", "int4", "nonsense")
    },
    "Input": {
        what: "[tf.keras.Input(%s)]" % text
        for what, text in {
            "no shape": "name='i'",
            "tensor": "tensor=x, name='i'",
            "batch_size": "(2,), batch_size=3, name='i'",
            "batch_shape": "batch_shape=(3, 2), name='i'",
            "sparse": "(2,), sparse=True, name='i'",
            "ragged": "(None,), ragged=True, name='i'",
            "sparse and ragged": "(2,), sparse=True, ragged=True, name='i'",
            "optional": "(2,), optional=True, name='i'",
            "dtype": "(2,), dtype='int32', name='i'",
            "dtype that is not there": "(2,), dtype='int33', name='i'",
            "type_spec": "type_spec=tf.TensorSpec([None, 2]), name='i'",
            "number": "2, name='i'",
            "list": "[2], name='i'",
            "text": "'a', name='i'",
            "scalar": "(), name='i'",
            "negative": "(-1,), name='i'",
            "shape and batch_shape": "(2,), batch_shape=(3, 2), name='i'",
            "name with a slash": "(2,), name='a/b'",
            "keras tensor": "tensor=tf.keras.Input((2,)), name='i'",
        }.items()
    },
    "utils.deserialize_keras_object": {
        what: "tf.keras.utils.deserialize_keras_object(%s)" % what
        for what in (
            "'abc'",
            "'relu'",
            "3",
            "1.5",
            "None",
            "True",
            "[1, 'a']",
            "(1,)",
            "{}",
            "{'a': 1}",
            "{'class_name': 'Dense'}",
            "{'class_name': 'Nowhere', 'config': {}}",
            "{'class_name': 'Dense', 'config': {'units': 1}}",
            "{'class_name': '__tuple__', 'items': [1]}",
            "{'class_name': '__tensor__', 'config': {'value': [1], 'dtype': 'int32'}}",
            "{'module': 'builtins', 'class_name': 'list', 'config': [1], 'registered_name': None}",
            "{'module': 'keras.layers', 'class_name': 'ReLU', 'config': {'name': 'r'}, 'registered_name': None}",
        )
    },
    "utils.serialize_keras_object": {
        what: "tf.keras.utils.serialize_keras_object(%s)" % what
        for what in (
            "'abc'",
            "3",
            "1.5",
            "None",
            "True",
            "[1, 'a']",
            "(1, 2)",
            "{'a': 1}",
            "np.float32(1.5)",
            "np.array([1])",
            "tf.constant([1])",
            "tf.float32",
            "tf.TensorShape([1, None])",
            "slice(1, 2)",
            "b'a'",
            "tf.nn.relu",
            "abs",
            "tf.keras.layers.Dense",
            "tf.keras.activations.relu",
            "tf.keras.losses.mse",
            "{1, 2}",
            "Ellipsis",
        )
    },
    "utils.CustomObjectScope": {
        "names": "names_in(tf.keras.utils.CustomObjectScope({'a': abs}))",
        "no dictionary": "tf.keras.utils.CustomObjectScope(3).__enter__()",
        "two": "tf.keras.utils.CustomObjectScope({'a': 1}, {'b': 2}).custom_objects",
    },
    "losses.MeanAbsoluteError": {
        "mask of the guess": "tf.keras.losses.MeanAbsoluteError()(x, masked(x * 2.0))",
        "weights of another size": "tf.keras.losses.MeanAbsoluteError()(x, 2 * x, sample_weight=[1.0, 2.0, 3.0])",
        "weights of each element": "tf.keras.losses.MeanAbsoluteError()(x, 2 * x, sample_weight=x)",
        "weights of zeros": "tf.keras.losses.MeanAbsoluteError()(x, 2 * x, sample_weight=[0.0, 0.0])",
        "weights that are one number": "tf.keras.losses.MeanAbsoluteError()(x, 2 * x, sample_weight=2.0)",
    },
    "Model.compile": {
        "loss of text": "trained('mse')",
        "loss of nothing": "trained(None)",
        "loss function": "trained(lambda t, g: tf.reduce_mean(g))",
        "loss of shape": "trained(lambda t, g: g - t)",
        "loss class": "trained(tf.keras.losses.MeanSquaredError)",
        "list": "trained(['mse'])",
        "dictionary": "trained({'dense': 'mse'})",
        "name that is not there": "trained({'other': 'mse'})",
        "loss_weights": "trained('mse', loss_weights=2.0)",
        "loss_weights list": "trained('mse', loss_weights=[2.0])",
        "auto_scale_loss": "trained('mse', auto_scale_loss=False)",
        "from_serialized": "trained('mse', from_serialized=True)",
        "nonsense": "trained('mse', nonsense=1)",
    },
    "Model.compute_metrics": {
        "own results": "overridden(compute_metrics=lambda self, *a, **o: {'q': 3.0})",
        "tensor": "overridden(compute_metrics=lambda self, *a, **o: {'q': tf.constant(3.0)})",
    },
    "Model.compute_loss": {"own": "overridden(compute_loss=own_loss)"},
    "Model.train_step": {
        "own": "overridden(train_step=lambda self, data: {'q': tf.constant(3.0)})",
        "nothing": "overridden(train_step=lambda self, data: {})",
        "number": "overridden(train_step=lambda self, data: 3.0)",
    },
    "Model.fit": {
        what: "compiled().fit(%s, verbose=0).history" % text
        for what, text in {
            "lists": "x.numpy().tolist(), [1.0, 2.0]",
            "batch of one": "x[:1], x[:1, :1]",
            "y of a vector": "x, x[:, 0]",
            "sample_weight": "x, x[:, :1], sample_weight=np.float32([1, 0])",
            "class_weight": "x, np.int32([[0], [1]]), class_weight={0: 1.0, 1: 2.0}",
            "no y": "x",
            "more rows of x": "x, x[:1, :1]",
            "validation_split 0.5": "x, x[:, :1], validation_split=0.5",
            "validation_split 1": "x, x[:, :1], validation_split=1.0",
            "batch_size 0": "x, x[:, :1], batch_size=0",
            "batch_size 1.5": "x, x[:, :1], batch_size=1.5",
            "epochs -1": "x, x[:, :1], epochs=-1",
            "steps_per_epoch 0": "x, x[:, :1], steps_per_epoch=0",
            "verbose auto and text": "x, x[:, :1], initial_epoch=5",
        }.items()
    },
    "models.model_from_json": {
        "usual": "tf.keras.models.model_from_json(model().to_json()).name",
        "no JSON": "tf.keras.models.model_from_json('a')",
        "of a layer": "from_json(class_name='Dense', config={'units': 1}).units",
        "Sequential of nothing": "from_json(class_name='Sequential', config={'name': 's', 'layers': []}).name",
        "list of layers": "from_json(class_name='Sequential', config=[]).name",
    },
    "Variable": {
        what: "about(tf.keras.Variable(%s))" % text
        for what, text in {
            "number": "1.0, name='v'",
            "list": "[1, 2], name='v'",
            "dtype": "1, dtype='float16', name='v'",
            "aggregation": "1.0, aggregation='sum', name='v'",
            "aggregation that is not there": "1.0, aggregation='a', name='v'",
            "initializer": "'ones', shape=(2,), name='v'",
            "function": "lambda s, dtype=None: tf.ones(s), shape=(2,), name='v'",
            "text": "'a', name='v'",
            "text dtype": "'a', dtype='string', name='v'",
            "not trainable": "1.0, trainable=False, name='v'",
            "name with a slash": "1.0, name='a/b'",
            "tf.Variable": "tf.Variable(1.0), name='v'",
            "bool": "True, name='v'",
            "autocast": "1.0, autocast=False, name='v'",
            "synchronization": "1.0, synchronization='auto', name='v'",
        }.items()
    },
}
)py";

}  // namespace

std::vector<Check> model_use_checks() {
  return {check_of_uses("uses_of_models", "tf.keras", setup, std::string(uses) + each_use)};
}

}  // namespace tfh::testsuites::keras
