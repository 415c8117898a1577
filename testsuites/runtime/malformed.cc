// Arguments that a kernel must refuse. In one release or another each of these calls killed the process or read memory
// it should not have: the framework's security advisories name most of them. Results are mostly reduced to shapes,
// since what such a call returns may be uninitialised memory.
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
    {"fractional_avg_pool_gradient_short", "tf.raw_ops.FractionalAvgPoolGrad",
     "tf.raw_ops.FractionalAvgPoolGrad(orig_input_tensor_shape=np.int64([1, 3, 2, 3]), "
     "out_backprop=np.int64([[[[2]]]]), row_pooling_sequence=np.int64([1]), col_pooling_sequence=np.int64([1]), "
     "overlapping=False)"},
    {"fractional_avg_pool_gradient_negative", "tf.raw_ops.FractionalAvgPoolGrad",
     "tf.raw_ops.FractionalAvgPoolGrad(orig_input_tensor_shape=np.int64([0, 1, 2, 3]), "
     "out_backprop=np.int64([[[[541], [541]], [[541], [541]]]]), row_pooling_sequence=np.int64([0] * 5), "
     "col_pooling_sequence=np.int64([-2, 0, 0, 2, 0]), overlapping=True)"},
    {"sparse_add_without_shapes", "tf.raw_ops.SparseAdd",
     "tf.raw_ops.SparseAdd(a_indices=tf.zeros([10, 97], tf.int64), a_values=tf.zeros([10], tf.int64), "
     "a_shape=tf.zeros([0], tf.int64), b_indices=tf.zeros([0, 0], tf.int64), b_values=tf.zeros([0], tf.int64), "
     "b_shape=tf.zeros([0], tf.int64), thresh=np.int64(0))"},
    {"sdca_without_labels", "tf.raw_ops.SdcaOptimizerV2",
     "tf.raw_ops.SdcaOptimizerV2(sparse_example_indices=[np.int64([1])], sparse_feature_indices=[np.int64([1])], "
     "sparse_feature_values=[[1.0, 2.0]], dense_features=[[1.0]], example_weights=[1.0], example_labels=[], "
     "sparse_indices=[np.int64(1)], sparse_weights=[1.0], dense_weights=[[1.0]], example_state_data=[[100.0] * 4], "
     "loss_type='logistic_loss', l1=100.0, l2=100.0, num_loss_partitions=1, num_inner_iterations=1, adaptive=True)"},
    {"sdca_scalars", "tf.raw_ops.SdcaOptimizer",
     "tf.raw_ops.SdcaOptimizer(sparse_example_indices=[np.int64(0)] * 2, sparse_feature_indices=[tf.zeros([0, 0, 0, "
     "0], tf.int64), np.int64(0)], sparse_feature_values=[], dense_features=[], example_weights=0.0, "
     "example_labels=0.0, sparse_indices=[np.int64(0)] * 2, sparse_weights=[0.0] * 2, dense_weights=[], "
     "example_state_data=tf.zeros([1, 4]), loss_type='logistic_loss', l1=0.0, l2=0.0, num_loss_partitions=1, "
     "num_inner_iterations=1, adaptative=False)"},
    {"boosted_trees_split_far_away", "tf.raw_ops.BoostedTreesSparseCalculateBestFeatureSplit",
     "tf.raw_ops.BoostedTreesSparseCalculateBestFeatureSplit(node_id_range=[0, 10], stats_summary_indices=[[1, 2, 3, "
     "0x1000000]], stats_summary_values=[1.0], stats_summary_shape=[1, 1, 1, 1], l1=[1.0], l2=[1.0], "
     "tree_complexity=[0.5], min_node_weight=[1.0], logits_dimension=3, split_type='inequality')"},
    {"boosted_trees_gains_without_range", "tf.raw_ops.BoostedTreesCalculateBestGainsPerFeature",
     "tf.raw_ops.BoostedTreesCalculateBestGainsPerFeature(node_id_range=np.int32([]), stats_summary_list=[[1.0, 2.0, "
     "3.0]], l1=[1.0], l2=[1.0], tree_complexity=[1.0], min_node_weight=[1.17], max_splits=5)"},
    {"boosted_trees_split_without_range", "tf.raw_ops.BoostedTreesCalculateBestFeatureSplitV2",
     "tf.raw_ops.BoostedTreesCalculateBestFeatureSplitV2(node_id_range=np.int32([]), stats_summaries_list=[[1.0, "
     "2.0, 3.0]], split_types=[''], candidate_feature_ids=[1, 2, 3, 4], l1=[1.0], l2=[1.0], tree_complexity=[1.0], "
     "min_node_weight=[1.17], logits_dimension=5)"},
    {"boosted_trees_unparsable", "tf.raw_ops.BoostedTreesCreateEnsemble",
     "tf.raw_ops.BoostedTreesCreateEnsemble(tree_ensemble_handle=tf.raw_ops.BoostedTreesEnsembleResourceHandleOp(shar"
     "ed_name='unparsable'), stamp_token=np.int64(0), tree_ensemble_serialized='0') is None or []"},
    {"sparse_counts_without_weights", "tf.raw_ops.SparseCountSparseOutput",
     "tf.function(lambda: tf.raw_ops.SparseCountSparseOutput(indices=np.int64([1]), values=np.int64([[1]]), "
     "dense_shape=np.int64([10]), weights=np.float32([]), binary_output=True))()"},
    {"edit_distance_far_away", "tf.edit_distance",
     "tf.raw_ops.EditDistance(hypothesis_indices=np.full([3, 3], -1250999896764), hypothesis_values=np.zeros([3], "
     "np.int64), hypothesis_shape=np.zeros([3], np.int64), truth_indices=np.full([3, 3], -1250999896764), "
     "truth_values=np.full([3], 2), truth_shape=np.full([3], 2))"},
    {"block_lstm_gradient_of_cubes", "tf.raw_ops.BlockLSTMGradV2",
     "tf.raw_ops.BlockLSTMGradV2(seq_len_max=np.int64(1), use_peephole=False, **{name: tf.fill([1, 1, 1], 0.5) for "
     "name "
     "in 'x cs_prev h_prev w wci wcf wco b i cs f o ci co h cs_grad h_grad'.split()})"},
    {"fractional_max_pool_gradient_far_away", "tf.raw_ops.FractionalMaxPoolGrad",
     "tf.raw_ops.FractionalMaxPoolGrad(orig_input=[[[[1, 1, 1, 1, 1]]]], orig_output=[[[[1, 1, 1]]]], "
     "out_backprop=[[[[3], [3], [6]]]], row_pooling_sequence=[-0x4000000, 1, 1], col_pooling_sequence=[-0x4000000, 1, "
     "1], overlapping=False)"},
    {"avg_pool_gradient_larger_than_its_shape", "tf.raw_ops.AvgPoolGrad",
     "tf.raw_ops.AvgPoolGrad(orig_input_shape=[11, 9, 78, 9], grad=tf.ones([16, 16, 16, 16]), ksize=[1, 40, 128, 1], "
     "strides=[1, 128, 128, 30], padding='SAME')"},
    {"map_fn_ragged_in_ragged", "tf.map_fn",
     "tf.map_fn(lambda r: tf.map_fn(lambda y: r, r), tf.ragged.constant([[1, 2, 3], [4, 5], [6]])).flat_values"},
    {"fractional_avg_pool_of_channels", "tf.nn.fractional_avg_pool",
     "tf.nn.fractional_avg_pool(tf.ones([4, 4, 4, 4]), [1.0, 1.5, 1.5, 1.5], seed=1)"},
    {"fractional_max_pool_of_channels", "tf.nn.fractional_max_pool",
     "tf.nn.fractional_max_pool(tf.ones([4, 4, 4, 4]), [1.0, 1.5, 1.5, 1.5], seed=1)"},
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
    // Sizes that overflow or exhaust the memory
    {"repeat_overflow", "tf.repeat", "tf.repeat([1.0], tf.constant([2 ** 60], tf.int64))"},
    {"zeros_overflow", "tf.zeros", "tf.zeros(tf.constant([2 ** 40, 2 ** 40], tf.int64))"},
    {"fill_overflow", "tf.fill", "tf.fill(tf.constant([2 ** 62, 4], tf.int64), 1.0)"},
    {"resize_overflow", "tf.image.resize", "tf.image.resize(tf.ones([1, 2, 2, 1024]), [2 ** 30, 2 ** 30])"},
    {"pad_overflow", "tf.pad", "tf.pad([1.0], tf.constant([[2 ** 63 - 1, 1]], tf.int64))"},
    {"decode_png_bomb", "tf.io.decode_png",
     "tf.io.decode_png(b'\\x89PNG\\r\\n\\x1a\\n\\0\\0\\0\\rIHDR\\x7f\\xff\\xff\\xff\\x7f\\xff\\xff\\xff\\x08\\x02' + "
     "b'\\0' * 7)"},
    // Indices outside
    {"sparse_segment_index_negative", "tf.raw_ops.SparseSegmentMean",
     "tf.raw_ops.SparseSegmentMean(data=[1.0, 2.0], indices=[-1], segment_ids=[0])"},
    {"sparse_to_dense_index_negative", "tf.raw_ops.SparseToDense",
     "tf.raw_ops.SparseToDense(sparse_indices=[-5], output_shape=[3], sparse_values=[1.0], default_value=0.0, "
     "validate_indices=False)"},
    {"parallel_stitch_index_negative", "tf.raw_ops.ParallelDynamicStitch",
     "tf.raw_ops.ParallelDynamicStitch(indices=[[-1]], data=[[1.0]])"},
    {"unigrams_fewer_than_the_range", "tf.random.fixed_unigram_candidate_sampler",
     "tf.random.fixed_unigram_candidate_sampler([[0]], 1, 1, True, 3, vocab_file=\"\", unigrams=[1.0, 2.0])"},
    {"fractional_pool_shape_negative", "tf.raw_ops.FractionalAvgPoolGrad",
     "tf.raw_ops.FractionalAvgPoolGrad(orig_input_tensor_shape=np.int64([-1, -1, -1, 1]), "
     "out_backprop=tf.ones([1, 1, 1, 1], tf.float64), row_pooling_sequence=np.int64([0, 1]), "
     "col_pooling_sequence=np.int64([0, 1]))"},
    {"conv3d_without_channels", "tf.nn.conv3d",
     "tf.nn.conv3d(tf.ones([1, 2, 2, 2, 0]), tf.ones([1, 1, 1, 0, 1]), [1] * 5, \"VALID\")"},
    {"dynamic_stitch_index_negative", "tf.raw_ops.DynamicStitch",
     "tf.raw_ops.DynamicStitch(indices=[[-1]], data=[[1.0]])"},
    {"gather_batch_dimensions_negative", "tf.gather", "tf.gather(tf.ones([2, 2]), [0], axis=1, batch_dims=-5)"},
    {"fractional_pool_sequence_negative", "tf.raw_ops.FractionalAvgPoolGrad",
     "tf.raw_ops.FractionalAvgPoolGrad(orig_input_tensor_shape=np.int64([2, 2, 2, 2]), "
     "out_backprop=tf.ones([1, 1, 1, 1]), row_pooling_sequence=np.int64([-(10 ** 9), 1, 2, 3]), "
     "col_pooling_sequence=np.int64([1, 2, 3, 4]), overlapping=True)"},
    {"split_sizes_negative", "tf.split", "tf.split([1.0, 2.0], [5, -3])"},
    {"linspace_count_negative", "tf.linspace", "tf.linspace(0.0, 1.0, -1)"},
    // Nothing where something must be
    {"ragged_gather_without_rows", "tf.raw_ops.RaggedGather",
     "tf.raw_ops.RaggedGather(params_nested_splits=[np.int64([0])], params_dense_values=[1.0], indices=np.int64(0), "
     "OUTPUT_RAGGED_RANK=0)"},
    {"conv2d_backprop_without_channels", "tf.raw_ops.Conv2DBackpropInput",
     "tf.raw_ops.Conv2DBackpropInput(input_sizes=[1, 4, 4, 0], filter=tf.ones([2, 2, 0, 1]), "
     "out_backprop=tf.ones([1, 4, 4, 1]), strides=[1] * 4, padding='SAME')"},
    {"max_pool_gradient_of_nothing", "tf.raw_ops.MaxPoolGrad",
     "tf.raw_ops.MaxPoolGrad(orig_input=tf.ones([0, 0, 0, 0]), orig_output=tf.ones([1, 0, 1, 0]), "
     "grad=tf.ones([0, 0, 0, 0]), ksize=[1] * 4, strides=[1] * 4, padding='VALID')"},
    {"triangular_solve_of_nothing", "tf.raw_ops.MatrixTriangularSolve",
     "tf.raw_ops.MatrixTriangularSolve(matrix=tf.ones([0, 0]), rhs=tf.ones([0, 0]))"},
    {"cholesky_gradient_of_vectors", "tf.raw_ops.CholeskyGrad",
     "tf.raw_ops.CholeskyGrad(l=tf.ones([0]), grad=tf.ones([0]))"},
    {"ctc_decoder_without_classes", "tf.nn.ctc_greedy_decoder", "tf.nn.ctc_greedy_decoder(tf.ones([0, 2, 0]), [0, 0])"},
    {"draw_boxes_without_colours", "tf.image.draw_bounding_boxes",
     "tf.image.draw_bounding_boxes(tf.ones([1, 2, 2, 3]), tf.ones([1, 1, 4]), tf.ones([0, 0]))"},
    {"crop_of_nothing", "tf.image.crop_and_resize",
     "tf.image.crop_and_resize(tf.ones([1, 0, 0, 1]), tf.ones([1, 4]), [0], [2, 2])"},
    {"matrix_diag_without_k", "tf.raw_ops.MatrixDiagV2",
     "tf.raw_ops.MatrixDiagV2(diagonal=[1.0], k=np.zeros([0], np.int32), num_rows=1, num_cols=1, padding_value=0.0)"},
    {"searchsorted_in_nothing", "tf.searchsorted", "tf.searchsorted(tf.ones([1, 0]), tf.ones([1, 2]))"},
    {"decode_raw_length_zero", "tf.io.decode_raw", "tf.io.decode_raw(['ab'], tf.uint8, fixed_length=0)"},
    // Ranks, shapes and attributes that do not go together
    {"reverse_of_strings", "tf.raw_ops.Reverse", "tf.raw_ops.Reverse(tensor=[['a', 'b']], dims=[False, True])"},
    {"substr_position_and_length_differ", "tf.strings.substr", "tf.strings.substr(['abc'], [1, 2], 1)"},
    {"string_ngrams_padding", "tf.raw_ops.StringNGrams",
     "tf.raw_ops.StringNGrams(data=['a', 'b'], data_splits=np.int64([0, 8, 11]), separator='', ngram_widths=[3], "
     "left_pad='', right_pad='', pad_width=0, preserve_short_sequences=False)"},
    {"ragged_splits_falling", "tf.raw_ops.RaggedTensorToSparse",
     "tf.raw_ops.RaggedTensorToSparse(rt_nested_splits=[np.int64([1, 0])], rt_dense_values=[1.0])"},
    {"max_pool_argmax_stride_zero", "tf.raw_ops.MaxPoolWithArgmax",
     "tf.raw_ops.MaxPoolWithArgmax(input=tf.ones([1, 2, 2, 1]), ksize=[1] * 4, strides=[1, 0, 1, 1], padding='SAME')"},
    {"conv3d_backprop_sizes_zero", "tf.raw_ops.Conv3DBackpropFilterV2",
     "tf.raw_ops.Conv3DBackpropFilterV2(input=tf.ones([1] * 5), filter_sizes=[0] * 5, out_backprop=tf.ones([1] * 5), "
     "strides=[1] * 5, padding='SAME')"},
    {"quantize_minimum_above_maximum", "tf.raw_ops.QuantizeAndDequantizeV4",
     "tf.raw_ops.QuantizeAndDequantizeV4(input=[1.0], input_min=1.0, input_max=0.0, range_given=True)"},
    {"space_to_batch_block_zero", "tf.space_to_batch",
     "tf.space_to_batch(tf.ones([1, 2, 2, 1]), [0, 1], [[0, 0], [0, 0]])"},
    {"depth_to_space_block_zero", "tf.nn.depth_to_space", "tf.nn.depth_to_space(tf.ones([1, 2, 2, 4]), 0)"},
    {"top_k_of_scalar", "tf.math.top_k", "tf.math.top_k(1.0, 1)"},
    {"set_size_shape_too_long", "tf.raw_ops.SetSize",
     "tf.raw_ops.SetSize(set_indices=np.int64([[1]]), set_values=[1], set_shape=np.int64([1, 1, 1]))"},
    {"max_of_complex", "tf.raw_ops.Max", "tf.raw_ops.Max(input=tf.constant([1 + 2j, 3j]), axis=[0])"},
    {"csr_index_outside", "tf.raw_ops.SparseTensorToCSRSparseMatrix",
     "tf.raw_ops.SparseTensorToCSRSparseMatrix(indices=np.int64([[2, 3]]), values=[1.0], dense_shape=np.int64([1, "
     "1]))"},
    {"avg_pool3d_gradient_shape", "tf.raw_ops.AvgPool3DGrad",
     "tf.raw_ops.AvgPool3DGrad(orig_input_shape=[10, 6, 3, 7, 7], grad=tf.ones([1, 2, 2, 2, 7]), ksize=[1] * 5, "
     "strides=[1] * 5, padding='VALID')"},
    {"unicode_encode_splits", "tf.raw_ops.UnicodeEncode",
     "tf.raw_ops.UnicodeEncode(input_values=[97], input_splits=np.int64([0, 1, 5]), output_encoding='UTF-8')"},
    {"ctc_loss_without_classes", "tf.raw_ops.CTCLoss",
     "tf.raw_ops.CTCLoss(inputs=tf.zeros([10, 16, 0]), labels_indices=tf.zeros([8, 0], tf.int64), "
     "labels_values=tf.constant([-100] * 8), sequence_length=tf.constant([-100] * 16))"},
    {"fractional_max_pool_gradient_sequence_short", "tf.raw_ops.FractionalMaxPoolGrad",
     "tf.raw_ops.FractionalMaxPoolGrad(orig_input=tf.ones([1, 7, 13, 1]), orig_output=tf.ones([1, 7, 13, 1]), "
     "out_backprop=tf.ones([1, 7, 13, 1]), row_pooling_sequence=np.int64([0] * 5), "
     "col_pooling_sequence=np.int64([0] * 5))"},
    {"fractional_max_pool_gradient_of_vectors", "tf.raw_ops.FractionalMaxPoolGrad",
     "tf.raw_ops.FractionalMaxPoolGrad(orig_input=[2, 3], orig_output=[2, 3], out_backprop=tf.zeros([0], tf.int32), "
     "row_pooling_sequence=np.int64([0]), col_pooling_sequence=np.int64([0]))"},
    {"fractional_max_pool_gradient_larger", "tf.raw_ops.FractionalMaxPoolGrad",
     "tf.raw_ops.FractionalMaxPoolGrad(orig_input=tf.ones([1, 2, 2, 1]), orig_output=tf.ones([1] * 4), "
     "out_backprop=tf.ones([1, 3, 3, 1]), row_pooling_sequence=np.int64([0, 1, 2]), "
     "col_pooling_sequence=np.int64([0, 1, 2]), overlapping=True)"},
    {"immutable_text", "tf.raw_ops.ImmutableConst",
     "open(scratch + '/f', 'wb').write(b'a' * 80) and tf.raw_ops.ImmutableConst(dtype=tf.string, shape=[1], "
     "memory_region_name=scratch + '/f')"},
    {"immutable_resource", "tf.raw_ops.ImmutableConst",
     "open(scratch + '/f', 'wb').write(b'a' * 80) and tf.raw_ops.ImmutableConst(dtype=tf.resource, shape=[], "
     "memory_region_name=scratch + '/f')"},
    {"table_size_of_float", "tf.raw_ops.LookupTableSizeV2", "tf.raw_ops.LookupTableSizeV2(table_handle=[1.0])"},
};

