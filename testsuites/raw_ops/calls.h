// Tables of calls of raw ops that a release should take.
#pragma once

#include <span>
#include <vector>

namespace tfh::testsuites::raw_ops {

struct RawCall {
  const char* op;
  // "name=value; name=value", values in Python. They may use what suite.cc defines: F(2, 3), a tensor of
  // float32 of that shape (U8, Q, Q32: uint8, quint8, qint32); I(1, 2), a vector of int32 with these elements (L:
  // int64, S: strings); I2([1], [2]), a matrix (L2, S2); i(1), a scalar (l, f, s).
  const char* arguments;
};

struct RawCalls {
  const char* name;   // of the topic
  const char* setup;  // Python that defines what the calls need besides: mostly resources, made anew for each call
  std::span<const RawCall> calls;
};

RawCalls sparse_calls();
RawCalls ragged_calls();
RawCalls convolution_calls();
RawCalls neural_calls();
RawCalls quantized_calls();
RawCalls image_calls();
RawCalls array_calls();
RawCalls linear_algebra_calls();
RawCalls text_calls();
RawCalls random_calls();
RawCalls list_calls();
RawCalls table_calls();
RawCalls variable_calls();
RawCalls tree_calls();
RawCalls dataset_calls();

}  // namespace tfh::testsuites::raw_ops
