#include "testsuites/raw_ops/suite.h"

#include <string>

#include "testsuites/raw_ops/calls.h"
#include "testsuites/raw_ops/variations.h"

namespace tfh::testsuites {
namespace {

using namespace raw_ops;

// A kernel that writes outside of its memory harms no other op's calls: each op has a fork of its own. What a call
// makes is told as dtypes and shapes, since a release that reads outside of its memory makes something else each time.
Check check_of(const RawCall& call, const char* setup) {
  const std::string op = call.op;
  return {.id = "raw_ops." + op,
          .api = {"tf.raw_ops." + op},
          .policy = Policy::unknown,
          .alone = true,
          .independent = true,
          .source = std::string(variations) + "sweep(\"" + op + "\", \"" + call.arguments + "\")\n",
          .setup = std::string(makers) + setup};
}

// The shapes that each op promises while a graph is built: nothing is computed, and nothing written.
Check check_in_a_graph(const RawCalls& topic) {
  std::string source = variations;
  for (const RawCall& call : topic.calls)
    source += std::string("sweep(\"") + call.op + "\", \"" + call.arguments + "\", in_graph=True)\n";
  return {.id = std::string("raw_ops.graphs_of_") + topic.name,
          .api = {"tf.raw_ops"},
          .policy = Policy::unknown,
          .alone = true,
          .independent = true,
          .source = source,
          .setup = std::string(makers) + topic.setup};
}

}  // namespace

std::vector<Check> raw_ops_checks() {
  std::vector<RawCalls> topics = {sparse_calls(), ragged_calls(),         convolution_calls(),
                                  neural_calls(), quantized_calls(),      image_calls(),
                                  array_calls(),  linear_algebra_calls(), text_calls()};
  std::vector<Check> checks;
  for (const RawCalls& stateless : topics) checks.push_back(check_in_a_graph(stateless));
  for (const RawCalls& stateful :
       {random_calls(), list_calls(), table_calls(), variable_calls(), tree_calls(), dataset_calls()})
    topics.push_back(stateful);
  for (const RawCalls& topic : topics)
    for (const RawCall& call : topic.calls) checks.push_back(check_of(call, topic.setup));
  return checks;
}

}  // namespace tfh::testsuites
