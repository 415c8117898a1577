// What release notes say of models and of what is saved, and no other table tries, an expression each.
#include <string>

#include "testsuites/keras/small_parts.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* setup = R"py(
import os, pathlib, shutil

class Branching(tf.keras.Model):
    def call(self, inputs):
        return inputs * 2.0 if tf.reduce_sum(inputs) > 0.0 else inputs

@tf.keras.utils.register_keras_serializable("own")
class Registered(tf.keras.Model):
    def __init__(self, **options):
        super().__init__(**options)
        self.last = dense(name="last")

    def call(self, inputs):
        return self.last(inputs)

class Optional(layers.Layer):
    def call(self, inputs, other=None):
        return inputs if other is None else inputs + other

def with_optional(given):
    one, other = tf.keras.Input((2,), name="x"), tf.keras.Input((2,), name="o", optional=True)
    return tf.keras.Model([one, other], Optional()(one, other))(given)

def functional():
    given = tf.keras.Input((2,), name="in")
    return tf.keras.Model(given, dense(name="last")(dense(3, name="first")(given)))

def holding(holder, **parts):
    for name, part in parts.items():
        setattr(holder, name, part)
    return [len(holder.trainable_variables), len(holder.variables)]

def in_parts(made):
    os.makedirs(scratch + "/parts", exist_ok=True)
    made.save_weights(scratch + "/parts/w.weights.json", max_shard_size=1e-6)
    return sorted(os.listdir(scratch + "/parts"))

def archive():
    os.makedirs(scratch + "/packed", exist_ok=True)
    open(scratch + "/packed/text.txt", "w").write("text")
    return shutil.make_archive(scratch + "/given", "zip", scratch + "/packed")

def groups(path):
    import h5py
    names = []
    h5py.File(path, "r").visit(names.append)
    return names

def saved(made, name, **options):
    made.save(scratch + name, **options)
    return tf.keras.models.load_model(scratch + name)

def plain():
    return tf.keras.Sequential([tf.keras.Input((2,), name="given"), dense()])

def served(made, **options):
    made.export(scratch + "/exported", **options)
    loaded = tf.saved_model.load(scratch + "/exported")
    return [sorted(loaded.signatures), loaded.serve(x)]

def served_by_name():
    given = {name: tf.keras.Input((1,), name=name) for name in "ab"}
    tf.keras.Model(given, {"sum": given["a"] + given["b"]}).export(scratch + "/by_name")
    served = tf.saved_model.load(scratch + "/by_name").signatures["serving_default"]
    return [sorted(served.structured_input_signature[1]), sorted(served.structured_outputs)]

def measured_by(*metrics):
    made = model(dense(2))
    made.compile("sgd", "mse", metrics=list(metrics))
    return sorted(made.evaluate(x, x, verbose=0, return_dict=True))

def archived():
    made, written = model(), tf.keras.export.ExportArchive()
    written.track(made)
    written.add_endpoint("serve", made.call, [tf.TensorSpec([None, 2])])
    written.write_out(scratch + "/exported")
    loaded = tf.saved_model.load(scratch + "/exported")
    return loaded.serve(x)

def fetched(**options):
    os.makedirs(scratch + "/kept", exist_ok=True)
    return tf.keras.utils.get_file("a.zip", origin="file://" + archive(), cache_dir=scratch + "/kept", **options)

def interrupted(**options):
    class Break(tf.keras.callbacks.Callback):
        epoch, seen = 0, []
        def on_epoch_begin(self, epoch, logs=None):
            Break.epoch = epoch
        def on_train_batch_begin(self, batch, logs=None):
            Break.seen.append([Break.epoch, batch])
            if Break.seen[-1] == [1, 2] and Break.seen.count([1, 2]) == 1:
                raise RuntimeError("broken off")
    for _ in range(2):
        try:
            compiled().fit(tf.ones([4, 2]), tf.ones([4, 1]), batch_size=1, epochs=2, verbose=0, callbacks=[
                tf.keras.callbacks.BackupAndRestore(scratch + "/backup", **options), Break()])
        except RuntimeError:
            pass
    return Break.seen

def sounds():
    for name in ("a", "b"):
        os.makedirs(scratch + "/sounds/" + name, exist_ok=True)
        tf.io.write_file(scratch + "/sounds/%s/s.wav" % name, tf.audio.encode_wav(tf.zeros([4, 1]), 8000))
    return scratch + "/sounds"

