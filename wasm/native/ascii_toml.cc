#include "native/ascii_toml.h"

#include <algorithm>

namespace daybook {
namespace {

constexpr char kMark = 'Q';

bool is_encoded(char c) { return c == kMark || static_cast<unsigned char>(c) >= 0x80; }

int digit(char c) { return c <= '9' ? c - '0' : c - 'A' + 10; }

}  // namespace

AsciiToml::AsciiToml(std::string_view written, int first_line)
    : written_(written), first_line_(first_line), line_starts_({0}) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (std::size_t i = 0; i < written.size(); ++i) {
    const auto byte = static_cast<unsigned char>(written[i]);
    if (byte == '\n') line_starts_.push_back(i + 1);
    if (is_encoded(written[i])) {
      text_ += {kMark, kDigits[byte >> 4], kDigits[byte & 15]};
    } else {
      text_ += written[i];
    }
  }
}

std::string AsciiToml::decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == kMark && i + 2 < text.size()) {
      out += static_cast<char>(digit(text[i + 1]) << 4 | digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

Place AsciiToml::place(std::size_t line, std::size_t column) const {
  const std::size_t index = std::min(line - 1, line_starts_.size() - 1);
  Place out{first_line_ + static_cast<int>(index), 1};
  std::size_t i = line_starts_[index];
  for (std::size_t at = 1; at < column && i < written_.size(); ++i) {
    at += is_encoded(written_[i]) ? 3 : 1;
    if ((static_cast<unsigned char>(written_[i]) & 0xC0) != 0x80) ++out.column;
  }
  return out;
}

}  // namespace daybook
