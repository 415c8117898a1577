// The constructors of Keras: which arguments they refuse, and what they make of those that they take.
#include "testsuites/odd_arguments.h"

#include <algorithm>
#include <string>

#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr Callable layers[] = {
    {"tf.keras.layers.Activation", "activation='relu'", "activation"},
    {"tf.keras.layers.ActivityRegularization", "", "l1 l2"},
    {"tf.keras.layers.AveragePooling1D", "pool_size=2", "pool_size strides padding data_format"},
    {"tf.keras.layers.AveragePooling2D", "pool_size=2", "pool_size strides padding data_format"},
    {"tf.keras.layers.AveragePooling3D", "pool_size=2", "pool_size strides padding"},
    {"tf.keras.layers.BatchNormalization", "", "axis momentum epsilon center renorm fused synchronized"},
    {"tf.keras.layers.Bidirectional", "layer=tf.keras.layers.LSTM(1, name='inner')", "layer merge_mode backward_layer"},
    {"tf.keras.layers.CategoryEncoding", "num_tokens=3", "num_tokens output_mode sparse"},
    {"tf.keras.layers.CenterCrop", "height=2, width=2", "height width"},
    {"tf.keras.layers.Concatenate", "", "axis"},
    {"tf.keras.layers.Conv1D", "filters=2, kernel_size=2",
     "filters kernel_size strides padding data_format dilation_rate groups activation"},
    {"tf.keras.layers.Conv1DTranspose", "filters=2, kernel_size=2",
     "filters kernel_size strides padding output_padding"},
    {"tf.keras.layers.Conv2D", "filters=2, kernel_size=2",
     "filters kernel_size strides padding data_format dilation_rate groups activation use_bias"},
    {"tf.keras.layers.Conv2DTranspose", "filters=2, kernel_size=2",
     "filters kernel_size strides padding output_padding dilation_rate"},
    {"tf.keras.layers.Conv3D", "filters=2, kernel_size=2", "filters kernel_size strides padding groups"},
    {"tf.keras.layers.ConvLSTM2D", "filters=2, kernel_size=2", "filters kernel_size strides padding dropout"},
    {"tf.keras.layers.Cropping1D", "", "cropping"},
    {"tf.keras.layers.Cropping2D", "", "cropping data_format"},
    {"tf.keras.layers.Dense", "units=2", "units activation use_bias kernel_initializer kernel_regularizer"},
    {"tf.keras.layers.DepthwiseConv2D", "kernel_size=2", "kernel_size strides padding depth_multiplier"},
    {"tf.keras.layers.Discretization", "bin_boundaries=[1.0]", "bin_boundaries num_bins epsilon output_mode"},
    {"tf.keras.layers.Dot", "axes=1", "axes normalize"},
    {"tf.keras.layers.Dropout", "rate=0.5", "rate noise_shape"},
    {"tf.keras.layers.ELU", "", "alpha"},
    {"tf.keras.layers.EinsumDense", "equation='ab,bc->ac', output_shape=2", "equation output_shape bias_axes"},
    {"tf.keras.layers.Embedding", "input_dim=2, output_dim=2", "input_dim output_dim mask_zero"},
    {"tf.keras.layers.Flatten", "", "data_format"},
    {"tf.keras.layers.GRU", "units=2",
     "units activation recurrent_activation dropout recurrent_dropout implementation"},
    {"tf.keras.layers.GaussianDropout", "rate=0.5", "rate"},
    {"tf.keras.layers.GaussianNoise", "stddev=0.5", "stddev"},
    {"tf.keras.layers.GlobalAveragePooling2D", "", "data_format keepdims"},
    {"tf.keras.layers.GroupNormalization", "", "groups axis epsilon"},
    {"tf.keras.layers.Hashing", "num_bins=3", "num_bins mask_value salt output_mode"},
    {"tf.keras.layers.Input", "shape=(2,)", "shape batch_size dtype sparse name"},
    {"tf.keras.layers.IntegerLookup", "vocabulary=[1, 2]",
     "vocabulary max_tokens num_oov_indices mask_token output_mode invert"},
    {"tf.keras.layers.LSTM", "units=2", "units activation dropout recurrent_dropout return_sequences"},
    {"tf.keras.layers.LayerNormalization", "", "axis epsilon"},
    {"tf.keras.layers.LeakyReLU", "", "alpha negative_slope"},
    {"tf.keras.layers.Masking", "", "mask_value"},
    {"tf.keras.layers.MaxPooling2D", "pool_size=2", "pool_size strides padding"},
    {"tf.keras.layers.MultiHeadAttention", "num_heads=2, key_dim=2",
     "num_heads key_dim value_dim dropout output_shape attention_axes"},
    {"tf.keras.layers.Normalization", "", "axis mean variance invert"},
    {"tf.keras.layers.PReLU", "", "shared_axes"},
    {"tf.keras.layers.Permute", "dims=(2, 1)", "dims"},
    {"tf.keras.layers.RandomBrightness", "factor=0.2, seed=1", "factor value_range"},
    {"tf.keras.layers.RandomContrast", "factor=0.2, seed=1", "factor"},
    {"tf.keras.layers.RandomCrop", "height=2, width=2, seed=1", "height width"},
    {"tf.keras.layers.RandomFlip", "seed=1", "mode"},
    {"tf.keras.layers.RandomRotation", "factor=0.2, seed=1", "factor fill_mode interpolation"},
    {"tf.keras.layers.RandomTranslation", "height_factor=0.2, width_factor=0.2, seed=1", "height_factor fill_mode"},
    {"tf.keras.layers.RandomZoom", "height_factor=0.2, seed=1", "height_factor width_factor fill_mode"},
    {"tf.keras.layers.ReLU", "", "max_value negative_slope threshold"},
    {"tf.keras.layers.RepeatVector", "n=2", "n"},
    {"tf.keras.layers.Rescaling", "scale=2.0", "scale offset"},
    {"tf.keras.layers.Reshape", "target_shape=(2,)", "target_shape"},
    {"tf.keras.layers.Resizing", "height=2, width=2", "height width interpolation crop_to_aspect_ratio"},
    {"tf.keras.layers.SeparableConv2D", "filters=2, kernel_size=2", "filters kernel_size strides depth_multiplier"},
    {"tf.keras.layers.SimpleRNN", "units=2", "units activation dropout"},
    {"tf.keras.layers.Softmax", "", "axis"},
    {"tf.keras.layers.SpatialDropout2D", "rate=0.5", "rate data_format"},
    {"tf.keras.layers.StackedRNNCells", "cells=[tf.keras.layers.SimpleRNNCell(1, name='cell')]", "cells"},
    {"tf.keras.layers.StringLookup", "vocabulary=['a']",
     "vocabulary max_tokens num_oov_indices mask_token oov_token output_mode encoding"},
    {"tf.keras.layers.TextVectorization", "",
     "max_tokens standardize split ngrams output_mode output_sequence_length vocabulary ragged"},
    {"tf.keras.layers.ThresholdedReLU", "", "theta"},
    {"tf.keras.layers.TimeDistributed", "layer=tf.keras.layers.Dense(1, name='inner')", "layer"},
    {"tf.keras.layers.UpSampling2D", "", "size data_format interpolation"},
    {"tf.keras.layers.ZeroPadding2D", "", "padding data_format"},
};

