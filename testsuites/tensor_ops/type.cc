// The framework's own small values: dtypes, shapes, specs, and how tensors meet NumPy and Python.
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

constexpr const char* dtype_source = R"py(
names = ['float16', 'bfloat16', 'float32', 'float64', 'int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32',
         'uint64', 'complex64', 'complex128', 'bool', 'string', 'qint8', 'quint8', 'qint32', 'resource', 'variant']
for name in names:
    dtype = tf.as_dtype(name)
    attempt(name + '/limits', lambda: dtype.limits)
    attempt(name + '/min', lambda: dtype.min)
    attempt(name + '/max', lambda: dtype.max)
    attempt(name + '/numpy', lambda: np.dtype(dtype.as_numpy_dtype).name)
    observe(name + '/traits', [dtype.size, dtype.is_floating, dtype.is_integer, dtype.is_unsigned, dtype.is_complex,
                               dtype.is_quantized, dtype.is_bool, dtype.is_numpy_compatible, dtype.as_datatype_enum])
    observe(name + '/repr', repr(dtype), kind='text')
attempt('float8_e5m2', lambda: tf.dtypes.experimental.float8_e5m2)
attempt('int4', lambda: tf.dtypes.experimental.int4)
attempt('equal to text', lambda: tf.float32 == 'float32')
attempt('equal to numpy', lambda: tf.float32 == np.float32)
attempt('unequal to nonsense', lambda: tf.float32 == 'nonsense')
attempt('from python', lambda: [tf.as_dtype(t) for t in (int, float, bool, str, bytes, complex)])
attempt('from object', lambda: tf.as_dtype(object))
attempt('from None', lambda: tf.as_dtype(None))
attempt('real', lambda: [tf.complex64.real_dtype, tf.float32.real_dtype])
)py";

constexpr const char* bfloat16_source = R"py(
a = tf.constant([1.5, 2.25, -0.0], tf.bfloat16).numpy()
observe('array', a)
observe('repr', repr(a), kind='text')
observe('item', repr(a[0]), kind='text')
observe('str', str(a), kind='text')
attempt('plus int', lambda: (a + 1).dtype.name)
attempt('plus float', lambda: (a + 1.5).dtype.name)
attempt('plus float32', lambda: (a + np.float32(1)).dtype.name)
attempt('times array', lambda: (a * a).dtype.name)
attempt('sum', lambda: a.sum())
attempt('sort', lambda: np.sort(a))
attempt('finfo', lambda: str(np.finfo(a.dtype).bits))
attempt('to float32', lambda: a.astype(np.float32))
attempt('from int', lambda: np.arange(3).astype(a.dtype))
attempt('zeros', lambda: np.zeros(2, a.dtype))
attempt('equal', lambda: a == a)
attempt('sqrt', lambda: np.sqrt(a).dtype.name)
attempt('matmul', lambda: np.matmul(a, a))
attempt('kind', lambda: a.dtype.kind)
attempt('back', lambda: tf.constant(a))
attempt('hash', lambda: len({a[0], a[0]}))
)py";

