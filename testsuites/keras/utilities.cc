// tf.keras.utils and tf.keras.preprocessing: small functions, datasets from folders, text, images.
#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* splitting = R"py(
a = np.arange(4)

def parts(given, **options):
    plain = lambda part: [tf.nest.map_structure(lambda v: np.array(v).tolist(), element) for element in part]
    return [plain(part) for part in tf.keras.utils.split_dataset(given, **options)]

)py";

constexpr const char* split = R"py(
for given in ("a", "a.tolist()", "tf.constant(a)", "[a, a]", "(a, a)", "{'x': a}", "np.eye(4)", "tf.data.Dataset.range(4)",
              "tf.data.Dataset.range(4).batch(2)", "tf.data.Dataset.from_tensor_slices((a, a))", "iter(a)", "a[:0]",
              "tf.data.Dataset.from_tensor_slices({'x': a})", "tf.data.Dataset.from_tensor_slices(np.eye(4))", "'text'",
              "tf.data.Dataset.from_tensor_slices((np.eye(4), a))", "[a, a[:2]]", "None"):
    evaluate("of " + given, "parts(%s, left_size=0.5)" % given, kind="structure")
for sizes in ("left_size=1", "right_size=1", "left_size=1, right_size=1", "left_size=3, right_size=3", "left_size=0",
              "left_size=-1", "left_size='a'", "left_size=None", "right_size=0.25", "left_size=0.1", "left_size=4",
              "left_size=0.9, right_size=0.9", "left_size=0.5, shuffle=True, seed=1", "left_size=1.0"):
    evaluate(sizes, "parts(a, %s)" % sizes, kind="structure")
)py";

std::vector<Check> functions() {
  return {
      {.id = "keras.small_utilities", .api = {"tf.keras.utils"}, .source = R"(
utils = tf.keras.utils
attempt("normalize", lambda: utils.normalize(np.array([[3.0, 4.0]])))
attempt("normalize a vector", lambda: utils.normalize(np.array([3.0, 4.0])))
attempt("normalize text", lambda: utils.normalize(np.array(["a"])))
attempt("pack", lambda: utils.pack_x_y_sample_weight(1, 2))
attempt("unpack", lambda: utils.unpack_x_y_sample_weight((1, 2)))
attempt("unpack four", lambda: utils.unpack_x_y_sample_weight((1, 2, 3, 4)))
attempt("unpack list", lambda: utils.unpack_x_y_sample_weight([1, 2]))
attempt("to_ordinal", lambda: utils.to_ordinal([0, 2], num_classes=3))
attempt("get_source_inputs", lambda: len(utils.get_source_inputs(tf.keras.Input((1,)))))
attempt("split_dataset", lambda: [len(list(part)) for part in utils.split_dataset(list(range(4)), left_size=0.5)])
attempt("split_dataset of nothing", lambda: utils.split_dataset([], left_size=0.5))
attempt("split_dataset by 1.5", lambda: utils.split_dataset([1, 2], left_size=1.5))
attempt("OrderedEnqueuer", lambda: utils.OrderedEnqueuer.__name__)
attempt("GeneratorEnqueuer", lambda: utils.GeneratorEnqueuer.__name__)
attempt("interactive logging", lambda: utils.is_interactive_logging_enabled())
attempt("get_file without origin", lambda: utils.get_file("name"))
attempt("get_file of a local file", lambda: utils.get_file("f", origin="file://" + scratch + "/nothing", cache_dir=scratch))
attempt("to_categorical of tensor", lambda: type(utils.to_categorical(tf.constant([0, 1]))).__name__, kind="structure")
attempt("to_categorical of negative", lambda: utils.to_categorical([-1, 0]))
attempt("to_categorical of text", lambda: utils.to_categorical(["a"]))
attempt("to_categorical of a matrix", lambda: utils.to_categorical([[0], [1]]))
attempt("plot_model", lambda: utils.plot_model(3, to_file=scratch + "/model.png"))
attempt("model_to_dot", lambda: type(utils.model_to_dot(tf.keras.Sequential(name="m"))).__name__)
)"},
      {.id = "keras.sequences", .api = {"tf.keras.utils.Sequence"}, .source = R"(
class Batches(tf.keras.utils.Sequence):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return np.full([2, 1], index, np.float32), np.ones([2, 1], np.float32)

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="zeros", name="out")])
model.compile("sgd", "mse")
attempt("bases", lambda: [b.__name__ for b in Batches.__mro__], kind="structure")
attempt("fit", lambda: len(model.fit(Batches(), epochs=2, verbose=0, shuffle=False).history["loss"]))
attempt("workers", lambda: len(model.fit(Batches(), verbose=0, workers=1, use_multiprocessing=False).history["loss"]))
attempt("max_queue_size", lambda: len(model.fit(Batches(), verbose=0, max_queue_size=1).history["loss"]))
attempt("predict", lambda: model.predict(Batches(), verbose=0).shape)
attempt("y given", lambda: len(model.fit(Batches(), np.ones([4, 1]), verbose=0).history["loss"]))
attempt("iterate", lambda: len(list(Batches())) if False else [b[0].shape for b, _ in zip(Batches(), range(2))])
attempt("PyDataset", lambda: tf.keras.utils.PyDataset(workers=1).workers)
attempt("super().__init__", lambda: type(Batches(workers=2)).__name__)
attempt("generator", lambda: len(model.fit((b for b in [(np.ones([1, 1]), np.ones([1, 1]))] * 3), steps_per_epoch=2,
                                           verbose=0).history["loss"]))
