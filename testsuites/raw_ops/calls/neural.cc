// Normalization, losses, the best of many, CTC.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr RawCall calls[] = {
    {"FusedBatchNormV3", "x=F(1, 2, 2, 2); scale=F(2); offset=F(2); mean=F(2); variance=F(2); is_training=False"},
    {"FusedBatchNormGradV3",
     "y_backprop=F(1, 2, 2, 2); x=F(1, 2, 2, 2); scale=F(2); reserve_space_1=F(2); reserve_space_2=F(2); "
     "reserve_space_3=F(2); is_training=True"},
    {"LRN", "input=F(1, 2, 2, 3); depth_radius=2; bias=1.0; alpha=1.0; beta=0.5"},
    {"LRNGrad",
     "input_grads=F(1, 2, 2, 3); input_image=F(1, 2, 2, 3); output_image=F(1, 2, 2, 3); depth_radius=2; bias=1.0; "
     "alpha=1.0; beta=0.5"},
    {"BiasAdd", "value=F(2, 3); bias=F(3); data_format='NHWC'"},
    {"BiasAddGrad", "out_backprop=F(2, 3); data_format='NHWC'"},
    {"NthElement", "input=F(2, 3); n=i(1)"},
    {"TopKV2", "input=F(2, 3); k=i(2)"},
    {"InTopKV2", "predictions=F(2, 3); targets=I(0, 1); k=i(2)"},
    {"SoftmaxCrossEntropyWithLogits", "features=F(2, 3); labels=F(2, 3)"},
    {"SparseSoftmaxCrossEntropyWithLogits", "features=F(2, 3); labels=I(0, 1)"},
    {"CTCLoss", "inputs=F(3, 2, 4); labels_indices=L2([0, 0], [1, 0]); labels_values=I(1, 2); sequence_length=I(3, 3)"},
    {"CTCBeamSearchDecoder", "inputs=F(3, 2, 4); sequence_length=I(3, 3); beam_width=4; top_paths=1"},
    {"CTCGreedyDecoder", "inputs=F(3, 2, 4); sequence_length=I(3, 3)"},
    {"BlockLSTMV2",
     "seq_len_max=l(2); x=F(2, 1, 2); cs_prev=F(1, 1); h_prev=F(1, 1); w=F(3, 4); wci=F(1); wcf=F(1); wco=F(1); "
     "b=F(4)"},
};

}  // namespace

RawCalls neural_calls() {
  return {"", calls};
}

}  // namespace tfh::testsuites::raw_ops
