// TOML in ASCII alone, for a parser that is undefined for other letters outside of strings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "native/value.h"

namespace daybook {

// Every byte beyond ASCII is written as Q and two digits, and so is Q itself, which TOML's syntax
// does not know. Thus names may hold any letter without quotes, as the next TOML wants it.
class AsciiToml {
 public:
  // `written` begins on `first_line` of its file and must outlive this.
  AsciiToml(std::string_view written, int first_line);

  std::string_view text() const { return text_; }

  static std::string decode(std::string_view text);

  // The place in the file of a line and column of text(), both from 1.
  Place place(std::size_t line, std::size_t column) const;

 private:
  std::string_view written_;
  int first_line_;
  std::vector<std::size_t> line_starts_;  // offsets in `written_`
  std::string text_;
};

}  // namespace daybook
