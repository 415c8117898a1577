// What the objects of Keras show of themselves: text, attributes that hold plain values.
#include <string>

#include "testsuites/keras/small_parts.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

struct Family {
  const char* module;
  const char* calls;  // a blank between
};

constexpr Family families[] = {
    {"layers",
     "Activation('relu') ActivityRegularization(0.1) Add() AdditiveAttention() AlphaDropout(0.5) Attention() "
     "AugMix() AutoContrast() Average() AveragePooling1D() AveragePooling2D() BatchNormalization() "
     "Bidirectional(tf.keras.layers.LSTM(1)) CategoryEncoding(2) CenterCrop(1,1) Concatenate() Conv1D(1,2) Conv2D(1,2) "
     "Conv2DTranspose(1,2) Conv3D(1,2) ConvLSTM1D(1,2) ConvLSTM2D(1,2) Cropping1D() Cropping2D() CutMix() Dense(1) "
     "DepthwiseConv1D(2) DepthwiseConv2D(2) Discretization([0.5]) Discretization(num_bins=2) Dot(1) Dropout(0.5) ELU() "
     "EinsumDense('ab,bc->ac',3) Embedding(2,1) Equalization() Flatten() GRU(1) GRUCell(1) GaussianDropout(0.5) "
     "GaussianNoise(0.5) GlobalAveragePooling1D() GlobalMaxPooling2D() GroupNormalization(1) "
     "GroupQueryAttention(2,2,1) "
     "HashedCrossing(2) Hashing(2) Identity() InputLayer((2,)) IntegerLookup() LSTM(1) LSTMCell(1) Lambda(abs) "
     "LayerNormalization() LeakyReLU() LocallyConnected1D(1,2) Masking() MaxPooling1D() MaxPooling2D() Maximum() "
     "MelSpectrogram() MixUp() MultiHeadAttention(1,1) Multiply() Normalization() PReLU() Permute((1,)) "
     "RMSNormalization() RNN(tf.keras.layers.LSTMCell(1)) RandAugment() RandomBrightness(0.1) RandomContrast(0.1) "
     "RandomCrop(1,1) RandomErasing() RandomFlip() RandomGrayscale() RandomHeight(0.1) RandomRotation(0.1) "
     "RandomShear(0.1) RandomTranslation(0.1,0.1) RandomZoom(0.1) ReLU() RepeatVector(2) Rescaling(2.0) Reshape((1,)) "
     "Resizing(1,1) STFTSpectrogram() SeparableConv1D(1,2) SeparableConv2D(1,2) SimpleRNN(1) SimpleRNNCell(1) "
     "Solarization() "
     "Softmax() SpatialDropout1D(0.5) SpectralNormalization(tf.keras.layers.Dense(1)) StackedRNNCells([]) "
     "StringLookup() "
     "Subtract() TextVectorization() ThresholdedReLU() TimeDistributed(tf.keras.layers.Dense(1)) UnitNormalization() "
     "UpSampling1D() UpSampling2D() ZeroPadding1D() ZeroPadding2D()"},
    {"losses",
     "BinaryCrossentropy() BinaryFocalCrossentropy() CTC() CategoricalCrossentropy() CategoricalFocalCrossentropy() "
     "CategoricalHinge() Circle() CosineSimilarity() Dice() Hinge() Huber() KLDivergence() LogCosh() "
     "MeanAbsoluteError() "
     "MeanAbsolutePercentageError() MeanSquaredError() MeanSquaredLogarithmicError() Poisson() "
     "SparseCategoricalCrossentropy() SquaredHinge() Tversky() Loss()"},
    {"metrics",
     "AUC() AUC(curve='PR') AUC(curve='PRGAIN') Accuracy() BinaryAccuracy() BinaryCrossentropy() BinaryIoU() "
     "CategoricalAccuracy() CategoricalCrossentropy() CategoricalHinge() ConcordanceCorrelation() CosineSimilarity() "
     "F1Score() FBetaScore() FalseNegatives() FalsePositives() Hinge() IoU(2,[0]) KLDivergence() LogCoshError() Mean() "
     "MeanAbsoluteError() MeanIoU(2) MeanMetricWrapper(abs) MeanRelativeError([1.0]) MeanSquaredError() MeanTensor() "
     "OneHotIoU(2,[0]) OneHotMeanIoU(2) PearsonCorrelation() Poisson() Precision() PrecisionAtRecall(0.5) R2Score() "
     "Recall() "
     "RecallAtPrecision(0.5) RootMeanSquaredError() SensitivityAtSpecificity(0.5) SparseCategoricalAccuracy() "
     "SparseTopKCategoricalAccuracy() SpecificityAtSensitivity(0.5) Sum() TopKCategoricalAccuracy() TruePositives()"},
    {"optimizers",
     "Adadelta() Adafactor() Adagrad() Adam() AdamW() Adamax() Ftrl() Lamb() Lion() LossScaleOptimizer('sgd') Muon() "
     "Nadam() RMSprop() SGD()"},
    {"optimizers.schedules",
     "CosineDecay(1.0,1) CosineDecayRestarts(1.0,1) ExponentialDecay(1.0,1,0.5) InverseTimeDecay(1.0,1,0.5) "
     "PiecewiseConstantDecay([1],[0.5,0.1]) PolynomialDecay(1.0,1)"},
    {"initializers",
     "Constant(1.0) GlorotNormal(1) GlorotUniform(1) HeNormal(1) HeUniform(1) Identity() LecunNormal(1) "
     "LecunUniform(1) "
     "Ones() Orthogonal(seed=1) OrthogonalInitializer(seed=1) RandomNormal(seed=1) RandomUniform(seed=1) "
     "TruncatedNormal(seed=1) VarianceScaling(seed=1) Zeros()"},
    {"regularizers", "L1() L1L2() L2() OrthogonalRegularizer() Regularizer()"},
    {"constraints", "Constraint() MaxNorm() MinMaxNorm() NonNeg() RadialConstraint() UnitNorm()"},
    {"callbacks",
     "BackupAndRestore(scratch) BaseLogger() CSVLogger(scratch+'/log') Callback() CallbackList() EarlyStopping() "
     "History() "
     "LambdaCallback() LearningRateScheduler(abs) ModelCheckpoint(scratch+'/a.weights.h5',save_weights_only=True) "
     "ProgbarLogger() ReduceLROnPlateau() RemoteMonitor() SwapEMAWeights() TensorBoard(scratch) TerminateOnNaN()"},
    {"utils", "CustomObjectScope({}) Progbar(2,verbose=0)"},
    {"", "Input((2,),name='in') InputSpec(shape=(2,)) Variable(1.0,name='v') Model() Sequential(name='s')"},
};

