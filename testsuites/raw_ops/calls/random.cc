// Random numbers. Seeds are set; what is drawn is not looked at.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr const char* setup = R"py(
def generator():
    return kept(tf.Variable(L(*range(18)))).handle
)py";

constexpr RawCall calls[] = {
    {"AllCandidateSampler", "true_classes=L2([1], [2]); num_true=1; num_sampled=5; unique=True; seed=1; seed2=2"},
    {"FixedUnigramCandidateSampler",
     "true_classes=L2([1], [2]); num_true=1; num_sampled=2; unique=True; range_max=5; distortion=1.0; "
     "num_reserved_ids=0; num_shards=1; shard=0; unigrams=[1.0, 1.0, 1.0, 1.0, 1.0]; seed=1; seed2=2"},
    {"LearnedUnigramCandidateSampler",
     "true_classes=L2([1], [2]); num_true=1; num_sampled=2; unique=True; range_max=5; seed=1; seed2=2"},
    {"LogUniformCandidateSampler",
     "true_classes=L2([1], [2]); num_true=1; num_sampled=2; unique=True; range_max=5; seed=1; seed2=2"},
    {"ThreadUnsafeUnigramCandidateSampler",
     "true_classes=L2([1], [2]); num_true=1; num_sampled=2; unique=True; range_max=5; seed=1; seed2=2"},
    {"UniformCandidateSampler",
     "true_classes=L2([1], [2]); num_true=1; num_sampled=2; unique=True; range_max=5; seed=1; seed2=2"},
    {"ComputeAccidentalHits", "true_classes=L2([1], [2]); sampled_candidates=L(1, 2); num_true=1; seed=1; seed2=2"},
    {"Multinomial", "logits=F(1, 3); num_samples=i(2); seed=1; seed2=2"},
    {"ParameterizedTruncatedNormal",
     "shape=I(2); means=F(1); stdevs=F(1); minvals=f(-2.0); maxvals=f(2.0); seed=1; seed2=2"},
    {"RandomGamma", "shape=I(2); alpha=F(1); seed=1; seed2=2"},
    {"RandomGammaGrad", "alpha=F(2); sample=F(2)"},
    {"RandomPoissonV2", "shape=I(2); rate=F(1); seed=1; seed2=2"},
    {"RandomShuffle", "value=F(3, 2); seed=1; seed2=2"},
    {"RandomStandardNormal", "shape=I(2); dtype=tf.float32; seed=1; seed2=2"},
    {"RandomUniform", "shape=I(2); dtype=tf.float32; seed=1; seed2=2"},
    {"RandomUniformInt", "shape=I(2); minval=i(0); maxval=i(5); seed=1; seed2=2"},
    {"TruncatedNormal", "shape=I(2); dtype=tf.float32; seed=1; seed2=2"},
    {"SobolSample", "dim=i(2); num_results=i(2); skip=i(0)"},
    {"StatelessMultinomial", "logits=F(1, 3); num_samples=i(2); seed=I(1, 2)"},
    {"StatelessParameterizedTruncatedNormal",
     "shape=I(2); seed=I(1, 2); means=F(2); stddevs=F(2); minvals=f(-2.0); maxvals=f(2.0)"},
    {"StatelessRandomBinomial", "shape=I(2); seed=I(1, 2); counts=f(5.0); probs=f(0.5)"},
    {"StatelessRandomGammaV2", "shape=I(2); seed=I(1, 2); alpha=F(2)"},
    {"StatelessRandomNormal", "shape=I(2); seed=I(1, 2)"},
    {"StatelessRandomPoisson", "shape=I(2); seed=I(1, 2); lam=F(2); dtype=tf.float32"},
    {"StatelessRandomUniform", "shape=I(2); seed=I(1, 2)"},
    {"StatelessRandomUniformInt", "shape=I(2); seed=I(1, 2); minval=i(0); maxval=i(5)"},
    {"StatelessRandomUniformFullInt", "shape=I(2); seed=I(1, 2)"},
    {"StatelessTruncatedNormal", "shape=I(2); seed=I(1, 2)"},
    {"StatefulRandomBinomial", "resource=generator(); algorithm=l(1); shape=I(2); counts=f(5.0); probs=f(0.5)"},
    {"StatefulStandardNormalV2", "resource=generator(); algorithm=l(1); shape=I(2)"},
    {"StatefulTruncatedNormal", "resource=generator(); algorithm=l(1); shape=I(2)"},
    {"StatefulUniform", "resource=generator(); algorithm=l(1); shape=I(2)"},
    {"StatefulUniformFullInt", "resource=generator(); algorithm=l(1); shape=I(2)"},
    {"StatefulUniformInt", "resource=generator(); algorithm=l(1); shape=I(2); minval=i(0); maxval=i(5)"},
    {"RngSkip", "resource=generator(); algorithm=l(1); delta=l(1)"},
};

}  // namespace

RawCalls random_calls() {
  return {"random", setup, calls};
}

}  // namespace tfh::testsuites::raw_ops
