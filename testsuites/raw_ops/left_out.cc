#include "testsuites/raw_ops/variations.h"

namespace tfh::testsuites::raw_ops {
namespace {

// Regular expressions of Python, found anywhere in "tf.raw_ops.OP: [in a graph, ]ARGUMENT VARIATION".
constexpr const char* calls[] = {
    // Never end, take many seconds or fill gigabytes in one release or another.
    R"(BoostedTrees\w+: (node_id_range|feature_shape|feature_indices|stats_summary_shape) )",
    R"(DynamicPartition: in a graph, num_partitions 2)",
    R"((MatrixTriangular|Tridiagonal)Solve: (diagonals|matrix) (empty|scalar|of fewer))",
    R"(FixedUnigramCandidateSampler: num_reserved_ids)",
    R"(Fractional\w+PoolGrad: (row|col)_pooling_sequence)",
    R"(Pad(V2)?: paddings from far)",
    R"((Qr|Svd): input (empty|scalar|of fewer))",
    R"(RaggedCross: ragged_row_splits to far)",
    R"(RaggedTensorToVariant: rt_nested_splits to far)",
    R"(RandomBinomial: counts NaN)",
    R"(ops\.Range: start -2)",
    R"(Segment\w+: segment_ids to far)",

    // A release reads outside of what it got, so that what it answers, or whether it dies, is chance.
    R"((AvgPool3DGrad|MaxPool\w*GradGrad\w*): (ksize|strides) with)",
    R"(MaxPoolGrad: ksize with (-1|0))",
    R"(AvgPoolGrad: grad (longer|wider))",
    R"(BandedTriangularSolve: matrix without rows)",
    R"(BlockLSTMGradV2: (w |\w+ (scalar|of fewer)))",
    R"((LSTM|GRU)BlockCell\w*: \w+ scalar)",
    R"(Cholesky: permutation zeros)",
    R"(EditDistance: \w+_indices from -1)",
    R"(FractionalAvgPoolGrad: (orig_input_tensor_shape|out_backprop))",
    R"(FractionalMaxPoolGrad: orig_input longer)",
    R"(MaxPool\w*Grad\w*: orig_input (longer|wider))",
    R"(Quantize(dAdd|dMul|dMatMul|dInstanceNorm|V2): \w*(min|max)\w* empty)",
    R"(QuantizeAndDequantize\w+: axis 0$)",
    R"(Requantize: \w+(min|max) empty)",
    R"(SparseBincount: values shorter)",
    R"(SparseCountSparseOutput: in a graph, indices a vector)",
    R"(SparseReduce\w+: input_indices from -1)",
    R"(StringNGrams: data_splits zeros)",
    R"(TensorArray\w+: dtype tf\.resource)",
    R"(UnicodeEncode: input_splits scalar)",
    R"(WriteAudioSummary: tensor scalar)",
};

}  // namespace

std::string left_out() {
  std::string pattern;
  for (const char* call : calls) pattern += std::string(pattern.empty() ? "" : "|") + call;
  return "LEFT_OUT = re.compile(r\"" + pattern + "\")\n";
}

}  // namespace tfh::testsuites::raw_ops