attempt("fit_generator", lambda: type(model.fit_generator(Batches(), verbose=0)).__name__)
attempt("predict_generator", lambda: model.predict_generator(Batches(), verbose=0).shape)
attempt("evaluate_generator", lambda: type(model.evaluate_generator(Batches(), verbose=0)).__name__)
)"},
  };
}

std::vector<Check> images() {
  return {
      {.id = "keras.images_from_a_folder",
       .api = {"tf.keras.utils.image_dataset_from_directory", "tf.keras.preprocessing.image_dataset_from_directory"},
       .source = R"(
import os

for label in ("cats", "dogs"):
    os.makedirs(scratch + "/images/" + label)
    for number in range(3):
        tf.io.write_file("%s/images/%s/%d.png" % (scratch, label, number),
                         tf.image.encode_png(tf.fill([4, 6, 3], tf.cast(40 * number, tf.uint8))))

def read(**options):
    make = getattr(tf.keras.preprocessing, "image_dataset_from_directory", None) or tf.keras.utils.image_dataset_from_directory
    options = dict({"image_size": (2, 2), "batch_size": 4, "shuffle": False}, **options)
    data = make(scratch + "/images", **options)
    return [tf.nest.map_structure(lambda t: [t.dtype.name, list(t.shape)], batch) for batch in data]

def labels(**options):
    make = getattr(tf.keras.preprocessing, "image_dataset_from_directory", None) or tf.keras.utils.image_dataset_from_directory
    data = make(scratch + "/images", image_size=(2, 2), batch_size=4, shuffle=False, **options)
    return [y.numpy() for _, y in data]

attempt("default", lambda: read(), kind="structure")
attempt("labels", lambda: labels())
attempt("categorical", lambda: labels(label_mode="categorical"))
attempt("binary", lambda: labels(label_mode="binary"))
attempt("no labels", lambda: read(label_mode=None), kind="structure")
attempt("grayscale", lambda: read(color_mode="grayscale"), kind="structure")
attempt("crop_to_aspect_ratio", lambda: read(crop_to_aspect_ratio=True), kind="structure")
attempt("batch_size", lambda: read(batch_size=None), kind="structure")
attempt("image_size", lambda: read(image_size=None), kind="structure")
attempt("interpolation", lambda: read(interpolation="nearest"), kind="structure")
attempt("pad_to_aspect_ratio", lambda: read(pad_to_aspect_ratio=True), kind="structure")
attempt("validation", lambda: read(validation_split=0.5, subset="validation", seed=1), kind="structure")
attempt("both", lambda: len(tf.keras.utils.image_dataset_from_directory(
    scratch + "/images", validation_split=0.5, subset="both", seed=1)))
attempt("no seed", lambda: read(validation_split=0.5, subset="training"), kind="structure")
attempt("class_names", lambda: read(class_names=["dogs", "nothing"]), kind="structure")
attempt("wrong labels", lambda: read(labels=[1, 2]), kind="structure")
attempt("no folder", lambda: tf.keras.preprocessing.image_dataset_from_directory(scratch + "/nothing"))
attempt("verbose", lambda: read(verbose=False), kind="structure")
)"},
  };
}

