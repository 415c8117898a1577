// Normalization, losses, the best of many, CTC, recurrent cells.
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
    {"BlockLSTM",
     "seq_len_max=l(2); x=F(2, 1, 2); cs_prev=F(1, 1); h_prev=F(1, 1); w=F(3, 4); wci=F(1); wcf=F(1); wco=F(1); "
     "b=F(4); use_peephole=True"},
    {"BlockLSTMGradV2",
     "seq_len_max=l(2); x=F(2, 1, 2); cs_prev=F(1, 1); h_prev=F(1, 1); w=F(3, 4); wci=F(1); wcf=F(1); wco=F(1); "
     "b=F(4); i=F(2, 1, 1); cs=F(2, 1, 1); f=F(2, 1, 1); o=F(2, 1, 1); ci=F(2, 1, 1); co=F(2, 1, 1); h=F(2, 1, 1); "
     "cs_grad=F(2, 1, 1); h_grad=F(2, 1, 1); use_peephole=True"},
    {"LSTMBlockCell",
     "x=F(2, 3); cs_prev=F(2, 4); h_prev=F(2, 4); w=F(7, 16); wci=F(4); wcf=F(4); wco=F(4); b=F(16); cell_clip=3.0; "
     "use_peephole=True"},
    {"LSTMBlockCellGrad",
     "x=F(2, 3); cs_prev=F(2, 4); h_prev=F(2, 4); w=F(7, 16); wci=F(4); wcf=F(4); wco=F(4); b=F(16); i=F(2, 4); "
     "cs=F(2, 4); f=F(2, 4); o=F(2, 4); ci=F(2, 4); co=F(2, 4); cs_grad=F(2, 4); h_grad=F(2, 4); use_peephole=True"},
    {"GRUBlockCell", "x=F(2, 3); h_prev=F(2, 4); w_ru=F(7, 8); w_c=F(7, 4); b_ru=F(8); b_c=F(4)"},
    {"GRUBlockCellGrad",
     "x=F(2, 3); h_prev=F(2, 4); w_ru=F(7, 8); w_c=F(7, 4); b_ru=F(8); b_c=F(4); r=F(2, 4); u=F(2, 4); c=F(2, 4); "
     "d_h=F(2, 4)"},
    {"CTCLossV2",
     "inputs=F(3, 2, 4); labels_indices=L2([0, 0], [1, 0]); labels_values=I(1, 2); sequence_length=I(3, 3)"},
};

}  // namespace

RawCalls neural_calls() {
  return {"neural", "", calls};
}

}  // namespace tfh::testsuites::raw_ops
