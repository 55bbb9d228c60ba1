// What the scanners share. Like cmark's own they read UTF-8 that ends with a NUL, from where a
// character begins, and none reads past that NUL.
#pragma once

#include <chunk.h>
#include <cmark_ctype.h>

namespace daybook::cmark {

using Text = const unsigned char*;

// A pattern ends at `end`, or is not there if that is null.
inline bufsize_t length(Text start, Text end) {
  return end == nullptr ? 0 : static_cast<bufsize_t>(end - start);
}

// cmark_isspace knows neither vertical tabs nor form feeds.
inline bool is_space(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

inline bool is_blank(unsigned char c) { return c == ' ' || c == '\t'; }

inline bool is_line_end(unsigned char c) { return c == '\n' || c == '\r'; }

inline bool is_alpha(unsigned char c) { return cmark_isalpha(static_cast<char>(c)) != 0; }

inline bool is_alnum(unsigned char c) { return cmark_isalnum(static_cast<char>(c)) != 0; }

// Past the characters that belong: NUL must not.
template <bool belongs(unsigned char)>
Text skip(Text at) {
  while (belongs(*at)) ++at;
  return at;
}

}  // namespace daybook::cmark