constexpr const char* shape_source = R"py(
S = tf.TensorShape
observe('forms', [S([1, None]), S(None), S([]), S(3), S((2, 3))])
observe('repr', [repr(S([1, None])), repr(S(None)), str(S([2, 3]))], kind='text')
attempt('equal', lambda: [S([1, 2]) == S([1, 2]), S([1, 2]) == [1, 2], S([1, 2]) == (1, 2), S(None) == S(None), S([None]) == S([None])])
attempt('unequal', lambda: [S([1]) != S([2]), S([None]) != S([1]), S(None) != S([1])])
attempt('equal to text', lambda: S([1]) == 'a')
attempt('equal to None', lambda: S([1]) == None)
attempt('hash', lambda: len({S([1, 2]), S([1, 2])}))
attempt('hash of partial', lambda: len({S([None, 2]), S([None, 2])}))
attempt('hash of unknown', lambda: len({S(None), S(None)}))
attempt('concatenate', lambda: [S([1]).concatenate([2, None]), S([1]).concatenate(S(None)), S([1]).concatenate(3)])
attempt('add', lambda: S([1]) + [2])
attempt('add reversed', lambda: [2] + S([1]))
attempt('merge', lambda: [S([None, 2]).merge_with([1, None]), S(None).merge_with([1])])
attempt('merge fails', lambda: S([1]).merge_with([2]))
attempt('compatible', lambda: [S([None]).is_compatible_with([5]), S([1]).is_compatible_with([2]), S(None).is_compatible_with([2])])
attempt('slice', lambda: [S([1, 2, 3])[1:], S([1, 2, 3])[-1], S(None)[1:]])
attempt('index out of range', lambda: S([1])[3])
attempt('index of unknown', lambda: S(None)[3])
attempt('iterate', lambda: list(S([1, None])))
attempt('iterate unknown', lambda: list(S(None)))
attempt('len', lambda: len(S([1, 2])))
attempt('len of unknown', lambda: len(S(None)))
attempt('bool', lambda: [bool(S([])), bool(S([1])), bool(S(None))])
attempt('as_list', lambda: S(None).as_list())
attempt('num_elements', lambda: [S([2, 3]).num_elements(), S([None]).num_elements(), S([]).num_elements()])
attempt('float', lambda: S([1.5]))
attempt('negative', lambda: S([-1]))
attempt('text', lambda: S('ab'))
attempt('tensor', lambda: S(tf.constant([1, 2])))
attempt('assert', lambda: S([1]).assert_has_rank(2))
attempt('most specific', lambda: S([1, 2]).most_specific_compatible_shape([1, 3]))
attempt('subtype', lambda: S([1, 2]).is_subtype_of(S([None, 2])))
attempt('dims', lambda: [type(d).__name__ for d in S([1, None]).dims])
attempt('proto', lambda: str(S([1, None]).as_proto()))
)py";

constexpr const char* spec_source = R"py(
T = tf.TensorSpec
observe('spec', T([None, 2], tf.float32, 'x'))
observe('repr', repr(T([None, 2], tf.float32, 'x')), kind='text')
attempt('defaults', lambda: T([1]))
attempt('equal', lambda: [T([1]) == T([1]), T([1], name='a') == T([1], name='b'), T([1]) == T([2])])
attempt('hash', lambda: len({T([1]), T([1])}))
attempt('compatible', lambda: [T([None]).is_compatible_with(T([5])), T([None]).is_compatible_with(tf.zeros([2])), T([1]).is_compatible_with(T([1], tf.int32))])
attempt('subtype', lambda: T([1]).is_subtype_of(T([None])))
attempt('from value', lambda: T.from_tensor(tf.zeros([2]), 'n'))
attempt('most specific', lambda: T([1]).most_specific_compatible_type(T([2])))
attempt('bounded', lambda: repr(tf.TensorSpec([1])))
attempt('ragged', lambda: repr(tf.RaggedTensorSpec([None, None], tf.int32)))
attempt('sparse', lambda: repr(tf.SparseTensorSpec([None, 2], tf.int32)))
attempt('variable', lambda: repr(tf.type_spec_from_value(tf.Variable([1.0]))))
attempt('optional', lambda: repr(tf.OptionalSpec(T([1]))))
attempt('of list', lambda: repr(tf.type_spec_from_value([1, 2])))
attempt('of nonsense', lambda: tf.type_spec_from_value('text'))
)py";

