// Variables by their handles: scattered updates and the steps of optimizers.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr const char* setup = R"py(
def variable(*shape):
    return kept(tf.Variable(F(*shape))).handle

def whole_variable():
    return kept(tf.Variable(l(3))).handle
)py";

constexpr RawCall calls[] = {
    {"VarHandleOp", "dtype=tf.float32; shape=[2]; shared_name=''"},
    {"ReadVariableOp", "resource=variable(2); dtype=tf.float32"},
    {"VarIsInitializedOp", "resource=variable(2)"},
    {"VariableShape", "input=variable(2)"},
    {"AssignVariableOp", "resource=variable(2); value=F(2)"},
    {"AssignAddVariableOp", "resource=variable(2); value=F(2)"},
    {"AssignSubVariableOp", "resource=variable(2); value=F(2)"},
    {"DestroyResourceOp", "resource=variable(2); ignore_lookup_error=True"},
    {"ResourceGather", "resource=variable(3, 2); indices=I(0, 2); dtype=tf.float32; batch_dims=0"},
    {"ResourceGatherNd", "resource=variable(3, 2); indices=I2([0, 0], [2, 1]); dtype=tf.float32"},
    {"ResourceScatterAdd", "resource=variable(3, 2); indices=I(0, 2); updates=F(2, 2)"},
    {"ResourceScatterDiv", "resource=variable(3, 2); indices=I(0, 2); updates=F(2, 2)"},
    {"ResourceScatterMax", "resource=variable(3, 2); indices=I(0, 2); updates=F(2, 2)"},
    {"ResourceScatterMul", "resource=variable(3, 2); indices=I(0, 2); updates=F(2, 2)"},
    {"ResourceScatterSub", "resource=variable(3, 2); indices=I(0, 2); updates=F(2, 2)"},
    {"ResourceScatterUpdate", "resource=variable(3, 2); indices=I(0, 2); updates=F(2, 2)"},
    {"ResourceScatterNdAdd", "ref=variable(3, 2); indices=I2([0, 0], [2, 1]); updates=F(2)"},
    {"ResourceScatterNdSub", "ref=variable(3, 2); indices=I2([0, 0], [2, 1]); updates=F(2)"},
    {"ResourceScatterNdUpdate", "ref=variable(3, 2); indices=I2([0, 0], [2, 1]); updates=F(2)"},
    {"ResourceStridedSliceAssign", "ref=variable(3, 2); begin=I(0, 0); end=I(1, 1); strides=I(1, 1); value=F(1, 1)"},
    {"ResourceCountUpTo", "resource=whole_variable(); limit=5; T=tf.int64"},
    {"ResourceApplyGradientDescent", "var=variable(2); alpha=f(0.1); delta=F(2)"},
    {"ResourceApplyMomentum", "var=variable(2); accum=variable(2); lr=f(0.1); grad=F(2); momentum=f(0.9)"},
    {"ResourceApplyKerasMomentum", "var=variable(2); accum=variable(2); lr=f(0.1); grad=F(2); momentum=f(0.9)"},
    {"ResourceApplyAdagradV2", "var=variable(2); accum=variable(2); lr=f(0.1); epsilon=f(0.1); grad=F(2)"},
    {"ResourceApplyAdadelta",
     "var=variable(2); accum=variable(2); accum_update=variable(2); lr=f(0.1); rho=f(0.9); epsilon=f(0.1); "
     "grad=F(2)"},
    {"ResourceApplyAdam",
     "var=variable(2); m=variable(2); v=variable(2); beta1_power=f(0.9); beta2_power=f(0.9); lr=f(0.1); "
     "beta1=f(0.9); beta2=f(0.9); epsilon=f(0.1); grad=F(2)"},
    {"ResourceApplyAdaMax",
     "var=variable(2); m=variable(2); v=variable(2); beta1_power=f(0.9); lr=f(0.1); beta1=f(0.9); beta2=f(0.9); "
     "epsilon=f(0.1); grad=F(2)"},
    {"ResourceApplyAddSign",
     "var=variable(2); m=variable(2); lr=f(0.1); alpha=f(1.0); sign_decay=f(0.9); beta=f(0.9); grad=F(2)"},
    {"ResourceApplyPowerSign",
     "var=variable(2); m=variable(2); lr=f(0.1); logbase=f(1.0); sign_decay=f(0.9); beta=f(0.9); grad=F(2)"},
    {"ResourceApplyFtrlV2",
     "var=variable(2); accum=variable(2); linear=variable(2); grad=F(2); lr=f(0.1); l1=f(0.1); l2=f(0.1); "
     "l2_shrinkage=f(0.1); lr_power=f(-0.5)"},
    {"ResourceApplyProximalAdagrad", "var=variable(2); accum=variable(2); lr=f(0.1); l1=f(0.1); l2=f(0.1); grad=F(2)"},
    {"ResourceApplyProximalGradientDescent", "var=variable(2); alpha=f(0.1); l1=f(0.1); l2=f(0.1); delta=F(2)"},
    {"ResourceApplyRMSProp",
     "var=variable(2); ms=variable(2); mom=variable(2); lr=f(0.1); rho=f(0.9); momentum=f(0.9); epsilon=f(0.1); "
     "grad=F(2)"},
    {"ResourceApplyCenteredRMSProp",
     "var=variable(2); mg=variable(2); ms=variable(2); mom=variable(2); lr=f(0.1); rho=f(0.9); momentum=f(0.9); "
     "epsilon=f(0.1); grad=F(2)"},
    {"ResourceSparseApplyAdadelta",
     "var=variable(3, 2); accum=variable(3, 2); accum_update=variable(3, 2); lr=f(0.1); rho=f(0.9); "
     "epsilon=f(0.1); grad=F(2, 2); indices=I(0, 2)"},
    {"ResourceSparseApplyAdagradV2",
     "var=variable(3, 2); accum=variable(3, 2); lr=f(0.1); epsilon=f(0.1); grad=F(2, 2); indices=I(0, 2)"},
    {"ResourceSparseApplyFtrlV2",
     "var=variable(3, 2); accum=variable(3, 2); linear=variable(3, 2); grad=F(2, 2); indices=I(0, 2); lr=f(0.1); "
     "l1=f(0.1); l2=f(0.1); l2_shrinkage=f(0.1); lr_power=f(-0.5)"},
    {"ResourceSparseApplyMomentum",
     "var=variable(3, 2); accum=variable(3, 2); lr=f(0.1); grad=F(2, 2); indices=I(0, 2); momentum=f(0.9)"},
    {"ResourceSparseApplyKerasMomentum",
     "var=variable(3, 2); accum=variable(3, 2); lr=f(0.1); grad=F(2, 2); indices=I(0, 2); momentum=f(0.9)"},
    {"ResourceSparseApplyProximalAdagrad",
     "var=variable(3, 2); accum=variable(3, 2); lr=f(0.1); l1=f(0.1); l2=f(0.1); grad=F(2, 2); indices=I(0, 2)"},
    {"ResourceSparseApplyProximalGradientDescent",
     "var=variable(3, 2); alpha=f(0.1); l1=f(0.1); l2=f(0.1); grad=F(2, 2); indices=I(0, 2)"},
    {"ResourceSparseApplyRMSProp",
     "var=variable(3, 2); ms=variable(3, 2); mom=variable(3, 2); lr=f(0.1); rho=f(0.9); momentum=f(0.9); "
     "epsilon=f(0.1); grad=F(2, 2); indices=I(0, 2)"},
    {"ResourceSparseApplyCenteredRMSProp",
     "var=variable(3, 2); mg=variable(3, 2); ms=variable(3, 2); mom=variable(3, 2); lr=f(0.1); rho=f(0.9); "
     "momentum=f(0.9); epsilon=f(0.1); grad=F(2, 2); indices=I(0, 2)"},
};

}  // namespace

RawCalls variable_calls() {
  return {"variables", setup, calls};
}

}  // namespace tfh::testsuites::raw_ops
