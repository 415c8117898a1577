// What release notes say of layers, metrics, losses and optimizers, and no other table tries, an expression each.
#include <string>

#include "testsuites/keras/small_parts.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* setup = R"py(
class Pair(layers.Layer):
    def build(self, one, other):
        self.shapes = [tuple(one), tuple(other)]
    def call(self, first, second):
        return first + second

class Inner(tf.keras.metrics.Metric):
    def __init__(self):
        super().__init__(name="outer")
        self.inner = tf.keras.metrics.Mean(name="inner")
    def update_state(self, *values, **others):
        self.inner.update_state(1.0)
    def result(self):
        return self.inner.result()

class Measuring(layers.Layer):
    def __init__(self, *parts):
        super().__init__(name="measuring")
        self.measure, self.parts = tf.keras.metrics.Mean(name="mean"), list(parts)
    def call(self, inputs):
        return inputs

class Reading(layers.Layer):
    def build(self, shape):
        self.kept = self.add_weight(name="kept", shape=(1,), initializer="ones")
    def call(self, inputs):
        return tf.constant(str(getattr(self.kept.dtype, "name", self.kept.dtype)))

def holding(holder, **parts):
    for name, part in parts.items():
        setattr(holder, name, part)
    return [len(holder.trainable_variables), len(holder.variables)]

def stepped(optimizer, excluded=None, **options):
    weights = [tf.Variable(1.0, name="kernel"), tf.Variable(1.0, name="bias")]
    if excluded:
        optimizer.exclude_from_weight_decay(var_names=[excluded])
    optimizer.apply_gradients([(tf.constant(0.5), weight) for weight in weights], **options)
    return [weight.numpy() for weight in weights]

def minimized(optimizer):
    weight = tf.Variable(3.0)
    with tf.GradientTape() as tape:
        loss = weight * weight
    optimizer.minimize(loss, [weight], tape=tape)
    return weight.numpy()

def frozen_later():
    layer = layers.BatchNormalization(momentum=0.5)
    step = tf.function(lambda given: layer(given, training=True))
    step(x)
    layer.trainable = False
    step(x)
    return np.array(layer.moving_mean)

def in_scope(scope, function):
    with scope:
        return function()

image = tf.reshape(tf.range(48.0), [1, 4, 4, 3])
boxes = {"boxes": tf.constant([[[0.0, 0.0, 3.0, 3.0]]]), "labels": tf.constant([[1]])}
sequence = tf.reshape(tf.range(12.0), [1, 3, 4]) / 12.0

)py";

