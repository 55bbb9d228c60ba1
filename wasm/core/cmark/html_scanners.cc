// The scanners of HTML that cmark's scanners.h declares for its parsers, by hand: cmark's are a
// state machine of 270 KB of C. What they find is the same but for the blocks that CommonMark has
// begun or not since 0.29: see _scan_html_block_start.
#include <scanners.h>

#include <array>
#include <cstddef>
#include <string_view>

#include "core/cmark/text.h"

namespace daybook::cmark {
namespace {

// The blocks that end with their own tag, and those that end with a blank line.
constexpr auto kRawBlocks = std::to_array<const char*>({"pre", "script", "style", "textarea"});
constexpr std::string_view kBlocks =
    " address article aside base basefont blockquote body caption center col colgroup dd details"
    " dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6"
    " head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option"
    " p param search section summary table tbody td tfoot th thead title tr track ul ";

unsigned char lower(unsigned char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c | 0x20) : c;
}

// Past `word`, which is in lower case while the text need not be; null where it does not stand.
Text past(Text at, const char* word) {
  for (; *word != '\0'; ++word, ++at) {
    if (lower(*at) != static_cast<unsigned char>(*word)) return nullptr;
  }
  return at;
}

bool is_tag_name(unsigned char c) { return is_alnum(c) || c == '-'; }

bool is_attribute_start(unsigned char c) { return is_alpha(c) || c == '_' || c == ':'; }

bool is_attribute_name(unsigned char c) {
  return is_attribute_start(c) || is_alnum(c) || c == '.' || c == '-';
}

bool is_unquoted_value(unsigned char c) {
  return c > ' ' && c != '"' && c != '\'' && c != '=' && c != '<' && c != '>' && c != '`';
}

Text past_value(Text at) {
  const unsigned char quote = *at;
  if (quote != '"' && quote != '\'') {
    const Text end = skip<is_unquoted_value>(at);
    return end == at ? nullptr : end;
  }
  do {
    if (*++at == 0) return nullptr;
  } while (*at != quote);
  return at + 1;
}

// Past the tag whose `<` stands before `at`.
Text past_tag(Text at) {
  const bool is_closing = *at == '/';
  if (is_closing) ++at;
  if (!is_alpha(*at)) return nullptr;
  at = skip<is_tag_name>(at);
  for (;;) {
    const Text name = skip<is_space>(at);
    if (*name == '>') return name + 1;
    if (is_closing) return nullptr;
    if (*name == '/') return name[1] == '>' ? name + 2 : nullptr;
    if (name == at || !is_attribute_start(*name)) return nullptr;
    at = skip<is_attribute_name>(name);
    const Text equals = skip<is_space>(at);
    if (*equals != '=') continue;
    at = past_value(skip<is_space>(equals + 1));
    if (at == nullptr) return nullptr;
  }
}

bool is_block(Text name, std::size_t size) {
  std::array<char, 12> word = {' '};
  if (size == 0 || size + 2 > word.size()) return false;
  for (std::size_t i = 0; i < size; ++i) word[i + 1] = static_cast<char>(lower(name[i]));
  word[size + 1] = ' ';
  return kBlocks.find(std::string_view(word.data(), size + 2)) != std::string_view::npos;
}

// Past the last `closing` in the line.
Text past_last(Text at, const char* closing) {
  Text end = nullptr;
  for (; *at != '\n' && *at != 0; ++at) {
    if (const Text found = past(at, closing)) end = found;
  }
  return end;
}

}  // namespace
}  // namespace daybook::cmark

using namespace daybook::cmark;

bufsize_t _scan_html_tag(Text at) { return length(at, past_tag(at)); }

bufsize_t _scan_liberal_html_tag(Text at) {
  const bufsize_t size = length(at, past_last(at, ">"));
  return size == 1 ? 0 : size;
}

// Only tells whether a section begins: whoever asks looks for its end.
bufsize_t _scan_html_cdata(Text at) { return length(at, past(at, "cdata[")); }

// As CommonMark 0.31.2 has it: <search> begins a block, <source> does not, and the name of a
// declaration may be in lower case.
bufsize_t _scan_html_block_start(Text at) {
  if (*at++ != '<') return 0;
  if (past(at, "!--") != nullptr) return 2;
  if (*at == '?') return 3;
  if (*at == '!') return is_alpha(at[1]) ? 4 : past(at, "![cdata[") != nullptr ? 5 : 0;
  const bool is_closing = *at == '/';
  if (is_closing) ++at;
  for (const char* name : kRawBlocks) {
    const Text end = is_closing ? nullptr : past(at, name);
    if (end != nullptr && (is_space(*end) || *end == '>')) return 1;
  }
  const Text end = skip<is_alnum>(at);
  const bool ends = is_space(*end) || *end == '>' || (*end == '/' && end[1] == '>');
  return ends && is_block(at, static_cast<std::size_t>(end - at)) ? 6 : 0;
}

bufsize_t _scan_html_block_start_7(Text at) {
  if (*at != '<' || (at = past_tag(at + 1)) == nullptr) return 0;
  while (is_blank(*at) || *at == '\f') ++at;
  return is_line_end(*at) ? 7 : 0;
}

bufsize_t _scan_html_block_end_1(Text at) {
  Text end = nullptr;
  for (Text tag = at; *tag != '\n' && *tag != 0; ++tag) {
    if (tag[0] != '<' || tag[1] != '/') continue;
    for (const char* name : kRawBlocks) {
      const Text found = past(tag + 2, name);
      if (found != nullptr && *found == '>') end = found + 1;
    }
  }
  return length(at, end);
}

bufsize_t _scan_html_block_end_2(Text at) { return length(at, past_last(at, "-->")); }

bufsize_t _scan_html_block_end_3(Text at) { return length(at, past_last(at, "?>")); }

bufsize_t _scan_html_block_end_4(Text at) { return length(at, past_last(at, ">")); }

bufsize_t _scan_html_block_end_5(Text at) { return length(at, past_last(at, "]]>")); }
