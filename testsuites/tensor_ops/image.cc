// Pictures: resizing, colours, geometry, encodings.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

Array picture(const std::string& dtype) {
  return pattern(dtype, {1, 4, 5, 3}, 37, 251, 0);
}

std::vector<Case> resize_cases() {
  std::vector<Case> cases;
  for (const char* method :
       {"bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5", "gaussian", "mitchellcubic"}) {
    cases.push_back(
        {std::string(method) + "/larger", "tf.image.resize", {picture("float32"), list({7, 9})}, {{"method", method}}});
    cases.push_back({std::string(method) + "/smaller",
                     "tf.image.resize",
                     {picture("float32"), list({3, 2})},
                     {{"method", method}}});
    cases.push_back({std::string(method) + "/antialias",
                     "tf.image.resize",
                     {picture("float32"), list({3, 2})},
                     {{"method", method}, {"antialias", true}}});
    cases.push_back(
        {std::string(method) + "/uint8", "tf.image.resize", {picture("uint8"), list({3, 7})}, {{"method", method}}});
  }
  for (Case& row : std::vector<Case>{
           {"same size", "tf.image.resize", {picture("uint8"), list({4, 5})}},
           {"size zero", "tf.image.resize", {picture("float32"), list({0, 5})}},
           {"size negative", "tf.image.resize", {picture("float32"), list({-1, 5})}},
           {"unknown method", "tf.image.resize", {picture("float32"), list({2, 2})}, {{"method", "other"}}},
           {"keep ratio", "tf.image.resize", {picture("float32"), list({8, 8})}, {{"preserve_aspect_ratio", true}}},
           {"rank 2", "tf.image.resize", {pattern("float32", {4, 5}, 1, 9, 0), list({2, 2})}},
           {"with pad", "tf.image.resize_with_pad", {picture("float32"), 6, 6}},
           {"crop or pad", "tf.image.resize_with_crop_or_pad", {picture("float32"), 2, 8}},
           {"crop_and_resize",
            "tf.image.crop_and_resize",
            {picture("float32"), shaped(floats("float32", {0, 0, 1, 1, 0.25, 0.5, 2, 1}), {2, 4}),
             integers("int32", {0, 0}), list({2, 2})}},
           {"crop_and_resize box out of range",
            "tf.image.crop_and_resize",
            {picture("float32"), shaped(floats("float32", {0, 0, 1, 1}), {1, 4}), integers("int32", {3}),
             list({2, 2})}},
           {"central_crop", "tf.image.central_crop", {picture("float32"), 0.5}},
           {"crop out of range", "tf.image.crop_to_bounding_box", {picture("float32"), 2, 2, 9, 9}}})
    cases.push_back(std::move(row));
  return cases;
}

std::vector<Case> colour_cases() {
  const Array unit = shaped(floats("float32", {0.1, 0.5, 0.9, 0, 0, 0, 1, 1, 1, 0.2, 0.2, 0.7}), {1, 2, 2, 3});
  return {
      {"rgb_to_hsv", "tf.image.rgb_to_hsv", {unit}},
      {"hsv_to_rgb", "tf.image.hsv_to_rgb", {unit}},
      {"rgb_to_grayscale", "tf.image.rgb_to_grayscale", {picture("uint8")}},
      {"grayscale_to_rgb", "tf.image.grayscale_to_rgb", {tensor(pattern("uint8", {2, 2, 1}, 37, 251, 0))}},
      {"rgb_to_yuv", "tf.image.rgb_to_yuv", {unit}},
      {"rgb_to_yiq", "tf.image.rgb_to_yiq", {unit}},
      {"adjust_brightness", "tf.image.adjust_brightness", {picture("uint8"), 0.2}},
      {"adjust_contrast", "tf.image.adjust_contrast", {unit, 2.0}},
      {"adjust_contrast uint8", "tf.image.adjust_contrast", {picture("uint8"), 2.0}},
      {"adjust_hue", "tf.image.adjust_hue", {unit, 0.3}},
      {"adjust_hue out of range", "tf.image.adjust_hue", {unit, 2.0}},
      {"adjust_saturation", "tf.image.adjust_saturation", {unit, 0.5}},
      {"adjust_gamma", "tf.image.adjust_gamma", {unit, 0.5}},
      {"adjust_gamma negative", "tf.image.adjust_gamma", {unit, -1.0}},
      {"standardization", "tf.image.per_image_standardization", {picture("float32")}},
      {"standardization of one colour", "tf.image.per_image_standardization", {pattern("float32", {2, 2, 3}, 0, 1, 5)}},
      {"convert to uint8", "tf.image.convert_image_dtype", {unit, "uint8"}},
      {"convert saturating",
       "tf.image.convert_image_dtype",
       {shaped(floats("float32", {-1, 2, 0.5}), {1, 1, 3}), "uint8"},
       {{"saturate", true}}},
      {"convert to float", "tf.image.convert_image_dtype", {picture("uint8"), "float32"}},
      {"convert to int16", "tf.image.convert_image_dtype", {picture("uint8"), "int16"}}};
}

