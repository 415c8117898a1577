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
  ::listen(listener_.get(), 64);
  socklen_t length = sizeof address;
  ::getsockname(listener_.get(), reinterpret_cast<sockaddr*>(&address), &length);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

LoopbackServer::~LoopbackServer() {
  ::shutdown(listener_.get(), SHUT_RDWR);
  thread_.join();
  for (const Connection& connection : connections_) ::shutdown(connection.socket.get(), SHUT_RDWR);
  for (Connection& connection : connections_) connection.thread.join();
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
    Descriptor socket(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!socket.is_open()) return;
    Connection& connection = connections_.emplace_back(std::move(socket));
    connection.thread = std::thread([this, number = connection.socket.get()] { answer_one(number); });
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
    constexpr char tls_handshake = 0x16;
    if (head.front() == tls_handshake) {  // somebody believes that this is https
      ::shutdown(connection, SHUT_RDWR);
      return;
    }
  }
  LoopbackAnswer answer{""};
  {
    const std::scoped_lock lock(mutex_);
    requests_.push_back(parse(head));
    answer = answer_(requests_.back());
  }
  std::string_view left = answer.bytes;
  while (!left.empty()) {
    const std::size_t piece = answer.piece == 0 ? left.size() : std::min(left.size(), answer.piece);
    const ssize_t count = ::send(connection, left.data(), piece, MSG_NOSIGNAL);
    if (count <= 0) break;
    left.remove_prefix(static_cast<std::size_t>(count));
    if (answer.piece > 0) std::this_thread::sleep_for(answer.pause);
  }
  if (!answer.stalls) ::shutdown(connection, SHUT_WR);
  while (::recv(connection, buffer, sizeof buffer, 0) > 0) {
  }
  ::shutdown(connection, SHUT_RDWR);
}

std::string http_answer(int status, const std::string& body, const std::string& extra_headers) {
  return "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n" + extra_headers + "\r\n" + body;
}

std::string ranged_answer(const LoopbackRequest& request, const std::string& content) {
  const auto range = request.headers.find("range");
  if (range == request.headers.end()) return http_answer(200, content);
  const std::string asked = range->second.substr(std::string("bytes=").size());
  const std::size_t first = std::stoul(asked), dash = asked.find('-');
  const std::size_t end = content.size() - 1;
  const std::size_t last = dash + 1 < asked.size() ? std::min(std::stoul(asked.substr(dash + 1)), end) : end;
  return http_answer(206, content.substr(first, last - first + 1),
                     "Content-Range: bytes " + std::to_string(first) + "-" + std::to_string(last) + "/" +
                         std::to_string(content.size()) + "\r\n");
}

}  // namespace tfh
