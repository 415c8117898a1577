// What callbacks are told while a model is trained, and what TensorBoard's writes.
#include <string>

#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* setup = R"py(
import glob, os, shutil
from concurrent import futures
from tensorflow.core.util import event_pb2

x, y = np.arange(8.0, dtype=np.float32).reshape(4, 2), np.ones([4, 1], np.float32)

def compiled(**options):
    tf.keras.backend.clear_session()
    model = tf.keras.Sequential([tf.keras.Input((2,), name="in"), tf.keras.layers.Dense(
        1, kernel_initializer="zeros", name="out")], name="model")
    model.compile("sgd", "mse", **dict({"metrics": ["mae"]}, **options))
    return model

class Told(tf.keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.calls = []

for hook in ("train_begin", "train_end", "epoch_begin", "epoch_end", "train_batch_begin", "train_batch_end", "test_begin",
             "test_end", "test_batch_begin", "test_batch_end", "predict_begin", "predict_end", "predict_batch_begin",
             "predict_batch_end", "batch_begin", "batch_end"):
    def called(self, *arguments, hook=hook, **others):
        logs = arguments[-1] if arguments and isinstance(arguments[-1], dict) else others.get("logs")
        first = [a for a in arguments if isinstance(a, int)]
        self.calls.append([hook, first, sorted(logs) if logs is not None else None])
    setattr(Told, "on_" + hook, called)

def told(run, **options):
    callback = Told()
    run(compiled(**options), callback)
    return callback.calls

def kinds(run):  # of the values in the logs
    seen = {}
    class Kinds(tf.keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            seen.update({name: type(value).__name__ for name, value in (logs or {}).items()})
        on_epoch_end = on_test_batch_end = on_predict_batch_end = on_train_batch_end
    run(compiled(), Kinds())
    return seen

def params(run):
    callback = Told()
    run(compiled(), callback)
    return {name: value if isinstance(value, (int, str, list, type(None))) else type(value).__name__
            for name, value in callback.params.items()}

def stopping(hook):  # what a callback that stops the training leaves
    class Stops(tf.keras.callbacks.Callback):
        pass
    setattr(Stops, "on_" + hook, lambda self, *a, **o: setattr(self.model, "stop_training", True))
    callback = Told()
    fit(compiled(), None, epochs=3, callbacks=[Stops(), callback])
    return [call[0] for call in callback.calls]

def board(run, **options):  # tags that TensorBoard's callback writes, by file; what it leaves of a writer ends with its thread
    folder = os.path.join(scratch, "board")
    shutil.rmtree(folder, ignore_errors=True)
    with futures.ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: run(compiled(), tf.keras.callbacks.TensorBoard(folder, **options))).result()
    seen = {}
    for name in sorted(glob.glob(folder + "/**/*tfevents*", recursive=True)):
        events = [event_pb2.Event.FromString(one.numpy()) for one in tf.data.TFRecordDataset(name)]
        seen.setdefault(os.path.relpath(os.path.dirname(name), folder), []).extend(
            [event.step, value.tag, value.metadata.plugin_data.plugin_name] for event in events for value in event.summary.value)
    return seen

class Batches(tf.keras.utils.Sequence):
    def __init__(self, calls):
        try:
            super().__init__()
        except TypeError:
            pass
        self.calls = calls
    def __len__(self):
        self.calls.append("len") if "len" not in self.calls else None
        return 2
    def __getitem__(self, index):
        return x[:2], y[:2]
    def on_epoch_begin(self):
        self.calls.append("begin")
    def on_epoch_end(self):
        self.calls.append("end")

def sequence_calls(run):
    calls = []
    run(compiled(), Batches(calls))
    return [calls.count("begin"), calls.count("end")]

def fit(model, callback, **options):
    return model.fit(x, y, **dict({"batch_size": 2, "verbose": 0, "callbacks": [callback]}, **options))

def evaluate_model(model, callback):
    return model.evaluate(x, y, batch_size=2, verbose=0, callbacks=[callback])

def predict(model, callback):
    return model.predict(x, batch_size=2, verbose=0, callbacks=[callback])

)py";