std::vector<Case> geometry_cases() {
  const Array boxes = shaped(floats("float32", {0, 0, 1, 1, 0, 0.1, 1, 1.1, 0, 2, 1, 3}), {3, 4});
  const Array scores = floats("float32", {0.9, 0.9, 0.3});
  return {
      {"flip_left_right", "tf.image.flip_left_right", {picture("float32")}},
      {"flip_up_down", "tf.image.flip_up_down", {picture("float32")}},
      {"rot90", "tf.image.rot90", {picture("float32")}, {{"k", 3}}},
      {"transpose", "tf.image.transpose", {picture("float32")}},
      {"pad_to_bounding_box", "tf.image.pad_to_bounding_box", {picture("float32"), 1, 1, 6, 7}},
      {"pad_to_bounding_box too small", "tf.image.pad_to_bounding_box", {picture("float32"), 1, 1, 3, 3}},
      {"sobel", "tf.image.sobel_edges", {tensor(picture("float32"))}},
      {"image_gradients", "tf.image.image_gradients", {tensor(picture("float32"))}},
      {"total_variation", "tf.image.total_variation", {tensor(picture("float32"))}},
      {"psnr", "tf.image.psnr", {picture("float32"), pattern("float32", {1, 4, 5, 3}, 31, 251, 0), 255.0}},
      {"ssim",
       "tf.image.ssim",
       {pattern("float32", {1, 12, 12, 1}, 37, 251, 0), pattern("float32", {1, 12, 12, 1}, 31, 251, 0), 255.0}},
      {"draw boxes",
       "tf.image.draw_bounding_boxes",
       {pattern("float32", {1, 4, 4, 3}, 0, 1, 0), shaped(floats("float32", {0.1, 0.1, 0.8, 0.8}), {1, 1, 4}),
        shaped(floats("float32", {1, 0.5, 0}), {1, 3})}},
      {"suppression", "tf.image.non_max_suppression", {boxes, scores, 3}},
      {"suppression by scores", "tf.image.non_max_suppression", {boxes, scores, 3, 0.5, 0.5}},
      {"suppression soft", "tf.image.non_max_suppression_with_scores", {boxes, scores, 3}, {{"soft_nms_sigma", 0.5}}},
      {"suppression bad threshold", "tf.image.non_max_suppression", {boxes, scores, 3, 1.5}},
      {"suppression lengths differ", "tf.image.non_max_suppression", {boxes, floats("float32", {1}), 3}},
      {"combined",
       "tf.image.combined_non_max_suppression",
       {shaped(boxes, {1, 3, 1, 4}), shaped(scores, {1, 3, 1}), 2, 3}}};
}

