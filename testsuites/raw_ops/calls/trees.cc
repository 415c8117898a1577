// Boosted trees.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr const char* setup = R"py(
def emptied(handle):  # what the calls before have made of it
    tf.raw_ops.DestroyResourceOp(resource=handle, ignore_lookup_error=True)
    return handle

def trees():
    handle = emptied(tf.raw_ops.BoostedTreesEnsembleResourceHandleOp(shared_name="trees"))
    tf.raw_ops.BoostedTreesCreateEnsemble(tree_ensemble_handle=handle, stamp_token=l(0), tree_ensemble_serialized=s(""))
    return handle

def quantiles():
    return emptied(tf.raw_ops.BoostedTreesQuantileStreamResourceHandleOp(shared_name="quantiles"))
)py";

constexpr RawCall calls[] = {
    {"BoostedTreesBucketize", "float_values=[F(2)]; bucket_boundaries=[F(2)]"},
    {"BoostedTreesAggregateStats",
     "node_ids=I(0, 0); gradients=F(2, 1); hessians=F(2, 1); feature=I2([0], [1]); max_splits=2; num_buckets=2"},
    {"BoostedTreesMakeStatsSummary",
     "node_ids=I(0, 0); gradients=F(2, 1); hessians=F(2, 1); bucketized_features_list=[I2([0], [1])]; "
     "max_splits=2; num_buckets=2"},
    {"BoostedTreesMakeQuantileSummaries", "float_values=[F(2)]; example_weights=F(2); epsilon=f(0.1)"},
    {"BoostedTreesCalculateBestFeatureSplit",
     "node_id_range=I(0, 1); stats_summary=F(1, 1, 2, 2); l1=f(0.0); l2=f(0.0); tree_complexity=f(0.0); "
     "min_node_weight=f(0.0); logits_dimension=1"},
    {"BoostedTreesCalculateBestFeatureSplitV2",
     "node_id_range=I(0, 1); stats_summaries_list=[F(1, 1, 2, 2)]; split_types=S('inequality'); "
     "candidate_feature_ids=I(0); l1=f(0.0); l2=f(0.0); tree_complexity=f(0.0); min_node_weight=f(0.0); "
     "logits_dimension=1"},
    {"BoostedTreesCalculateBestGainsPerFeature",
     "node_id_range=I(0, 1); stats_summary_list=[F(1, 2, 2)]; l1=f(0.0); l2=f(0.0); tree_complexity=f(0.0); "
     "min_node_weight=f(0.0); max_splits=1"},
    {"BoostedTreesSparseAggregateStats",
     "node_ids=I(0, 0); gradients=F(2, 1); hessians=F(2, 1); feature_indices=I2([0, 0], [1, 0]); "
     "feature_values=I(0, 1); feature_shape=I(2, 1); max_splits=2; num_buckets=2"},
    {"BoostedTreesSparseCalculateBestFeatureSplit",
     "node_id_range=I(0, 1); stats_summary_indices=I2([0, 0, 0, 0], [0, 0, 1, 1]); stats_summary_values=F(2); "
     "stats_summary_shape=I(1, 1, 2, 2); l1=f(0.0); l2=f(0.0); tree_complexity=f(0.0); min_node_weight=f(0.0); "
     "logits_dimension=1"},
    {"BoostedTreesCreateEnsemble", "tree_ensemble_handle=trees(); stamp_token=l(0); tree_ensemble_serialized=s('')"},
    {"BoostedTreesDeserializeEnsemble",
     "tree_ensemble_handle=trees(); stamp_token=l(0); tree_ensemble_serialized=s('')"},
    {"BoostedTreesSerializeEnsemble", "tree_ensemble_handle=trees()"},
    {"BoostedTreesGetEnsembleStates", "tree_ensemble_handle=trees()"},
    {"BoostedTreesPredict", "tree_ensemble_handle=trees(); bucketized_features=[I2([0], [1])]; logits_dimension=1"},
    {"BoostedTreesTrainingPredict",
     "tree_ensemble_handle=trees(); cached_tree_ids=I(0, 0); cached_node_ids=I(0, 0); "
     "bucketized_features=[I2([0], [1])]; logits_dimension=1"},
    {"BoostedTreesExampleDebugOutputs",
     "tree_ensemble_handle=trees(); bucketized_features=[I2([0], [1])]; logits_dimension=1"},
    {"BoostedTreesCenterBias",
     "tree_ensemble_handle=trees(); mean_gradients=F(1, 1); mean_hessians=F(1, 1); l1=f(0.0); l2=f(0.0)"},
    {"BoostedTreesCreateQuantileStreamResource",
     "quantile_stream_resource_handle=quantiles(); epsilon=f(0.1); num_streams=l(1); max_elements=100"},
};

}  // namespace

RawCalls tree_calls() {
  return {"trees", setup, calls};
}

}  // namespace tfh::testsuites::raw_ops
