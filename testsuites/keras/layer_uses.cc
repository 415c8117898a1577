// Single uses of layers, an expression each: adapted, quantized, merged, with masks, given what they hardly expect.
#include <string>

#include "testsuites/keras/small_parts.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* setup = R"py(
batch = tf.constant([[[1.0], [2.0], [4.0]], [[1.0], [0.0], [3.0]]])
mask = tf.constant([[True, False, True], [False, False, False]])
ones = "kernel_initializer='ones', recurrent_initializer='ones'"
ragged, words = tf.ragged.constant([[[1.0]], [[2.0], [3.0]]], ragged_rank=1), ["a", "b"]

def adapted(layer, rank=1):  # with a part of low rank, whose values are zeros at first
    layer.enable_lora(rank)
    return [[list(w.shape) for w in layer.trainable_weights], sorted(layer.get_config()), layer.lora_enabled]

def built(layer, shape):
    layer.build(shape)
    return layer

def quantized(layer, shape, mode, data):
    layer.build(shape)
    layer.quantize(mode)
    return layer(data)

def boundaries(layer, data):
    layer.adapt(data)
    return layer.bin_boundaries

def told(result):
    return [result, getattr(result, "_keras_mask", None)]

)py";

constexpr const char* uses = R"py(
uses = {
    "layers.Dense.enable_lora": {
        "rank 1": "adapted(built(dense(), (None, 2)))",
        "rank 0": "adapted(built(dense(), (None, 2)), 0)",
        "twice": "[adapted(l) for l in [built(dense(), (None, 2))] * 2]",
        "not built": "adapted(dense())",
        "argument": "built(dense(lora_rank=2), (None, 2)).get_config()",
        "argument alpha": "built(dense(lora_rank=2, lora_alpha=3), (None, 2)).get_config()",
    },
    "layers.Embedding.enable_lora": {"rank 1": "adapted(built(layers.Embedding(3, 2, name='l'), (None, 2)))"},
    "layers.EinsumDense.enable_lora": {
        "rank 1": "adapted(built(layers.EinsumDense('ab,bc->ac', 3, name='l'), (None, 2)))"
    },
    "layers.Conv1D.enable_lora": {"rank 1": "adapted(built(layers.Conv1D(1, 2, name='l'), (None, 3, 1)))"},
    "layers.Conv2D.enable_lora": {"rank 1": "adapted(built(layers.Conv2D(1, 2, name='l'), (None, 3, 3, 1)))"},
    "layers.Dense.quantize": {
        mode: "quantized(dense(2), (None, 2), %r, x)" % mode
        for mode in ("int8", "float8", "int4", "gptq", "nonsense", None, 8)
    },
    "layers.EinsumDense.quantize": {
        mode: "quantized(layers.EinsumDense('ab,bc->ac', 3, kernel_initializer='ones', name='l'), (None, 2), %r, x)"
        % mode
        for mode in ("int8", "float8", "int4")
    },
    "layers.Embedding.quantize": {
        mode: "quantized(layers.Embedding(3, 2, embeddings_initializer='ones', name='l'), (None, 2), %r, [[1, 2]])"
        % mode
        for mode in ("int8", "float8", "int4")
    },
    "layers.LSTM.quantize": {"int8": "quantized(layers.LSTM(1, name='l'), (None, 3, 1), 'int8', batch)"},
    "layers.Identity": {
        what: "layers.Identity(name='l')(%s)" % text
        for what, text in {
            "dictionary": "{'a': x}",
            "list": "[x, x]",
            "tuple": "(x,)",
            "text": "'a'",
            "strings": "tf.constant(['a'])",
            "None": "None",
            "number": "1.0",
            "ragged": "tf.ragged.constant([[1.0], []])",
            "sparse": "tf.sparse.from_dense([[1.0]])",
            "nested": "{'a': [x, (x,)]}",
        }.items()
    },
    "layers.Wrapper": {
        what: "type(layers.Wrapper(%s, name='l')).__name__" % text
        for what, text in {
            "layer": "dense()",
            "number": "3",
            "class": "layers.Dense",
            "None": "None",
            "function": "abs",
        }.items()
    },
    "layers.TimeDistributed": dict(
        {
            what: "type(layers.TimeDistributed(%s, name='l')).__name__" % text
            for what, text in {"number": "3", "function": "abs", "class": "layers.Dense"}.items()
        },
        **{
            "mask": "layers.TimeDistributed(dense(), name='l')(batch, mask=mask)",
            "ragged": "layers.TimeDistributed(dense(), name='l')(ragged)",
            "mask of another shape": "layers.TimeDistributed(dense(), name='l')(batch, mask=mask[:, :2])",
            "masked and inner mask": "layers.TimeDistributed(layers.Masking(0.0), name='l').compute_mask(batch)",
        }
    ),
    "layers.Discretization": {
        "nothing": "type(layers.Discretization(name='l')).__name__",
        "not adapted": "layers.Discretization(num_bins=2, name='l')([[0.5]])",
        "both": "type(layers.Discretization([0.5], num_bins=2, name='l')).__name__",
        "unsorted": "layers.Discretization([1.0, 0.0], name='l')([[0.5]])",
        "adapted": "boundaries(layers.Discretization(num_bins=2, name='l'), np.float32([[1.0], [2.0], [3.0]]))",
        "adapted to nothing": "boundaries(layers.Discretization(num_bins=2, name='l'), np.zeros([0, 1], np.float32))",
        "one bin": "boundaries(layers.Discretization(num_bins=1, name='l'), np.float32([[1.0], [2.0]]))",
        "no bins": "boundaries(layers.Discretization(num_bins=0, name='l'), np.float32([[1.0], [2.0]]))",
        "of integers": "layers.Discretization([0, 1], name='l')([[1, 2]])",
        "of NaN": "layers.Discretization([0.0], name='l')([[np.nan]])",
        "bin_boundaries": "layers.Discretization(num_bins=2, name='l').bin_boundaries",
    },
    "layers.TextVectorization": {
        what: "layers.TextVectorization(%s, vocabulary=words)(tf.keras.Input(%s, dtype='string')).shape"
        % text
        for what, text in {
            "usual": ("output_mode='int'", "(1,)"),
            "length": ("output_sequence_length=4", "(1,)"),
            "multi_hot": ("output_mode='multi_hot'", "(1,)"),
            "tf_idf": ("output_mode='tf_idf', idf_weights=[1.0, 2.0]", "(1,)"),
            "padded": ("output_mode='count', pad_to_max_tokens=True, max_tokens=5", "(1,)"),
            "not split": ("split=None", "(1,)"),
            "scalars": ("output_sequence_length=4", "()"),
            "ragged": ("ragged=True", "(1,)"),
            "rows": ("split=None", "(3,)"),
        }.items()
    },
}
for function in ("add", "subtract", "multiply", "average", "maximum", "minimum", "concatenate"):
    uses["layers." + function] = {
        what: "layers.%s(%s)" % (function, text)
        for what, text in {
            "none": "[]",
            "one": "[x]",
            "no list": "x",
            "two": "[x, 2 * x]",
            "three": "[x, x, x]",
            "a tuple": "(x, x)",
            "arrays": "[np.ones([2, 2], np.float32)] * 2",
            "lists": "[[[1.0]], [[2.0]]]",
            "broadcast": "[x, x[:1]]",
            "other ranks": "[x, x[0]]",
            "other sizes": "[x, x[:, :1]]",
            "other dtypes": "[x, tf.cast(x, tf.int32)]",
            "float64": "[tf.cast(x, tf.float64)] * 2",
            "integers": "[tf.cast(x, tf.int32)] * 2",
        }.items()
    }
