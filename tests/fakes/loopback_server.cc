#include "tests/fakes/loopback_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <sstream>
#include <system_error>

namespace tfh {

LoopbackServer::LoopbackServer(Answer answer) : answer_(std::move(answer)) {
  listener_ = Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::bind(listener_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
    throw std::system_error(errno, std::generic_category(), "binding a loopback port");
  ::listen(listener_.get(), 16);
  socklen_t length = sizeof address;
  ::getsockname(listener_.get(), reinterpret_cast<sockaddr*>(&address), &length);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

LoopbackServer::~LoopbackServer() {
  ::shutdown(listener_.get(), SHUT_RDWR);
  thread_.join();
}

std::string LoopbackServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<LoopbackRequest> LoopbackServer::requests() {
  const std::scoped_lock lock(mutex_);
  return requests_;
}

void LoopbackServer::serve() {
  while (true) {
    const Descriptor connection(::accept(listener_.get(), nullptr, nullptr));
    if (!connection.is_open()) return;
    answer_one(connection.get());
  }
}

namespace {

LoopbackRequest parse(const std::string& head) {
  LoopbackRequest request;
  std::istringstream lines(head);
  std::string method, line;
  lines >> method >> request.path;
  std::getline(lines, line);
  while (std::getline(lines, line) && line != "\r") {
    const auto colon = line.find(':');
    if (colon == std::string::npos) continue;
    std::string name = line.substr(0, colon);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    request.headers[name] = line.substr(colon + 2, line.size() - colon - 3);
  }
  return request;
}

}  // namespace

void LoopbackServer::answer_one(int connection) {
  std::string head;
  char buffer[4096];
  while (head.find("\r\n\r\n") == std::string::npos) {
    const ssize_t count = ::recv(connection, buffer, sizeof buffer, 0);
    if (count <= 0) return;
    head.append(buffer, static_cast<std::size_t>(count));
  }
  std::string bytes;
  {
    const std::scoped_lock lock(mutex_);
    requests_.push_back(parse(head));
    bytes = answer_(requests_.back());
  }
  std::string_view left = bytes;
  while (!left.empty()) {
    const ssize_t count = ::send(connection, left.data(), left.size(), MSG_NOSIGNAL);
    if (count <= 0) return;
    left.remove_prefix(static_cast<std::size_t>(count));
  }
  ::shutdown(connection, SHUT_WR);
  while (::recv(connection, buffer, sizeof buffer, 0) > 0) {
  }
}

std::string http_answer(int status, const std::string& body, const std::string& extra_headers) {
  return "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n" + extra_headers + "\r\n" + body;
}

std::string ranged_answer(const LoopbackRequest& request, const std::string& content) {
  const auto range = request.headers.find("range");
  if (range == request.headers.end()) return http_answer(200, content);
  const std::size_t first = std::stoul(range->second.substr(std::string("bytes=").size()));
  return http_answer(206, content.substr(first),
                     "Content-Range: bytes " + std::to_string(first) + "-" + std::to_string(content.size() - 1) + "/" +
                         std::to_string(content.size()) + "\r\n");
}

}  // namespace tfh