std::vector<Check> sequences() {
  return {
      {.id = "keras.text_from_a_folder",
       .api = {"tf.keras.utils.text_dataset_from_directory", "tf.keras.preprocessing.text_dataset_from_directory"},
       .source = R"(
import os

for label in ("good", "poor"):
    os.makedirs(scratch + "/text/" + label)
    open("%s/text/%s/a.txt" % (scratch, label), "w").write(label + " words")

def read(**options):
    make = getattr(tf.keras.preprocessing, "text_dataset_from_directory", None) or tf.keras.utils.text_dataset_from_directory
    return [tf.nest.map_structure(lambda t: t.numpy(), b) for b in make(scratch + "/text", shuffle=False, **options)]

attempt("default", lambda: read())
attempt("max_length", lambda: read(max_length=3))
attempt("no batch", lambda: read(batch_size=None))
attempt("follow_links", lambda: read(follow_links=True))
)"},
      {.id = "keras.timeseries",
       .api = {"tf.keras.utils.timeseries_dataset_from_array", "tf.keras.preprocessing.timeseries_dataset_from_array"},
       .source = R"(
make = getattr(tf.keras.preprocessing, "timeseries_dataset_from_array", None) or getattr(
    tf.keras.utils, "timeseries_dataset_from_array", None)

def read(*arguments, **options):
    return [tf.nest.map_structure(lambda t: t.numpy(), batch) for batch in make(*arguments, **options)]

attempt("default", lambda: read(np.arange(6), None, 3))
attempt("targets", lambda: read(np.arange(6), np.arange(6), 3))
attempt("stride", lambda: read(np.arange(8), None, 2, sequence_stride=2, sampling_rate=2))
attempt("too short", lambda: read(np.arange(2), None, 3))
attempt("no batch", lambda: read(np.arange(4), None, 2, batch_size=None))
attempt("start after end", lambda: read(np.arange(6), None, 2, start_index=4, end_index=2))
generator = lambda: tf.keras.preprocessing.sequence.TimeseriesGenerator(np.arange(4), np.arange(4), length=2)
attempt("generator", lambda: [b[0].tolist() for b, _ in zip(generator(), range(3))])  # without an end from Keras 3 on
)"},
  };
}

