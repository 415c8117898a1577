// Text, parsers, files.
#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites::raw_ops {
namespace {

constexpr RawCall calls[] = {
    {"AsString", "input=F(2); precision=2; width=5; fill='0'"},
    {"DecodeBase64", "input=s('YWI')"},
    {"DecodeCompressed", "bytes=s('ab'); compression_type='ZLIB'"},
    {"DecodeCSV",
     "records=S('1,2', '3,4'); record_defaults=[F(1), F(1)]; field_delim=','; na_value=''; select_cols=[]"},
    {"DecodePaddedRaw", "input_bytes=S('abcd', 'efgh'); fixed_length=i(4); out_type=tf.int16"},
    {"DecodeRaw", "bytes=S('abcd', 'efgh'); out_type=tf.int16"},
    {"DecodeProtoV2",
     "bytes=S('a'); message_type='tensorflow.Example'; field_names=['features']; output_types=[tf.string]"},
    {"EncodeProto", "sizes=I2([1]); values=[S2(['a'])]; field_names=['features']; message_type='tensorflow.Example'"},
    {"EncodeBase64", "input=s('ab')"},
    {"ParseExample",
     "serialized=S(''); names=S('a'); sparse_keys=[s('a')]; dense_keys=[s('b')]; dense_defaults=[F(1)]; "
     "sparse_types=[tf.float32]; dense_shapes=[[1]]"},
    {"ParseExampleV2",
     "serialized=S(''); names=S('a'); sparse_keys=S('a'); dense_keys=S('b'); ragged_keys=S('c'); "
     "dense_defaults=[F(1)]; num_sparse=1; sparse_types=[tf.float32]; ragged_value_types=[tf.float32]; "
     "ragged_split_types=[tf.int64]; dense_shapes=[[1]]"},
    {"ParseSingleExample",
     "serialized=s(''); dense_defaults=[F(1)]; num_sparse=1; sparse_keys=['a']; dense_keys=['b']; "
     "sparse_types=[tf.float32]; dense_shapes=[[1]]"},
    {"ParseTensor", "serialized=tf.io.serialize_tensor(F(2)); out_type=tf.float32"},
    {"ReduceJoin", "inputs=S('a', 'b'); reduction_indices=I(0)"},
    {"RegexFullMatch", "input=S('a', 'b'); pattern=s('a.*')"},
    {"RegexReplace", "input=S('a', 'b'); pattern=s('a'); rewrite=s('c')"},
    {"ShardedFilename", "basename=s('a'); shard=i(1); num_shards=i(2)"},
    {"ShardedFilespec", "basename=s('a'); num_shards=i(2)"},
    {"StringFormat", "inputs=[F(2)]; template='a %s'; placeholder='%s'; summarize=3"},
    {"StringJoin", "inputs=[S('a', 'b'), S('c', 'd')]; separator=','"},
    {"StringLength", "input=S('a', 'bc'); unit='BYTE'"},
    {"StringSplit", "input=S('a b', 'c'); delimiter=s(' ')"},
    {"StringSplitV2", "input=S('a b', 'c'); sep=s(' '); maxsplit=-1"},
    {"StringToHashBucketFast", "input=S('a', 'b'); num_buckets=10"},
    {"StringToHashBucketStrong", "input=S('a', 'b'); num_buckets=10; key=[1, 2]"},
    {"StringToHashBucket", "string_tensor=S('a', 'b'); num_buckets=10"},
    {"StringToNumber", "string_tensor=S('1', '2')"},
    {"Substr", "input=S('abc', 'de'); pos=i(0); len=i(1)"},
    {"UnicodeDecode", "input=S('a', 'b'); input_encoding='UTF-8'; replacement_char=65533"},
    {"UnicodeDecodeWithOffsets", "input=S('a', 'b'); input_encoding='UTF-8'; replacement_char=65533"},
    {"UnicodeTranscode",
     "input=S('a', 'b'); input_encoding='UTF-8'; output_encoding='UTF-16-BE'; replacement_char=65533"},
    {"MatchingFiles", "pattern=S('nowhere*')"},
    {"MergeV2Checkpoints", "checkpoint_prefixes=S(scratch + '/a'); destination_prefix=s(scratch + '/b')"},
    {"ReadFile", "filename=s(scratch + '/nothing')"},
    {"RestoreV2", "prefix=s(scratch + '/nothing'); tensor_names=S('a'); shape_and_slices=S(''); dtypes=[tf.float32]"},
    {"Restore", "file_pattern=s(scratch + '/nothing'); tensor_name=s('a'); dt=tf.float32; preferred_shard=-1"},
    {"RestoreSlice",
     "file_pattern=s(scratch + '/nothing'); tensor_name=s('a'); shape_and_slice=s(''); dt=tf.float32; "
     "preferred_shard=-1"},
    {"Save", "filename=s(scratch + '/saved'); tensor_names=S('a'); data=[F(1)]"},
    {"SaveSlices", "filename=s(scratch + '/sliced'); tensor_names=S('a'); shapes_and_slices=S(''); data=[F(1)]"},
    {"SaveV2", "prefix=s(scratch + '/second'); tensor_names=S('a'); shape_and_slices=S(''); tensors=[F(1)]"},
    {"LoadAndRemapMatrix",
     "ckpt_path=s(scratch + '/nothing'); old_tensor_name=s('a'); row_remapping=L(0, 1); col_remapping=L(0, 1); "
     "initializing_values=F(0); num_rows=2; num_cols=2"},
    {"WriteFile", "filename=s(scratch + '/written'); contents=s('a')"},
    {"Print", "input=F(2); data=[F(2)]; message='printed'; first_n=-1; summarize=3"},
    {"PrintV2", "input=s('printed'); output_stream='stderr'; end=''"},
    {"PyFunc", "input=[F(1)]; token='nothing'; Tout=[tf.float32]"},
    {"EagerPyFunc", "input=[F(1)]; token='nothing'; Tout=[tf.float32]"},
};

}  // namespace

RawCalls text_calls() {
  return {"text", "", calls};
}

}  // namespace tfh::testsuites::raw_ops