constexpr const char* setup = R"py(
def is_plain(value):
    return value is None or isinstance(value, (bool, int, float, str)) or (
        isinstance(value, (list, tuple)) and all(map(is_plain, value)))

def look(made, name):
    try:
        return getattr(made, name)
    except Exception as error:
        return "raises " + type(error).__name__

def attributes(made):
    return {name: look(made, name) for name in dir(made) if name[0] != "_" and name != "seed"}

def plain_attributes(made):
    return {name: value for name, value in attributes(made).items() if is_plain(value)}

def types_of_others(made):
    return {name: type(value).__name__ for name, value in attributes(made).items()
            if not is_plain(value) and not callable(value)}

)py";

constexpr const char* observing = R"py(
for module, calls in families.items():
    for call in calls.split():
        symbol = ("tf.keras." + module + "." if module else "tf.keras.") + call
        name = symbol.split("(")[0]
        for look_at in ("repr", "plain_attributes", "types_of_others"):
            evaluate("%s: %s of %s" % (name, look_at.replace("_", " "), call), "%s(fresh(lambda: %s))" % (look_at, symbol),
                     kind="text" if look_at == "repr" else "structure")
)py";

}  // namespace

std::vector<Check> object_checks() {
  std::string table = "\nfamilies = {\n";
  for (const auto& [module, calls] : families)
    table += std::string("    \"") + module + "\": \"\"\"" + calls + "\"\"\",\n";
  return {{.id = "keras.objects",
           .api = {"tf.keras"},
           .alone = true,
           .independent = true,
           .source = table + "}\n" + observing,
           .setup = std::string(fresh_names) + setup}};
}

}  // namespace tfh::testsuites::keras
