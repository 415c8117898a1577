// An HTTP server on the loopback interface that answers as a test scripts it, faults included; each connection in a
// thread of its own.
#pragma once

#include <chrono>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "harness/base/file.h"

namespace tfh {

struct LoopbackRequest {
  std::string path;
  std::map<std::string, std::string> headers;  // names in lower case
};

// The raw bytes of an answer; the connection is closed after them, however many the head promised.
struct LoopbackAnswer {
  // NOLINTNEXTLINE(google-explicit-constructor): most answers are bytes and nothing else
  LoopbackAnswer(std::string all) : bytes(std::move(all)) {}

  std::string bytes;
  bool stalls = false;    // the connection stays open after them, silent
  std::size_t piece = 0;  // sent in pieces of so many bytes with a pause between; 0: at once
  std::chrono::milliseconds pause = {};
};

class LoopbackServer {
 public:
  // Called from the server's threads, one request at a time.
  using Answer = std::function<LoopbackAnswer(const LoopbackRequest&)>;

  explicit LoopbackServer(Answer answer);
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  ~LoopbackServer();

  std::string url(const std::string& path) const;
  int port() const { return port_; }
  std::vector<LoopbackRequest> requests();  // so far

 private:
  struct Connection {
    Descriptor socket;
    std::thread thread;
  };

  void serve();
  void answer_one(int connection);

  Answer answer_;
  Descriptor listener_;
  int port_ = 0;
  std::mutex mutex_;
  std::vector<LoopbackRequest> requests_;
  std::list<Connection> connections_;  // only the accepting thread adds to it
  std::thread thread_;
};

// "HTTP/1.1 STATUS X\r\nContent-Length: ...\r\nEXTRA\r\nBODY"; each extra header ends with \r\n.
std::string http_answer(int status, const std::string& body, const std::string& extra_headers = "");
// The answer of a server that honours Range: 206 with what is asked for, or 200 with everything.
std::string ranged_answer(const LoopbackRequest& request, const std::string& content);

}  // namespace tfh
