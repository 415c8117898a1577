// Pooling and convolution, and their gradients.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr RawCall calls[] = {
    {"AvgPool", "value=F(1, 4, 4, 1); ksize=[1, 2, 2, 1]; strides=[1, 2, 2, 1]; padding='VALID'"},
    {"AvgPoolGrad",
     "orig_input_shape=I(1, 4, 4, 1); grad=F(1, 2, 2, 1); ksize=[1, 2, 2, 1]; strides=[1, 2, 2, 1]; padding='VALID'"},
    {"AvgPool3D", "input=F(1, 2, 4, 4, 1); ksize=[1, 1, 2, 2, 1]; strides=[1, 1, 2, 2, 1]; padding='VALID'"},
    {"AvgPool3DGrad",
     "orig_input_shape=I(1, 2, 4, 4, 1); grad=F(1, 2, 2, 2, 1); ksize=[1, 1, 2, 2, 1]; strides=[1, 1, 2, 2, 1]; "
     "padding='VALID'"},
    {"MaxPool", "input=F(1, 4, 4, 1); ksize=[1, 2, 2, 1]; strides=[1, 2, 2, 1]; padding='VALID'"},
    {"MaxPoolV2", "input=F(1, 4, 4, 1); ksize=I(1, 2, 2, 1); strides=I(1, 2, 2, 1); padding='VALID'"},
    {"MaxPoolGrad",
     "orig_input=F(1, 4, 4, 1); orig_output=F(1, 2, 2, 1); grad=F(1, 2, 2, 1); ksize=[1, 2, 2, 1]; "
     "strides=[1, 2, 2, 1]; padding='VALID'"},
    {"MaxPoolGradV2",
     "orig_input=F(1, 4, 4, 1); orig_output=F(1, 2, 2, 1); grad=F(1, 2, 2, 1); ksize=I(1, 2, 2, 1); "
     "strides=I(1, 2, 2, 1); padding='VALID'"},
    {"MaxPoolGradGrad",
     "orig_input=F(1, 4, 4, 1); orig_output=F(1, 2, 2, 1); grad=F(1, 4, 4, 1); ksize=[1, 2, 2, 1]; "
     "strides=[1, 2, 2, 1]; padding='VALID'"},
    {"MaxPoolGradGradV2",
     "orig_input=F(1, 4, 4, 1); orig_output=F(1, 2, 2, 1); grad=F(1, 4, 4, 1); ksize=I(1, 2, 2, 1); "
     "strides=I(1, 2, 2, 1); padding='VALID'"},
    {"MaxPoolWithArgmax", "input=F(1, 4, 4, 1); ksize=[1, 2, 2, 1]; strides=[1, 2, 2, 1]; padding='VALID'"},
    {"MaxPoolGradWithArgmax",
     "input=F(1, 4, 4, 1); grad=F(1, 2, 2, 1); argmax=tf.reshape(L(0, 2, 8, 10), [1, 2, 2, 1]); "
     "ksize=[1, 2, 2, 1]; strides=[1, 2, 2, 1]; padding='VALID'"},
    {"MaxPool3D", "input=F(1, 2, 4, 4, 1); ksize=[1, 1, 2, 2, 1]; strides=[1, 1, 2, 2, 1]; padding='VALID'"},
    {"MaxPool3DGrad",
     "orig_input=F(1, 2, 4, 4, 1); orig_output=F(1, 2, 2, 2, 1); grad=F(1, 2, 2, 2, 1); ksize=[1, 1, 2, 2, 1]; "
     "strides=[1, 1, 2, 2, 1]; padding='VALID'"},
    {"MaxPool3DGradGrad",
     "orig_input=F(1, 2, 4, 4, 1); orig_output=F(1, 2, 2, 2, 1); grad=F(1, 2, 4, 4, 1); ksize=[1, 1, 2, 2, 1]; "
     "strides=[1, 1, 2, 2, 1]; padding='VALID'"},
    {"FractionalAvgPool",
     "value=F(1, 4, 4, 1); pooling_ratio=[1.0, 1.5, 1.5, 1.0]; deterministic=True; seed=1; seed2=2"},
    {"FractionalMaxPool",
     "value=F(1, 4, 4, 1); pooling_ratio=[1.0, 1.5, 1.5, 1.0]; deterministic=True; seed=1; seed2=2"},
    {"FractionalAvgPoolGrad",
     "orig_input_tensor_shape=L(1, 4, 4, 1); out_backprop=F(1, 2, 2, 1); row_pooling_sequence=L(0, 2, 4); "
     "col_pooling_sequence=L(0, 2, 4)"},
    {"Conv2D",
     "input=F(1, 4, 4, 1); filter=F(2, 2, 1, 1); strides=[1, 1, 1, 1]; padding='VALID'; explicit_paddings=[]; "
     "data_format='NHWC'; dilations=[1, 1, 1, 1]"},
    {"Conv2DBackpropFilter",
     "input=F(1, 4, 4, 1); filter_sizes=I(2, 2, 1, 1); out_backprop=F(1, 3, 3, 1); strides=[1, 1, 1, 1]; "
     "padding='VALID'; explicit_paddings=[]; data_format='NHWC'; dilations=[1, 1, 1, 1]"},
    {"Conv2DBackpropInput",
     "input_sizes=I(1, 4, 4, 1); filter=F(2, 2, 1, 1); out_backprop=F(1, 3, 3, 1); strides=[1, 1, 1, 1]; "
     "padding='VALID'; explicit_paddings=[]; data_format='NHWC'; dilations=[1, 1, 1, 1]"},
    {"Conv3D",
     "input=F(1, 2, 4, 4, 1); filter=F(1, 2, 2, 1, 1); strides=[1, 1, 1, 1, 1]; padding='VALID'; "
     "dilations=[1, 1, 1, 1, 1]"},
    {"Conv3DBackpropFilterV2",
     "input=F(1, 2, 4, 4, 1); filter_sizes=I(1, 2, 2, 1, 1); out_backprop=F(1, 2, 3, 3, 1); "
     "strides=[1, 1, 1, 1, 1]; padding='VALID'"},
    {"Conv3DBackpropInputV2",
     "input_sizes=I(1, 2, 4, 4, 1); filter=F(1, 2, 2, 1, 1); out_backprop=F(1, 2, 3, 3, 1); "
     "strides=[1, 1, 1, 1, 1]; padding='VALID'"},
    {"DepthwiseConv2dNative",
     "input=F(1, 4, 4, 2); filter=F(2, 2, 2, 1); strides=[1, 1, 1, 1]; padding='VALID'; dilations=[1, 1, 1, 1]"},
    {"DepthwiseConv2dNativeBackpropFilter",
     "input=F(1, 4, 4, 2); filter_sizes=I(2, 2, 2, 1); out_backprop=F(1, 3, 3, 2); strides=[1, 1, 1, 1]; "
     "padding='VALID'"},
    {"DepthwiseConv2dNativeBackpropInput",
     "input_sizes=I(1, 4, 4, 2); filter=F(2, 2, 2, 1); out_backprop=F(1, 3, 3, 2); strides=[1, 1, 1, 1]; "
     "padding='VALID'"},
    {"Dilation2D", "input=F(1, 4, 4, 1); filter=F(2, 2, 1); strides=[1, 1, 1, 1]; rates=[1, 1, 1, 1]; padding='VALID'"},
    {"Dilation2DBackpropFilter",
     "input=F(1, 4, 4, 1); filter=F(2, 2, 1); out_backprop=F(1, 3, 3, 1); strides=[1, 1, 1, 1]; "
     "rates=[1, 1, 1, 1]; padding='VALID'"},
    {"Dilation2DBackpropInput",
     "input=F(1, 4, 4, 1); filter=F(2, 2, 1); out_backprop=F(1, 3, 3, 1); strides=[1, 1, 1, 1]; "
     "rates=[1, 1, 1, 1]; padding='VALID'"},
    {"FusedResizeAndPadConv2D",
     "input=F(1, 4, 4, 1); size=I(4, 4); paddings=I2([0, 0], [1, 1], [1, 1], [0, 0]); filter=F(2, 2, 1, 1); "
     "mode='REFLECT'; strides=[1, 1, 1, 1]; padding='VALID'"},
    {"FractionalMaxPoolGrad",
     "orig_input=F(1, 4, 4, 1); orig_output=tf.constant([[[[5.0], [4.0]], [[5.0], [5.0]]]]); "
     "out_backprop=F(1, 2, 2, 1); row_pooling_sequence=L(0, 2, 4); col_pooling_sequence=L(0, 2, 4)"},
};

}  // namespace

RawCalls convolution_calls() {
  return {"convolution", "", calls};
}

}  // namespace tfh::testsuites::raw_ops
