// Inputs that crash, hang or corrupt some releases: one call a check, in a process of its own.
#include <cmath>

#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

struct Hostile {
  const char* name;
  const char* symbol;
  std::vector<Argument> (*positional)();
  Keywords (*keywords)() = [] { return Keywords{}; };
};

// Advisories are named where there is one; each was an abort, a division by zero or a read out of bounds.
const std::vector<Hostile>& rows() {
  using A = std::vector<Argument>;
  static const std::vector<Hostile> all = {
      {"range_infinite", "tf.range", [] { return A{-1e38, 1.0}; }},  // CVE-2021-41202
      {"reshape_255_dimensions", "tf.reshape",
       [] { return A{scalar("float32", 1), integers("int32", std::vector<std::int64_t>(255, 1))}; }},  // CVE-2022-35934
      {"conv2d_no_channels", "tf.nn.conv2d",
       [] {
         return A{pattern("float32", {1, 4, 4, 0}, 1, 2, 0), pattern("float32", {2, 2, 0, 1}, 1, 2, 0), 1, "SAME"};
       }},
      {"conv2d_filter_no_channels", "tf.raw_ops.Conv2D", [] { return A{}; },
       [] {
         return Keywords{{"input", pattern("float32", {1, 4, 4, 1}, 1, 2, 0)},
                         {"filter", pattern("float32", {2, 2, 0, 1}, 1, 2, 0)},
                         {"strides", list({1, 1, 1, 1})},
                         {"padding", "SAME"}};
       }},
      {"encode_png_empty", "tf.io.encode_png", [] { return A{pattern("uint8", {0, 4, 3}, 1, 2, 0)}; }},
      {"substr_lengths_differ", "tf.strings.substr",
       [] { return A{strings({"abc"}), integers("int32", {1, 2}), scalar("int32", 1)}; }},  // CVE-2021-29617
      {"histogram_nan", "tf.histogram_fixed_width",
       [] { return A{floats("float32", {NAN, 1}), floats("float32", {0, 5})}; }},  // CVE-2022-29211
      {"reverse_empty", "tf.raw_ops.Reverse", [] { return A{}; },
       [] {
         return Keywords{{"tensor", pattern("float32", {0, 0, 0, 3}, 1, 2, 0)},
                         {"dims", integers("bool", {1, 0, 0, 1})}};
       }},
      {"reverse_strings", "tf.raw_ops.Reverse", [] { return A{}; },
       [] { return Keywords{{"tensor", shaped(strings({"a", "b"}), {1, 2})}, {"dims", integers("bool", {0, 1})}}; }},
      {"avg_pool_negative_window", "tf.nn.avg_pool",
       [] {
         return A{pattern("float32", {1, 4, 3, 1}, 1, 12, 0), list({1, -2, 1, 1}), list({1, 1, 1, 1}), "SAME"};
       }},  // CVE-2022-35941
      {"summary_writer_vector", "tf.summary.create_file_writer", [] { return A{"logs"}; },
       [] { return Keywords{{"flush_millis", list({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})}}; }},  // CVE-2021-41200
      {"floordiv_minimum", "tf.math.floordiv",
       [] { return A{integers("int32", {-2147483648}), integers("int32", {-1})}; }},
      {"floormod_minimum", "tf.math.floormod",
       [] { return A{integers("int64", {INT64_MIN}), integers("int64", {-1})}; }},
      {"truncatediv_by_zero", "tf.truncatediv", [] { return A{integers("int32", {5}), integers("int32", {0})}; }},
      {"truncatemod_by_zero", "tf.truncatemod", [] { return A{integers("int32", {5}), integers("int32", {0})}; }},
      {"integer_pow_negative", "tf.math.pow", [] { return A{integers("int32", {2, 0}), integers("int32", {-1, -1})}; }},
      {"gather_negative_batch", "tf.gather",
       [] { return A{pattern("float32", {2, 2}, 1, 9, 0), integers("int32", {0}), Argument(), 1, -5}; }},
      {"tile_huge", "tf.tile",
       [] { return A{floats("float32", {1}), integers("int64", {std::int64_t{1} << 60})}; }},  // CVE-2021-41198
      {"repeat_huge", "tf.repeat",
       [] { return A{floats("float32", {1}), integers("int64", {std::int64_t{1} << 60})}; }},
      {"zeros_huge", "tf.zeros", [] { return A{integers("int64", {std::int64_t{1} << 40, std::int64_t{1} << 40})}; }},
      {"fill_huge", "tf.fill", [] { return A{integers("int64", {std::int64_t{1} << 62, 4}), 1.0}; }},
      {"resize_huge", "tf.image.resize",
       [] { return A{pattern("float32", {1, 2, 2, 1}, 1, 9, 0), list({1 << 30, 1 << 30})}; }},  // CVE-2021-41199
      {"pad_overflow", "tf.pad",
       [] { return A{floats("float32", {1}), shaped(integers("int64", {INT64_MAX, 1}), {1, 2})}; }},
      {"split_negative_sizes", "tf.split", [] { return A{floats("float32", {1, 2}), list({5, -3})}; }},
      {"string_ngrams_padding", "tf.raw_ops.StringNGrams", [] { return A{}; },
       [] {
         return Keywords{{"data", strings({"a", "b"})},
                         {"data_splits", integers("int64", {0, 8, 11})},
                         {"separator", ""},
                         {"ngram_widths", list({3})},
                         {"left_pad", ""},
                         {"right_pad", ""},
                         {"pad_width", 0},
                         {"preserve_short_sequences", false}};
       }},  // CVE-2021-29542
      {"ragged_splits_invalid", "tf.raw_ops.RaggedTensorToSparse", [] { return A{}; },
       [] {
         return Keywords{{"rt_nested_splits", List{{integers("int64", {1, 0})}}},
                         {"rt_dense_values", floats("float32", {1})}};
       }},
      {"ragged_gather_empty", "tf.raw_ops.RaggedGather", [] { return A{}; },
       [] {
         return Keywords{{"params_nested_splits", List{{integers("int64", {0})}}},
                         {"params_dense_values", floats("float32", {1})},
                         {"indices", scalar("int64", 0)},
                         {"OUTPUT_RAGGED_RANK", 0}};
       }},
      {"ragged_bincount_splits", "tf.raw_ops.RaggedBincount", [] { return A{}; },
       [] {
         return Keywords{{"splits", integers("int64", {7})},
                         {"values", integers("int32", {5, 16, 51, 76})},
                         {"size", scalar("int32", 59)},
                         {"weights", floats("float32", {})},
                         {"binary_output", false}};
       }},  // CVE-2021-29512
      {"sparse_segment_indices", "tf.raw_ops.SparseSegmentMean", [] { return A{}; },
       [] {
         return Keywords{{"data", floats("float32", {1, 2})},
                         {"indices", integers("int32", {-1})},
                         {"segment_ids", integers("int32", {0})}};
       }},
      {"sparse_to_dense_index", "tf.raw_ops.SparseToDense", [] { return A{}; },
       [] {
         return Keywords{{"sparse_indices", integers("int32", {-5})},
                         {"output_shape", integers("int32", {3})},
                         {"sparse_values", floats("float32", {1})},
                         {"default_value", scalar("float32", 0)},
                         {"validate_indices", false}};
       }},
      {"transpose_conjugate_vector", "tf.transpose", [] { return A{numbers("complex64", {1, 2})}; },
       [] { return Keywords{{"conjugate", true}}; }},
      {"max_pool_argmax_stride_zero", "tf.raw_ops.MaxPoolWithArgmax", [] { return A{}; },
       [] {
         return Keywords{{"input", pattern("float32", {1, 2, 2, 1}, 1, 9, 0)},
                         {"ksize", list({1, 1, 1, 1})},
                         {"strides", list({1, 0, 1, 1})},
                         {"padding", "SAME"}};
       }},
      {"fractional_pool_sequence", "tf.raw_ops.FractionalAvgPoolGrad", [] { return A{}; },
       [] {
         return Keywords{{"orig_input_tensor_shape", integers("int64", {2, 2, 2, 2})},
                         {"out_backprop", pattern("float32", {1, 1, 1, 1}, 1, 9, 1)},
                         {"row_pooling_sequence", integers("int64", {-10, 1, 2, 3})},
                         {"col_pooling_sequence", integers("int64", {1, 2, 3, 4})},
                         {"overlapping", true}};
       }},
      {"conv2d_backprop_empty", "tf.raw_ops.Conv2DBackpropInput", [] { return A{}; },
       [] {
         return Keywords{{"input_sizes", integers("int32", {1, 4, 4, 0})},
                         {"filter", pattern("float32", {2, 2, 0, 1}, 1, 9, 0)},
                         {"out_backprop", pattern("float32", {1, 4, 4, 1}, 1, 9, 0)},
                         {"strides", list({1, 1, 1, 1})},
                         {"padding", "SAME"}};
       }},
      {"conv3d_backprop_mismatch", "tf.raw_ops.Conv3DBackpropFilterV2", [] { return A{}; },
       [] {
         return Keywords{{"input", pattern("float32", {1, 1, 1, 1, 1}, 1, 9, 0)},
                         {"filter_sizes", integers("int32", {0, 0, 0, 0, 0})},
                         {"out_backprop", pattern("float32", {1, 1, 1, 1, 1}, 1, 9, 0)},
                         {"strides", list({1, 1, 1, 1, 1})},
                         {"padding", "SAME"}};
       }},
      {"quantize_no_axis", "tf.raw_ops.QuantizeAndDequantizeV4", [] { return A{}; },
       [] {
         return Keywords{{"input", floats("float32", {1})},
                         {"input_min", scalar("float32", 1)},
                         {"input_max", scalar("float32", 0)},
                         {"range_given", true}};
       }},
      {"edit_distance_shapes", "tf.raw_ops.EditDistance", [] { return A{}; },
       [] {
         return Keywords{{"hypothesis_indices", pattern("int64", {1, 3}, 0, 1, 0)},
                         {"hypothesis_values", strings({"a"})},
                         {"hypothesis_shape", integers("int64", {1, 1, 1})},
                         {"truth_indices", shaped(integers("int64", {5, 5, 5}), {1, 3})},
                         {"truth_values", strings({"a"})},
                         {"truth_shape", integers("int64", {1, 1, 1})}};
       }},
      {"unravel_index_zero", "tf.unravel_index", [] { return A{integers("int32", {0}), integers("int32", {0})}; }},
      {"triangular_solve_empty", "tf.raw_ops.MatrixTriangularSolve", [] { return A{}; },
       [] {
         return Keywords{{"matrix", pattern("float32", {0, 0}, 1, 2, 0)}, {"rhs", pattern("float32", {0, 0}, 1, 2, 0)}};
       }},
      {"cholesky_grad_vector", "tf.raw_ops.CholeskyGrad", [] { return A{}; },
       [] { return Keywords{{"l", floats("float32", {})}, {"grad", floats("float32", {})}}; }},
      {"space_to_batch_zero_block", "tf.space_to_batch",
       [] { return A{pattern("float32", {1, 2, 2, 1}, 1, 9, 0), list({0, 1}), List{{list({0, 0}), list({0, 0})}}}; }},
      {"depth_to_space_zero_block", "tf.nn.depth_to_space",
       [] { return A{pattern("float32", {1, 2, 2, 4}, 1, 9, 0), 0}; }},
      {"lin_space_negative", "tf.linspace", [] { return A{0.0, 1.0, -1}; }},
      {"ctc_no_labels", "tf.nn.ctc_greedy_decoder",
       [] { return A{pattern("float32", {0, 2, 0}, 1, 2, 0), integers("int32", {0, 0})}; }},
      {"draw_boxes_no_colours", "tf.image.draw_bounding_boxes",
       [] {
         return A{pattern("float32", {1, 2, 2, 3}, 1, 9, 0), pattern("float32", {1, 1, 4}, 1, 9, 0),
                  pattern("float32", {0, 0}, 1, 9, 0)};
       }},
      {"crop_and_resize_empty", "tf.image.crop_and_resize",
       [] {
         return A{pattern("float32", {1, 0, 0, 1}, 1, 9, 0), pattern("float32", {1, 4}, 1, 9, 0),
                  integers("int32", {0}), list({2, 2})};
       }},
      {"decode_png_bomb", "tf.io.decode_png",
       [] {
         return A{bytes(
             std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x02\0\0\0\0\0\0\0", 33))};
       }},
      {"decode_raw_zero_length", "tf.io.decode_raw", [] { return A{strings({"ab"}), "uint8"}; },
       [] { return Keywords{{"fixed_length", 0}}; }},
      {"as_string_width", "tf.strings.as_string", [] { return A{integers("int32", {1})}; },
       [] { return Keywords{{"width", 1000}, {"fill", "-"}}; }},
      {"top_k_scalar", "tf.math.top_k", [] { return A{scalar("float32", 1), 1}; }},
      {"matrix_diag_no_k", "tf.raw_ops.MatrixDiagV2", [] { return A{}; },
       [] {
         return Keywords{{"diagonal", floats("float32", {1})},
                         {"k", integers("int32", {})},
                         {"num_rows", scalar("int32", 1)},
                         {"num_cols", scalar("int32", 1)},
                         {"padding_value", scalar("float32", 0)}};
       }},
      {"max_pool_grad_empty", "tf.raw_ops.MaxPoolGrad", [] { return A{}; },
       [] {
         return Keywords{{"orig_input", pattern("float32", {0, 0, 0, 0}, 1, 2, 0)},
                         {"orig_output", pattern("float32", {1, 0, 1, 0}, 1, 2, 0)},
                         {"grad", pattern("float32", {0, 0, 0, 0}, 1, 2, 0)},
                         {"ksize", list({1, 1, 1, 1})},
                         {"strides", list({1, 1, 1, 1})},
                         {"padding", "VALID"}};
       }},
      {"set_size_shape", "tf.raw_ops.SetSize", [] { return A{}; },
       [] {
         return Keywords{{"set_indices", shaped(integers("int64", {1}), {1, 1})},
                         {"set_values", integers("int32", {1})},
                         {"set_shape", integers("int64", {1, 1, 1})}};
       }},
      {"lookup_type_confusion", "tf.raw_ops.LookupTableSizeV2", [] { return A{floats("float32", {1})}; }},
      {"searchsorted_empty", "tf.searchsorted",
       [] { return A{pattern("float32", {1, 0}, 1, 2, 0), pattern("float32", {1, 2}, 1, 2, 0)}; }},
      {"dynamic_stitch_negative_index", "tf.raw_ops.DynamicStitch", [] { return A{}; },
       [] { return Keywords{{"indices", List{{integers("int32", {-1})}}}, {"data", List{{floats("float32", {1})}}}}; }},
  };
  return all;
}

}  // namespace

std::vector<Check> hostile_checks() {
  std::vector<Check> checks;
  for (const Hostile& row : rows()) {
    checks.push_back({.id = std::string("tensor_ops.hostile_") + row.name,
                      .api = {row.symbol},
                      .alone = true,
                      .calls = [row](Recorder& recorder) {
                        recorder.observe_call("call", row.symbol, row.positional(), row.keywords());
                      }});
  }
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
