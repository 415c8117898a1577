// Images and sound.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr RawCall calls[] = {
    {"CropAndResize", "image=F(1, 3, 3, 1); boxes=F(1, 4); box_ind=I(0); crop_size=I(2, 2)"},
    {"CropAndResizeGradBoxes", "grads=F(1, 2, 2, 1); image=F(1, 3, 3, 1); boxes=F(1, 4); box_ind=I(0)"},
    {"CropAndResizeGradImage",
     "grads=F(1, 2, 2, 1); boxes=F(1, 4); box_ind=I(0); image_size=I(1, 3, 3, 1); T=tf.float32"},
    {"ResizeArea", "images=F(1, 2, 2, 1); size=I(3, 3)"},
    {"ResizeBicubic", "images=F(1, 2, 2, 1); size=I(3, 3); align_corners=False; half_pixel_centers=False"},
    {"ResizeBicubicGrad",
     "grads=F(1, 3, 3, 1); original_image=F(1, 2, 2, 1); align_corners=False; half_pixel_centers=False"},
    {"ResizeBilinear", "images=F(1, 2, 2, 1); size=I(3, 3); align_corners=False; half_pixel_centers=False"},
    {"ResizeBilinearGrad",
     "grads=F(1, 3, 3, 1); original_image=F(1, 2, 2, 1); align_corners=False; half_pixel_centers=False"},
    {"ResizeNearestNeighbor", "images=F(1, 2, 2, 1); size=I(3, 3); align_corners=False; half_pixel_centers=False"},
    {"ResizeNearestNeighborGrad", "grads=F(1, 3, 3, 1); size=I(2, 2); align_corners=False; half_pixel_centers=False"},
    {"ScaleAndTranslate", "images=F(1, 2, 2, 1); size=I(3, 3); scale=F(2); translation=F(2); kernel_type='lanczos3'"},
    {"ScaleAndTranslateGrad",
     "grads=F(1, 3, 3, 1); original_image=F(1, 2, 2, 1); scale=F(2); translation=F(2); kernel_type='lanczos3'"},
    {"ImageProjectiveTransformV2",
     "images=F(1, 2, 2, 1); transforms=F(1, 8); output_shape=I(2, 2); interpolation='NEAREST'"},
    {"ImageProjectiveTransformV3",
     "images=F(1, 2, 2, 1); transforms=F(1, 8); output_shape=I(2, 2); fill_value=f(0.0); interpolation='NEAREST'"},
    {"DrawBoundingBoxes", "images=F(1, 4, 4, 3); boxes=F(1, 1, 4)"},
    {"DrawBoundingBoxesV2", "images=F(1, 4, 4, 3); boxes=F(1, 1, 4); colors=F(1, 3)"},
    {"ExtractGlimpse", "input=F(1, 4, 4, 1); size=I(2, 2); offsets=F(1, 2); noise='zero'; uniform_noise=False"},
    {"ExtractGlimpseV2", "input=F(1, 4, 4, 1); size=I(2, 2); offsets=F(1, 2); noise='zero'; uniform_noise=False"},
    {"ExtractImagePatches",
     "images=F(1, 4, 4, 1); ksizes=[1, 2, 2, 1]; strides=[1, 1, 1, 1]; rates=[1, 1, 1, 1]; padding='VALID'"},
    {"ExtractVolumePatches",
     "input=F(1, 2, 4, 4, 1); ksizes=[1, 1, 2, 2, 1]; strides=[1, 1, 1, 1, 1]; padding='VALID'"},
    {"NonMaxSuppression", "boxes=F(2, 4); scores=F(2); max_output_size=i(2); iou_threshold=0.5"},
    {"NonMaxSuppressionV2", "boxes=F(2, 4); scores=F(2); max_output_size=i(2); iou_threshold=f(0.5)"},
    {"NonMaxSuppressionV3",
     "boxes=F(2, 4); scores=F(2); max_output_size=i(2); iou_threshold=f(0.5); score_threshold=f(0.0)"},
    {"NonMaxSuppressionV4",
     "boxes=F(2, 4); scores=F(2); max_output_size=i(2); iou_threshold=f(0.5); score_threshold=f(0.0)"},
    {"NonMaxSuppressionV5",
     "boxes=F(2, 4); scores=F(2); max_output_size=i(2); iou_threshold=f(0.5); score_threshold=f(0.0); "
     "soft_nms_sigma=f(0.0)"},
    {"NonMaxSuppressionWithOverlaps",
     "overlaps=F(2, 2); scores=F(2); max_output_size=i(2); overlap_threshold=f(0.5); score_threshold=f(0.0)"},
    {"CombinedNonMaxSuppression",
     "boxes=F(1, 2, 1, 4); scores=F(1, 2, 1); max_output_size_per_class=i(2); max_total_size=i(2); "
     "iou_threshold=f(0.5); score_threshold=f(0.0)"},
    {"SampleDistortedBoundingBoxV2",
     "image_size=I(4, 4, 3); bounding_boxes=tf.constant([[[0.0, 0.0, 1.0, 1.0]]]); min_object_covered=f(0.1); "
     "seed=1; seed2=2; aspect_ratio_range=[0.9, 1.1]; area_range=[0.1, 1.0]; max_attempts=5"},
    {"StatelessSampleDistortedBoundingBox",
     "image_size=I(4, 4, 3); bounding_boxes=tf.constant([[[0.0, 0.0, 1.0, 1.0]]]); min_object_covered=f(0.1); "
     "seed=I(1, 2); aspect_ratio_range=[0.9, 1.1]; area_range=[0.1, 1.0]; max_attempts=5"},
    {"AdjustContrastv2", "images=F(2, 2, 3); contrast_factor=f(0.5)"},
    {"AdjustHue", "images=F(2, 2, 3); delta=f(0.5)"},
    {"AdjustSaturation", "images=F(2, 2, 3); scale=f(0.5)"},
    {"RGBToHSV", "images=F(2, 2, 3)"},
    {"HSVToRGB", "images=F(2, 2, 3)"},
    {"EncodeJpeg",
     "image=U8(2, 2, 3); format='rgb'; quality=95; chroma_downsampling=True; density_unit='in'; x_density=300; "
     "y_density=300"},
    {"EncodeJpegVariableQuality", "images=U8(2, 2, 3); quality=i(95)"},
    {"EncodePng", "image=U8(2, 2, 3); compression=-1"},
    {"DecodeAndCropJpeg", "contents=tf.io.encode_jpeg(U8(2, 2, 3)); crop_window=I(0, 0, 1, 1); channels=0; ratio=1"},
    {"DecodeJpeg", "contents=tf.io.encode_jpeg(U8(2, 2, 3)); channels=0; ratio=1"},
    {"DecodePng", "contents=tf.io.encode_png(U8(2, 2, 3)); channels=0"},
    {"DecodeBmp", "contents=s('BM'); channels=0"},
    {"DecodeGif", "contents=s('GIF89a')"},
    {"EncodeWav", "audio=F(4, 1); sample_rate=i(8000)"},
    {"DecodeWav", "contents=tf.audio.encode_wav(F(4, 1), 8000); desired_channels=1; desired_samples=4"},
    {"AudioSpectrogram", "input=F(8, 1); window_size=4; stride=2"},
    {"Mfcc",
     "spectrogram=F(1, 2, 5); sample_rate=i(8000); upper_frequency_limit=4000.0; lower_frequency_limit=20.0; "
     "filterbank_channel_count=40; dct_coefficient_count=13"},
    {"AudioSummaryV2", "tag=s('a'); tensor=F(1, 4); sample_rate=f(8000.0); max_outputs=3"},
    {"HistogramSummary", "tag=s('a'); values=F(3)"},
    {"ScalarSummary", "tags=S('a', 'b'); values=F(2)"},
    {"TensorSummaryV2", "tag=s('a'); tensor=F(2); serialized_summary_metadata=s('')"},
    {"MergeSummary", "inputs=[s(''), s('')]"},
};

}  // namespace

RawCalls image_calls() {
  return {"images", "", calls};
}

}  // namespace tfh::testsuites::raw_ops