constexpr const char* tensor_source = R"py(
t = tf.constant([[1.0, 2.0], [3.0, 4.0]])
observe('repr', repr(t), kind='text')
observe('str', str(t), kind='text')
observe('repr of text', repr(tf.constant(['a', 'b'])), kind='text')
observe('repr of bfloat16', repr(tf.constant([1.5], tf.bfloat16)), kind='text')
attempt('hash', lambda: hash(t))
attempt('ref', lambda: t.ref() == t.ref())
attempt('in a list', lambda: t in [t])
attempt('equal', lambda: t == t)
attempt('equal to other dtype', lambda: t == tf.constant(1))
attempt('equal to other shape', lambda: t == tf.zeros([3]))
attempt('equal to None', lambda: t == None)
attempt('not equal to text', lambda: t != 'a')
attempt('bool', lambda: bool(t))
attempt('bool of one', lambda: [bool(tf.constant([1])), bool(tf.constant(0.0)), bool(tf.constant('')), bool(tf.constant('a'))])
attempt('len', lambda: [len(t), len(tf.constant([]))])
attempt('len of scalar', lambda: len(tf.constant(1)))
attempt('int', lambda: int(tf.constant(3.7)))
attempt('int of vector', lambda: int(tf.constant([1, 2])))
attempt('float', lambda: float(tf.constant([2.5])))
attempt('index', lambda: [10, 20, 30][tf.constant(1)])
attempt('index of float', lambda: [10, 20, 30][tf.constant(1.0)])
attempt('range', lambda: list(range(tf.constant(3))))
attempt('round', lambda: round(tf.constant(2.5)))
attempt('iterate', lambda: [row for row in t])
attempt('iterate scalar', lambda: [row for row in tf.constant(1)])
attempt('getitem', lambda: [t[0, 1], t[..., 0], t[:, tf.newaxis, 1], t[-1]])
attempt('getitem by tensor', lambda: t[tf.constant(1)])
attempt('getitem by list', lambda: t[[0, 1]])
attempt('getitem by mask', lambda: t[t > 2])
attempt('getitem by float', lambda: t[1.0])
attempt('getitem by text', lambda: t['a'])
attempt('out of range', lambda: t[5])
attempt('set item', lambda: t.__setitem__(0, 1))
attempt('numpy is a copy', lambda: t.numpy().flags.writeable)
attempt('array', lambda: np.array(t).dtype.name)
attempt('asarray of text', lambda: np.asarray(tf.constant(['a'])).dtype.name)
attempt('numpy plus tensor', lambda: np.ones(2, np.float32) + t)
attempt('float64 array plus tensor', lambda: np.ones(2) + t)
attempt('tensor plus float64 array', lambda: t + np.ones(2))
attempt('scalar plus tensor', lambda: np.float64(1) + t)
attempt('int plus tensor', lambda: 1 + t)
attempt('tensor plus list', lambda: t + [1, 2])
attempt('tensor plus None', lambda: t + None)
attempt('invert', lambda: [~tf.constant(True), ~tf.constant(5)])
attempt('and', lambda: tf.constant(True) & True)
attempt('and of ints', lambda: tf.constant(6) & 3)
attempt('or of floats', lambda: t | t)
attempt('matmul', lambda: t @ t)
attempt('divmod', lambda: divmod(tf.constant(7), 2))
attempt('shift', lambda: tf.constant(1) << 2)
attempt('power', lambda: 2.0 ** t)
attempt('modulo', lambda: tf.constant(-7) % 3)
attempt('numpy method', lambda: t.reshape([4]))
attempt('T', lambda: t.T)
attempt('astype', lambda: t.astype(tf.int32))
attempt('copy', lambda: __import__('copy').deepcopy(t))
attempt('pickle', lambda: __import__('pickle').loads(__import__('pickle').dumps(t)))
attempt('shape', lambda: [t.shape, t.ndim, t.dtype])
attempt('item', lambda: t.item())
attempt('tolist', lambda: t.tolist())
attempt('gpu', lambda: t.gpu())
attempt('op', lambda: t.op)
attempt('name', lambda: t.name)
attempt('graph', lambda: t.graph)
attempt('device', lambda: t.device)
attempt('format', lambda: '{:.2f}'.format(tf.constant(1.5)))
attempt('dlpack', lambda: tf.experimental.dlpack.from_dlpack(tf.experimental.dlpack.to_dlpack(t)))
attempt('is_tensor', lambda: [tf.is_tensor(x) for x in (t, tf.Variable(1), 1, np.ones(1), tf.ragged.constant([[1]]))])
attempt('strange types', lambda: tf.constant(object()))
attempt('dict', lambda: tf.constant({'a': 1}))
attempt('nested tensors', lambda: tf.constant([tf.constant(1), 2]))
attempt('stacked by convert', lambda: tf.convert_to_tensor([t[0], t[1]]))
attempt('decimal', lambda: tf.constant(__import__('decimal').Decimal('1.5')))
attempt('huge int', lambda: tf.constant(2 ** 70))
attempt('datetime', lambda: tf.constant(np.datetime64('2020-01-01')))
attempt('unicode array', lambda: tf.constant(np.array(['a', 'bc'])))
)py";

