// Functions of tf.keras.ops and tf.keras.tree that need arguments of their own, an expression each.
#include <string>

#include "testsuites/keras/small_parts.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* setup = R"py(
import collections

ops = tf.keras.ops
image = tf.reshape(tf.range(48.0), [1, 4, 4, 3])
bytes_of_3 = np.arange(9, dtype="uint8").reshape(3, 3)
corners = tf.constant([[[0.0, 0.0], [0.0, 3.0], [3.0, 0.0], [3.0, 3.0]]])

def plain(result):
    return tf.nest.map_structure(lambda x: np.array(x) if hasattr(x, "shape") else x, result)

)py";

constexpr const char* uses = R"py(
table = {
    "conv": "tf.ones([1, 4, 4, 1]), tf.ones([2, 2, 1, 1]), 1, 'valid'",
    "conv_transpose": "tf.ones([1, 2, 2, 1]), tf.ones([2, 2, 1, 1]), 2",
    "depthwise_conv": "tf.ones([1, 4, 4, 2]), tf.ones([2, 2, 2, 1])",
    "separable_conv": "tf.ones([1, 4, 4, 2]), tf.ones([2, 2, 2, 1]), tf.ones([1, 1, 2, 1])",
    "max_pool": "image, 2", "average_pool": "image, 3, padding='same'",
    "batch_normalization": "x, tf.zeros([2]), tf.ones([2]), axis=-1",
    "einsum": "'ij,jk->ik', x, x", "meshgrid": "[1, 2], [3, 4]", "clip": "x, 0, 1",
    "select": "[x > 0.0, x < -1.0], [x, 2.0 * x], 5.0",
    "map": "lambda v: v * 2.0, x", "vectorized_map": "lambda v: v * 2.0, x",
    "switch": "1, [lambda: 1, lambda: 2]", "cond": "True, lambda: 1, lambda: 2",
    "fori_loop": "0, 3, lambda i, v: v + i, 1", "while_loop": "lambda i: i < 3, lambda i: (i + 1,), (0,)",
    "scan": "lambda c, v: (c + v, c), tf.constant(0.0), tf.constant([1.0, 2.0, 3.0])",
    "associative_scan": "lambda a, b: a + b, tf.constant([1.0, 2.0, 3.0])",
    "scatter": "[[0], [0]], [1.0, 2.0], (3,)", "scatter_update": "x, [[0, 0]], [9.0]",
    "slice": "x, [0, 1], [1, 1]", "slice_update": "x, [0, 0], [[9.0]]",
    "ctc_loss": "tf.constant([[1]]), tf.zeros([1, 2, 3]), tf.constant([1]), tf.constant([2])",
    "ctc_decode": "tf.zeros([1, 2, 3]), tf.constant([2])",
    "in_top_k": "tf.constant([1]), tf.constant([[0.1, 0.9]]), 1", "psnr": "x, x + 1.0, 2.0",
    "stft": "tf.ones([16]), 8, 4, 8", "istft": "(tf.ones([3, 5]), tf.zeros([3, 5])), 8, 4, 8",
    "extract_sequences": "tf.range(8.0), 4, 2", "rearrange": "x, 'a b -> b a'", "stop_gradient": "x",
    "view_as_real": "tf.complex(x, x)", "view_as_complex": "x", "segment_max": "x, tf.constant([0, 0]), 2",
    "dot_product_attention": "tf.ones([1, 2, 1, 2]), tf.ones([1, 2, 1, 2]), tf.ones([1, 2, 1, 2])",
    "multi_hot": "tf.constant([[0, 2]]), 3", "one_hot": "tf.constant([0, 2]), 3, sparse=True",
    "unfold": "tf.ones([1, 1, 3, 3]), 2", "depth_to_space": "tf.ones([1, 1, 1, 4]), 2",
    "jvp": "lambda v: v * v, (x,), (x,)", "linspace": "0, 1, 3", "trapezoid": "x", "vander": "tf.constant([1.0, 2.0])",
    "unravel_index": "tf.constant([3]), (2, 2)", "nanmax": "x", "erfinv": "x / 4.0", "adaptive_max_pool": "image, 2",
    "image.resize": "image, (2, 2)", "image.resize: antialias": "image, (2, 2), antialias=True",
    "image.resize: bicubic": "image, (3, 3), interpolation='bicubic'",
    "image.resize: lanczos": "image, (3, 3), interpolation='lanczos3'",
    "image.resize: ratio kept": "image, (2, 3), pad_to_aspect_ratio=True",
    "image.resize: cropped": "image, (2, 3), crop_to_aspect_ratio=True",
    "image.affine_transform": "image, tf.constant([[1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0]])",
    "image.affine_transform: wrap": "image, tf.constant([[1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0]]), fill_mode='wrap'",
    "image.map_coordinates": "bytes_of_3, [[0.5], [0.5]], 1",
    "image.map_coordinates: reflect": "bytes_of_3.astype('float32'), [[-0.5], [3.5]], 1, fill_mode='reflect'",
    "image.extract_patches": "image, 2", "image.pad_images": "image, 1, 1, 1, 1",
    "image.crop_images": "image, top_cropping=1, left_cropping=1, target_height=2, target_width=2",
    "image.rgb_to_hsv": "image / 48.0", "image.hsv_to_rgb": "image / 48.0", "image.rgb_to_grayscale": "image",
    "image.gaussian_blur": "image", "image.perspective_transform": "image, corners, corners",
    "image.scale_and_translate": "image, (1, 2, 2, 3), [0.5, 0.5], [0.0, 0.0], (1, 2), 'linear'",
}
uses = {
    "ops.vectorize": {"function": "plain(ops.vectorize(lambda v: v + 1.0)(x))"},
    "tree.flatten": {"ordered": "tf.keras.tree.flatten(collections.OrderedDict(b=1, a=2))",
                     "dict": "tf.keras.tree.flatten({'b': 1, 'a': 2})", "None": "tf.keras.tree.flatten([None, 1])",
                     "named tuple": "tf.keras.tree.flatten(collections.namedtuple('P', 'b a')(1, 2))"},
    "tree.map_structure": {"None": "tf.keras.tree.map_structure(lambda v: v, [None, 1])",
                           "two of other keys": "tf.keras.tree.map_structure(lambda a, b: a, {'a': 1}, {'b': 1})",
                           "list and tuple": "tf.keras.tree.map_structure(lambda a, b: a, [1], (1,))"},
    "tree.map_structure_up_to": {"deeper": "tf.keras.tree.map_structure_up_to([1, 1], len, [[1], [2, 3]])"},
    "tree.traverse": {"lists": "tf.keras.tree.traverse(lambda v: tuple(v) if isinstance(v, list) else None, [1, [2]])"},
    "tree.lists_to_tuples": {"nested": "tf.keras.tree.lists_to_tuples([1, [2], {'a': [3]}])"},
    "tree.pack_sequence_as": {"dict": "tf.keras.tree.pack_sequence_as({'b': 1, 'a': 2}, [3, 4])",
                              "too few": "tf.keras.tree.pack_sequence_as([1, 2], [3])"},
    "tree.assert_same_structure": {"list and tuple": "tf.keras.tree.assert_same_structure([1], (1,))",
                                   "other keys": "tf.keras.tree.assert_same_structure({'a': 1}, {'b': 1})"},
    "tree.assert_same_paths": {"other": "tf.keras.tree.assert_same_paths([1], {'a': 1})"},
    "tree.flatten_with_path": {"dict": "tf.keras.tree.flatten_with_path({'b': [1], 'a': 2})"},
    "tree.is_nested": {what: "tf.keras.tree.is_nested(%s)" % what for what in ("'a'", "[]", "None", "{'a': 1}")},
}
for name, arguments in table.items():
    symbol, _, what = name.partition(": ")
    uses.setdefault("ops." + symbol, {})[what or "values"] = "plain(ops.%s(%s))" % (symbol, arguments)
)py";

}  // namespace

std::vector<Check> ops_by_hand_checks() {
  Check check = check_of_uses("ops_by_hand", "tf.keras.ops", setup, std::string(uses) + each_use);
  check.minimum = "2.16";
  return {check};
}

}  // namespace tfh::testsuites::keras