constexpr Callable methods[] = {
    {"tf.keras.Model.compile", "optimizer='sgd', loss='mse'",
     "optimizer loss metrics loss_weights weighted_metrics run_eagerly steps_per_execution jit_compile auto_scale_loss",
     "model().compile"},
    {"tf.keras.Model.evaluate", "x=np.ones([4, 2]), y=np.ones([4, 1]), verbose=0",
     "x y batch_size sample_weight steps return_dict", "model().evaluate"},
    {"tf.keras.Model.fit", "x=np.ones([4, 2]), y=np.ones([4, 1]), verbose=0",
     "x y batch_size epochs validation_split validation_data class_weight sample_weight initial_epoch steps_per_epoch",
     "model().fit"},
    {"tf.keras.Model.predict", "x=np.ones([4, 2]), verbose=0", "x batch_size steps", "model().predict"},
    {"tf.keras.Model.load_weights", "filepath=saved()", "filepath by_name skip_mismatch options",
     "model().load_weights"},
    {"tf.keras.Model.save", "filepath=scratch + '/model.keras'", "filepath save_format signatures", "model().save"},
    {"tf.keras.Model.save_weights", "filepath=scratch + '/again.weights.h5'", "filepath overwrite save_format options",
     "model().save_weights"},
    {"tf.keras.Sequential", "layers=[tf.keras.layers.Dense(1, name='d')]", "layers"},
    {"tf.keras.models.load_model", "filepath=scratch", "filepath custom_objects compile options safe_mode"},
};