constexpr const char* uses = R"py(
table = {
    "tf.keras.callbacks.Callback": {
        "fit": "told(fit)", "evaluate": "told(evaluate_model)", "predict": "told(predict)",
        "fit and validation": "told(lambda m, c: fit(m, c, validation_data=(x, y)))",
        "fit and a split": "told(lambda m, c: fit(m, c, validation_split=0.5))",
        "validation now and then": "told(lambda m, c: fit(m, c, epochs=3, validation_data=(x, y), validation_freq=2))",
        "validation at epochs": "told(lambda m, c: fit(m, c, epochs=3, validation_data=(x, y), validation_freq=[1]))",
        "initial epoch": "told(lambda m, c: fit(m, c, epochs=3, initial_epoch=2))",
        "no epochs": "told(lambda m, c: fit(m, c, epochs=0))",
        "steps in one": "told(fit, steps_per_execution=2)",
        "three steps in one": "told(fit, steps_per_execution=3)",
        "no metrics": "told(fit, metrics=None)", "weighted metrics": "told(fit, weighted_metrics=['mae'])",
        "eagerly": "told(fit, run_eagerly=True)",
        "fewer steps": "told(lambda m, c: fit(m, c, steps_per_epoch=1))",
        "more steps than data": "told(lambda m, c: fit(m, c, steps_per_epoch=5))",
        "a data set": "told(lambda m, c: m.fit(tf.data.Dataset.from_tensors((x, y)), verbose=0, callbacks=[c]))",
        "train_on_batch": "told(lambda m, c: m.train_on_batch(x, y))",
    },
    "tf.keras.callbacks.Callback.params": {
        "fit": "params(fit)", "evaluate": "params(evaluate_model)", "predict": "params(predict)",
        "fit and validation": "params(lambda m, c: fit(m, c, validation_data=(x, y)))",
        "a data set": "params(lambda m, c: m.fit(tf.data.Dataset.from_tensors((x, y)), verbose=0, callbacks=[c]))",
    },
    "tf.keras.callbacks.Callback.on_train_batch_end": {"kinds of values": "kinds(fit)"},
    "tf.keras.callbacks.Callback.on_test_batch_end": {"kinds of values": "kinds(evaluate_model)"},
    "tf.keras.callbacks.Callback.on_predict_batch_end": {"kinds of values": "kinds(predict)"},
    "tf.keras.Model.stop_training": {hook: "stopping(%r)" % hook for hook in (
        "train_begin", "epoch_begin", "train_batch_begin", "train_batch_end", "epoch_end")},
    "tf.keras.callbacks.TensorBoard": dict({
        "usual": "board(fit)", "validation": "board(lambda m, c: fit(m, c, validation_data=(x, y)))",
        "evaluate": "board(evaluate_model)", "predict": "board(predict)",
        "two epochs": "board(lambda m, c: fit(m, c, epochs=2))"}, **{
        what: "board(fit, %s)" % what for what in (
            "histogram_freq=1", "update_freq='batch'", "update_freq=1", "update_freq=2", "update_freq='nonsense'",
            "write_graph=False", "write_images=True", "write_images=True, histogram_freq=1", "write_steps_per_second=True",
            "profile_batch=0", "profile_batch=-1", "profile_batch=(5, 2)", "profile_batch='1,2'", "profile_batch='a'",
            "profile_batch=1.5", "embeddings_freq=1", "histogram_freq=-1", "write_grads=True", "batch_size=2", "nonsense=1")}),
    "tf.keras.utils.Sequence.on_epoch_end": {
        "fit": "sequence_calls(lambda m, s: m.fit(s, verbose=0))",
        "two epochs": "sequence_calls(lambda m, s: m.fit(s, epochs=2, verbose=0))",
        "fewer steps": "sequence_calls(lambda m, s: m.fit(s, steps_per_epoch=1, epochs=3, verbose=0))",
        "validation": "sequence_calls(lambda m, s: m.fit(x, y, validation_data=s, epochs=2, verbose=0))",
        "evaluate": "sequence_calls(lambda m, s: m.evaluate(s, verbose=0))",
        "predict": "sequence_calls(lambda m, s: m.predict(s, verbose=0))",
    },
}
for symbol in table:
    for what, text in table[symbol].items():
        evaluate("%s: %s" % (symbol, what), text, kind="structure")
)py";

}  // namespace

std::vector<Check> hook_checks() {
  return {{.id = "keras.told_to_callbacks",
           .api = {"tf.keras.callbacks.Callback", "tf.keras.callbacks.TensorBoard"},
           .alone = true,
           .independent = true,
           .source = uses,
           .setup = setup}};
}

}  // namespace tfh::testsuites::keras