std::vector<Case> codec_cases() {
  const Array small = pattern("uint8", {2, 3, 3}, 37, 251, 0);
  // A 1x1 GIF, a 1x1 BMP of 24 bits.
  const std::string gif("GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0;", 35);
  return {{"png", "tf.io.encode_png", {small}},
          {"png of uint16", "tf.io.encode_png", {pattern("uint16", {2, 2, 1}, 3777, 65521, 0)}},
          {"png uncompressed", "tf.io.encode_png", {small}, {{"compression", 0}}},
          {"png of five channels", "tf.io.encode_png", {pattern("uint8", {2, 2, 5}, 37, 251, 0)}},
          {"png of floats", "tf.io.encode_png", {pattern("float32", {2, 2, 1}, 1, 9, 0)}},
          {"jpeg", "tf.io.encode_jpeg", {small}},
          {"jpeg quality out of range", "tf.io.encode_jpeg", {small}, {{"quality", 101}}},
          {"decode garbage", "tf.io.decode_image", {bytes("no image at all")}},
          {"decode empty", "tf.io.decode_image", {bytes("")}},
          {"decode_png garbage", "tf.io.decode_png", {bytes("\x89PNG\r\n\x1a\n broken")}},
          {"decode_jpeg garbage", "tf.io.decode_jpeg", {bytes("\xff\xd8 broken")}},
          {"decode_gif", "tf.io.decode_gif", {bytes(gif)}},
          {"decode_image of a gif", "tf.io.decode_image", {bytes(gif)}},
          {"decode_image channels 2", "tf.io.decode_image", {bytes(gif)}, {{"channels", 2}}},
          {"decode_bmp garbage", "tf.io.decode_bmp", {bytes("BM broken")}}};
}

void round_trips(Recorder& recorder) {
  const Array small = pattern("uint8", {4, 5, 3}, 37, 251, 0);
  const Result png = recorder.call("tf.io.encode_png", {small});
  recorder.observe_call("png", "tf.io.decode_png", {png});
  recorder.observe_call("png as gray", "tf.io.decode_png", {png}, {{"channels", 1}});
  recorder.observe_call("png as uint16", "tf.io.decode_png", {png}, {{"dtype", Symbol{"tf.uint16"}}});
  recorder.observe_call("png as floats", "tf.io.decode_image", {png}, {{"dtype", Symbol{"tf.float32"}}});
  const Result jpeg = recorder.call("tf.io.encode_jpeg", {small}, {{"quality", 90}});
  recorder.observe_call("jpeg", "tf.io.decode_jpeg", {jpeg});
  recorder.observe_call("jpeg exact", "tf.io.decode_jpeg", {jpeg}, {{"dct_method", "INTEGER_ACCURATE"}});
  recorder.observe_call("jpeg half", "tf.io.decode_jpeg", {jpeg}, {{"ratio", 2}});
  recorder.observe_call("jpeg shape", "tf.io.extract_jpeg_shape", {jpeg});
  recorder.observe_call("jpeg cropped", "tf.io.decode_and_crop_jpeg", {jpeg, list({1, 1, 2, 2})});
  recorder.observe_call("jpeg cropped too much", "tf.io.decode_and_crop_jpeg", {jpeg, list({1, 1, 9, 9})});
}

}  // namespace

std::vector<Check> image_checks() {
  const Tolerance pixels{.ulps = 64, .absolute = 1e-3};
  std::vector<Check> checks = checks_of(
      {{"image_resize",
        {"tf.image.resize", "tf.image.resize_with_pad", "tf.image.resize_with_crop_or_pad", "tf.image.crop_and_resize",
         "tf.image.central_crop"},
        resize_cases,
        pixels,
        Policy::not_covered},
       {"image_colours",
        {"tf.image.rgb_to_hsv", "tf.image.hsv_to_rgb", "tf.image.adjust_contrast", "tf.image.adjust_hue",
         "tf.image.adjust_gamma", "tf.image.per_image_standardization", "tf.image.convert_image_dtype"},
        colour_cases,
        pixels,
        Policy::not_covered},
       {"image_geometry",
        {"tf.image.flip_left_right", "tf.image.rot90", "tf.image.sobel_edges", "tf.image.ssim", "tf.image.psnr",
         "tf.image.non_max_suppression", "tf.image.combined_non_max_suppression", "tf.image.draw_bounding_boxes"},
        geometry_cases,
        pixels,
        Policy::not_covered},
       {"image_codecs",
        {"tf.io.encode_png", "tf.io.encode_jpeg", "tf.io.decode_image", "tf.io.decode_gif"},
        codec_cases}});
  checks.push_back({.id = "tensor_ops.image_round_trips",
                    .api = {"tf.io.encode_png", "tf.io.decode_png", "tf.io.encode_jpeg", "tf.io.decode_jpeg",
                            "tf.io.decode_and_crop_jpeg"},
                    .calls = round_trips});
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
