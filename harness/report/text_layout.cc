#include "harness/report/text_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tfh {

namespace {

// Pieces joined by `separator`, on as few lines as fit.
std::string wrapped(const std::vector<std::string>& pieces, const std::string& separator, const std::string& indent,
                    std::size_t width) {
  std::string text;
  std::string line = indent;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string piece = pieces[i] + (i + 1 < pieces.size() ? separator : "");
    const bool starts_line = line.size() == indent.size();
    if (!starts_line && columns_of(line) + 1 + columns_of(piece) > width) {
      text += line + "\n";
      line = indent + piece;
    } else {
      line += (starts_line ? "" : " ") + piece;
    }
  }
  return text + line + "\n";
}

}  // namespace

std::string toned(const std::string& text, Tone tone, const TerminalStyle& style) {
  if (!style.colour || tone == Tone::plain) return text;
  if (text.ends_with('\n')) return toned(text.substr(0, text.size() - 1), tone, style) + "\n";
  const char* code = "1";
  switch (tone) {
    case Tone::dim:
      code = "2";
      break;
    case Tone::red:
      code = "1;31";
      break;
    case Tone::yellow:
      code = "33";
      break;
    case Tone::green:
      code = "32";
      break;
    case Tone::cyan:
      code = "36";
      break;
    case Tone::bold:
    case Tone::plain:
      break;
  }
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

Tone tone_of(Severity severity) {
  switch (severity) {
    case Severity::breaking:
      return Tone::red;
    case Severity::behaviour:
      return Tone::yellow;
    case Severity::drift:
      return Tone::cyan;
    case Severity::cosmetic:
    case Severity::info:
      break;
  }
  return Tone::dim;
}

std::size_t page_width(const TerminalStyle& style) {
  return static_cast<std::size_t>(std::max(style.width, 40));
}

std::size_t columns_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char character) { return (character & 0xc0) != 0x80; }));
}

std::string padded_left(const std::string& text, std::size_t columns) {
  const std::size_t own = columns_of(text);
  return own < columns ? std::string(columns - own, ' ') + text : text;
}

std::string padded_right(const std::string& text, std::size_t columns) {
  const std::size_t own = columns_of(text);
  return own < columns ? text + std::string(columns - own, ' ') : text;
}

std::string wrapped_list(const std::vector<std::string>& items, const std::string& indent, std::size_t width) {
  return wrapped(items, ",", indent, width);
}

std::string aligned_columns(const std::vector<std::vector<std::string>>& rows,
                            const std::vector<std::size_t>& to_the_right) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool right = std::ranges::count(to_the_right, i) > 0;
      line += (i == 0 ? "" : "  ") + (right ? padded_left(row[i], widths[i]) : padded_right(row[i], widths[i]));
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string wrapped_text(const std::string& text, const std::string& indent, std::size_t width) {
  std::vector<std::string> words;
  std::string word;
  for (const char character : text + " ") {
    if (character != ' ' && character != '\n' && character != '\t') {
      word += character;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return wrapped(words, "", indent, width);
}

std::string failure_text(const std::string& name, const SubjectFailure& failure, const TerminalStyle& style) {
  const std::string hint = failure.hint.empty() ? "" : "  " + failure.hint + "\n";
  return toned(name + " failed: ", Tone::red, style) + failure.message + "\n" + hint;
}

std::string seconds_text(double seconds) {
  if (seconds < 99.95) return fmt::format("{:.1f} s", seconds);
  const auto whole = std::lround(seconds);
  return fmt::format("{} min {} s", whole / 60, whole % 60);
}

std::string counted(std::size_t count, const std::string& noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace tfh
