// Convolutions: paddings, strides, dilations, layouts.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

std::vector<Case> plane_cases() {
  std::vector<Case> cases;
  for (const char* dtype : {"float16", "bfloat16", "float32", "float64", "int32"}) {
    const Array image = pattern(dtype, {1, 5, 6, 2}, 7, 31, -15);
    const Array filter = pattern(dtype, {3, 3, 2, 2}, 3, 7, -3);
    for (const char* padding : {"SAME", "VALID"})
      cases.push_back({std::string(dtype) + "/" + padding, "tf.nn.conv2d", {image, filter, 1, padding}});
    cases.push_back({std::string(dtype) + "/strides", "tf.nn.conv2d", {image, filter, list({2, 1}), "SAME"}});
  }
  const Array image = pattern("float32", {1, 5, 6, 2}, 7, 31, -15);
  const Array filter = pattern("float32", {3, 3, 2, 2}, 3, 7, -3);
  for (Case& row : std::vector<Case>{
           {"dilations", "tf.nn.conv2d", {image, filter, 1, "SAME"}, {{"dilations", 2}}},
           {"explicit",
            "tf.nn.conv2d",
            {image, filter, 1, List{{list({0, 0}), list({1, 2}), list({0, 1}), list({0, 0})}}}},
           {"stride and dilation", "tf.nn.conv2d", {image, filter, 2, "VALID"}, {{"dilations", 2}}},
           {"NCHW",
            "tf.nn.conv2d",
            {pattern("float32", {1, 2, 5, 6}, 7, 31, -15), filter, 1, "SAME"},
            {{"data_format", "NCHW"}}},
           {"channels differ", "tf.nn.conv2d", {pattern("float32", {1, 5, 5, 3}, 1, 9, 0), filter, 1, "SAME"}},
           {"groups", "tf.nn.conv2d", {pattern("float32", {1, 5, 5, 4}, 1, 9, 0), filter, 1, "SAME"}},
           {"filter larger", "tf.nn.conv2d", {pattern("float32", {1, 2, 2, 2}, 1, 9, 0), filter, 1, "VALID"}},
           {"stride zero", "tf.nn.conv2d", {image, filter, 0, "SAME"}},
           {"unknown padding", "tf.nn.conv2d", {image, filter, 1, "OTHER"}},
           {"empty batch", "tf.nn.conv2d", {pattern("float32", {0, 5, 6, 2}, 1, 9, 0), filter, 1, "SAME"}},
           {"rank 3", "tf.nn.conv2d", {pattern("float32", {5, 6, 2}, 1, 9, 0), filter, 1, "SAME"}},
           {"batch of two dimensions", "tf.nn.convolution", {pattern("float32", {1, 1, 5, 6, 2}, 1, 9, 0), filter}}})
    cases.push_back(std::move(row));
  return cases;
}

// Products that round, unlike those of small whole numbers.
Array floats_of_thirds() {
  std::vector<double> items(64);
  for (int index = 0; index < 64; ++index) items[static_cast<std::size_t>(index)] = index * 7 % 31 / 3.0;
  return shaped(floats("float32", items), {1, 8, 8, 1});
}

std::vector<Case> other_cases() {
  const Array line = pattern("float32", {1, 7, 2}, 7, 31, -15);
  const Array line_filter = pattern("float32", {3, 2, 2}, 3, 7, -3);
  const Array image = pattern("float32", {1, 5, 6, 2}, 7, 31, -15);
  const Array deep = pattern("float32", {3, 3, 2, 2}, 3, 7, -3);
  const Array volume = pattern("float32", {1, 3, 4, 4, 1}, 7, 31, -15);
  const Array volume_filter = pattern("float32", {2, 2, 2, 1, 2}, 3, 7, -3);
  return {{"conv1d", "tf.nn.conv1d", {line, line_filter, 1, "SAME"}},
          {"conv1d stride", "tf.nn.conv1d", {line, line_filter, 2, "VALID"}},
          {"conv1d dilation", "tf.nn.conv1d", {line, line_filter, 1, "VALID"}, {{"dilations", 2}}},
          {"conv1d transpose", "tf.nn.conv1d_transpose", {line, line_filter, list({1, 14, 2}), 2}},
          {"depthwise", "tf.nn.depthwise_conv2d", {image, deep, list({1, 1, 1, 1}), "SAME"}},
          {"depthwise strides", "tf.nn.depthwise_conv2d", {image, deep, list({1, 2, 2, 1}), "VALID"}},
          {"depthwise uneven strides", "tf.nn.depthwise_conv2d", {image, deep, list({1, 2, 1, 1}), "SAME"}},
          {"depthwise dilations",
           "tf.nn.depthwise_conv2d",
           {image, deep, list({1, 1, 1, 1}), "SAME"},
           {{"dilations", list({2, 2})}}},
          {"separable",
           "tf.nn.separable_conv2d",
           {image, deep, pattern("float32", {1, 1, 4, 3}, 1, 5, -2), list({1, 1, 1, 1}), "SAME"}},
          {"transpose", "tf.nn.conv2d_transpose", {image, deep, list({1, 10, 12, 2}), 2}},
          {"transpose wrong shape", "tf.nn.conv2d_transpose", {image, deep, list({1, 3, 3, 2}), 2}},
          {"atrous", "tf.nn.atrous_conv2d", {image, deep, 2, "VALID"}},
          {"conv3d", "tf.nn.conv3d", {volume, volume_filter, list({1, 1, 1, 1, 1}), "SAME"}},
          {"conv3d strides", "tf.nn.conv3d", {volume, volume_filter, list({1, 2, 2, 2, 1}), "VALID"}},
          {"conv3d transpose",
           "tf.nn.conv3d_transpose",
           {pattern("float32", {1, 2, 2, 2, 2}, 1, 9, 0), volume_filter, list({1, 4, 4, 4, 1}), list({1, 2, 2, 2, 1})}},
          {"erosion",
           "tf.nn.erosion2d",
           {image, pattern("float32", {2, 2, 2}, 1, 5, 0), list({1, 1, 1, 1}), "SAME", "NHWC", list({1, 1, 1, 1})}},
          {"dilation",
           "tf.nn.dilation2d",
           {image, pattern("float32", {2, 2, 2}, 1, 5, 0), list({1, 1, 1, 1}), "SAME", "NHWC", list({1, 1, 1, 1})}},
          {"fractions", "tf.nn.conv2d", {floats_of_thirds(), pattern("float32", {3, 3, 1, 1}, 3, 7, -3), 1, "SAME"}}};
}

}  // namespace

std::vector<Check> convolution_checks() {
  return checks_of({{"conv2d", {"tf.nn.conv2d", "tf.nn.convolution"}, plane_cases, sums, Policy::not_covered},
                    {"convolutions",
                     {"tf.nn.conv1d", "tf.nn.depthwise_conv2d", "tf.nn.separable_conv2d", "tf.nn.conv2d_transpose",
                      "tf.nn.conv3d", "tf.nn.conv3d_transpose", "tf.nn.dilation2d", "tf.nn.erosion2d"},
                     other_cases,
                     sums,
                     Policy::not_covered}});
}

}  // namespace tfh::testsuites::tensor_ops
