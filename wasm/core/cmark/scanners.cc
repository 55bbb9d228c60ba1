// The scanners of Markdown that cmark's scanners.h declares for its parsers, by hand: cmark's are
// a state machine of 270 KB of C. What they find is the same.
#include <scanners.h>

#include "core/cmark/text.h"

namespace daybook::cmark {
namespace {

constexpr bufsize_t kMaxSchemeBytes = 32;
constexpr bufsize_t kMaxDomainLabelBytes = 63;

bool is_scheme(unsigned char c) { return is_alnum(c) || c == '.' || c == '+' || c == '-'; }

bool is_uri(unsigned char c) { return c > ' ' && c != '<' && c != '>'; }

bool is_mailbox(unsigned char c) {
  switch (c) {
    case '"':
    case '(':
    case ')':
    case ',':
    case ':':
    case ';':
    case '<':
    case '>':
    case '@':
    case '[':
    case '\\':
    case ']': return false;
    default: return c > ' ' && c < 0x7F;
  }
}

bool is_domain_label(unsigned char c) { return is_alnum(c) || c == '-'; }

bool is_footnote_label(unsigned char c) {
  return c != ']' && c != 0 && !is_blank(c) && !is_line_end(c);
}

bool is_blank_to_line_end(Text at) { return is_line_end(*skip<is_blank>(at)); }

// Past a fence of three or more.
Text past_fence(Text start) {
  if (*start != '`' && *start != '~') return nullptr;
  Text end = start;
  while (*end == *start) ++end;
  return end - start < 3 ? nullptr : end;
}

}  // namespace
}  // namespace daybook::cmark

using namespace daybook::cmark;

bufsize_t _scan_at(bufsize_t (*scanner)(Text), cmark_chunk* chunk, bufsize_t offset) {
  unsigned char* text = chunk->data;
  if (text == nullptr || offset > chunk->len) return 0;
  const unsigned char behind = text[chunk->len];
  text[chunk->len] = 0;
  const bufsize_t result = scanner(text + offset);
  text[chunk->len] = behind;
  return result;
}

bufsize_t _scan_autolink_uri(Text start) {
  if (!is_alpha(*start)) return 0;
  Text at = skip<is_scheme>(start);
  const bufsize_t size = length(start, at);
  if (size < 2 || size > kMaxSchemeBytes || *at != ':') return 0;
  at = skip<is_uri>(at + 1);
  return *at == '>' ? length(start, at + 1) : 0;
}

bufsize_t _scan_autolink_email(Text start) {
  Text at = skip<is_mailbox>(start);
  if (at == start || *at != '@') return 0;
  do {
    const Text label = ++at;
    at = skip<is_domain_label>(label);
    if (at == label || length(label, at) > kMaxDomainLabelBytes) return 0;
    if (*label == '-' || at[-1] == '-') return 0;
  } while (*at == '.');
  return *at == '>' ? length(start, at + 1) : 0;
}

// The title ends with the first closing mark that no backslash stands before; if there is none,
// with the last.
bufsize_t _scan_link_title(Text start) {
  if (*start != '"' && *start != '\'' && *start != '(') return 0;
  const unsigned char closing = *start == '(' ? ')' : *start;
  Text end = nullptr;
  for (Text at = start + 1; *at != 0; ++at) {
    if (*at == closing) end = at + 1;
    if ((*at == closing || *at == *start) && at[-1] != '\\') break;
  }
  return length(start, end);
}

bufsize_t _scan_spacechars(Text start) { return length(start, skip<is_space>(start)); }

bufsize_t _scan_atx_heading_start(Text start) {
  Text at = start;
  while (*at == '#') ++at;
  if (at == start || at - start > 6) return 0;
  if (is_line_end(*at)) return length(start, at + 1);
  return is_blank(*at) ? length(start, skip<is_blank>(at)) : 0;
}

bufsize_t _scan_setext_heading_line(Text start) {
  if (*start != '=' && *start != '-') return 0;
  Text at = start;
  while (*at == *start) ++at;
  if (!is_blank_to_line_end(at)) return 0;
  return *start == '=' ? 1 : 2;
}

bufsize_t _scan_open_code_fence(Text start) {
  const Text end = past_fence(start);
  if (end == nullptr) return 0;
  // An info string behind backticks has none.
  Text at = end;
  while (*at != 0 && !is_line_end(*at) && (*at != '`' || *start == '~')) ++at;
  return is_line_end(*at) ? length(start, end) : 0;
}

bufsize_t _scan_close_code_fence(Text start) {
  const Text end = past_fence(start);
  return end != nullptr && is_blank_to_line_end(end) ? length(start, end) : 0;
}

bufsize_t _scan_footnote_definition(Text start) {
  if (start[0] != '[' || start[1] != '^') return 0;
  const Text label = start + 2;
  const Text end = skip<is_footnote_label>(label);
  if (end == label || end[0] != ']' || end[1] != ':') return 0;
  return length(start, skip<is_blank>(end + 2));
}
