// Arguments that a kernel must refuse. In one release or another each of these calls killed the process or read memory
// it should not have: the framework's security advisories name most of them. Results are reduced to shapes, since what
// such a call returns may be uninitialised memory.
#include <string>

#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {
namespace {

struct Call {
  const char* name;
  const char* api;
  const char* expression;
};

constexpr Call calls[] = {
    {"range_overflow", "tf.range", "tf.range(-1e38, 1.0)"},
    {"reshape_to_255_dimensions", "tf.reshape", "tf.reshape(tf.ones([1]), np.ones([255], np.int32))"},
    {"conv2d_without_channels", "tf.nn.conv2d",
     "tf.nn.conv2d(tf.zeros([1, 2, 2, 0]), tf.zeros([1, 1, 0, 1]), 1, \"SAME\")"},
    {"conv2d_with_empty_filter", "tf.raw_ops.Conv2D",
     "tf.raw_ops.Conv2D(input=tf.ones([1, 2, 2, 1]), filter=tf.zeros([1, 1, 0, 1]), strides=[1] * 4, "
     "padding=\"SAME\")"},
    {"encode_png_without_rows", "tf.io.encode_png", "tf.io.encode_png(tf.zeros([0, 1, 3], tf.uint8))"},
    {"substr_lengths_differ", "tf.strings.substr", "tf.strings.substr([[\"abc\", \"def\"]], [0, 1], 1)"},
    {"histogram_of_nan", "tf.histogram_fixed_width",
     "tf.histogram_fixed_width(tf.constant([np.nan, 1.0]), [0.0, 5.0], nbins=5)"},
    {"reverse_of_empty_strings", "tf.raw_ops.Reverse",
     "tf.raw_ops.Reverse(tensor=tf.zeros([0, 0, 0, 3]), dims=[False, False, False, True])"},
    {"avg_pool_negative_window", "tf.nn.avg_pool",
     "tf.nn.avg_pool(tf.ones([1, 4, 3, 1]), [1, -2, 1, 1], [1, 1, 1, 1], \"VALID\")"},
    {"file_writer_vector_arguments", "tf.summary.create_file_writer",
     "tf.summary.create_file_writer(scratch, flush_millis=list(range(13))) and []"},
    {"tile_overflow", "tf.tile", "tf.tile(np.ones([1, 1, 1]), [100000000, 100000000, 10000000])"},
    {"segment_id_overflow", "tf.math.segment_max",
     "tf.math.segment_max(np.ones([1, 10, 1]), np.int64([1676240524292489355]))"},
    {"unsorted_segment_join_negative", "tf.strings.unsorted_segment_join",
     "tf.strings.unsorted_segment_join([\"a\"], [0], -1)"},
    {"fake_quant_vectors", "tf.quantization.fake_quant_with_min_max_vars",
     "tf.quantization.fake_quant_with_min_max_vars(tf.ones([2]), tf.zeros([2]), tf.ones([2]))"},
    {"matrix_rank_of_nothing", "tf.linalg.matrix_rank", "tf.linalg.matrix_rank(tf.zeros([0, 1, 1]))"},
    {"decode_raw_fixed_length", "tf.io.decode_raw",
     "tf.io.decode_raw(tf.constant([\"1\", \"2\", \"3\", \"4\"]), tf.uint16, fixed_length=4)"},
    {"edit_distance_index_out_of_shape", "tf.edit_distance",
     "tf.edit_distance(tf.SparseTensor([[5, 5, 5]], [1], [1, 1, 1]), tf.SparseTensor([[0, 0, 0]], [1], [1, 1, 1]))"},
    {"session_tensor_in_eager", "tf.raw_ops.GetSessionTensor",
     "tf.raw_ops.GetSessionTensor(handle=[\"\"], dtype=tf.int32)"},
    {"empty_tensor_list_vector", "tf.raw_ops.EmptyTensorList",
     "tf.raw_ops.EmptyTensorList(element_shape=tf.ones([1, 0, 1], tf.int32), max_num_elements=1, "
     "element_dtype=tf.int32)"
     " is None or []"},
    {"max_pool_empty", "tf.nn.max_pool_with_argmax",
     "tf.nn.max_pool_with_argmax(tf.zeros([0, 2, 2, 1]), [1, 2, 2, 1], [1, 1, 1, 1], \"VALID\")"},
    {"transpose_negative_permutation", "tf.transpose", "tf.transpose([[0, 1], [2, 3]], [-1, -3])"},
    {"ragged_bincount_splits", "tf.raw_ops.RaggedBincount",
     "tf.raw_ops.RaggedBincount(splits=np.int64([7]), values=[5, 16, 8], size=5, weights=[1.0, 2.0, 3.0])"},
    {"string_ngrams_splits", "tf.raw_ops.StringNGrams",
     "tf.raw_ops.StringNGrams(data=[\"aa\", \"bb\"], data_splits=np.int64([0, 8]), separator=\"\", ngram_widths=[1], "
     "left_pad=\"\", right_pad=\"\", pad_width=0, preserve_short_sequences=False)"},
    {"draw_boxes_without_size", "tf.image.draw_bounding_boxes",
     "tf.image.draw_bounding_boxes(tf.zeros([1, 1, 1, 3]), tf.zeros([1, 1, 3]), None)"},
    {"reverse_sequence_negative_axis", "tf.raw_ops.ReverseSequence",
     "tf.raw_ops.ReverseSequence(input=tf.ones([2, 2]), seq_lengths=[1, 1], seq_dim=-2, batch_dim=0)"},
    {"quantize_axis_out_of_range", "tf.quantization.quantize_and_dequantize",
     "tf.raw_ops.QuantizeAndDequantizeV3(input=[2.5], input_min=[0.0], input_max=[1.0], num_bits=30, axis=-3)"},
    {"space_to_batch_overflow", "tf.space_to_batch",
     "tf.space_to_batch(tf.zeros([1, 2, 2, 1]), [2 ** 31 - 1, 2], [[0, 0], [0, 0]])"},
    {"stage_peek_nothing", "tf.raw_ops.StagePeek", "tf.raw_ops.StagePeek(index=[], dtypes=[tf.int32])"},
};

Check refusal(const Call& call) {
  return {.id = std::string("runtime.malformed_") + call.name,
          .api = {call.api},
          .alone = true,
          .source = "\nattempt(\"shapes\", lambda: [list(t.shape) for t in tf.nest.flatten(\n    " +
                    std::string(call.expression) + ")], kind=\"structure\")\n"};
}

}  // namespace

std::vector<Check> malformed_checks() {
  std::vector<Check> checks;
  for (const Call& call : calls) checks.push_back(refusal(call));
  return checks;
}

}  // namespace tfh::testsuites::runtime