// Refused or not, these have one right answer.
constexpr Call values[] = {
    {"floordiv_minimum", "tf.math.floordiv", "tf.math.floordiv([-2 ** 31], [-1])"},
    {"floormod_minimum", "tf.math.floormod", "tf.math.floormod(np.int64([-2 ** 63]), np.int64([-1]))"},
    {"truncatediv_by_zero", "tf.truncatediv", "tf.truncatediv([5], [0])"},
    {"truncatemod_by_zero", "tf.truncatemod", "tf.truncatemod([5], [0])"},
    {"integer_pow_negative", "tf.math.pow", "tf.math.pow([2, 0], [-1, -1])"},
    {"unravel_index_of_nothing", "tf.unravel_index", "tf.unravel_index([0], [0])"},
    {"transpose_conjugate_vector", "tf.transpose", "tf.transpose(np.complex64([1, 2]), conjugate=True)"},
    {"as_string_wide", "tf.strings.as_string", "tf.strings.as_string([1], width=1000, fill='-')"},
};

Check alone(const Call& call, const std::string& source) {
  return {.id = std::string("runtime.malformed_") + call.name,
          .api = {call.api},
          .alone = true,
          .hostile = true,
          .source = source};
}

}  // namespace

std::vector<Check> malformed_checks() {
  std::vector<Check> checks;
  for (const Call& call : calls) {
    // What such a call overran may kill the process when it is freed: the results live as long as the process.
    checks.push_back(
        alone(call,
              "\nimport sys\nsys.kept = []\n"
              "attempt(\"shapes\", lambda: [list(t.shape) for t in sys.kept.extend(tf.nest.flatten(\n    " +
                  std::string(call.expression) + ")) or sys.kept], kind=\"structure\")\n"));
  }
  for (const Call& call : values) {
    checks.push_back(alone(call, "\nattempt(\"value\", lambda: " + std::string(call.expression) + ")\n"));
  }
  return checks;
}

}  // namespace tfh::testsuites::runtime
