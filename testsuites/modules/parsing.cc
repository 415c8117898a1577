// tf.io's parsers, serialized tensors, records, compressed and plain files.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
def feature(**values):
    return tf.train.Feature(**values)

ints = feature(int64_list=tf.train.Int64List(value=[1, 2]))
reals = feature(float_list=tf.train.FloatList(value=[0.5]))
text = feature(bytes_list=tf.train.BytesList(value=[b"a", b"b"]))
example = tf.train.Example(features=tf.train.Features(feature={"i": ints, "f": reals, "t": text})).SerializeToString()
sequence = tf.train.SequenceExample(
    context=tf.train.Features(feature={"i": ints}),
    feature_lists=tf.train.FeatureLists(feature_list={"s": tf.train.FeatureList(feature=[ints, ints])})).SerializeToString()
sparse = tf.SparseTensor([[0, 1]], [5], [2, 3])
io = tf.io

)";

constexpr Use parsers[] = {
    {"tf.io.parse_example: fixed", "io.parse_example([example], {'i': io.FixedLenFeature([2], tf.int64)})"},
    {"tf.io.parse_example: fixed of a scalar", "io.parse_example(example, {'i': io.FixedLenFeature([2], tf.int64)})"},
    {"tf.io.parse_example: variable", "io.parse_example([example, b''], {'i': io.VarLenFeature(tf.int64)})"},
    {"tf.io.parse_example: sequence",
     "io.parse_example([example], {'i': io.FixedLenSequenceFeature([], tf.int64, allow_missing=True)})"},
    {"tf.io.parse_example: ragged", "io.parse_example([example, b''], {'i': io.RaggedFeature(tf.int64)})"},
    {"tf.io.parse_example: ragged partitions",
     "io.parse_example([example], {'x': io.RaggedFeature(tf.int64, value_key='i', "
     "partitions=[io.RaggedFeature.UniformRowLength(2)])})"},
    {"tf.io.parse_example: sparse", "io.parse_example([example], {'x': io.SparseFeature('i', 'f', tf.float32, 9)})"},
    {"tf.io.parse_example: missing", "io.parse_example([example], {'z': io.FixedLenFeature([], tf.int64)})"},
    {"tf.io.parse_example: default", "io.parse_example([example], {'z': io.FixedLenFeature([2], tf.int64, [7, 8])})"},
    {"tf.io.parse_example: default of wrong shape",
     "io.parse_example([example], {'z': io.FixedLenFeature([2], tf.int64, [7, 8, 9])})"},
    {"tf.io.parse_example: int32", "io.parse_example([example], {'i': io.FixedLenFeature([2], tf.int32)})"},
    {"tf.io.parse_example: unknown shape", "io.parse_example([example], {'i': io.FixedLenFeature([None], tf.int64)})"},
    {"tf.io.parse_example: nothing", "io.parse_example([example], {})"},
    {"tf.io.parse_example: no examples",
     "io.parse_example(tf.constant([], tf.string), {'i': io.VarLenFeature(tf.int64)})"},
    {"tf.io.parse_example: names",
     "io.parse_example([b'x'], {'i': io.FixedLenFeature([], tf.int64)}, example_names=['first'])"},
    {"tf.io.parse_single_example: text", "io.parse_single_example(example, {'t': io.FixedLenFeature([2], tf.string)})"},
    {"tf.io.parse_single_example: vector", "io.parse_single_example([example], {'t': io.VarLenFeature(tf.string)})"},
    {"tf.io.parse_sequence_example: plain",
     "io.parse_sequence_example([sequence], {'i': io.VarLenFeature(tf.int64)}, {'s': io.VarLenFeature(tf.int64)})"},
    {"tf.io.parse_sequence_example: fixed",
     "io.parse_sequence_example([sequence], sequence_features={'s': io.FixedLenSequenceFeature([2], tf.int64)})"},
    {"tf.io.parse_sequence_example: ragged",
     "io.parse_sequence_example([sequence], sequence_features={'s': io.RaggedFeature(tf.int64)})"},
    {"tf.io.parse_sequence_example: missing",
     "io.parse_sequence_example([sequence], sequence_features={'z': io.FixedLenSequenceFeature([], tf.int64)})"},
    {"tf.io.parse_single_sequence_example: plain",
     "io.parse_single_sequence_example(sequence, sequence_features={'s': io.FixedLenSequenceFeature([2], "
     "tf.int64)})"},
    {"tf.io.parse_single_sequence_example: nothing", "io.parse_single_sequence_example(sequence)"},
    {"tf.io.decode_csv: plain", "io.decode_csv(['1,a,0.5'], [[0], [''], [0.0]])"},
    {"tf.io.decode_csv: default", "io.decode_csv([',,'], [[7], ['x'], [1.5]])"},
    {"tf.io.decode_csv: required", "io.decode_csv([','], [tf.constant([], tf.int32), ['x']])"},
    {"tf.io.decode_csv: quotes", "io.decode_csv(['\"a,b\",c'], [[''], ['']])"},
    {"tf.io.decode_csv: broken quotes", "io.decode_csv(['a\"b,c'], [[''], ['']])"},
    {"tf.io.decode_csv: too few", "io.decode_csv(['1'], [[0], [0]])"},
    {"tf.io.decode_csv: not a number", "io.decode_csv(['x'], [[0]])"},
    {"tf.io.decode_csv: na_value", "io.decode_csv(['NA'], [[5]], na_value='NA')"},
    {"tf.io.decode_csv: select_cols", "io.decode_csv(['1,2,3'], [[0], [0]], select_cols=[0, 2])"},
    {"tf.io.decode_csv: select_cols falling", "io.decode_csv(['1,2,3'], [[0], [0]], select_cols=[2, 0])"},
    {"tf.io.decode_csv: delimiter", "io.decode_csv(['1|2'], [[0], [0]], field_delim='|')"},
    {"tf.io.decode_csv: long delimiter", "io.decode_csv(['1||2'], [[0], [0]], field_delim='||')"},
    {"tf.io.decode_csv: empty default", "io.decode_csv(['1'], [tf.zeros([0, 3], tf.int32)])"},
    {"tf.io.decode_csv: scalar default", "io.decode_csv(['1'], [0])"},
    {"tf.io.decode_csv: bool default", "io.decode_csv(['1'], [[True]])"},
    {"tf.io.decode_json_example: plain",
     "io.decode_json_example('{\"features\": {\"feature\": {\"a\": {\"int64List\": {\"value\": [1]}}}}}')"},
    {"tf.io.decode_json_example: nonsense", "io.decode_json_example('nonsense')"},
    {"tf.io.decode_raw: little", "io.decode_raw([b'\\x01\\x00'], tf.int16)"},
    {"tf.io.decode_raw: big", "io.decode_raw([b'\\x01\\x00'], tf.int16, little_endian=False)"},
    {"tf.io.decode_raw: length", "io.decode_raw([b'abc'], tf.int16)"},
    {"tf.io.decode_raw: unlike lengths", "io.decode_raw([b'a', b'bc'], tf.uint8)"},
    {"tf.io.decode_raw: fixed", "io.decode_raw([b'a', b'bc'], tf.uint8, fixed_length=3)"},
    {"tf.io.decode_raw: bool", "io.decode_raw([b'\\x01'], tf.bool)"},
    {"tf.io.decode_raw: bfloat16", "io.decode_raw([b'\\x80\\x3f'], tf.bfloat16)"},
    {"tf.io.decode_raw: complex", "io.decode_raw([b'\\0' * 8], tf.complex64)"},
    {"tf.io.decode_compressed: gzip", "io.decode_compressed([__import__('gzip').compress(b'abc')], 'GZIP')"},
    {"tf.io.decode_compressed: zlib", "io.decode_compressed([__import__('zlib').compress(b'abc')], 'ZLIB')"},
    {"tf.io.decode_compressed: none", "io.decode_compressed([b'abc'])"},
    {"tf.io.decode_compressed: nonsense", "io.decode_compressed([b'abc'], 'GZIP')"},
    {"tf.io.decode_compressed: unknown type", "io.decode_compressed([b'abc'], 'nonsense')"},
    {"tf.io.decode_base64: plain", "io.decode_base64('YWI')"},
    {"tf.io.decode_base64: padded", "io.decode_base64('YWI=')"},
    {"tf.io.decode_base64: wrong", "io.decode_base64('+/')"},
    {"tf.io.encode_base64: plain", "io.encode_base64('ab')"},
    {"tf.io.encode_base64: pad", "io.encode_base64('ab', pad=True)"},
    {"tf.io.decode_proto: unknown message", "io.decode_proto([b''], 'nonsense.Message', ['a'], [tf.int32])"},
    {"tf.io.decode_proto: example", "io.decode_proto([example], 'tensorflow.Example', [], [])"},
    {"tf.io.encode_proto: unknown message", "io.encode_proto([[1]], [[1]], ['a'], 'nonsense.Message')"},
    {"tf.io.serialize_sparse: plain", "io.serialize_sparse(sparse).shape.as_list()"},
    {"tf.io.serialize_sparse: not sparse", "io.serialize_sparse(tf.constant([1]))"},
    {"tf.io.serialize_many_sparse: plain", "io.serialize_many_sparse(sparse).shape.as_list()"},
    {"tf.io.deserialize_many_sparse: round trip",
     "io.deserialize_many_sparse(io.serialize_many_sparse(sparse), tf.int32)"},
    {"tf.io.deserialize_many_sparse: wrong dtype",
     "io.deserialize_many_sparse(io.serialize_many_sparse(sparse), tf.float32)"},
    {"tf.io.deserialize_many_sparse: nonsense", "io.deserialize_many_sparse([['a', 'b', 'c']], tf.int32)"},
    {"tf.io.parse_tensor: bfloat16",
     "io.parse_tensor(io.serialize_tensor(tf.constant([1.5], tf.bfloat16)), tf.bfloat16).dtype.name"},
    {"tf.io.parse_tensor: variant", "io.parse_tensor(b'\\x08\\x15', tf.variant)"},
    {"tf.io.parse_tensor: empty", "io.parse_tensor('', tf.int32)"},
    {"tf.io.parse_tensor: vector", "io.parse_tensor(['a'], tf.int32)"},
    {"tf.io.serialize_tensor: ragged", "io.serialize_tensor(tf.ragged.constant([[1]]))"},
    {"tf.io.serialize_tensor: int4", "io.serialize_tensor(tf.cast([1], tf.int4))"},
    {"tf.io.serialize_tensor: bool", "io.serialize_tensor([True])"},
    {"tf.io.FixedLenFeature: repr", "repr(io.FixedLenFeature([2], tf.int64))"},
    {"tf.io.RaggedFeature: repr", "repr(io.RaggedFeature(tf.int64))"},
    {"tf.io.RaggedFeature: bad partition", "io.RaggedFeature(tf.int64, partitions=[3])"},
    {"tf.make_tensor_proto: plain", "str(tf.make_tensor_proto([1, 2]))"},
    {"tf.make_tensor_proto: text", "str(tf.make_tensor_proto('a'))"},
    {"tf.make_tensor_proto: floats", "str(tf.make_tensor_proto([0.5, 0.5, 0.5]))"},
    {"tf.make_tensor_proto: shape", "str(tf.make_tensor_proto(1, shape=[3]))"},
    {"tf.make_tensor_proto: None", "tf.make_tensor_proto(None)"},
    {"tf.make_ndarray: round trip", "tf.make_ndarray(tf.make_tensor_proto([1.5, 2.5]))"},
    {"tf.make_ndarray: bfloat16", "str(tf.make_ndarray(tf.make_tensor_proto(tf.constant([1.5], tf.bfloat16))).dtype)"},
    {"tf.train.Example: text", "sorted(tf.train.Example.FromString(example).features.feature)"},
    {"tf.train.Example: json size", "len(example)"},
    {"tf.train.Example: wrong type", "feature(int64_list=tf.train.Int64List(value=[1.5]))"},
    {"tf.train.Example: text value", "feature(bytes_list=tf.train.BytesList(value=['a']))"},
    {"tf.train.Example: numpy", "list(tf.train.Int64List(value=np.array([1, 2])).value)"},
};

