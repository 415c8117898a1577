// What surrounds the framework: memory that arrays share with tensors, paths and file systems, how it was built.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
import pathlib

def written(name, content="a\nb\n"):
    path = pathlib.Path(scratch) / name
    path.write_text(content)
    return path

def in_memory(look):
    with tf.io.gfile.GFile("ram://folder/file", "w") as file:
        file.write("content")
    return look()

def zeros(offset, dtype, size=400):  # `offset` bytes after a multiple of 64
    raw = np.zeros(size * np.dtype(dtype).itemsize + 128, np.uint8)
    start = -raw.ctypes.data % 64 + offset
    return raw[start:start + size * np.dtype(dtype).itemsize].view(dtype)

def changed(make, array):  # the last element of what is made of an array, after the array has become another one
    made = make(array)
    array[...] = 5
    return made[-1]

def first(dataset):
    return next(iter(dataset))

)";

constexpr Use memory[] = {
    {"NAME: aligned array that changes", "changed(NAME, zeros(0, np.float32))"},
    {"NAME: array that changes", "changed(NAME, zeros(8, np.float32))"},
    {"NAME: aligned array of float64 that changes", "changed(NAME, zeros(0, np.float64))"},
    {"NAME: short array that changes", "changed(NAME, zeros(0, np.float32, 3))"},
};

constexpr Name takers[] = {
    {"tf.constant"}, {"tf.convert_to_tensor"}, {"tf.identity"}, {"tf.Variable"}, {"tf.experimental.numpy.asarray"},
};

constexpr Use others_in_memory[] = {
    {"tf.function: aligned array that changes", "changed(tf.function(lambda x: x + 0), zeros(0, np.float32))"},
    {"tf.function: aligned array that is returned changes", "changed(tf.function(lambda x: x), zeros(0, np.float32))"},
    {"tf.data.Dataset.from_tensors: array that changes",
     "changed(lambda x: [tf.data.Dataset.from_tensors(x)], zeros(0, np.float32)).reduce(0.0, lambda s, x: s + x[0])"},
    {"tf.Tensor.numpy: may be written to", "tf.zeros([3]).numpy().flags.writeable"},
    {"tf.Tensor.numpy: owns its data", "tf.zeros([3]).numpy().flags.owndata"},
    {"tf.Variable.numpy: may be written to", "tf.Variable([1.0]).numpy().flags.writeable"},
    {"tf.Variable.numpy: after an assignment",
     "(lambda v: (lambda a: [v.assign_add([1.0]) is None, a][1])(v.numpy()))(tf.Variable([1.0]))"},
};

constexpr Use paths[] = {
    {"tf.data.TextLineDataset: path", "list(tf.data.TextLineDataset(written('lines')))"},
    {"tf.data.TextLineDataset: list of paths", "list(tf.data.TextLineDataset([written('lines'), written('more')]))"},
    {"tf.data.TFRecordDataset: path", "list(tf.data.TFRecordDataset(written('records', '')))"},
    {"tf.data.FixedLengthRecordDataset: path", "list(tf.data.FixedLengthRecordDataset(written('fixed'), 2))"},
    {"tf.data.experimental.CsvDataset: path", "list(tf.data.experimental.CsvDataset(written('csv'), [tf.string]))"},
    {"tf.data.Dataset.list_files: path", "first(tf.data.Dataset.list_files(written('listed')))"},
    {"tf.io.read_file: path", "tf.io.read_file(written('read'))"},
    {"tf.io.write_file: path", "tf.io.write_file(pathlib.Path(scratch) / 'w', 'a')"},
    {"tf.io.matching_files: path", "tf.io.matching_files(written('matched'))"},
    {"tf.io.TFRecordWriter: path", "type(tf.io.TFRecordWriter(pathlib.Path(scratch) / 'r')).__name__"},
    {"tf.io.gfile.exists: path", "tf.io.gfile.exists(written('there'))"},
    {"tf.io.gfile.glob: path", "len(tf.io.gfile.glob(written('globbed')))"},
    {"tf.io.gfile.glob: list of paths", "len(tf.io.gfile.glob([written('globbed'), written('more')]))"},
    {"tf.io.gfile.listdir: path", "type(tf.io.gfile.listdir(pathlib.Path(scratch))).__name__"},
    {"tf.io.gfile.GFile: path", "tf.io.gfile.GFile(written('opened')).read()"},
    {"tf.io.gfile.join: path", "tf.io.gfile.join(pathlib.Path('a'), 'b')"},
    {"tf.train.Checkpoint.save: path",
     "len(tf.train.Checkpoint(x=tf.Variable(1.0)).save(pathlib.Path(scratch) / 'saved')) > 0"},
    {"tf.train.latest_checkpoint: path", "tf.train.latest_checkpoint(pathlib.Path(scratch) / 'empty')"},
    {"tf.saved_model.save: path", "tf.saved_model.save(tf.Module(), pathlib.Path(scratch) / 'model')"},
    {"tf.saved_model.contains_saved_model: path", "tf.saved_model.contains_saved_model(pathlib.Path(scratch))"},
    {"tf.summary.create_file_writer: path",
     "type(tf.summary.create_file_writer(pathlib.Path(scratch) / 'log')).__name__"},
    {"tf.io.gfile.exists: hdfs", "tf.io.gfile.exists('hdfs://host/file')"},
    {"tf.io.gfile.exists: unknown scheme", "tf.io.gfile.exists('nothing://file')"},
    {"tf.io.gfile.GFile: unknown scheme", "tf.io.gfile.GFile('nothing://file').read()"},
    {"tf.io.gfile.listdir: in memory", "in_memory(lambda: tf.io.gfile.listdir('ram://folder'))"},
    {"tf.io.gfile.glob: in memory", "in_memory(lambda: tf.io.gfile.glob('ram://folder/*'))"},
    {"tf.io.gfile.exists: folder in memory", "in_memory(lambda: tf.io.gfile.isdir('ram://folder'))"},
    {"tf.io.gfile.stat: in memory", "in_memory(lambda: tf.io.gfile.stat('ram://folder/file').length)"},
    {"tf.io.gfile.remove: nothing in memory", "tf.io.gfile.remove('ram://folder/nothing')"},
    {"tf.io.gfile.walk: in memory", "in_memory(lambda: list(tf.io.gfile.walk('ram://folder')))"},
};