constexpr Callable others[] = {
    {"tf.keras.callbacks.CSVLogger", "filename='log'", "filename separator append"},
    {"tf.keras.callbacks.EarlyStopping", "", "monitor min_delta patience mode start_from_epoch"},
    {"tf.keras.callbacks.LearningRateScheduler", "schedule=abs", "schedule verbose"},
    {"tf.keras.callbacks.ModelCheckpoint", "filepath='model.keras'",
     "filepath monitor mode save_freq period save_best_only save_weights_only options initial_value_threshold"},
    {"tf.keras.callbacks.ReduceLROnPlateau", "", "factor patience mode cooldown min_lr"},
    {"tf.keras.callbacks.TerminateOnNaN", "", "verbose"},
    {"tf.keras.constraints.MaxNorm", "", "max_value axis"},
    {"tf.keras.constraints.MinMaxNorm", "", "min_value max_value rate axis"},
    {"tf.keras.initializers.Constant", "", "value"},
    {"tf.keras.initializers.Orthogonal", "seed=1", "gain"},
    {"tf.keras.initializers.RandomNormal", "seed=1", "mean stddev"},
    {"tf.keras.initializers.RandomUniform", "seed=1", "minval maxval"},
    {"tf.keras.initializers.VarianceScaling", "seed=1", "scale mode distribution"},
    {"tf.keras.losses.BinaryCrossentropy", "", "from_logits label_smoothing axis reduction name"},
    {"tf.keras.losses.BinaryFocalCrossentropy", "", "alpha gamma apply_class_balancing"},
    {"tf.keras.losses.CategoricalCrossentropy", "", "label_smoothing axis reduction"},
    {"tf.keras.losses.CosineSimilarity", "", "axis reduction"},
    {"tf.keras.losses.Huber", "", "delta reduction"},
    {"tf.keras.losses.SparseCategoricalCrossentropy", "", "from_logits ignore_class reduction"},
    {"tf.keras.metrics.AUC", "", "num_thresholds curve summation_method thresholds multi_label num_labels dtype"},
    {"tf.keras.metrics.BinaryAccuracy", "", "threshold dtype"},
    {"tf.keras.metrics.F1Score", "", "average threshold"},
    {"tf.keras.metrics.IoU", "num_classes=2, target_class_ids=[0]", "num_classes target_class_ids ignore_class"},
    {"tf.keras.metrics.Mean", "", "name dtype"},
    {"tf.keras.metrics.MeanIoU", "num_classes=2", "num_classes"},
    {"tf.keras.metrics.Precision", "", "thresholds top_k class_id dtype"},
    {"tf.keras.metrics.R2Score", "", "class_aggregation num_regressors"},
    {"tf.keras.metrics.SensitivityAtSpecificity", "specificity=0.5", "specificity num_thresholds class_id"},
    {"tf.keras.metrics.TopKCategoricalAccuracy", "", "k"},
    {"tf.keras.optimizers.Adadelta", "", "learning_rate rho epsilon"},
    {"tf.keras.optimizers.Adagrad", "", "learning_rate initial_accumulator_value epsilon"},
    {"tf.keras.optimizers.Adam", "",
     "learning_rate beta_1 beta_2 epsilon amsgrad weight_decay clipnorm clipvalue global_clipnorm use_ema ema_momentum "
     "ema_overwrite_frequency jit_compile loss_scale_factor gradient_accumulation_steps name"},
    {"tf.keras.optimizers.AdamW", "", "weight_decay beta_1"},
    {"tf.keras.optimizers.Ftrl", "", "learning_rate learning_rate_power l1_regularization_strength beta"},
    {"tf.keras.optimizers.RMSprop", "", "learning_rate rho momentum centered"},
    {"tf.keras.optimizers.SGD", "", "learning_rate momentum nesterov clipnorm decay lr"},
    {"tf.keras.regularizers.L1", "", "l1"},
    {"tf.keras.regularizers.L1L2", "", "l1 l2"},
    {"tf.keras.regularizers.OrthogonalRegularizer", "", "factor mode"},
};

// What a configuration holds of the argument; the name of the type where there is none. Names that Keras makes itself
// count the objects before.
constexpr const char* told = R"(
def model():
    made = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", name="dense")], name="model")
    made.compile(tf.keras.optimizers.SGD(0.1), "mse", run_eagerly=True)
    made.build((None, 2))
    return made

def saved():
    model().save_weights(scratch + "/model.weights.h5")
    return scratch + "/model.weights.h5"

def told(made, name):
    if isinstance(made, (float, list, np.ndarray, type(None))):
        return made
    if hasattr(made, "history"):
        return {key: len(values) for key, values in made.history.items()}
    config = made.get_config() if hasattr(made, "get_config") else {}
    return config[name] if name in config and name != "name" else type(made).__name__
)";

}  // namespace

std::vector<Check> odd_argument_checks() {
  std::vector<Check> checks;
  const auto add = [&](const Callable& callable) {
    checks.push_back(odd_arguments("keras", "tf.keras.", callable, told));
  };
  std::ranges::for_each(layers, add);
  std::ranges::for_each(methods, add);
  std::ranges::for_each(others, add);
  return checks;
}

}  // namespace tfh::testsuites::keras
