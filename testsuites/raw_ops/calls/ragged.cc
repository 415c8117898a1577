// Ragged tensors and segments.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr RawCall calls[] = {
    {"RaggedCross",
     "ragged_values=[L(1, 2)]; ragged_row_splits=[L(0, 1, 2)]; sparse_indices=[]; sparse_values=[]; "
     "sparse_shape=[]; dense_inputs=[L2([3], [4])]; input_order='RD'; hashed_output=True; num_buckets=10; "
     "hash_key=7; out_values_type=tf.int64; out_row_splits_type=tf.int64"},
    {"RaggedGather",
     "params_nested_splits=[L(0, 2, 3)]; params_dense_values=F(3); indices=L(1, 0); OUTPUT_RAGGED_RANK=1"},
    {"RaggedRange", "starts=I(0, 1); limits=I(3, 4); deltas=I(1, 2)"},
    {"RaggedTensorToSparse", "rt_nested_splits=[L(0, 2, 3)]; rt_dense_values=F(3)"},
    {"RaggedTensorToTensor",
     "shape=L(2, 3); values=F(3); default_value=f(0.0); row_partition_tensors=[L(0, 2, 3)]; "
     "row_partition_types=['ROW_SPLITS']"},
    {"RaggedTensorToVariant", "rt_nested_splits=[L(0, 2, 3)]; rt_dense_values=F(3); batched_input=True"},
    {"RaggedTensorFromVariant",
     "encoded_ragged=tf.raw_ops.RaggedTensorToVariant(rt_nested_splits=[L(0, 2, 3)], rt_dense_values=F(3), "
     "batched_input=True); "
     "input_ragged_rank=0; output_ragged_rank=1; Tvalues=tf.float32"},
    {"RaggedTensorToVariantGradient",
     "encoded_ragged_grad=tf.raw_ops.RaggedTensorToVariant(rt_nested_splits=[L(0, 2, 3)], rt_dense_values=F(3), "
     "batched_input=True); "
     "row_splits=L(0, 2, 3); dense_values_shape=I(3); Tvalues=tf.float32"},
    {"StringNGrams",
     "data=S('a', 'b', 'c'); data_splits=L(0, 2, 3); separator=' '; ngram_widths=[2]; left_pad='<'; right_pad='>'; "
     "pad_width=1; preserve_short_sequences=False"},
    {"UnicodeEncode", "input_values=I(97, 98, 99); input_splits=L(0, 2, 3); output_encoding='UTF-8'"},
    {"UnsortedSegmentJoin", "inputs=S('a', 'b'); segment_ids=I(0, 1); num_segments=i(2)"},
    {"UnsortedSegmentMax", "data=F(2, 2); segment_ids=I(0, 1); num_segments=i(2)"},
    {"UnsortedSegmentMin", "data=F(2, 2); segment_ids=I(0, 1); num_segments=i(2)"},
    {"UnsortedSegmentProd", "data=F(2, 2); segment_ids=I(0, 1); num_segments=i(2)"},
    {"UnsortedSegmentSum", "data=F(2, 2); segment_ids=I(0, 1); num_segments=i(2)"},
    {"SegmentMax", "data=F(2, 2); segment_ids=I(0, 1)"},
    {"SegmentMean", "data=F(2, 2); segment_ids=I(0, 1)"},
    {"SegmentMin", "data=F(2, 2); segment_ids=I(0, 1)"},
    {"SegmentProd", "data=F(2, 2); segment_ids=I(0, 1)"},
    {"SegmentSum", "data=F(2, 2); segment_ids=I(0, 1)"},
};

}  // namespace

RawCalls ragged_calls() {
  return {"ragged", "", calls};
}

}  // namespace tfh::testsuites::raw_ops