constexpr Use files[] = {
    {"tf.io.TFRecordWriter: write", "tf.io.TFRecordWriter(scratch + '/r').write(b'a')"},
    {"tf.io.TFRecordWriter: text", "tf.io.TFRecordWriter(scratch + '/r').write('a')"},
    {"tf.io.TFRecordWriter: closed", "(lambda w: w.close() or w.write(b'a'))(tf.io.TFRecordWriter(scratch + '/r'))"},
    {"tf.io.TFRecordWriter: no folder", "tf.io.TFRecordWriter(scratch + '/nothing/r')"},
    {"tf.io.TFRecordWriter: unknown option", "tf.io.TFRecordWriter(scratch + '/r', 'nonsense')"},
    {"tf.io.TFRecordOptions: plain", "tf.io.TFRecordOptions('GZIP').compression_type"},
    {"tf.io.TFRecordOptions: unknown", "tf.io.TFRecordOptions('nonsense').compression_type"},
    {"tf.io.TFRecordOptions: level", "tf.io.TFRecordOptions('ZLIB', compression_level=9).compression_level"},
    {"tf.io.gfile.GFile: name", "tf.io.gfile.GFile('n', 'r').name"},
    {"tf.io.gfile.GFile: mode", "tf.io.gfile.GFile('n', 'rb').mode"},
    {"tf.io.gfile.GFile: seek", "tf.io.gfile.GFile(__file__ if False else scratch + '/x', 'w').write('abc')"},
    {"tf.io.gfile.GFile: readline", "tf.io.gfile.GFile(scratch + '/nothing', 'r').readline()"},
    {"tf.io.gfile.GFile: number", "tf.io.gfile.GFile(scratch + '/y', 'w').write(3)"},
    {"tf.io.gfile.glob: list", "tf.io.gfile.glob([scratch + '/none*'])"},
    {"tf.io.gfile.glob: text", "tf.io.gfile.glob(scratch + '/none*')"},
    {"tf.io.gfile.rename: nothing", "tf.io.gfile.rename(scratch + '/nothing', scratch + '/other')"},
    {"tf.io.gfile.rmtree: nothing", "tf.io.gfile.rmtree(scratch + '/nothing')"},
    {"tf.io.gfile.isdir: nothing", "tf.io.gfile.isdir(scratch + '/nothing')"},
    {"tf.io.gfile.isdir: empty", "tf.io.gfile.isdir('')"},
    {"tf.io.gfile.exists: None", "tf.io.gfile.exists(None)"},
    {"tf.io.gfile.exists: bytes", "tf.io.gfile.exists(b'/')"},
    {"tf.io.gfile.exists: path", "tf.io.gfile.exists(__import__('pathlib').Path('/'))"},
    {"tf.io.gfile.exists: ram", "tf.io.gfile.exists('ram://x')"},
    {"tf.io.gfile.listdir: nothing", "tf.io.gfile.listdir(scratch + '/nothing')"},
    {"tf.io.gfile.stat: nothing", "tf.io.gfile.stat(scratch + '/nothing')"},
    {"tf.io.gfile.stat: folder", "tf.io.gfile.stat(scratch).is_directory"},
    {"tf.io.gfile.makedirs: twice", "tf.io.gfile.makedirs(scratch + '/d') or tf.io.gfile.makedirs(scratch + '/d')"},
    {"tf.io.gfile.makedirs: empty", "tf.io.gfile.makedirs('')"},
    {"tf.io.gfile.join: absolute", "tf.io.gfile.join('a', '/b')"},
    {"tf.io.gfile.join: scheme", "tf.io.gfile.join('gs://a', 'b')"},
    {"tf.io.gfile.join: path", "tf.io.gfile.join(__import__('pathlib').Path('a'), 'b')"},
    {"tf.io.gfile.get_registered_schemes: schemes", "sorted(tf.io.gfile.get_registered_schemes())"},
    {"tf.io.match_filenames_once: plain", "type(tf.io.match_filenames_once(scratch + '/*')).__name__"},
    {"tf.io.matching_files: bad pattern", "tf.io.matching_files(scratch + '/[')"},
    {"tf.io.matching_files: nothing", "tf.io.matching_files(scratch + '/none*')"},
    {"tf.io.write_graph: plain", "tf.io.write_graph(tf.Graph(), scratch, 'g.pbtxt').endswith('g.pbtxt')"},
    {"tf.io.write_file: folder", "tf.io.write_file(scratch, 'a')"},
    {"tf.io.write_file: number", "tf.io.write_file(scratch + '/w', 3)"},
};

