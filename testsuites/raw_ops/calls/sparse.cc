// Sparse tensors and matrices, sets, counts and segments of chosen rows.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr const char* setup = R"py(
def csr(*shape):
    return tf.raw_ops.SparseTensorToCSRSparseMatrix(indices=L2([0, 0], [1, 1]), values=F(2), dense_shape=L(*shape))
)py";

constexpr RawCall calls[] = {
    {"SparseAdd",
     "a_indices=L2([0, 0], [1, 1]); a_values=F(2); a_shape=L(2, 2); b_indices=L2([0, 0], [1, 0]); b_values=F(2); "
     "b_shape=L(2, 2); thresh=f(0.0)"},
    {"SparseAddGrad",
     "backprop_val_grad=F(3); a_indices=L2([0, 0], [1, 1]); b_indices=L2([0, 0], [1, 0]); "
     "sum_indices=L2([0, 0], [1, 0], [1, 1])"},
    {"SparseConcat", "indices=[L2([0, 0]), L2([1, 1])]; values=[F(1), F(1)]; shapes=[L(2, 2), L(2, 2)]; concat_dim=0"},
    {"SparseCross",
     "indices=[L2([0, 0], [1, 0])]; values=[L(1, 2)]; shapes=[L(2, 1)]; dense_inputs=[L2([3], [4])]; "
     "hashed_output=True; num_buckets=10; hash_key=7; out_type=tf.int64; internal_type=tf.int64"},
    {"SparseDenseCwiseAdd", "sp_indices=L2([0, 0], [1, 1]); sp_values=F(2); sp_shape=L(2, 2); dense=F(2, 2)"},
    {"SparseDenseCwiseDiv", "sp_indices=L2([0, 0], [1, 1]); sp_values=F(2); sp_shape=L(2, 2); dense=F(2, 2)"},
    {"SparseDenseCwiseMul", "sp_indices=L2([0, 0], [1, 1]); sp_values=F(2); sp_shape=L(2, 2); dense=F(2, 2)"},
    {"SparseFillEmptyRows", "indices=L2([0, 0], [2, 1]); values=F(2); dense_shape=L(3, 2); default_value=f(0.5)"},
    {"SparseFillEmptyRowsGrad", "reverse_index_map=L(0, 1); grad_values=F(3)"},
    {"SparseReduceMax",
     "input_indices=L2([0, 0], [1, 1]); input_values=F(2); input_shape=L(2, 2); reduction_axes=I(1)"},
    {"SparseReduceSum",
     "input_indices=L2([0, 0], [1, 1]); input_values=F(2); input_shape=L(2, 2); reduction_axes=I(1)"},
    {"SparseReduceMaxSparse",
     "input_indices=L2([0, 0], [1, 1]); input_values=F(2); input_shape=L(2, 2); reduction_axes=I(1)"},
    {"SparseReduceSumSparse",
     "input_indices=L2([0, 0], [1, 1]); input_values=F(2); input_shape=L(2, 2); reduction_axes=I(1)"},
    {"SparseReorder", "input_indices=L2([1, 1], [0, 0]); input_values=F(2); input_shape=L(2, 2)"},
    {"SparseReshape", "input_indices=L2([0, 0], [1, 1]); input_shape=L(2, 2); new_shape=L(4)"},
    {"SparseSlice", "indices=L2([0, 0], [1, 1]); values=F(2); shape=L(2, 2); start=L(0, 1); size=L(2, 1)"},
    {"SparseSliceGrad",
     "backprop_val_grad=F(1); input_indices=L2([0, 0], [1, 1]); input_start=L(0, 1); output_indices=L2([1, 0])"},
    {"SparseSoftmax", "sp_indices=L2([0, 0], [0, 1]); sp_values=F(2); sp_shape=L(2, 2)"},
    {"SparseSparseMaximum",
     "a_indices=L2([0, 0], [1, 1]); a_values=F(2); a_shape=L(2, 2); b_indices=L2([0, 0], [1, 0]); b_values=F(2); "
     "b_shape=L(2, 2)"},
    {"SparseSparseMinimum",
     "a_indices=L2([0, 0], [1, 1]); a_values=F(2); a_shape=L(2, 2); b_indices=L2([0, 0], [1, 0]); b_values=F(2); "
     "b_shape=L(2, 2)"},
    {"SparseSplit", "split_dim=l(0); indices=L2([0, 0], [1, 1]); values=F(2); shape=L(2, 2); num_split=2"},
    {"SparseTensorDenseAdd", "a_indices=L2([0, 0], [1, 1]); a_values=F(2); a_shape=L(2, 2); b=F(2, 2)"},
    {"SparseTensorDenseMatMul", "a_indices=L2([0, 0], [1, 1]); a_values=F(2); a_shape=L(2, 2); b=F(2, 3)"},
    {"SparseToDense",
     "sparse_indices=L2([0, 0], [1, 1]); output_shape=L(2, 2); sparse_values=F(2); default_value=f(0.0)"},
    {"SparseToSparseSetOperation",
     "set1_indices=L2([0, 0], [1, 0]); set1_values=L(1, 2); set1_shape=L(2, 1); set2_indices=L2([0, 0], [1, 0]); "
     "set2_values=L(1, 3); set2_shape=L(2, 1); set_operation='union'"},
    {"DenseToSparseSetOperation",
     "set1=L2([1, 2], [3, 4]); set2_indices=L2([0, 0], [1, 0]); set2_values=L(1, 3); set2_shape=L(2, 1); "
     "set_operation='union'"},
    {"DenseToDenseSetOperation", "set1=L2([1, 2], [3, 4]); set2=L2([1, 3], [5, 4]); set_operation='union'"},
    {"SetSize", "set_indices=L2([0, 0], [1, 0]); set_values=L(1, 2); set_shape=L(2, 1)"},
    {"SparseCountSparseOutput",
     "indices=L2([0, 0], [1, 1]); values=L(1, 2); dense_shape=L(2, 2); weights=F(2); minlength=-1; maxlength=-1; "
     "binary_output=False"},
    {"RaggedCountSparseOutput",
     "splits=L(0, 2, 3); values=L(1, 1, 2); weights=F(3); minlength=-1; maxlength=-1; binary_output=False"},
    {"DenseCountSparseOutput",
     "values=L2([1, 1], [2, 3]); weights=F(2, 2); minlength=-1; maxlength=-1; binary_output=False"},
    {"SparseBincount", "indices=L2([0, 0], [1, 1]); values=L(1, 2); dense_shape=L(2, 2); size=l(4); weights=F(2)"},
    {"RaggedBincount", "splits=L(0, 2, 3); values=L(1, 1, 2); size=l(4); weights=F(3)"},
    {"DenseBincount", "input=L(1, 1, 2); size=l(4); weights=F(3)"},
    {"Bincount", "arr=I(1, 1, 2); size=i(4); weights=F(3)"},
    {"SparseSegmentSum", "data=F(3, 2); indices=I(0, 1); segment_ids=I(0, 0)"},
    {"SparseSegmentMean", "data=F(3, 2); indices=I(0, 1); segment_ids=I(0, 0)"},
    {"SparseSegmentSqrtN", "data=F(3, 2); indices=I(0, 1); segment_ids=I(0, 0)"},
    {"SparseSegmentMeanGrad", "grad=F(1, 2); indices=I(0, 1); segment_ids=I(0, 0); output_dim0=i(3)"},
    {"SparseSegmentSqrtNGrad", "grad=F(1, 2); indices=I(0, 1); segment_ids=I(0, 0); output_dim0=i(3)"},
    {"SparseSegmentSumWithNumSegments", "data=F(3, 2); indices=I(0, 1); segment_ids=I(0, 0); num_segments=i(2)"},
    {"SparseSegmentMeanWithNumSegments", "data=F(3, 2); indices=I(0, 1); segment_ids=I(0, 0); num_segments=i(2)"},
    {"SparseSegmentSqrtNWithNumSegments", "data=F(3, 2); indices=I(0, 1); segment_ids=I(0, 0); num_segments=i(2)"},
    {"SparseMatMul", "a=F(2, 3); b=F(3, 2)"},
    {"EditDistance",
     "hypothesis_indices=L2([0, 0], [1, 0]); hypothesis_values=L(1, 2); hypothesis_shape=L(2, 1); "
     "truth_indices=L2([0, 0], [1, 0]); truth_values=L(1, 3); truth_shape=L(2, 1)"},
    {"AddManySparseToTensorsMap", "sparse_indices=L2([0, 0], [1, 1]); sparse_values=F(2); sparse_shape=L(2, 2)"},
    {"AddSparseToTensorsMap", "sparse_indices=L2([0, 0], [1, 1]); sparse_values=F(2); sparse_shape=L(2, 2)"},
    {"TakeManySparseFromTensorsMap", "sparse_handles=L(1, 2); dtype=tf.float32"},
    {"SerializeSparse", "sparse_indices=L2([0, 0], [1, 1]); sparse_values=F(2); sparse_shape=L(2, 2)"},
    {"SerializeManySparse", "sparse_indices=L2([0, 0], [1, 1]); sparse_values=F(2); sparse_shape=L(2, 2)"},
    {"DeserializeSparse",
     "serialized_sparse=tf.raw_ops.SerializeSparse(sparse_indices=L2([0, 0]), sparse_values=F(1), sparse_shape=L(2, "
     "2)); "
     "dtype=tf.float32"},
    {"DeserializeManySparse", "serialized_sparse=S2(['a', 'b', 'c']); dtype=tf.float32"},
    {"SparseTensorToCSRSparseMatrix", "indices=L2([0, 0], [1, 1]); values=F(2); dense_shape=L(2, 2)"},
    {"DenseToCSRSparseMatrix", "dense_input=F(2, 2); indices=L2([0, 0], [1, 1])"},
    {"SparseMatrixMatMul", "a=csr(2, 2); b=F(2, 2)"},
    {"SparseMatrixSparseMatMul", "a=csr(2, 2); b=csr(2, 2); type=tf.float32"},
    {"SparseMatrixTranspose", "input=csr(2, 2); type=tf.float32"},
    {"SparseMatrixNNZ", "sparse_matrix=csr(2, 2)"},
    {"SparseMatrixOrderingAMD", "input=csr(2, 2)"},
    {"SparseMatrixSparseCholesky", "input=csr(2, 2); permutation=I(0, 1); type=tf.float32"},
    {"CSRSparseMatrixComponents", "csr_sparse_matrix=csr(2, 2); index=i(0); type=tf.float32"},
    {"CSRSparseMatrixToDense", "sparse_input=csr(2, 2); type=tf.float32"},
    {"CSRSparseMatrixToSparseTensor", "sparse_matrix=csr(2, 2); type=tf.float32"},
    {"SparseCrossV2",
     "indices=[L2([0, 0], [1, 0])]; values=[S('a', 'b')]; shapes=[L(2, 1)]; dense_inputs=[S2(['c'], ['d'])]; "
     "sep=s('_')"},
    {"SparseCrossHashed",
     "indices=[L2([0, 0], [1, 0])]; values=[L(1, 2)]; shapes=[L(2, 1)]; dense_inputs=[L2([3], [4])]; "
     "num_buckets=l(10); strong_hash=False; salt=L(1, 2)"},
    {"SparseMatrixAdd", "a=csr(2, 2); b=csr(2, 2); alpha=f(1.0); beta=f(2.0)"},
    {"SparseMatrixMul", "a=csr(2, 2); b=F(1)"},
    {"SparseMatrixSoftmax", "input=csr(2, 2); type=tf.float32"},
    {"SparseMatrixSoftmaxGrad", "softmax=csr(2, 2); grad_softmax=csr(2, 2); type=tf.float32"},
    {"SparseMatrixZeros", "dense_shape=L(2, 2); type=tf.float32"},
};

}  // namespace

RawCalls sparse_calls() {
  return {"sparse", setup, calls};
}

}  // namespace tfh::testsuites::raw_ops