std::vector<Check> preparation() {
  return {
      {.id = "keras.text_preprocessing", .api = {"tf.keras.preprocessing.text"}, .source = R"(
def tokenized(**options):
    tokenizer = tf.keras.preprocessing.text.Tokenizer(**options)
    tokenizer.fit_on_texts(["a b a", "B c!"])
    return tokenizer.word_index, tokenizer.texts_to_sequences(["a c z"])

attempt("Tokenizer", lambda: tokenized())
attempt("num_words", lambda: tokenized(num_words=2))
attempt("oov_token", lambda: tokenized(oov_token="?"))
attempt("one_hot", lambda: len(tf.keras.preprocessing.text.one_hot("a b", 5)))
attempt("hashing_trick", lambda: tf.keras.preprocessing.text.hashing_trick("a b", 5, hash_function="md5"))
attempt("text_to_word_sequence", lambda: tf.keras.preprocessing.text.text_to_word_sequence("A, b."))
attempt("skipgrams", lambda: len(tf.keras.preprocessing.sequence.skipgrams([1, 2], 3, seed=1)[0]))
attempt("make_sampling_table", lambda: np.round(tf.keras.preprocessing.sequence.make_sampling_table(3), 6))
attempt("tokenizer_from_json", lambda: tf.keras.preprocessing.text.tokenizer_from_json(
    tf.keras.preprocessing.text.Tokenizer(num_words=3).to_json()).num_words)
)"},
      {.id = "keras.image_preprocessing", .api = {"tf.keras.preprocessing.image"}, .source = R"(
image = tf.keras.preprocessing.image
pixels = np.arange(12.0).reshape(2, 2, 3)
attempt("array_to_img", lambda: image.array_to_img(pixels).size)
attempt("img_to_array", lambda: image.img_to_array(image.array_to_img(pixels, scale=False)))
attempt("wrong rank", lambda: image.array_to_img(np.ones([2])))
attempt("save and load", lambda: image.save_img(scratch + "/a.png", pixels) or image.load_img(scratch + "/a.png").size)
attempt("load resized", lambda: image.load_img(scratch + "/a.png", target_size=(1, 3)).size)
attempt("keep_aspect_ratio", lambda: image.load_img(scratch + "/a.png", target_size=(1, 3), keep_aspect_ratio=True).size)
attempt("unknown mode", lambda: image.load_img(scratch + "/a.png", color_mode="nonsense"))
attempt("smart_resize", lambda: np.shape(image.smart_resize(pixels, (3, 1))))
for dtype in ("uint8", "int32", "float64"):
    attempt("smart_resize of " + dtype, lambda: image.smart_resize(np.ones([4, 4, 3], dtype) * 7, (2, 2)))
    attempt("smart_resize of a tensor of " + dtype, lambda: image.smart_resize(tf.ones([4, 4, 3], dtype), (2, 2)))
attempt("random_shift", lambda: np.shape(image.random_shift(pixels, 0.0, 0.0, row_axis=0, col_axis=1, channel_axis=2)))
attempt("apply_affine_transform", lambda: image.apply_affine_transform(pixels, row_axis=0, col_axis=1, channel_axis=2))
attempt("ImageDataGenerator", lambda: next(image.ImageDataGenerator(rescale=0.5).flow(
    pixels[None], batch_size=1, shuffle=False)))
attempt("featurewise", lambda: image.ImageDataGenerator(zca_whitening=True).featurewise_center)
attempt("in utils", lambda: np.shape(tf.keras.utils.img_to_array(tf.keras.utils.array_to_img(pixels))))
)"},
      {.id = "keras.applications", .api = {"tf.keras.applications"}, .source = R"(
applications = tf.keras.applications
x = np.full([1, 2, 2, 3], 100.0, np.float32)
for name in ("resnet50", "vgg16", "mobilenet_v2", "inception_v3", "efficientnet", "densenet", "nasnet", "xception",
             "resnet_v2", "mobilenet_v3", "convnext", "regnet", "resnet_rs", "efficientnet_v2"):
    attempt(name, lambda: getattr(applications, name).preprocess_input(x.copy()))
attempt("imagenet_utils torch", lambda: applications.imagenet_utils.preprocess_input(x.copy(), mode="torch"))
attempt("imagenet_utils nonsense", lambda: applications.imagenet_utils.preprocess_input(x.copy(), mode="nonsense"))
attempt("decode wrong shape", lambda: applications.resnet50.decode_predictions(np.ones([1, 3])))
attempt("unknown weights", lambda: applications.MobileNet(weights="nonsense"))
attempt("classes of imagenet", lambda: applications.VGG16(weights="imagenet", classes=3))
attempt("last layer", lambda: applications.MobileNetV2(
    weights=None, alpha=0.35, input_shape=(32, 32, 3), classes=2).layers[-1].name)
attempt("models", lambda: sorted(n for n in dir(applications) if n[0].isupper()), kind="structure")
)"},
      {.id = "keras.datasets", .api = {"tf.keras.datasets"}, .source = R"(
attempt("names", lambda: sorted(n for n in dir(tf.keras.datasets) if n[0] != "_"), kind="structure")
attempt("boston arguments", lambda: tf.keras.datasets.boston_housing.load_data(test_split=2.0))
)"},
  };
}

}  // namespace

std::vector<Check> utility_checks() {
  return joined({functions(),
                 images(),
                 sequences(),
                 preparation(),
                 {{.id = "keras.split_datasets",
                   .api = {"tf.keras.utils.split_dataset"},
                   .independent = true,
                   .source = split,
                   .setup = splitting}}});
}

}  // namespace tfh::testsuites::keras
