#include "harness/cli/command_line.h"

int main(int argc, char** argv) {
  return tfh::run_command_line(argc, argv);
}