constexpr const char* uses = R"py(
uses = {
    "layers.Dropout": {"training as the second argument": "layers.Dropout(0.5)(tf.ones([2]), False)"},
    "layers.Layer": {
        "two shapes of other names": "(lambda p: [p(x, x), p.shapes][1])(Pair())",
        "one variable twice": "(lambda v: holding(layers.Layer(), a=v, b=v))(tf.Variable(1.0))",
        "metrics of parts": "[one.name for one in Measuring(Measuring()).metrics]",
        "dtype of a weight": "Reading(dtype=tf.keras.mixed_precision.Policy('mixed_float16'))(x)",
    },
    "layers.BatchNormalization": {"not trainable once traced": "frozen_later()"},
    "layers.Conv2D": {
        "two sizes": "(lambda c: [c(tf.ones([1, 5, 5, 1])).shape, c(tf.ones([1, 8, 8, 1])).shape])(layers.Conv2D(1, 2, "
                     "dilation_rate=2))",
        "own convolution": "type('Own', (layers.Conv2D,), {'convolution_op': lambda self, x, k: tf.zeros([7])})(1, 1, "
                           "use_bias=False)(tf.ones([1, 2, 2, 1])).shape",
    },
    "layers.Embedding": {
        "mixed precision": "layers.Embedding(3, 2, dtype=tf.keras.mixed_precision.Policy('mixed_float16'))("
                           "tf.constant([0])).dtype",
        "sparse": "layers.Embedding(3, 2, sparse=True)(tf.sparse.from_dense([[1, 2]])).shape",
    },
    "layers.Attention": {
        how: "layers.Attention(%s)([sequence, sequence]%s)" % (made, called) for how, made, called in (
            ("causal in call", "", ", use_causal_mask=True"), ("causal", "causal=True", ""),
            ("seed", "seed=1, dropout=0.5", ""))
    },
    "layers.AdditiveAttention": {
        "causal in call": "layers.AdditiveAttention(use_scale=False)([sequence, sequence], use_causal_mask=True)",
        "causal": "layers.AdditiveAttention(use_scale=False, causal=True)([sequence, sequence])",
    },
    "layers.TextVectorization": {
        "vocabulary file": "[tf.io.write_file(scratch + '/v', 'a\\nb'), layers.TextVectorization(vocabulary=scratch + "
                           "'/v')(['b a'])][1]",
    },
    "layers.StringLookup": {
        "vocabulary file": "[tf.io.write_file(scratch + '/v', 'a\\nb'), layers.StringLookup(vocabulary=scratch + '/v')("
                           "['b', 'a', 'c'])][1]",
    },
    "layers.Resizing": {"antialias": "layers.Resizing(2, 2, antialias=True)(image)"},
    "layers.RMSNormalization": {"values": "layers.RMSNormalization()(x)"},
    "layers.STFTSpectrogram": {"values": "layers.STFTSpectrogram(frame_length=8)(tf.ones([1, 32, 1]))"},
    "layers.MelSpectrogram": {"values": "layers.MelSpectrogram(fft_length=8, sequence_stride=4)(tf.ones([1, 64]))"},
    "layers.GroupQueryAttention": {
        "values": "layers.GroupQueryAttention(2, 2, 1, kernel_initializer='ones')(sequence, sequence)",
    },
    "layers.Equalization": {"values": "layers.Equalization()(image)"},
    "layers.SyncBatchNormalization": {"values": "layers.experimental.SyncBatchNormalization()(x, training=True)"},
    "metrics.Metric": {"variables of a part": "len(Inner().variables)"},
    "metrics.BinaryAccuracy": {"bools": "tf.keras.metrics.BinaryAccuracy()([True, False], [True, True])"},
    "metrics.MeanIoU": {"ignore_class": "tf.keras.metrics.MeanIoU(2, ignore_class=-1)([0, 1, -1], [0, 1, 0])"},
    "metrics.experimental.PyMetric": {"abstract": "type(tf.keras.metrics.experimental.PyMetric(name='p')).__name__"},
    "losses.SparseCategoricalCrossentropy": {
        "ignore_class of pictures": "tf.keras.losses.SparseCategoricalCrossentropy(ignore_class=-1, reduction='none')("
                                    "tf.constant([[0, -1]]), tf.constant([[[0.5, 0.5], [0.25, 0.75]]]))",
        "axis": "tf.keras.losses.SparseCategoricalCrossentropy(axis=1)(tf.constant([[0, 1]]), tf.constant([[[0.5, "
                "0.25], [0.5, 0.75]]]))",
    },
    "losses.CategoricalGeneralizedCrossEntropy": {
        "value": "tf.keras.losses.CategoricalGeneralizedCrossEntropy()(tf.constant([[0.0, 1.0]]), tf.constant([[0.25, "
                 "0.75]]))",
    },
    "losses.Circle": {"value": "tf.keras.losses.Circle()(tf.constant([0, 1, 0]), tf.constant([[1.0, 0.0], [0.0, 1.0], "
                               "[0.6, 0.8]]))"},
    "optimizers.SGD": {
        "tape": "minimized(tf.keras.optimizers.SGD(0.25))",
        "gradient_transformers": "stepped(tf.keras.optimizers.SGD(1.0, gradient_transformers=[lambda pairs: [(2.0 * g, "
                                 "v) for g, v in pairs]]))",
        "aggregated gradients": "stepped(tf.keras.optimizers.SGD(1.0), experimental_aggregate_gradients=False)",
        "skip aggregation": "stepped(tf.keras.optimizers.SGD(1.0), skip_gradients_aggregation=True)",
    },
    "optimizers.AdamW": {
        "excluded": "stepped(tf.keras.optimizers.AdamW(0.1, weight_decay=0.5), 'bias')",
        "excluded by none": "stepped(tf.keras.optimizers.AdamW(0.1, weight_decay=0.5), 'nothing')",
    },
    "optimizers.legacy.Adam": {"decay": "tf.keras.optimizers.legacy.Adam(0.1, decay=0.5).get_config()"},
    "optimizers.Muon": {
        "step": "(lambda m: [m.compile(tf.keras.optimizers.Muon(0.1), 'mse'), m.fit(x, x[:, :1], verbose=0), "
                "m.get_weights()][2])(model(dense(2), dense(1, name='out')))",
    },
    "Input": {
        "spec of a ragged tensor": "tf.keras.Input(type_spec=tf.RaggedTensorSpec([None, None]), name='i')",
        "spec of a sparse tensor": "tf.keras.Input(type_spec=tf.SparseTensorSpec([None, 2]), name='i')",
    },
    "RematScope": {"full": "in_scope(tf.keras.RematScope('full'), lambda: dense()(x))",
                   "nonsense": "tf.keras.RematScope('nonsense')"},
    "remat": {"function": "tf.keras.remat(lambda x: x * 2.0)(x)"},
    "dtype_policies.DTypePolicyMap": {
        "set": "(lambda p: [p.__setitem__('d', 'bfloat16'), p['d'].name, p['e'].name][1:])("
               "tf.keras.dtype_policies.DTypePolicyMap())",
    },
    "dtype_policies.get": {
        name: "tf.keras.dtype_policies.get(%r).get_config()" % name
        for name in ("int8_from_float32", "mixed_float16", "nonsense", "float8_from_bfloat16", "int4_from_float32")
    },
    "quantizers.abs_max_quantize": {"axis": "tf.keras.quantizers.abs_max_quantize(x, axis=0)"},
    "quantizers.fake_quant_with_min_max_vars": {
        "range": "tf.keras.quantizers.fake_quant_with_min_max_vars(x, -1.0, 1.0)",
    },
}
for name in ("Flatten()", "Identity()", "Activation('linear')", "Add()", "Concatenate()", "Reshape((1,))",
             "Permute((1,))", "ZeroPadding1D()", "Dropout(0.5)", "UpSampling1D()"):
    given = "[c, c]" if name in ("Add()", "Concatenate()") else "c"
    shape = "[1, 1, 1]" if "1D" in name else "[1, 1]"
    uses.setdefault("layers." + name.split("(")[0], {})["complex"] = (
        "(lambda c: layers.%s(%s).dtype)(tf.complex(tf.ones(%s), tf.ones(%s)))" % (name, given, shape, shape))
for name, arguments in (("CenterCrop", "2, 2"), ("RandomFlip", "seed=1"), ("RandomCrop", "2, 2, seed=1"),
                        ("Resizing", "2, 2")):
    uses.setdefault("layers." + name, {})["bounding boxes"] = (
        "layers.%s(%s, bounding_box_format='xyxy')({'images': image, 'bounding_boxes': boxes})" % (name, arguments))
)py";

}  // namespace

std::vector<Check> documented_part_checks() {
  return {check_of_uses("documented_of_parts", "tf.keras", setup, std::string(uses) + each_use)};
}

}  // namespace tfh::testsuites::keras
