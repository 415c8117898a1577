#include "embed/worker/forks.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "embed/python/object.h"

namespace tfh::embed {

bool Forks::start(ForkRequest request) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  Descriptor reader(ends[0]), writer(ends[1]);
  std::filesystem::create_directories(request.folder());
  for (const auto& file : {request.log(), request.stack()}) std::filesystem::remove(file);
  const pid_t zygote = ::getpid();
  PyOS_BeforeFork();
  const pid_t pid = ::fork();
  if (pid == 0) {
    PyOS_AfterFork_Child();
    reader = Descriptor();
    running_.clear();  // their pipes
    run_as_check_process(request, writer.get(), zygote);
  }
  PyOS_AfterFork_Parent();
  if (pid < 0) return false;
  running_.emplace_back(std::move(request), pid, std::move(reader));
  return true;
}

bool Forks::wait_for(int harness) {
  for (;;) {
    std::vector<pollfd> polled{{harness, POLLIN, 0}};
    std::chrono::milliseconds left{60'000};
    for (const Fork& fork : running_) {
      fork.add_to(polled);
      left = std::min(left, fork.patience());
    }
    ::poll(polled.data(), polled.size(), static_cast<int>(left.count()));
    std::erase_if(running_, [](Fork& fork) { return !fork.tend() && !fork.harness_gone(); });
    if (std::ranges::any_of(running_, &Fork::harness_gone)) return false;
    if (polled.front().revents != 0) return true;
  }
}

}  // namespace tfh::embed
