// Datasets, their elements and iterators, and writers of summaries, by their handles.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr const char* setup = R"py(
def dataset():
    return kept(tf.data.Dataset.range(3))._variant_tensor

def compressed():
    return tf.raw_ops.CompressElement(components=[L(1, 2)])

def optional():
    return tf.raw_ops.OptionalFromValue(components=[L(1, 2)])

def iterator():
    return kept(iter(kept(tf.data.Dataset.range(3))))._iterator_resource

def writer():
    return kept(tf.summary.create_file_writer(scratch))._resource
)py";

constexpr RawCall calls[] = {
    {"DatasetToTFRecord", "input_dataset=dataset(); filename=s(scratch + '/records'); compression_type=s('')"},
    {"SparseTensorSliceDataset", "indices=L2([0, 0], [1, 1]); values=F(2); dense_shape=L(2, 2)"},
    {"TensorSliceDataset", "components=[F(2, 2)]; output_shapes=[[2]]"},
    {"RangeDataset", "start=l(0); stop=l(3); step=l(1); output_types=[tf.int64]; output_shapes=[[]]"},
    {"BatchDatasetV2",
     "input_dataset=dataset(); batch_size=l(2); drop_remainder=tf.constant(False); output_types=[tf.int64]; "
     "output_shapes=[[None]]"},
    {"PaddedBatchDatasetV2",
     "input_dataset=dataset(); batch_size=l(2); padded_shapes=[L()]; padding_values=[l(0)]; "
     "drop_remainder=tf.constant(False); output_shapes=[[None]]"},
    {"RepeatDataset", "input_dataset=dataset(); count=l(2); output_types=[tf.int64]; output_shapes=[[]]"},
    {"SkipDataset", "input_dataset=dataset(); count=l(2); output_types=[tf.int64]; output_shapes=[[]]"},
    {"TakeDataset", "input_dataset=dataset(); count=l(2); output_types=[tf.int64]; output_shapes=[[]]"},
    {"ShardDataset",
     "input_dataset=dataset(); num_shards=l(2); index=l(0); output_types=[tf.int64]; output_shapes=[[]]"},
    {"PrefetchDataset", "input_dataset=dataset(); buffer_size=l(2); output_types=[tf.int64]; output_shapes=[[]]"},
    {"WindowDataset",
     "input_dataset=dataset(); size=l(2); shift=l(1); stride=l(1); drop_remainder=tf.constant(False); "
     "output_types=[tf.variant]; output_shapes=[[]]"},
    {"ConcatenateDataset",
     "input_dataset=dataset(); another_dataset=dataset(); output_types=[tf.int64]; output_shapes=[[]]"},
    {"ZipDataset", "input_datasets=[dataset(), dataset()]; output_types=[tf.int64, tf.int64]; output_shapes=[[], []]"},
    {"CacheDataset", "input_dataset=dataset(); filename=s(''); output_types=[tf.int64]; output_shapes=[[]]"},
    {"TFRecordDataset", "filenames=S('nowhere'); compression_type=s(''); buffer_size=l(0)"},
    {"TextLineDataset", "filenames=S('nowhere'); compression_type=s(''); buffer_size=l(0)"},
    {"FixedLengthRecordDatasetV2",
     "filenames=S('nowhere'); header_bytes=l(0); record_bytes=l(2); footer_bytes=l(0); buffer_size=l(0); "
     "compression_type=s('')"},
    {"AssertNextDataset",
     "input_dataset=dataset(); transformations=S('Map'); output_types=[tf.int64]; output_shapes=[[]]"},
    {"DatasetCardinality", "input_dataset=dataset()"},
    {"DatasetToSingleElement", "dataset=dataset(); output_types=[tf.int64]; output_shapes=[[]]"},
    {"UncompressElement", "compressed=compressed(); output_types=[tf.int64]; output_shapes=[[2]]"},
    {"OptionalGetValue", "optional=optional(); output_types=[tf.int64]; output_shapes=[[2]]"},
    {"OptionalHasValue", "optional=optional()"},
    {"IteratorGetNext", "iterator=iterator(); output_types=[tf.int64]; output_shapes=[[]]"},
    {"IteratorGetNextAsOptional", "iterator=iterator(); output_types=[tf.int64]; output_shapes=[[]]"},
    {"WriteSummary", "writer=writer(); step=l(1); tensor=F(1); tag=s('a'); summary_metadata=s('')"},
    {"WriteScalarSummary", "writer=writer(); step=l(1); tag=s('a'); value=f(1.0)"},
    {"WriteHistogramSummary", "writer=writer(); step=l(1); tag=s('a'); values=F(3)"},
    {"WriteImageSummary", "writer=writer(); step=l(1); tag=s('a'); tensor=U8(1, 2, 2, 3); bad_color=U8(4)"},
    {"WriteAudioSummary", "writer=writer(); step=l(1); tag=s('a'); tensor=F(1, 4); sample_rate=f(8000.0)"},
    {"WriteGraphSummary", "writer=writer(); step=l(1); tensor=s('')"},
    {"WriteRawProtoSummary", "writer=writer(); step=l(1); tensor=s('')"},
};

}  // namespace

RawCalls dataset_calls() {
  return {"datasets", setup, calls};
}

}  // namespace tfh::testsuites::raw_ops
