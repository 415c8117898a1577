// Lists, arrays and stacks of tensors.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr const char* setup = R"py(
def tensor_list():
    return tf.raw_ops.TensorListFromTensor(tensor=F(2, 2), element_shape=I(2))

def matrix_list():
    return tf.raw_ops.TensorListFromTensor(tensor=F(2, 1, 2), element_shape=I(1, 2))

def empty_array():
    return tf.raw_ops.TensorArrayV3(size=i(2), dtype=tf.float32, clear_after_read=False)[0]

def tensor_array():
    handle = empty_array()
    tf.raw_ops.TensorArrayScatterV3(handle=handle, indices=I(0, 1), value=F(2, 2), flow_in=f(0.0))
    return handle

def stack():
    handle = tf.raw_ops.StackV2(max_size=i(2), elem_type=tf.float32)
    tf.raw_ops.StackPushV2(handle=handle, elem=F(2))
    return handle
)py";

constexpr RawCall calls[] = {
    {"EmptyTensorList", "element_shape=I(2); max_num_elements=i(3); element_dtype=tf.float32"},
    {"TensorListReserve", "element_shape=I(2); num_elements=i(3); element_dtype=tf.float32"},
    {"TensorListFromTensor", "tensor=F(2, 2); element_shape=I(2)"},
    {"TensorListConcatV2",
     "input_handle=matrix_list(); element_shape=I(-1, 2); leading_dims=L(0); element_dtype=tf.float32"},
    {"TensorListConcat", "input_handle=matrix_list(); element_dtype=tf.float32"},
    {"TensorListConcatLists", "input_a=tensor_list(); input_b=tensor_list(); element_dtype=tf.float32"},
    {"TensorListElementShape", "input_handle=tensor_list(); shape_type=tf.int32"},
    {"TensorListGather", "input_handle=tensor_list(); indices=I(0, 1); element_shape=I(2); element_dtype=tf.float32"},
    {"TensorListGetItem", "input_handle=tensor_list(); index=i(0); element_shape=I(2); element_dtype=tf.float32"},
    {"TensorListSetItem", "input_handle=tensor_list(); index=i(0); item=F(2)"},
    {"TensorListPopBack", "input_handle=tensor_list(); element_shape=I(2); element_dtype=tf.float32"},
    {"TensorListPushBack", "input_handle=tensor_list(); tensor=F(2)"},
    {"TensorListPushBackBatch", "input_handles=tf.stack([tensor_list()]); tensor=F(1, 2)"},
    {"TensorListResize", "input_handle=tensor_list(); size=i(3)"},
    {"TensorListScatter", "tensor=F(2, 2); indices=I(0, 1); element_shape=I(2)"},
    {"TensorListScatterV2", "tensor=F(2, 2); indices=I(0, 1); element_shape=I(2); num_elements=i(3)"},
    {"TensorListScatterIntoExistingList", "input_handle=tensor_list(); tensor=F(2, 2); indices=I(0, 1)"},
    {"TensorListSplit", "tensor=F(3, 2); element_shape=I(-1, 2); lengths=L(1, 2)"},
    {"TensorListStack", "input_handle=tensor_list(); element_shape=I(2); element_dtype=tf.float32; num_elements=-1"},
    {"TensorListLength", "input_handle=tensor_list()"},
    {"TensorArrayV3", "size=i(2); dtype=tf.float32; tensor_array_name='array'"},
    {"TensorArrayConcatV3", "handle=tensor_array(); flow_in=f(0.0); dtype=tf.float32; element_shape_except0=[]"},
    {"TensorArrayGatherV3",
     "handle=tensor_array(); indices=I(0, 1); flow_in=f(0.0); dtype=tf.float32; element_shape=[2]"},
    {"TensorArrayGradV3", "handle=tensor_array(); flow_in=f(0.0); source='grads'"},
    {"TensorArrayGradWithShape", "handle=tensor_array(); flow_in=f(0.0); shape_to_prepend=I(1); source='grads'"},
    {"TensorArrayReadV3", "handle=tensor_array(); index=i(0); flow_in=f(0.0); dtype=tf.float32"},
    {"TensorArrayScatterV3", "handle=empty_array(); indices=I(0, 1); value=F(2, 2); flow_in=f(0.0)"},
    {"TensorArraySizeV3", "handle=tensor_array(); flow_in=f(0.0)"},
    {"TensorArraySplitV3", "handle=empty_array(); value=F(3, 2); lengths=L(1, 2); flow_in=f(0.0)"},
    {"StackV2", "max_size=i(2); elem_type=tf.float32; stack_name='stack'"},
    {"StackPushV2", "handle=stack(); elem=F(2)"},
    {"StackPopV2", "handle=stack(); elem_type=tf.float32"},
    {"StackCloseV2", "handle=stack()"},
};

}  // namespace

RawCalls list_calls() {
  return {"lists", setup, calls};
}

}  // namespace tfh::testsuites::raw_ops
