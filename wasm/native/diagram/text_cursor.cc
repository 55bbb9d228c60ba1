#include "native/diagram/text_cursor.h"

#include <algorithm>
#include <utility>

#include "native/diagram/diagram_source.h"

namespace daybook {

std::string_view TextCursor::rest_of_line() const {
  return rest().substr(0, std::min(rest().find('\n'), rest().size()));
}

void TextCursor::skip(std::size_t count) {
  const std::size_t end = std::min(at_ + count, text_.size());
  for (; at_ < end; ++at_) {
    if (text_[at_] == '\n') ++line_;
  }
}

void TextCursor::skip_spaces() {
  while (peek() == ' ' || peek() == '\t') ++at_;
}

void TextCursor::skip_white_space() {
  while (peek() == ' ' || peek() == '\t' || peek() == '\n') skip(1);
}

bool TextCursor::take(std::string_view text) {
  if (!rest().starts_with(text)) return false;
  skip(text.size());
  return true;
}

std::string_view TextCursor::word() const {
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  };
  std::size_t length = 0;
  while (is_word(peek(length))) ++length;
  return rest().substr(0, length);
}

Result<std::string_view> TextCursor::take_until(std::string_view close) {
  const std::size_t length = rest_of_line().find(close);
  if (length == std::string_view::npos) return error("close this with " + std::string(close));
  const std::string_view found = rest().substr(0, length);
  skip(length + close.size());
  return found;
}

Result<std::string_view> TextCursor::take_quoted() {
  const std::size_t length = rest().substr(1).find('"');
  if (length == std::string_view::npos) return error("close the quotes that begin here");
  const std::string_view found = rest().substr(1, length);
  skip(length + 2);
  return found;
}

Error TextCursor::error(std::string message) const {
  return diagram_error(line_, std::move(message));
}

}  // namespace daybook