image = tf.reshape(tf.range(48.0), [1, 4, 4, 3])

)py";

constexpr const char* uses = R"py(
uses = {
    "Model.predict": {"branch on a tensor": "Branching().predict(np.ones([1, 1]), verbose=0)"},
    "Model.fit": {"metrics afterwards": "(lambda m: [m.fit(x, x[:, :1], verbose=0), {k: type(v).__name__ for k, v in "
                                        "m.get_metrics_result().items()}][1])(compiled())",
                  "creator of a dataset": "compiled().fit(tf.keras.utils.experimental.DatasetCreator(lambda c: "
                                          "tf.data.Dataset.from_tensors((x, x[:, :1])).repeat()), steps_per_epoch=1, "
                                          "verbose=0).history"},
    "Model.trainable_variables": {"tf.Variable as an attribute":
                                  "holding(tf.keras.Model(), a=tf.Variable(1.0), b=tf.Variable(1.0, trainable=False))",
                                  "list of variables": "holding(tf.keras.Model(), a=[tf.Variable(1.0)])",
                                  "dict of layers": "holding(tf.keras.Model(), a={'a': layers.BatchNormalization()})"},
    "Model": {
        "part of a functional model": "(lambda m: tf.keras.Model(m.layers[1].output, m.output)(tf.ones([1, 3])))("
                                      "functional())",
        "nested inputs": "(lambda a: tf.keras.Model({'a': {'b': a}}, a * 1.0)({'a': {'b': tf.ones([1, 1])}}))("
                         "tf.keras.Input((1,), name='a'))",
        "optional input is None": "with_optional([tf.ones([1, 2]), None])",
        "optional input of a dict": "with_optional({'x': tf.ones([1, 2]), 'o': None})",
        "optional input is there": "with_optional([tf.ones([1, 2]), tf.ones([1, 2])])",
        "slice of a ragged input": "(lambda g: tf.keras.Model(g, g[:, :2])(tf.ragged.constant([[1.0, 2.0, 3.0], "
                                   "[4.0]])))(tf.keras.Input([None], ragged=True))",
        "image function": "(lambda g: tf.keras.Model(g, tf.image.psnr(g, g + 1.0, 2.0))(image))("
                          "tf.keras.Input((4, 4, 3)))",
        "inputs of a subclass": "(lambda m: [m.compile('sgd', 'mse'), m.fit(x, x, verbose=0), m.inputs, getattr(m, "
                                "'input_names', 0)][2:])(type('Own', (tf.keras.Model,), {'call': lambda s, i: i * 1.0, "
                                "})())",
    },
    "Model.jit_compile": {"set": "(lambda m: [setattr(m, 'jit_compile', True), m.jit_compile][1])(compiled())"},
    "Model.save_spec": {"sequential": "repr(model().save_spec())", "subclass": "Branching().save_spec()",
                        "called subclass": "(lambda m: [m(x), repr(m.save_spec())][1])(Branching())"},
    "Model.make_train_function": {"force": "compiled().make_train_function(force=True) is not None"},
    "Model.save": {
        "bfloat16": "str(saved(model(dense(dtype='bfloat16')), '/b.keras').dtype)",
        "no traces": "saved(model(), '/folder', save_traces=False)(x)",
        "keras without a suffix": "[plain().save(scratch + '/bare', save_format='keras'), "
                                  "os.path.isfile(scratch + '/bare')]",
        "h5 without a suffix": "[plain().save(scratch + '/old', save_format='h5'), os.path.isfile(scratch + '/old')]",
        "registered subclass": "(lambda m: [m(x), saved(m, '/own.keras')(x)][1])(Registered())",
        "registered subclass in h5": "(lambda m: [m(x), m.save(scratch + '/own.h5')][1])(Registered())",
        "pathlib": "(lambda p: [model().save(p), tf.keras.models.load_model(p)(x)][1])(pathlib.Path(scratch) / 'm.h5')",
        "stateful": "saved(tf.keras.Sequential([tf.keras.Input(batch_shape=(1, 2, 1)), layers.LSTM(1, stateful=True, "
                    "kernel_initializer='ones', recurrent_initializer='ones')]), '/l.h5')(tf.ones([1, 2, 1]))",
        "adapted layer": "(lambda v: [v.adapt([['a b']]), saved(tf.keras.Sequential([tf.keras.Input((1,), "
                         "dtype='string'), v]), '/t.keras')(tf.constant([['b']]))][1])(layers.TextVectorization())",
    },
    "Model.load_weights": {
        "of another width from a whole model": "[plain().save(scratch + '/whole.keras'), model(dense(3)).load_weights("
                                               "scratch + '/whole.keras', skip_mismatch=True)][1] is None",
    },
    "Model.compile": {"metric %s" % name: "measured_by(%r)" % name for name in ("R2Score", "F1Score", "nonsense")},
    "metrics.deserialize": {"of no metric": "tf.keras.metrics.deserialize('nonsense')"},
    "losses.deserialize": {"of no loss": "tf.keras.losses.deserialize('nonsense')"},
    "Model.save_weights": {
        "groups": "(lambda m: [m.save_weights(scratch + '/w.weights.h5'), groups(scratch + '/w.weights.h5')][1])("
                  "model(dense(), layers.Dropout(0.5, seed=1)))",
        "groups after compile": "(lambda m: [m.save_weights(scratch + '/w.weights.h5'), groups(scratch + "
                                "'/w.weights.h5')][1])(compiled())",
        "in parts": "in_parts(model(dense(), dense(2, name='other')))",
    },
    "Model.export": {
        "inputs by name": "served_by_name()",
        "format": "served(plain(), format='nonsense')",
        "not verbose": "served(plain(), verbose=False)",
        "signature": "served(plain(), input_signature=[tf.TensorSpec([None, 2])])",
        "layer of it": "(lambda m: [m.export(scratch + '/e'), layers.TFSMLayer(scratch + '/e', call_endpoint='serve')("
                       "x)][1])(plain())",
        "no such endpoint": "(lambda m: [m.export(scratch + '/e'), layers.TFSMLayer(scratch + '/e', "
                            "call_endpoint='a')][1])(plain())",
    },
    "export.ExportArchive": {
        "endpoint": "archived()",
        "nothing": "tf.keras.export.ExportArchive().write_out(scratch + '/a')",
    },
    "saving.KerasFileEditor": {"compare": "(lambda m: [m.save_weights(scratch + '/w.weights.h5'), "
                                          "tf.keras.saving.KerasFileEditor(scratch + '/w.weights.h5').compare(m)][1])("
                                          "model())"},
    "utils.get_file": {
        how: "fetched(%s)[len(scratch):]" % how for how in ("extract=True", "extract=False", "untar=True")
    },
    "utils.FeatureSpace": {
        "values": "(lambda f: [f.adapt(tf.data.Dataset.from_tensors({'a': 1.0, 'b': 'x'})), f({'a': 2.0, 'b': 'x'})][1]"
                  ")(tf.keras.utils.FeatureSpace({'a': 'float', 'b': 'string_categorical'}))",
    },
    "utils.warmstart_embedding_matrix": {
        "plain": "tf.keras.utils.warmstart_embedding_matrix(['a', 'b'], ['b', 'c'], np.eye(2), 'zeros')",
    },
    "utils.audio_dataset_from_directory": {
        "shapes": "[[x.dtype.name, x.shape.as_list()] for x, y in tf.keras.utils.audio_dataset_from_directory("
                  "sounds(), output_sequence_length=4, batch_size=2)]",
    },
    "callbacks.BackupAndRestore": {
        "broken off": "interrupted()", "every step": "interrupted(save_freq=1)",
    },
    "callbacks.SwapEMAWeights": {
        "every epoch": "(lambda m: [m.compile(tf.keras.optimizers.SGD(0.25, use_ema=True), 'mse'), m.fit(x, x[:, :1], "
                       "epochs=2, verbose=0, callbacks=[tf.keras.callbacks.SwapEMAWeights(swap_on_epoch=True)]), "
                       "m.get_weights()][2])(model())",
    },
    "models.experimental.SharpnessAwareMinimization": {
        "fit": "(lambda w: [w.compile('sgd', 'mse'), w.fit(x, x[:, :1], verbose=0).history][1])("
               "tf.keras.models.experimental.SharpnessAwareMinimization(model()))",
    },
    "applications.MobileNetV3Small": {
        how: "[type(one).__name__ for one in tf.keras.applications.MobileNetV3Small(input_shape=(32, 32, 3), "
             "weights=None, %s).layers[:3]]" % how for how in ("include_preprocessing=False", "alpha=1.0")
    },
}
)py";

}  // namespace

std::vector<Check> documented_model_checks() {
  return {check_of_uses("documented_of_models", "tf.keras", setup, std::string(uses) + each_use)};
}

}  // namespace tfh::testsuites::keras
