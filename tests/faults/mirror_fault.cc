#include "tests/faults/mirror_fault.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace tfh::test {

namespace {

struct Kind {
  const char* name;
  bool passes;
};
constexpr std::array<Kind, fault_kinds> kinds{{{"drop", true},
                                               {"reset-head", true},
                                               {"stall", true},
                                               {"drip", true},
                                               {"shorter", false},
                                               {"longer", false},
                                               {"wrong-bytes", false},
                                               {"ignores-range", true},
                                               {"wrong-range", true},
                                               {"refuses-range", true},
                                               {"forbidden", false},
                                               {"login", false},
                                               {"missing", false},
                                               {"too-many", true},
                                               {"unavailable", true},
                                               {"broken", true},
                                               {"redirect", true},
                                               {"redirect-loop", false},
                                               {"redirect-astray", false},
                                               {"gzip", true},
                                               {"old-protocol", true},
                                               {"chunked", true},
                                               {"garbage", false}}};

struct Range {
  std::size_t first, last;  // inclusive
};

// "bytes=5-9", "bytes=5-" or "bytes=-5" of a file of this size; nullopt: none asked for.
std::optional<Range> asked_range(const LoopbackRequest& request, std::size_t size) {
  const auto header = request.headers.find("range");
  if (header == request.headers.end()) return std::nullopt;
  const std::string text = header->second.substr(std::string_view("bytes=").size());
  const auto number = [&](std::size_t from, std::size_t to) -> std::optional<std::size_t> {
    std::size_t value = 0;
    if (std::from_chars(text.data() + from, text.data() + to, value).ec != std::errc()) return std::nullopt;
    return value;
  };
  const std::size_t dash = text.find('-');
  const auto first = number(0, dash), last = number(dash + 1, text.size());
  if (!first) return Range{size - std::min(size, last.value_or(0)), size - 1};
  return Range{*first, std::min(last.value_or(size - 1), size - 1)};
}

std::string content_range(const Range& range, std::size_t size) {
  return "Content-Range: bytes " + std::to_string(range.first) + "-" + std::to_string(range.last) + "/" +
         std::to_string(size) + "\r\n";
}

std::string part(const Range& range, const std::string& content) {
  return content.substr(range.first, range.last - range.first + 1);
}

// The head and so many bytes of the body.
std::string cut(const std::string& answer, std::size_t body_bytes) {
  return answer.substr(0, answer.find("\r\n\r\n") + 4 + body_bytes);
}

std::string changed(std::string content, std::size_t at) {
  if (!content.empty()) content[at % content.size()] ^= 0x20;
  return content;
}

std::string moved_range(const LoopbackRequest& request, const std::string& content) {
  const auto range = asked_range(request, content.size());
  if (!range || range->first >= content.size()) return sound_answer(request, content).bytes;
  const Range other{range->first > 0 ? range->first - 1 : std::min<std::size_t>(1, range->last), range->last};
  return http_answer(206, part(other, content), content_range(other, content.size()));
}

std::string in_chunks(const std::string& content, std::size_t end) {
  std::array<char, 16> length{};
  const auto written = std::to_chars(length.data(), length.data() + length.size(), content.size(), 16);
  return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" +
         std::string(length.data(), written.ptr) + "\r\n" + content.substr(0, end);
}

LoopbackAnswer in_pieces(LoopbackAnswer answer) {
  answer.piece = std::max<std::size_t>(1, answer.bytes.size() / 7);
  answer.pause = std::chrono::milliseconds(1);
  return answer;
}

LoopbackAnswer stalled(std::string bytes) {
  LoopbackAnswer answer(std::move(bytes));
  answer.stalls = true;
  return answer;
}

const std::string page = "<html><body><h1>Not what was asked for</h1></body></html>";

}  // namespace

std::string name_of(FaultKind kind) {
  return kinds[static_cast<std::size_t>(kind)].name;
}

bool passes(FaultKind kind) {
  return kinds[static_cast<std::size_t>(kind)].passes;
}

LoopbackAnswer sound_answer(const LoopbackRequest& request, const std::string& content) {
  const auto range = asked_range(request, content.size());
  if (!range) return http_answer(200, content, "Accept-Ranges: bytes\r\n");
  if (range->first >= content.size())
    return http_answer(416, "", "Content-Range: bytes */" + std::to_string(content.size()) + "\r\n");
  return http_answer(206, part(*range, content), content_range(*range, content.size()));
}

LoopbackAnswer faulty_answer(const MirrorFault& fault, const LoopbackRequest& request, const std::string& content) {
  const auto sound = [&] { return sound_answer(request, content).bytes; };
  const std::string html = "Content-Type: text/html\r\n";
  // Rarely, since what a server asks for is waited for.
  const std::string retry = fault.at % 8 == 7 ? "Retry-After: 1\r\n" : "Retry-After: 0\r\n";
  switch (fault.kind) {
    case FaultKind::drop:
      return cut(sound(), fault.at);
    case FaultKind::reset_head:
      return sound().substr(0, fault.at % 20);
    case FaultKind::stall:
      return stalled(cut(sound(), fault.at));
    case FaultKind::drip:
      return in_pieces(sound());
    case FaultKind::shorter:
      return sound_answer(request, content.substr(0, fault.at));
    case FaultKind::longer:
      return sound_answer(request, content + page);
    case FaultKind::wrong_bytes:
      return sound_answer(request, changed(content, fault.at));
    case FaultKind::ignores_range:
      return http_answer(200, content);
    case FaultKind::wrong_range:
      return moved_range(request, content);
    case FaultKind::refuses_range:
      return request.headers.contains("range") ? http_answer(416, page) : sound();
    case FaultKind::forbidden:
      return http_answer(403, page, html);
    case FaultKind::login:
      return http_answer(200, page, html);
    case FaultKind::missing:
      return http_answer(404, page, html);
    case FaultKind::too_many:
      return http_answer(429, page, retry);
    case FaultKind::unavailable:
      return http_answer(503, page, retry);
    case FaultKind::broken:
      return http_answer(500, page);
    case FaultKind::redirect:
      return http_answer(302, page, "Location: /moved" + request.path + "\r\n");
    case FaultKind::redirect_loop:
      return http_answer(301, page, "Location: " + request.path + "\r\n");
    case FaultKind::redirect_astray:
      return http_answer(302, page, "Location: file:///etc/hostname\r\n");
    case FaultKind::gzip:
      return http_answer(200, "\x1f\x8b" + content, "Content-Encoding: gzip\r\n");
    case FaultKind::old_protocol:
      return "HTTP/1.0 200 OK\r\n\r\n" + content;
    case FaultKind::chunked:
      return in_chunks(content, fault.at);
    case FaultKind::garbage:
      return std::string("220 ready for something else\r\n\r\n");
  }
  return sound();
}

}  // namespace tfh::test
