#include <doctest/doctest.h>

#include "harness/diff/difference.h"

using namespace tfh;

TEST_CASE("texts lose what differs from run to run and between installations") {
  struct Row {
    const char* text;
    const char* normalized;
  };
  const Row rows[] = {
      {"plain text, 12 items in float32", "plain text, 12 items in float32"},
      {"{{function_node __wrapped__AddV2_device_/job:localhost/replica:0/task:0/device:CPU:0}} Incompatible shapes: "
       "[2] "
       "vs. [3] [Op:AddV2] name: ",
       "Incompatible shapes: [2] vs. [3]"},
      {"Incompatible shapes: [2] vs. [3] [Op:AddV2]", "Incompatible shapes: [2] vs. [3]"},
      {"<function <lambda> at 0x7f3a5c0e1d30>", "<function <lambda> at <address>>"},
      {"KeyError: 140357313376768", "KeyError: <address>"},
      {"shape 141000000000000 of 1403573133767681", "shape 141000000000000 of 1403573133767681"},
      {"mask 0xff", "mask 0xff"},
      {"Value for attr 'Tindices' of bool is not in the list of allowed values: int32, int64\n\t; NodeDef",
       "Value for attr <any> is not allowed\n\t; NodeDef"},
      {"Op 'Concat' with these attrs: [_shape=[2, 1], T=DT_INT32, N=1]\nRegistered devices: [GPU, CPU]",
       "Op 'Concat' with these attrs: [N=1, T=DT_INT32, _shape=[2, 1]]\nRegistered devices: [GPU, CPU]"},
      {"with these attrs: [b, a", "with these attrs: [a, b"},
      {"<tf.Tensor: id=1234, shape=(), dtype=int32, numpy=1>", "<tf.Tensor: id=<n>, shape=(), dtype=int32, numpy=1>"},
      {"No such file: /tmp/tmpab12cd_9/model/saved_model.pb", "No such file: <path>/saved_model.pb"},
      {"'/tmp/tmpab12cd_9'", "'<path>'"},
      {"File /tmp/x/tmpq8w7e6r5.h5 not found", "File <path> not found"},
      {"/home/u/.cache/tfharness/scratch/r1/w3/model/variables/variables.index: Permission denied",
       "<path>/variables.index: Permission denied"},
      {"see /srv/prefixes/9f/lib/python3.8/site-packages/tensorflow/python/ops/math_ops.py:1234 add_v2",
       "see <packages>/tensorflow/python/ops/math_ops.py:<n> add_v2"},
      {"File \"/opt/python/3.8/lib/python3.8/json/decoder.py\", line 355, in raw_decode",
       "File \"<python>/json/decoder.py\", line <n>, in raw_decode"},
      {"F tensorflow/core/framework/tensor_shape.cc:187] Check failed: 1 == 2",
       "F tensorflow/core/framework/tensor_shape.cc:<n>] Check failed: 1 == 2"},
      {"2021-03-04 10:11:12.345678: W tensorflow/core/x.cc:45] slow", "<time>: W tensorflow/core/x.cc:<n>] slow"},
      {"Detected unsupported operations in graph __inference_<lambda>_9[_XlaMustCompile=true]",
       "Detected unsupported operations in graph __inference_<lambda>_<n>[_XlaMustCompile=true]"},
      {"__inference_train_step_123_456", "__inference_train_step_<n>"},
      {"__forward_f_12 and __backward_f_13", "__forward_f_<n> and __backward_f_<n>"},
      {"[[node add (defined at <string>:3) ]] [Op:__inference_f_12]", "[[node add (defined at <string>:<n>) ]]"},
      {"hash_table_3f2504e0-4f89-11d3-9a0c-0305e82c3301 lost", "hash_table_<uuid> lost"},
      {"name 3f2504e0-4f89-11d3-9a0c-0305e82c3301", "name <uuid>"},
      {"localhost/_AnonymousVar12/N10tensorflow3VarE does not exist",
       "localhost/_AnonymousVar<n>/N10tensorflow3VarE does not exist"},
      {"/job:localhost/replica:0/task:0/device:CPU:0", "/job:localhost/replica:0/task:0/device:CPU:0"},
      {"File \"<tfharness keras.metric_Poisson>\", line 29, in None", "File \"<check>\", line <n>, in None"},
      {"in __autograph_generated_filek3j2_x9q.py:12", "in <generated>.py:<n>"},
      {"a/tmp/b stays", "a/tmp/b stays"},
      {"worker with pid 4711, thread=12", "worker with pid <n>, thread=<n>"},
      {"Resource-12-at-0x7f3a5c0e1d30", "Resource-<n>-at-<address>"},
      {"kernels:\n  device='CPU'\n  device='XLA_CPU_JIT'; T in [DT_INT32]\n", "kernels:\n  device='CPU'"},
      {"in binary running on build-7.example. Make sure", "in binary running on <host>. Make sure"},
  };
  for (const Row& row : rows) CHECK(normalized_text(row.text) == row.normalized);
}

TEST_CASE("normalising twice changes nothing more, and long texts are no danger") {
  const std::string text = "at 0x7f3a5c0e1d30 in /tmp/tmpabcdefgh/f.py:12 [Op:Add]";
  CHECK(normalized_text(normalized_text(text)) == normalized_text(text));
  const std::string long_text(1 << 20, 'a');
  CHECK(normalized_text(long_text) == long_text);
  CHECK(normalized_text(std::string(1 << 18, '/')).size() == 1 << 18);
  CHECK(normalized_text("{{function_node " + long_text).size() == long_text.size() + 16);
}
