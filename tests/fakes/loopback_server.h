// An HTTP server on the loopback interface that answers as a test scripts it, faults included.
#pragma once

#include <functional>
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

class LoopbackServer {
 public:
  // Gives the raw bytes of the answer; the connection is closed after them, however many the head promised.
  // Called from the server's threads, one request at a time.
  using Answer = std::function<std::string(const LoopbackRequest&)>;

  explicit LoopbackServer(Answer answer);
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  ~LoopbackServer();

  std::string url(const std::string& path) const;
  std::vector<LoopbackRequest> requests();  // so far

 private:
  void serve();
  void answer_one(int connection);

  Answer answer_;
  Descriptor listener_;
  int port_ = 0;
  std::mutex mutex_;
  std::vector<LoopbackRequest> requests_;
  std::thread thread_;
};

// "HTTP/1.1 STATUS X\r\nContent-Length: ...\r\nEXTRA\r\nBODY"; each extra header ends with \r\n.
std::string http_answer(int status, const std::string& body, const std::string& extra_headers = "");
// The answer of a server that honours Range: 206 from the asked offset, or 200 with everything.
std::string ranged_answer(const LoopbackRequest& request, const std::string& content);

}  // namespace tfh
