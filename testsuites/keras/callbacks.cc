// Callbacks: what each does during a short training, what it writes, what it refuses.
#include <string>

#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

// `fit(callbacks, ...)` trains a model of one weight and returns the history.
std::string with_fit(const char* text) {
  return std::string(R"(
import os

def fit(callbacks, epochs=3, **options):
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="zeros", name="out")],
                                name="model")
    model.compile(tf.keras.optimizers.SGD(0.25), "mse", run_eagerly=True)
    x = np.ones([4, 1], np.float32)
    return model.fit(x, x, epochs=epochs, batch_size=2, shuffle=False, verbose=0, callbacks=callbacks, **options)

def files():
    return sorted(os.path.relpath(os.path.join(folder, name), scratch) for folder, _, names in os.walk(scratch)
                  for name in names)
)") + text;
}

std::vector<Check> adjusting() {
  return {
      {.id = "keras.early_stopping",
       .api = {"tf.keras.callbacks.EarlyStopping"},
       .tolerance = {.ulps = 64},
       .source = with_fit(R"(
def stopped(**options):
    callback = tf.keras.callbacks.EarlyStopping(**options)
    history = fit([callback], epochs=6)
    return len(history.history["loss"]), callback.stopped_epoch, callback.best_epoch

attempt("loss", lambda: stopped(monitor="loss"))
attempt("min_delta", lambda: stopped(monitor="loss", min_delta=10.0))
attempt("patience", lambda: stopped(monitor="loss", min_delta=10.0, patience=2))
attempt("restore_best_weights", lambda: stopped(monitor="loss", restore_best_weights=True))
attempt("baseline", lambda: stopped(monitor="loss", baseline=0.0))
attempt("start_from_epoch", lambda: stopped(monitor="loss", min_delta=10.0, start_from_epoch=3))
attempt("mode max", lambda: stopped(monitor="loss", mode="max"))
attempt("unknown monitor", lambda: stopped(monitor="nonsense"))
attempt("unknown mode", lambda: stopped(monitor="loss", mode="nonsense"))
attempt("default monitor", lambda: tf.keras.callbacks.EarlyStopping().monitor)
attempt("attributes", lambda: sorted(n for n in vars(tf.keras.callbacks.EarlyStopping()) if n[0] != "_"),
        kind="structure")
)")},
      {.id = "keras.reduce_lr_on_plateau",
       .api = {"tf.keras.callbacks.ReduceLROnPlateau"},
       .tolerance = {.ulps = 64},
       .source = with_fit(R"(
def history(**options):
    return {key: [float(v) for v in values] for key, values in
            fit([tf.keras.callbacks.ReduceLROnPlateau(monitor="loss", min_delta=10.0, **options)]).history.items()}

attempt("patience 0", lambda: history(patience=0, factor=0.5))
attempt("min_lr", lambda: history(patience=0, factor=0.5, min_lr=0.2))
attempt("factor 2", lambda: history(factor=2.0))
attempt("epsilon", lambda: history(epsilon=0.1))
)")},
      {.id = "keras.learning_rate_scheduler",
       .api = {"tf.keras.callbacks.LearningRateScheduler"},
       .source = with_fit(R"(
def history(schedule):
    return {key: len(values) for key, values in
            fit([tf.keras.callbacks.LearningRateScheduler(schedule)]).history.items()}

attempt("epoch", lambda: history(lambda epoch: 0.1))
attempt("epoch and rate", lambda: history(lambda epoch, rate: rate * 0.5))
attempt("returns text", lambda: history(lambda epoch: "slow"))
attempt("returns a tensor", lambda: history(lambda epoch: tf.constant(0.1)))
attempt("returns an integer", lambda: history(lambda epoch: 1))
)")},
  };
}

std::vector<Check> hooks() {
  return {
      {.id = "keras.lambda_callback", .api = {"tf.keras.callbacks.LambdaCallback"}, .source = with_fit(R"(
events = []
attempt("fit", lambda: fit([tf.keras.callbacks.LambdaCallback(
    on_epoch_begin=lambda epoch, logs: events.append(["epoch", epoch, sorted(logs or {})]),
    on_train_begin=lambda logs: events.append(["train", sorted(logs or {})]),
    on_train_end=lambda logs: events.append(["end", sorted(logs or {})]))], epochs=1) and None)
observe("events", events, kind="structure")
attempt("on_batch_end", lambda: fit([tf.keras.callbacks.LambdaCallback(
    on_batch_end=lambda batch, logs: events.append(batch))], epochs=1) and None)
attempt("on_train_batch_end", lambda: fit([tf.keras.callbacks.LambdaCallback(
    on_train_batch_end=lambda batch, logs: events.append(sorted(logs)))], epochs=1) and None)
observe("all events", events, kind="structure")
)")},
      {.id = "keras.terminate_on_nan", .api = {"tf.keras.callbacks.TerminateOnNaN"}, .source = with_fit(R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="zeros", name="out")])
model.compile("sgd", "mse")
attempt("epochs", lambda: len(model.fit(np.ones([4, 1]), np.full([4, 1], np.nan), epochs=3, batch_size=2, verbose=0,
                                        callbacks=[tf.keras.callbacks.TerminateOnNaN()]).history["loss"]))
attempt("hooks", lambda: sorted(n for n in vars(tf.keras.callbacks.TerminateOnNaN) if n.startswith("on_")),
        kind="structure")
)")},
      {.id = "keras.callback_mistakes", .api = {"tf.keras.callbacks.Callback"}, .source = with_fit(R"(
attempt("not a callback", lambda: fit([3]) and None)
attempt("one instead of a list", lambda: fit(tf.keras.callbacks.History()) and None)
attempt("class", lambda: fit([tf.keras.callbacks.History]) and None)
attempt("sets the model", lambda: setattr(tf.keras.callbacks.Callback(), "model", 3))
attempt("params", lambda: sorted(fit([]).params), kind="structure")
attempt("history", lambda: fit([]).epoch)
attempt("hooks", lambda: sorted(n for n in dir(tf.keras.callbacks.Callback) if n[0] != "_"), kind="structure")
attempt("default logger", lambda: tf.keras.callbacks.BaseLogger.__name__)
attempt("callback list", lambda: type(tf.keras.callbacks.CallbackList([], add_history=True).callbacks[-1]).__name__)
)")},
      {.id = "keras.swap_ema_weights", .api = {"tf.keras.callbacks.SwapEMAWeights"}, .source = with_fit(R"(
attempt("no ema", lambda: fit([tf.keras.callbacks.SwapEMAWeights()]) and None)
)")},
  };
}

std::vector<Check> saving() {
  return {
      {.id = "keras.model_checkpoint", .api = {"tf.keras.callbacks.ModelCheckpoint"}, .source = with_fit(R"(
def saved(name, **options):
    fit([tf.keras.callbacks.ModelCheckpoint(scratch + "/" + name, **options)], epochs=2)
    return [f for f in files() if f.startswith(name.split("{")[0])]

attempt("keras", lambda: saved("a.keras"), kind="structure")
attempt("epoch", lambda: saved("b{epoch:02d}.keras"), kind="structure")
attempt("h5", lambda: saved("c.h5"), kind="structure")
attempt("folder", lambda: saved("d"), kind="structure")
attempt("weights", lambda: saved("e", save_weights_only=True), kind="structure")
attempt("weights.h5", lambda: saved("f.weights.h5", save_weights_only=True), kind="structure")
attempt("best", lambda: saved("g.keras", save_best_only=True, monitor="loss"), kind="structure")
attempt("save_freq", lambda: saved("h.keras", save_freq=3), kind="structure")
attempt("batch", lambda: saved("n{epoch}-{batch}.h5", save_freq=1), kind="structure")
attempt("period", lambda: saved("i.keras", period=2), kind="structure")
attempt("unknown save_freq", lambda: saved("j.keras", save_freq="nonsense"), kind="structure")
attempt("initial_value_threshold", lambda: saved("k.keras", save_best_only=True, monitor="loss",
                                                 initial_value_threshold=0.0), kind="structure")
attempt("unknown field", lambda: saved("l{nonsense}.keras"), kind="structure")
attempt("unknown mode", lambda: saved("m.keras", mode="nonsense"), kind="structure")
)")},
      {.id = "keras.csv_logger", .api = {"tf.keras.callbacks.CSVLogger"}, .source = with_fit(R"(
def logged(**options):
    fit([tf.keras.callbacks.CSVLogger(scratch + "/log.csv", **options)], epochs=2)
    with open(scratch + "/log.csv") as log:
        return [line.rsplit(",", 1)[0] if "loss" not in line else line for line in log.read().splitlines()]

attempt("lines", lambda: logged())
attempt("append", lambda: logged(append=True))
attempt("separator", lambda: logged(separator=";")[0])
)")},
  };
}

std::vector<Check> reporting() {
  return {
      {.id = "keras.tensorboard_files", .api = {"tf.keras.callbacks.TensorBoard"}, .alone = true, .source = with_fit(R"(
from tensorflow.core.util import event_pb2

def tags(folder):
    found = set()
    for name in files():
        if name.startswith(folder) and "tfevents" in name and "profile" not in name:
            for record in tf.data.TFRecordDataset(scratch + "/" + name):
                found.update(v.tag for v in event_pb2.Event.FromString(record.numpy()).summary.value)
    return sorted(found)

for name, options in (("plain", {}), ("histograms", {"histogram_freq": 1}), ("batches", {"update_freq": "batch"}),
                      ("steps", {"write_steps_per_second": True}), ("no graph", {"write_graph": False})):
    attempt(name, lambda: fit([tf.keras.callbacks.TensorBoard(scratch + "/" + name, profile_batch=0, **options)]) and None)
    attempt(name + " tags", lambda: tags(name), kind="structure")
attempt("folders", lambda: sorted({os.path.dirname(f) for f in files()}), kind="structure")
attempt("embeddings_freq", lambda: type(tf.keras.callbacks.TensorBoard(scratch, embeddings_freq=1)).__name__)
attempt("unknown argument", lambda: type(tf.keras.callbacks.TensorBoard(scratch, write_grads=True)).__name__)
attempt("unknown update_freq", lambda: type(tf.keras.callbacks.TensorBoard(scratch, update_freq="nonsense")).__name__)
attempt("default profile_batch", lambda: str(getattr(tf.keras.callbacks.TensorBoard(scratch), "profile_batch", None)))
)")},
      {.id = "keras.backup_and_restore", .api = {"tf.keras.callbacks.BackupAndRestore"}, .source = with_fit(R"(
attempt("fit", lambda: fit([tf.keras.callbacks.BackupAndRestore(scratch + "/backup")]) and None)
attempt("files", files, kind="structure")
attempt("save_freq", lambda: fit([tf.keras.callbacks.BackupAndRestore(scratch + "/b", save_freq=1)]) and None)
attempt("delete_checkpoint", lambda: fit([tf.keras.callbacks.BackupAndRestore(
    scratch + "/kept", delete_checkpoint=False)]) and None)
attempt("no folder", lambda: fit([tf.keras.callbacks.BackupAndRestore("")]) and None)
attempt("double_checkpoint", lambda: fit([tf.keras.callbacks.BackupAndRestore(
    scratch + "/d", double_checkpoint=True)]) and None)
attempt("experimental name", lambda: tf.keras.callbacks.experimental.BackupAndRestore.__name__)
)")},
  };
}

std::vector<Check> printing() {
  return {
      {.id = "keras.progress_bar", .api = {"tf.keras.callbacks.ProgbarLogger"}, .source = with_fit(R"py(
attempt("count_mode", lambda: type(tf.keras.callbacks.ProgbarLogger(count_mode="steps")).__name__)
attempt("stateful_metrics", lambda: type(tf.keras.callbacks.ProgbarLogger(stateful_metrics=["a"])).__name__)

def printed(function):
    import contextlib, io, re
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        function()
    return re.sub(r"[0-9]+(us|ms|s)", "T", re.sub("\x1b\\[[0-9;]*m|\x08|\r", "", text.getvalue()))

attempt("Progbar", lambda: printed(lambda: tf.keras.utils.Progbar(2, interval=0, verbose=2).update(
    2, [("loss", 0.5)])), kind="text")
attempt("no values", lambda: printed(lambda: tf.keras.utils.Progbar(1, verbose=2).update(1)), kind="text")

def counted():
    bar = tf.keras.utils.Progbar(3, verbose=2)
    for n in (1, 2, 3):
        bar.update(n, [("loss", 1.0 * n), ("mae", 2.0)])

attempt("several values", lambda: printed(counted), kind="text")
)py")},
      {.id = "keras.history", .api = {"tf.keras.callbacks.History"}, .source = with_fit(R"(
history = fit([])
attempt("class", lambda: type(history).__name__)
attempt("params", lambda: {name: repr(value) for name, value in history.params.items()}, kind="structure")
attempt("epoch", lambda: history.epoch)
attempt("names", lambda: sorted(history.history), kind="structure")
attempt("kinds", lambda: [type(v[0]).__name__ for v in history.history.values()], kind="structure")
attempt("attributes", lambda: sorted(n for n in vars(history) if n[0] != "_"), kind="structure")
attempt("callback", lambda: sorted(n for n in dir(tf.keras.callbacks.Callback()) if n[0] != "_"), kind="structure")
)")},
  };
}

}  // namespace

std::vector<Check> callback_checks() {
  return joined({adjusting(), hooks(), saving(), reporting(), printing()});
}

}  // namespace tfh::testsuites::keras
