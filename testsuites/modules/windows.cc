// tf.nn in one, two and three dimensions: windows, strides, dilations and kernels of nothing, below zero, larger than
// the image, and of another length.
#include <string>

#include "testsuites/modules/ramp.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* parts = R"py(
def image(n):
    return ramp(1, *[4] * n, 1)

def kernel(n):
    return ramp(*[2] * n, 1, 1)

def amounts(n):
    return {"nothing": 0, "minus one": -1, "larger": 9, "a list": [2] * n, "a list of one": [2],
            "a whole list": [1] + [2] * n + [1], "a list too long": [1] * (n + 3), "an empty list": [],
            "of the batch": [2] + [1] * (n + 1), "nothing in one": [1] + [2] * (n - 1) + [0, 1], "a float": 2.0}
)py";

constexpr const char* source = R"py(
for n in 1, 2, 3:
    for what, amount in amounts(n).items():
        for pool in "avg", "max":
            for padding in "'VALID'", "'SAME'":
                evaluate("tf.nn.%s_pool%dd: windows, %s, %s" % (pool, n, what, padding),
                         "tf.nn.%s_pool%dd(image(%d), %r, 1, %s)" % (pool, n, n, amount, padding))
            evaluate("tf.nn.%s_pool%dd: strides, %s" % (pool, n, what),
                     "tf.nn.%s_pool%dd(image(%d), 2, %r, 'VALID')" % (pool, n, n, amount))
        evaluate("tf.nn.conv%dd: strides, %s" % (n, what),
                 "tf.nn.conv%dd(image(%d), kernel(%d), %r, 'VALID')" % (n, n, n, amount))
        evaluate("tf.nn.conv%dd: dilations, %s" % (n, what),
                 "tf.nn.conv%dd(image(%d), kernel(%d), %r, 'VALID', dilations=%r)" % (n, n, n, [1] * (n + 2), amount))
        evaluate("tf.nn.pool: windows of %d, %s" % (n, what), "tf.nn.pool(image(%d), %r, 'MAX')" % (n, amount))
        evaluate("tf.nn.pool: strides of %d, %s" % (n, what),
                 "tf.nn.pool(image(%d), %r, 'MAX', strides=%r)" % (n, [2] * n, amount))
        evaluate("tf.nn.convolution: strides of %d, %s" % (n, what),
                 "tf.nn.convolution(image(%d), kernel(%d), strides=%r)" % (n, n, amount))
    for what, shape in (("of nothing", [0] * n + [1, 1]), ("larger", [9] * n + [1, 1]), ("of no filters", [2] * n + [1, 0]),
                        ("of two channels", [2] * n + [2, 1]), ("of a dimension less", [2] * n + [1])):
        for padding in "'VALID'", "'SAME'":
            evaluate("tf.nn.conv%dd: a kernel %s, %s" % (n, what, padding),
                     "tf.nn.conv%dd(image(%d), ramp(*%r), 1, %s)" % (n, n, shape, padding))
)py";

}  // namespace

std::vector<Check> window_checks() {
  return {{.id = "modules.windows",
           .api = {"tf.nn"},
           .tolerance = {.ulps = 64, .absolute = 1e-5},
           .alone = true,
           .independent = true,
           .hostile = true,
           .source = source,
           .setup = std::string(ramp) + parts}};
}

}  // namespace tfh::testsuites::modules