layers_with_masks = {
    "Softmax": "()",
    "Activation": "('relu')",
    "Dropout": "(0.5)",
    "LayerNormalization": "()",
    "BatchNormalization": "()",
    "GlobalAveragePooling1D": "()",
    "GlobalMaxPooling1D": "()",
    "LSTM": "(1, return_sequences=True, kernel_initializer='ones', recurrent_initializer='ones')",
    "GRU": "(1, return_sequences=True, kernel_initializer='ones', recurrent_initializer='ones')",
    "SimpleRNN": "(1, return_sequences=True, kernel_initializer='ones', recurrent_initializer='ones')",
    "Conv1D": "(1, 2, kernel_initializer='ones')",
    "Dense": "(1, kernel_initializer='ones')",
    "Flatten": "()",
    "Permute": "((2, 1))",
    "Reshape": "((3,))",
    "ZeroPadding1D": "()",
    "Cropping1D": "()",
    "UpSampling1D": "()",
    "RepeatVector": "(2)",
    "Lambda": "(lambda v: v * 2.0)",
    "Embedding": "(5, 1, embeddings_initializer='ones')",
    "UnitNormalization": "()",
    "GroupNormalization": "(1)",
    "MaxPooling1D": "()",
    "SpatialDropout1D": "(0.5)",
    "Masking": "(1.0)",
    "ActivityRegularization": "()",
    "Rescaling": "(2.0)",
    "Normalization": "(mean=1.0, variance=1.0)",
    "EinsumDense": "('abc,cd->abd', 2, kernel_initializer='ones')",
}
for name, arguments in layers_with_masks.items():
    made = "layers.%s%s, name='l')" % (name, arguments[:-1]) if arguments != "()" else "layers.%s(name='l')" % name
    uses["layers." + name] = dict(
        uses.get("layers." + name, {}),
        **{
            "mask as argument": made + "(batch, mask=mask)",
            "implied mask": "told(%s(layers.Masking(0.0, name='m')(batch)))" % made,
            "compute_mask": made + ".compute_mask(batch, mask)",
            "supports_masking": made + ".supports_masking",
            "mask of another rank": made + "(batch, mask=mask[0])",
        }
    )
for name in ("LSTM", "GRU", "SimpleRNN"):
    for more in (
        "zero_output_for_mask=True",
        "go_backwards=True",
        "unroll=True",
        "return_state=True",
        "stateful=True",
    ):
        uses["layers." + name]["masked with " + more] = (
            "layers.%s(1, return_sequences=True, %s, %s, name='l')(batch, mask=mask)" % (name, ones, more)
        )
)py";

}  // namespace

std::vector<Check> layer_use_checks() {
  return {check_of_uses("uses_of_layers", "tf.keras.layers", setup, std::string(uses) + each_use)};
}

}  // namespace tfh::testsuites::keras
