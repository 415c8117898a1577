// Quantized numbers and their ranges.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr RawCall calls[] = {
    {"QuantizedAdd", "x=Q(2); y=Q(2); min_x=f(0.0); max_x=f(1.0); min_y=f(0.0); max_y=f(1.0)"},
    {"QuantizedMul", "x=Q(2); y=Q(2); min_x=f(0.0); max_x=f(1.0); min_y=f(0.0); max_y=f(1.0)"},
    {"QuantizedAvgPool",
     "input=Q(1, 2, 2, 1); min_input=f(0.0); max_input=f(1.0); ksize=[1, 2, 2, 1]; strides=[1, 2, 2, 1]; "
     "padding='SAME'"},
    {"QuantizedMaxPool",
     "input=Q(1, 2, 2, 1); min_input=f(0.0); max_input=f(1.0); ksize=[1, 2, 2, 1]; strides=[1, 2, 2, 1]; "
     "padding='SAME'"},
    {"QuantizedBatchNormWithGlobalNormalization",
     "t=Q(1, 1, 1, 2); t_min=f(0.0); t_max=f(1.0); m=Q(2); m_min=f(0.0); m_max=f(1.0); v=Q(2); v_min=f(0.0); "
     "v_max=f(1.0); beta=Q(2); beta_min=f(0.0); beta_max=f(1.0); gamma=Q(2); gamma_min=f(0.0); gamma_max=f(1.0); "
     "out_type=tf.qint32; variance_epsilon=0.1; scale_after_normalization=True"},
    {"QuantizedBiasAdd",
     "input=Q(2, 2); bias=Q(2); min_input=f(0.0); max_input=f(1.0); min_bias=f(0.0); max_bias=f(1.0); "
     "out_type=tf.qint32"},
    {"QuantizedConcat",
     "concat_dim=i(0); values=[Q(2), Q(2)]; input_mins=[f(0.0), f(0.0)]; input_maxes=[f(1.0), f(1.0)]"},
    {"QuantizedConv2D",
     "input=Q(1, 2, 2, 1); filter=Q(1, 1, 1, 1); min_input=f(0.0); max_input=f(1.0); min_filter=f(0.0); "
     "max_filter=f(1.0); strides=[1, 1, 1, 1]; padding='SAME'"},
    {"QuantizedInstanceNorm", "x=Q(1, 2, 2, 1); x_min=f(0.0); x_max=f(1.0)"},
    {"QuantizedMatMul", "a=Q(2, 2); b=Q(2, 2); min_a=f(0.0); max_a=f(1.0); min_b=f(0.0); max_b=f(1.0)"},
    {"QuantizedRelu", "features=Q(2); min_features=f(0.0); max_features=f(1.0)"},
    {"QuantizedRelu6", "features=Q(2); min_features=f(0.0); max_features=f(1.0)"},
    {"QuantizedReshape", "tensor=Q(2); shape=I(2, 1); input_min=f(0.0); input_max=f(1.0)"},
    {"QuantizedResizeBilinear", "images=F(1, 2, 2, 1); size=I(2, 2); min=f(0.0); max=f(1.0)"},
    {"QuantizeDownAndShrinkRange", "input=Q32(2); input_min=f(0.0); input_max=f(1.0); out_type=tf.quint8"},
    {"QuantizeV2", "input=F(2, 2); min_range=f(0.0); max_range=f(1.0); T=tf.quint8; mode='MIN_COMBINED'; axis=-1"},
    {"Dequantize", "input=Q(2, 2); min_range=f(0.0); max_range=f(1.0); mode='MIN_COMBINED'; axis=-1"},
    {"QuantizeAndDequantizeV2",
     "input=F(2, 2); input_min=f(0.0); input_max=f(1.0); signed_input=True; num_bits=8; range_given=True; axis=-1"},
    {"QuantizeAndDequantizeV3",
     "input=F(2, 2); input_min=f(0.0); input_max=f(1.0); num_bits=i(8); signed_input=True; range_given=True; "
     "axis=-1"},
    {"QuantizeAndDequantizeV4",
     "input=F(2, 2); input_min=f(0.0); input_max=f(1.0); signed_input=True; num_bits=8; range_given=True; axis=-1"},
    {"QuantizeAndDequantizeV4Grad", "gradients=F(2, 2); input=F(2, 2); input_min=f(0.0); input_max=f(1.0); axis=-1"},
    {"Requantize",
     "input=Q32(2); input_min=f(0.0); input_max=f(1.0); requested_output_min=f(0.0); requested_output_max=f(1.0); "
     "out_type=tf.quint8"},
    {"RequantizePerChannel",
     "input=Q32(1, 1, 1, 2); input_min=F(2); input_max=F(2); requested_output_min=f(0.0); "
     "requested_output_max=f(1.0)"},
    {"RequantizationRange", "input=Q32(2); input_min=f(0.0); input_max=f(1.0)"},
    {"RequantizationRangePerChannel", "input=Q32(1, 1, 1, 2); input_min=F(2); input_max=F(2); clip_value_max=6.0"},
    {"FakeQuantWithMinMaxArgs", "inputs=F(2); min=-6.0; max=6.0; num_bits=8"},
    {"FakeQuantWithMinMaxArgsGradient", "gradients=F(2); inputs=F(2); min=-6.0; max=6.0; num_bits=8"},
    {"FakeQuantWithMinMaxVars", "inputs=F(2); min=f(-6.0); max=f(6.0); num_bits=8"},
    {"FakeQuantWithMinMaxVarsGradient", "gradients=F(2); inputs=F(2); min=f(-6.0); max=f(6.0); num_bits=8"},
    {"FakeQuantWithMinMaxVarsPerChannelGradient", "gradients=F(2, 2); inputs=F(2, 2); min=F(2); max=F(2); num_bits=8"},
    {"QuantizedDepthwiseConv2D",
     "input=Q(1, 2, 2, 2); filter=tf.bitcast(made([1, 1, 2, 1], tf.int8), tf.qint8); min_input=f(0.0); "
     "max_input=f(1.0); min_filter=f(0.0); max_filter=f(1.0); strides=[1, 1, 1, 1]; padding='SAME'"},
    {"QuantizedMatMulWithBias",
     "a=Q(2, 2); b=tf.bitcast(made([2, 2], tf.int8), tf.qint8); bias=F(2); min_a=f(0.0); max_a=f(1.0); min_b=f(0.0); "
     "max_b=f(1.0)"},
    {"QuantizedMatMulWithBiasAndRelu",
     "a=Q(2, 2); b=tf.bitcast(made([2, 2], tf.int8), tf.qint8); bias=F(2); min_a=f(0.0); max_a=f(1.0); min_b=f(0.0); "
     "max_b=f(1.0)"},
};

}  // namespace

RawCalls quantized_calls() {
  return {"quantized", "", calls};
}

}  // namespace tfh::testsuites::raw_ops
