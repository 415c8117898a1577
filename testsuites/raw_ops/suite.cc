#include "testsuites/raw_ops/suite.h"

#include <string>

#include "testsuites/raw_ops/calls.h"
#include "testsuites/raw_ops/definitions.h"
#include "testsuites/raw_ops/variations.h"

namespace tfh::testsuites {
namespace {

using namespace raw_ops;

Check check_of(const std::string& name, const std::string& api, std::span<const RawCall> calls, const char* setup,
               const char* options) {
  static const std::string sweeping = variations + left_out();
  std::string source = sweeping;
  for (const RawCall& call : calls)
    source += std::string("sweep(\"") + call.op + "\", \"" + call.arguments + "\"" + options + ")\n";
  return {.id = "raw_ops." + name,
          .api = {api},
          .policy = Policy::unknown,
          .alone = true,
          .independent = true,
          .hostile = true,
          .source = source,
          .setup = std::string(makers) + setup};
}

// A kernel that writes outside of its memory harms no other op's calls: each op has a fork of its own. What a call
// makes is told as dtypes and shapes, since a release that reads outside of its memory makes something else each time.
Check called(const RawCall& call, const char* setup) {
  return check_of(call.op, std::string("tf.raw_ops.") + call.op, {&call, 1}, setup, "");
}

// The shapes that each op promises while a graph is built: nothing is computed, and nothing written.
Check in_graphs(const RawCalls& topic) {
  return check_of(std::string("graphs_of_") + topic.name, "tf.raw_ops", topic.calls, topic.setup, ", in_graph=True");
}

}  // namespace

std::vector<Check> raw_ops_checks() {
  std::vector<RawCalls> topics = {sparse_calls(), ragged_calls(),         convolution_calls(),
                                  neural_calls(), quantized_calls(),      image_calls(),
                                  array_calls(),  linear_algebra_calls(), text_calls()};
  std::vector<Check> checks = checks_of_definitions();
  for (const RawCalls& stateless : topics) checks.push_back(in_graphs(stateless));
  for (const RawCalls& stateful :
       {random_calls(), list_calls(), table_calls(), variable_calls(), tree_calls(), dataset_calls()})
    topics.push_back(stateful);
  for (const RawCalls& topic : topics)
    for (const RawCall& call : topic.calls) checks.push_back(called(call, topic.setup));
  return checks;
}

}  // namespace tfh::testsuites