constexpr Use protos[] = {
    {"tf.make_ndarray: NAME", "tf.make_ndarray(tf.make_tensor_proto(np.ones([2]), tf.NAME))"},
    {"tf.make_tensor_proto: one NAME of a shape", "tf.make_ndarray(tf.make_tensor_proto(1, tf.NAME, [2]))"},
};

constexpr Name dtypes[] = {
    {"float16"}, {"bfloat16"}, {"float64"}, {"int8"},      {"uint8"}, {"int16"},  {"uint16"},     {"uint32"},
    {"uint64"},  {"int64"},    {"bool"},    {"complex64"}, {"qint8"}, {"quint8"}, {"complex128"}, {"float8_e5m2"},
};

constexpr Use build[] = {
    {"tf.make_ndarray: text", "tf.make_ndarray(tf.make_tensor_proto([b'a', 'b']))"},
    {"tf.make_ndarray: large", "tf.make_ndarray(tf.make_tensor_proto(np.zeros([70000], np.float32))).shape"},
    {"tf.sysconfig.get_compile_flags: but folders", "[f for f in tf.sysconfig.get_compile_flags() if f[:2] != '-I']"},
    {"tf.sysconfig.get_link_flags: but folders", "[f for f in tf.sysconfig.get_link_flags() if f[:2] != '-L']"},
    {"tf.sysconfig.get_build_info: names", "sorted(tf.sysconfig.get_build_info())"},
    {"tf.sysconfig.CXX11_ABI_FLAG: value", "tf.sysconfig.CXX11_ABI_FLAG"},
    {"tf.sysconfig.CXX_VERSION: value", "tf.sysconfig.CXX_VERSION"},
    {"tf.sysconfig.MONOLITHIC_BUILD: value", "tf.sysconfig.MONOLITHIC_BUILD"},
    {"tf.version.COMPILER_VERSION: value", "tf.version.COMPILER_VERSION"},
    {"tf.version.GRAPH_DEF_VERSION_MIN_PRODUCER: value", "tf.version.GRAPH_DEF_VERSION_MIN_PRODUCER"},
    {"tf.version.GRAPH_DEF_VERSION_MIN_CONSUMER: value", "tf.version.GRAPH_DEF_VERSION_MIN_CONSUMER"},
    {"tf.data.experimental.AutoShardPolicy: numbers",
     "[[p.name, p.value] for p in tf.data.experimental.AutoShardPolicy]"},
};

}  // namespace

std::vector<Check> platform_checks() {
  return {
      check_of({.name = "shared_memory",
                .module = "tf.constant",
                .setup = setup,
                .blocks = {{memory, takers}, {others_in_memory}}}),
      check_of({.name = "paths", .module = "tf.io.gfile", .setup = setup, .blocks = {{paths}}}),
      check_of({.name = "tensor_protos", .module = "tf.make_ndarray", .blocks = {{protos, dtypes}}}),
      check_of({.name = "build", .module = "tf.sysconfig", .blocks = {{build}}, .policy = Policy::not_covered}),
  };
}

}  // namespace tfh::testsuites::modules
