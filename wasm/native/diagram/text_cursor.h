// A place in a fence that moves on, and knows its line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace daybook {

class TextCursor {
 public:
  explicit TextCursor(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ == text_.size(); }
  // 0 at the end, so that no check for it is needed before a comparison.
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  std::string_view rest() const { return text_.substr(at_); }
  std::string_view rest_of_line() const;
  int line() const { return line_; }

  void skip(std::size_t count);
  void skip_spaces();
  void skip_white_space();
  // Skips `text` where it stands here, and says so.
  bool take(std::string_view text);
  // The letters, digits and `-` that stand here, not skipped.
  std::string_view word() const;

  // Skips and returns all before `close`, and skips `close`, on this line or, in quotes, anywhere.
  Result<std::string_view> take_until(std::string_view close);
  Result<std::string_view> take_quoted();

  Error error(std::string message) const;

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace daybook
