// The harness's end of one worker process: its socket, its life and its log.
#pragma once

#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "harness/base/file.h"
#include "harness/base/process.h"
#include "harness/run/worker.h"

namespace tfh {

struct SocketPair {
  Descriptor ours, theirs;
};
Result<SocketPair> make_socket_pair();

// The folders of the scratch folder that a worker expects.
Result<void> prepare_scratch(const WorkerSpec& spec);

// The frame that a worker's host reads first.
nlohmann::json start_frame(const WorkerSpec& spec);

// How to start the host on its end of the socket.
Command worker_command(const WorkerSpec& spec, int socket);

class Connection {
 public:
  // Starts the process and waits for its greeting, which says how it was started and isolated.
  static Result<Connection> open(const WorkerSpec& spec, ProcessRunner& runner);
  Connection(Connection&&) = default;
  Connection& operator=(Connection&&) = delete;
  // Closing the socket makes the worker kill all its descendants and end; what does not is killed.
  ~Connection();

  const nlohmann::json& hello() const { return hello_; }
  // One request, or one frame of an answer. `doing` begins the error: that the process died and how, with the end of
  // its log; what the worker itself could not do; or that nothing came within `timeout`.
  Result<void> send(const nlohmann::json& request, const std::string& doing);
  Result<nlohmann::json> receive(std::chrono::milliseconds timeout, const std::string& doing);

 private:
  Connection(std::filesystem::path log, Descriptor socket, std::unique_ptr<Child> child)
      : log_(std::move(log)), socket_(std::move(socket)), child_(std::move(child)) {}
  std::unexpected<Error> death(const std::string& doing);

  std::filesystem::path log_;
  Descriptor socket_;
  std::unique_ptr<Child> child_;
  nlohmann::json hello_;
};

}  // namespace tfh
