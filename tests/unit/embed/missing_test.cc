#include "embed/python/missing.h"

#include <doctest/doctest.h>

namespace tfh::embed {
namespace {

TEST_CASE("a symbol that a release lacks is told from other attribute errors") {
  const std::vector<std::string> api = {"tf.data.Dataset.scan", "tf.nn.gelu"};
  struct Row {
    const char* message;
    std::optional<std::string> symbol;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"'RangeDataset' object has no attribute 'scan'", "tf.data.Dataset.scan"},
           {"module 'tensorflow._api.v2.nn' has no attribute 'gelu'", "tf.nn.gelu"},
           {"module 'tensorflow._api.v2.nn' has no attribute 'experimental'", "tf.nn.experimental"},
           {"module 'tensorflow_core._api.v2.linalg' has no attribute 'matrix_rank'", "tf.linalg.matrix_rank"},
           {"module 'tensorflow._api.v1.compat.v2.linalg' has no attribute 'eigh'", "tf.linalg.eigh"},
           {"module 'tensorflow' has no attribute 'autodiff'", "tf.autodiff"},
           {"module 'keras.api._v2.keras.utils' has no attribute 'set_random_seed'", "tf.keras.utils.set_random_seed"},
           {"module 'keras.losses' has no attribute 'Tversky'", "tf.keras.losses.Tversky"},
           {"module 'keras._tf_keras.keras.losses' has no attribute 'Tversky'", "tf.keras.losses.Tversky"},
           {"'_SignatureMap' object has no attribute 'name'", std::nullopt},
           {"module 'numpy' has no attribute 'bool8'", std::nullopt},
           {"something else", std::nullopt},
       }) {
    CAPTURE(row.message);
    CHECK(missing_symbol(row.message, api) == row.symbol);
  }
}

}  // namespace
}  // namespace tfh::embed
