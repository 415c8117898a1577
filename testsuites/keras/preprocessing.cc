// Preprocessing layers. They lived in layers.experimental.preprocessing before they became layers of their own.
#include <string>

#include "testsuites/joined.h"
#include "testsuites/keras/former_names.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

// The text after `make("StringLookup", ...)`, which finds a class under its public name or the one it had before.
std::string with_maker(const char* text) {
  return std::string(former_names) + R"(
def make(kind, *arguments, **options):
    return getattr(home_of(kind), kind)(*arguments, name="layer", **options)
)" + text;
}

std::vector<Check> lookups() {
  return {
      {.id = "keras.string_lookup", .api = {"tf.keras.layers.StringLookup"}, .source = with_maker(R"(
layer = make("StringLookup", vocabulary=["a", "b"])
attempt("indices", lambda: layer(tf.constant(["a", "b", "z"])))
observe("vocabulary", layer.get_vocabulary(), kind="structure")
)")},
      {.id = "keras.string_lookup_adapt", .api = {"tf.keras.layers.StringLookup"}, .source = with_maker(R"(
layer = make("StringLookup")
layer.adapt(np.array(["b", "a", "b", "c", "b", "a"]))
observe("vocabulary", layer.get_vocabulary(), kind="structure")
observe("indices", layer(tf.constant(["b", "z"])))
)")},
      {.id = "keras.string_lookup_options", .api = {"tf.keras.layers.StringLookup"}, .source = with_maker(R"(
words = tf.constant([["a", "z"]])
for options in ({"output_mode": "multi_hot"}, {"output_mode": "one_hot"}, {"output_mode": "count"}, {"invert": True},
                {"num_oov_indices": 0}, {"mask_token": ""}, {"oov_token": "?"}):
    attempt(str(options), lambda: make("StringLookup", vocabulary=["a", "b"], **options)(
        tf.constant([[0, 1]]) if "invert" in options else words))
)")},
      {.id = "keras.integer_lookup", .api = {"tf.keras.layers.IntegerLookup"}, .source = with_maker(R"(
layer = make("IntegerLookup", vocabulary=[10, 20])
attempt("indices", lambda: layer(tf.constant([10, 20, 30], tf.int64)))
observe("vocabulary", layer.get_vocabulary(), kind="structure")
)")},
      {.id = "keras.text_vectorization", .api = {"tf.keras.layers.TextVectorization"}, .source = with_maker(R"(
def vectorized():
    layer = make("TextVectorization")
    layer.adapt(np.array(["foo bar", "foo baz", "foo baz"]))
    return layer(tf.constant(["Foo, nothing bar!"])), layer.get_vocabulary()

attempt("adapt and call", vectorized)
)")},
  };
}

std::vector<Check> encodings() {
  return {
      {.id = "keras.category_encoding", .api = {"tf.keras.layers.CategoryEncoding"}, .source = with_maker(R"(
pairs = tf.constant([[0, 1], [3, 3]])
attempt("num_tokens", lambda: make("CategoryEncoding", num_tokens=4, output_mode="multi_hot")(pairs))
attempt("max_tokens", lambda: make("CategoryEncoding", max_tokens=4)(pairs))
attempt("count", lambda: make("CategoryEncoding", num_tokens=4, output_mode="count")(tf.constant([[0, 1, 1]])))
attempt("out of range", lambda: make("CategoryEncoding", num_tokens=2, output_mode="multi_hot")(tf.constant([[5]])))
)")},
      {.id = "keras.normalization",
       .api = {"tf.keras.layers.Normalization"},
       .tolerance = {.ulps = 8},
       .source = with_maker(R"(
def adapted(**options):
    layer = make("Normalization", **options)
    layer.adapt(np.float32([[1, 10], [3, 30]]))
    return layer(tf.constant([[1.0, 10.0]]))

attempt("last axis", lambda: adapted())
attempt("no axis", lambda: adapted(axis=None))
attempt("given", lambda: make("Normalization", mean=1.0, variance=4.0)(tf.constant([[3.0]])))
attempt("invert", lambda: make("Normalization", mean=1.0, variance=4.0, invert=True)(tf.constant([[1.0]])))
)")},
      {.id = "keras.discretization", .api = {"tf.keras.layers.Discretization"}, .source = with_maker(R"(
x = tf.constant([[-1.0, 0.5, 2.0]])
attempt("bin_boundaries", lambda: make("Discretization", bin_boundaries=[0.0, 1.0])(x))
attempt("bins", lambda: make("Discretization", bins=[0.0, 1.0])(x))
attempt("one_hot", lambda: make("Discretization", bin_boundaries=[0.0], output_mode="one_hot")(tf.constant([[3.0]])))
)")},
      {.id = "keras.hashing", .api = {"tf.keras.layers.Hashing"}, .source = with_maker(R"(
attempt("strings", lambda: make("Hashing", num_bins=5)(tf.constant([["a", "b", "c"]])))
attempt("integers", lambda: make("Hashing", num_bins=5)(tf.constant([[1, 2, 3]])))
attempt("salted", lambda: make("Hashing", num_bins=5, salt=7)(tf.constant([["a", "b"]])))
attempt("mask", lambda: make("Hashing", num_bins=5, mask_value="")(tf.constant([["", "a"]])))
)")},
  };
}

std::vector<Check> limits() {
  return {
      {.id = "keras.text_vectorization_limits",
       .api = {"tf.keras.layers.TextVectorization"},
       .tolerance = {.ulps = 8},
       .source = with_maker(R"(
words = tf.constant(["a b z"])

def adapted(**options):
    layer = make("TextVectorization", **options)
    layer.adapt(np.array(["a b c a b a"]))
    return layer

attempt("max_tokens", lambda: [str(word) for word in adapted(max_tokens=3).get_vocabulary()])
attempt("type of a word", lambda: isinstance(adapted().get_vocabulary()[-1], str))
attempt("indices", lambda: adapted(max_tokens=3)(words))
for mode in ("binary", "multi_hot", "count", "tf-idf", "tf_idf"):
    attempt(mode, lambda: adapted(output_mode=mode)(words))
    attempt(mode + " with max_tokens", lambda: adapted(output_mode=mode, max_tokens=6)(words))
attempt("padded", lambda: list(adapted(output_mode="count", max_tokens=6, pad_to_max_tokens=True)(words).shape))
attempt("lower, by character", lambda: make("TextVectorization", standardize="lower", split="character",
                                            vocabulary=["a", "b"])(tf.constant(["Ab!"])))
attempt("vocabulary", lambda: make("TextVectorization", vocabulary=["a", "b"])(words))
attempt("ragged", lambda: make("TextVectorization", ragged=True, vocabulary=["a"])(tf.constant(["a", "a b"])).to_list())
)")},
      {.id = "keras.preprocessing_of_vectors",
       .api = {"tf.keras.layers.Normalization", "tf.keras.layers.StringLookup"},
       .tolerance = {.ulps = 8},
       .source = with_maker(R"(
def normalized(data, x, **options):
    layer = make("Normalization", **options)
    layer.adapt(np.float32(data))
    return layer(tf.constant(x))

attempt("normalized row", lambda: normalized([[1], [2], [3]], [1.0, 2.0, 3.0]))
attempt("normalized without axis", lambda: normalized([1, 2, 3], [1.0, 2.0, 3.0], axis=None))
attempt("normalized scalar", lambda: normalized([1, 2, 3], 2.0, axis=None))
words = tf.constant(["a", "b"])
for mode in ("binary", "multi_hot", "one_hot", "count"):
    attempt("words " + mode, lambda: make("StringLookup", vocabulary=["a", "b"], output_mode=mode)(words))
    attempt("numbers " + mode, lambda: make("CategoryEncoding", num_tokens=3, output_mode=mode)(tf.constant([0, 2])))
attempt("adapted bins", lambda: (lambda layer: layer.adapt(np.float32([[1], [2], [3], [4]])) or layer(
    tf.constant([[1.0], [4.0]])))(make("Discretization", num_bins=2)))
attempt("hashed one_hot", lambda: make("Hashing", num_bins=3, output_mode="one_hot")(tf.constant([["a"]])))
)")},
      {.id = "keras.preprocessing_dtypes",
       .api = {"tf.keras.layers.CategoryEncoding", "tf.keras.layers.StringLookup", "tf.keras.layers.Hashing"},
       .source = with_maker(R"(
for dtype in ("float32", "float64", "int32", "int64", "mixed_float16"):
    attempt("CategoryEncoding " + dtype, lambda: make("CategoryEncoding", num_tokens=3, output_mode="multi_hot",
                                                      dtype=dtype)(tf.constant([[0, 1]])).dtype.name)
    attempt("StringLookup " + dtype, lambda: make("StringLookup", vocabulary=["a"], dtype=dtype)(
        tf.constant([["a"]])).dtype.name)
    attempt("StringLookup multi_hot " + dtype, lambda: make("StringLookup", vocabulary=["a"], dtype=dtype,
                                                            output_mode="multi_hot")(tf.constant([["a"]])).dtype.name)
    attempt("Hashing " + dtype, lambda: make("Hashing", num_bins=3, dtype=dtype)(tf.constant([["a"]])).dtype.name)
    attempt("Rescaling " + dtype, lambda: make("Rescaling", scale=0.5, dtype=dtype)(tf.constant([[2]])).dtype.name)
)")},
  };
}

std::vector<Check> images() {
  return {
      {.id = "keras.random_contrast", .api = {"tf.keras.layers.RandomContrast"}, .source = with_maker(R"(
image = tf.constant([[[[0.0], [0.5], [1.0]]]])
for factor in (0.0, 0.5, (0.0, 0.0), -1.0, 2.0):
    attempt("factor " + repr(factor), lambda: make("RandomContrast", factor)(image, training=False))
attempt("no contrast", lambda: make("RandomContrast", 0.0)(image, training=True))
)")},
      {.id = "keras.rescaling_and_resizing",
       .api = {"tf.keras.layers.Rescaling", "tf.keras.layers.Resizing"},
       .source = with_maker(R"(
attempt("rescaling", lambda: make("Rescaling", scale=0.5, offset=1.0)(tf.constant([[2.0]])))
attempt("rescaling integers", lambda: make("Rescaling", scale=0.5)(tf.constant([[2]])))
attempt("resizing", lambda: make("Resizing", 1, 2)(tf.reshape(tf.range(8.0), [1, 2, 4, 1])))
attempt("center crop", lambda: make("CenterCrop", 1, 2)(tf.reshape(tf.range(8.0), [1, 2, 4, 1])))
)")},
  };
}

}  // namespace

std::vector<Check> preprocessing_checks() {
  return joined({lookups(), encodings(), limits(), images()});
}

}  // namespace tfh::testsuites::keras