// As a proto, and as bytes: what each dtype becomes, and whether it comes back.
constexpr Use of_each_dtype[] = {
    {"tf.io.serialize_tensor: NAME", "tf.io.serialize_tensor(tf.cast([1, 0, 1], tf.NAME))"},
    {"tf.io.serialize_tensor: nothing of NAME", "tf.io.serialize_tensor(tf.cast([], tf.NAME))"},
    {"tf.io.parse_tensor: NAME", "io.parse_tensor(io.serialize_tensor(tf.cast([1, 0, 1], tf.NAME)), tf.NAME)"},
    {"tf.io.decode_raw: NAME", "tf.io.decode_raw(b'\\x01\\0\\0\\0\\0\\0\\0\\0' * 2, tf.NAME)"},
    {"tf.io.decode_raw: cut, NAME", "tf.io.decode_raw(b'\\x01\\0\\0', tf.NAME)"},
    {"tf.io.decode_raw: big-endian, NAME", "tf.io.decode_raw(b'\\0' * 15 + b'\\x01', tf.NAME, little_endian=False)"},
    {"tf.make_tensor_proto: NAME", "tf.make_ndarray(tf.make_tensor_proto(tf.cast([1, 0], tf.NAME)))"},
    {"tf.make_tensor_proto: ones of NAME",
     "len(tf.make_tensor_proto(np.ones([4], tf.NAME.as_numpy_dtype)).SerializeToString())"},
    {"tf.strings.as_string: NAME", "tf.strings.as_string(tf.cast([1, 0], tf.NAME))"},
    {"tf.strings.to_number: NAME", "tf.strings.to_number(['1', ' 2 ', '-3'], tf.NAME)"},
    {"tf.strings.to_number: NAME of a fraction", "tf.strings.to_number('1.5', tf.NAME)"},
    {"tf.io.decode_csv: NAME", "tf.io.decode_csv(['1', ''], [tf.cast([0], tf.NAME)])"},
    {"tf.io.FixedLenFeature: NAME", "io.parse_single_example(example, {'i': io.FixedLenFeature([2], tf.NAME)})"},
};
constexpr Name dtypes[] = {
    "float16", "bfloat16", "float32", "float64",   "int8",       "int16", "int32", "int64",  "uint8",
    "uint16",  "uint32",   "uint64",  "complex64", "complex128", "bool",  "qint8", "quint8", "qint32",
};

}  // namespace

std::vector<Check> parsing_checks() {
  return {check_of({.name = "parsing", .module = "tf.io", .setup = setup, .blocks = {{parsers}}}),
          check_of({.name = "encoded_dtypes", .module = "tf.io", .setup = setup, .blocks = {{of_each_dtype, dtypes}}}),
          check_of({.name = "files", .module = "tf.io.gfile", .blocks = {{files}}})};
}

}  // namespace tfh::testsuites::modules
