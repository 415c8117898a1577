// Staging areas, queues, tables.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr const char* setup = R"py(
def unused_name():
    alive.append(None)
    return "unused%d" % len(alive)

def queue():
    return kept(tf.queue.FIFOQueue(2, [tf.float32], [[2]])).queue_ref

def table():
    return tf.raw_ops.MutableHashTableV2(key_dtype=tf.int64, value_dtype=tf.float32, shared_name=unused_name())

def constant_table():
    return tf.raw_ops.HashTableV2(key_dtype=tf.int64, value_dtype=tf.float32, shared_name=unused_name())
)py";

constexpr RawCall calls[] = {
    {"MapStage",
     "key=l(1); indices=I(0); values=[F(2)]; dtypes=[tf.float32]; capacity=0; memory_limit=0; container=''; "
     "shared_name='mapped'"},
    {"OrderedMapStage",
     "key=l(1); indices=I(0); values=[F(2)]; dtypes=[tf.float32]; capacity=0; memory_limit=0; container=''; "
     "shared_name='ordered'"},
    {"Stage", "values=[F(2)]; capacity=0; memory_limit=0; container=''; shared_name='staged'"},
    {"StageSize", "dtypes=[tf.float32]; capacity=0; memory_limit=0; shared_name='sized'"},
    {"StageClear", "dtypes=[tf.float32]; capacity=0; memory_limit=0; shared_name='cleared'"},
    {"MapSize", "dtypes=[tf.float32]; capacity=0; memory_limit=0; shared_name='sized'"},
    {"MapIncompleteSize", "dtypes=[tf.float32]; capacity=0; memory_limit=0; shared_name='sized'"},
    {"OrderedMapSize", "dtypes=[tf.float32]; capacity=0; memory_limit=0; shared_name='sized'"},
    {"FIFOQueueV2", "component_types=[tf.float32]; shapes=[[2]]; capacity=2; container=''; shared_name=''"},
    {"PaddingFIFOQueueV2", "component_types=[tf.float32]; shapes=[[2]]; capacity=2; container=''; shared_name=''"},
    {"PriorityQueueV2", "shapes=[[2]]; component_types=[tf.float32]; capacity=2; container=''; shared_name=''"},
    {"RandomShuffleQueueV2",
     "component_types=[tf.float32]; shapes=[[2]]; capacity=2; min_after_dequeue=0; seed=1; seed2=2"},
    {"QueueEnqueueV2", "handle=queue(); components=[F(2)]; timeout_ms=-1"},
    {"QueueEnqueueManyV2", "handle=queue(); components=[F(1, 2)]; timeout_ms=-1"},
    {"QueueSizeV2", "handle=queue()"},
    {"QueueCloseV2", "handle=queue()"},
    {"QueueIsClosedV2", "handle=queue()"},
    {"ResourceConditionalAccumulator", "dtype=tf.float32; shape=[2]; reduction_type='MEAN'"},
    {"HashTableV2", "key_dtype=tf.int64; value_dtype=tf.float32"},
    {"MutableHashTableV2", "key_dtype=tf.int64; value_dtype=tf.float32"},
    {"MutableHashTableOfTensorsV2", "key_dtype=tf.int64; value_dtype=tf.float32; value_shape=[2]"},
    {"MutableDenseHashTableV2",
     "empty_key=l(-1); deleted_key=l(-2); value_dtype=tf.float32; value_shape=[]; initial_num_buckets=16; "
     "max_load_factor=0.8"},
    {"LookupTableFindV2", "table_handle=table(); keys=L(1, 2); default_value=f(0.5)"},
    {"LookupTableInsertV2", "table_handle=table(); keys=L(1, 2); values=F(2)"},
    {"LookupTableRemoveV2", "table_handle=table(); keys=L(1, 2)"},
    {"LookupTableImportV2", "table_handle=table(); keys=L(1, 2); values=F(2)"},
    {"LookupTableExportV2", "table_handle=table(); Tkeys=tf.int64; Tvalues=tf.float32"},
    {"LookupTableSizeV2", "table_handle=table()"},
    {"InitializeTableV2", "table_handle=constant_table(); keys=L(1, 2); values=F(2)"},
    {"InitializeTableFromTextFileV2",
     "table_handle=constant_table(); filename=s(scratch + '/nothing'); key_index=0; value_index=1; vocab_size=-1; "
     "delimiter=' '"},
};

}  // namespace

RawCalls table_calls() {
  return {"tables", setup, calls};
}

}  // namespace tfh::testsuites::raw_ops
