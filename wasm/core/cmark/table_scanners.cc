// The scanners of tables that cmark's ext_scanners.h declares for its extension, by hand. What they
// find is the same.
#include <ext_scanners.h>

#include "core/cmark/text.h"

namespace daybook::cmark {
namespace {

bool is_padding(unsigned char c) { return c != '\n' && c != '\r' && is_space(c); }

// Past a line's end, with the white space before it.
Text past_line_end(Text at) {
  at = skip<is_padding>(at);
  if (*at == '\r') ++at;
  return *at == '\n' ? at + 1 : nullptr;
}

}  // namespace
}  // namespace daybook::cmark

using namespace daybook::cmark;

bufsize_t _ext_scan_at(bufsize_t (*scanner)(Text), unsigned char* text, int size,
                       bufsize_t offset) {
  if (text == nullptr || offset >= size) return 0;
  const unsigned char behind = text[size];
  text[size] = 0;
  const bufsize_t result = scanner(text + offset);
  text[size] = behind;
  return result;
}

bufsize_t _scan_table_start(Text start) {
  Text at = start;
  if (*at == '|') ++at;
  for (;;) {
    at = skip<is_padding>(at);
    if (*at == ':') ++at;
    const Text dashes = at;
    while (*at == '-') ++at;
    if (at == dashes) return 0;
    if (*at == ':') ++at;
    at = skip<is_padding>(at);
    const bool has_bar = *at == '|';
    if (has_bar) ++at;
    if (const Text end = past_line_end(at)) return length(start, end);
    if (!has_bar) return 0;
  }
}

bufsize_t _scan_table_cell(Text start) {
  Text at = start;
  while (*at != 0 && *at != '\n' && *at != '\r') {
    if (*at == '|' && (at == start || at[-1] != '\\')) break;
    ++at;
  }
  return length(start, at);
}

bufsize_t _scan_table_cell_end(Text start) {
  return *start == '|' ? length(start, skip<is_padding>(start + 1)) : 0;
}

bufsize_t _scan_table_row_end(Text start) { return length(start, past_line_end(start)); }