constexpr const char* numpy_source = R"py(
import tensorflow.experimental.numpy as tnp
attempt('type', lambda: type(tnp.ones([2])).__name__)
attempt('class', lambda: tnp.ndarray.__name__)
attempt('repr', lambda: repr(tnp.ones([2])), kind='text')
attempt('int plus float', lambda: (tnp.asarray([1]) + 1.5).dtype)
attempt('int array plus float array', lambda: tnp.add(tnp.asarray([1]), tnp.asarray([1.5])))
attempt('float32 plus float64', lambda: tnp.add(tnp.asarray([1], np.float32), tnp.asarray([1.0])).dtype)
attempt('bool plus int', lambda: tnp.add(True, 1))
attempt('result_type', lambda: str(tnp.result_type(tnp.int8, tnp.float16)))
attempt('mean of ints', lambda: tnp.mean(tnp.asarray([1, 2])))
attempt('arange', lambda: tnp.arange(3))
attempt('linspace', lambda: tnp.linspace(0, 1, 3))
attempt('reshape method', lambda: tnp.arange(4).reshape([2, 2]))
attempt('T', lambda: tnp.ones([2, 3]).T)
attempt('astype', lambda: tnp.ones([2]).astype(np.int32))
attempt('sum method', lambda: tnp.ones([2]).sum())
attempt('boolean index', lambda: tnp.arange(4)[tnp.arange(4) > 1])
attempt('list index', lambda: tnp.arange(4)[[0, 2]])
attempt('divide ints', lambda: tnp.true_divide(tnp.asarray(1), tnp.asarray(2)))
attempt('tensor with tnp', lambda: tf.constant([1]) + tnp.asarray([1.5]))
attempt('numpy with tnp', lambda: np.sum(tnp.ones([3])))
attempt('matmul', lambda: tnp.matmul(tnp.ones([2, 2]), tnp.ones([2])))
attempt('einsum', lambda: tnp.einsum('ij->j', tnp.ones([2, 3])))
attempt('where', lambda: tnp.where(tnp.asarray([True, False]), 1, 2.5))
attempt('sort', lambda: tnp.sort(tnp.asarray([3, 1, 2])))
attempt('enable', lambda: tnp.experimental_enable_numpy_behavior())
attempt('after: int plus float', lambda: (tnp.asarray([1]) + 1.5).dtype)
attempt('after: tensor promotion', lambda: (tf.constant([1]) + tf.constant([1.5])).dtype)
attempt('after: T', lambda: tf.ones([2, 3]).T.shape)
)py";

}  // namespace

std::vector<Check> type_checks() {
  return {{.id = "tensor_ops.dtypes", .api = {"tf.DType.limits", "tf.as_dtype"}, .source = dtype_source},
          {.id = "tensor_ops.bfloat16_numpy", .api = {"tf.bfloat16"}, .source = bfloat16_source},
          {.id = "tensor_ops.tensor_shape", .api = {"tf.TensorShape"}, .source = shape_source},
          {.id = "tensor_ops.tensor_spec", .api = {"tf.TensorSpec", "tf.type_spec_from_value"}, .source = spec_source},
          {.id = "tensor_ops.tensor", .api = {"tf.Tensor"}, .source = tensor_source},
          {.id = "tensor_ops.experimental_numpy",
           .api = {"tf.experimental.numpy"},
           .policy = Policy::not_covered,
           .alone = true,
           .source = numpy_source}};
}

}  // namespace tfh::testsuites::tensor_ops
