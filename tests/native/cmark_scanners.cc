// The scanners of wasm/core/cmark find what cmark's own find: those are compiled here, too.
#include <chunk.h>
#include <cmark_ctype.h>
#include <ext_scanners.h>
#include <scanners.h>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "spec/spec_texts.h"

// Its header has no guard, and declares functions of C, which are the same in every namespace.
#define _ext_scan_at original_ext_scan_at
#define _scan_table_start original_scan_table_start
#define _scan_table_cell original_scan_table_cell
#define _scan_table_cell_end original_scan_table_cell_end
#define _scan_table_row_end original_scan_table_row_end
#define _scan_tasklist original_scan_tasklist
namespace original {
#include <ext_scanners.c>
#include <scanners.c>
}  // namespace original
#undef _ext_scan_at
#undef _scan_table_start
#undef _scan_table_cell
#undef _scan_table_cell_end
#undef _scan_table_row_end
#undef _scan_tasklist

using namespace std::literals;

namespace {

using Bytes = const unsigned char*;

struct Scanner {
  std::string_view name;
  bufsize_t (*ours)(Bytes);
  bufsize_t (*original)(Bytes);
};

const auto kScanners = std::to_array<Scanner>({
    {"autolink_uri", _scan_autolink_uri, original::_scan_autolink_uri},
    {"autolink_email", _scan_autolink_email, original::_scan_autolink_email},
    {"html_tag", _scan_html_tag, original::_scan_html_tag},
    {"liberal_html_tag", _scan_liberal_html_tag, original::_scan_liberal_html_tag},
    {"html_block_start_7", _scan_html_block_start_7, original::_scan_html_block_start_7},
    {"html_block_end_1", _scan_html_block_end_1, original::_scan_html_block_end_1},
    {"html_block_end_2", _scan_html_block_end_2, original::_scan_html_block_end_2},
    {"html_block_end_3", _scan_html_block_end_3, original::_scan_html_block_end_3},
    {"html_block_end_4", _scan_html_block_end_4, original::_scan_html_block_end_4},
    {"html_block_end_5", _scan_html_block_end_5, original::_scan_html_block_end_5},
    {"link_title", _scan_link_title, original::_scan_link_title},
    {"spacechars", _scan_spacechars, original::_scan_spacechars},
    {"atx_heading_start", _scan_atx_heading_start, original::_scan_atx_heading_start},
    {"setext_heading_line", _scan_setext_heading_line, original::_scan_setext_heading_line},
    {"open_code_fence", _scan_open_code_fence, original::_scan_open_code_fence},
    {"close_code_fence", _scan_close_code_fence, original::_scan_close_code_fence},
    {"footnote_definition", _scan_footnote_definition, original::_scan_footnote_definition},
    {"table_start", _scan_table_start, original::original_scan_table_start},
    {"table_cell_end", _scan_table_cell_end, original::original_scan_table_cell_end},
    {"table_row_end", _scan_table_row_end, original::original_scan_table_row_end},
});

Bytes bytes(const char* text) { return reinterpret_cast<Bytes>(text); }

bool is_boundary(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

// What began a block of HTML in CommonMark 0.29 as `text` begins one since: <source> did,
// <search> did not, and declarations were in upper case.
std::string as_before(std::string text) {
  if (text.size() > 2 && text[0] == '<' && text[1] == '!' && cmark_isalpha(text[2]) != 0) {
    text[2] = 'A';
  }
  const std::size_t name = text.size() > 1 && text[1] == '/' ? 2 : 1;
  std::string word;
  for (const char c : text.substr(std::min(name, text.size()), 6)) {
    word += cmark_isalpha(c) != 0 ? static_cast<char>(c | 0x20) : c;
  }
  if (word == "search") text.replace(name, 6, "source");
  if (word == "source") text.replace(name, 6, "search");
  return text;
}

// The first scanner that sees `text` otherwise than its original; empty where none does.
std::string differences(const std::string& text) {
  for (const Scanner& scanner : kScanners) {
    const bufsize_t ours = scanner.ours(bytes(text.c_str()));
    const bufsize_t original = scanner.original(bytes(text.c_str()));
    if (ours == original) continue;
    return std::string(scanner.name) + ": " + std::to_string(ours) + ", not " +
           std::to_string(original) + ": " + text.substr(0, 200);
  }
  // cmark's reads past a NUL; where it is asked, a line ends before.
  const std::string line = text + '\n';
  const bufsize_t cell = original::original_scan_table_cell(bytes(line.c_str()));
  if (_scan_table_cell(bytes(text.c_str())) != cell ||
      _scan_table_cell(bytes(line.c_str())) != cell) {
    return "table_cell: " + text;
  }
  if ((_scan_html_cdata(bytes(text.c_str())) > 0) !=
      (original::_scan_html_cdata(bytes(text.c_str())) > 0)) {
    return "html_cdata: " + text;
  }
  if (_scan_html_block_start(bytes(text.c_str())) !=
      original::_scan_html_block_start(bytes(as_before(text).c_str()))) {
    return "html_block_start: " + text;
  }
  return {};
}

void compare_at_all_offsets(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_boundary(text[i])) continue;
    const std::string found = differences(std::string(text.substr(i)));
    if (!found.empty()) FAIL_CHECK(found);
  }
}

// What the patterns are made of, by pattern.
const std::vector<std::vector<std::string_view>> kPieces = {
    {"<", "</", "a",     "B1",       "x-y",   " ",         "\n", "\t",   "\v", "\f", "\r\n",
     "=", "'",  "\"",    "`",        "/",     ">",         "/>", "é",    "👍",  "_",  ":",
     ".", "-",  "title", "data-x=1", "b='c'", "d = \"e\"", "<a", "</a>", "\\"},
    {"<",         "</",        "<!",        "<!-",      "<!--",      "-->",        "<?",
     "?>",        "<![CDATA[", "<![cdata[", "CDATA[",   "]]>",       "]",          "]]",
     ">",         "/>",        " ",         "\n",       "x",         "X",          "script",
     "SCRIPT",    "pre",       "Style",     "textarea", "</script>", "</PRE>",     "div",
     "p",         "P",         "h1",        "H6",       "ul",        "table",      "search",
     "Source",    "source",    "title",     "param",    "noframes",  "figcaption", "blockquote",
     "optgroups", "\x11",      "é",         "-",        "<p",        "</li",       "<hr/>"},
    {"\"", "'", "(", ")", "\\", "\\\\", "\\\"", "\\'", "\\(", "\\)", "a", "b c", "\n", "ü", "\r",
     "."},
    {"#", "##",  "######", " ", "\t", "\n",  "\r", "=", "===", "-", "---", "`",  "```",
     "~", "~~~", "a",      "é", "[^", "[^a", "]:", "]", "[",   ":", "\v",  "\f", "x"},
    {"|",    "-",  "--", ":",   ":-",    "-:", " ", "\t", "\v",  "\f",     "\n",
     "\r\n", "\r", "\\", "\\|", "\\\\|", "a",  "é", "💥",  "|-|", "| --- |"},
    {"http",
     "h",
     "ht",
     "a+b.c-d",
     "mailto:",
     ":",
     "://",
     ">",
     "<",
     " ",
     "\x01",
     "\x7F",
     "@",
     ".",
     "-",
     "example",
     "example.com",
     "a",
     "1",
     "!#$%&'*+/=?^_`{|}~",
     "ü",
     "(",
     ",",
     "x@y.z>",
     "abcdefghijklmnopqrstuvwxyzabcdef",
     "0123456789012345678901234567890123456789012345678901234567"},
};

std::string random_text(std::mt19937& random) {
  const auto below = [&](std::size_t end) { return random() % end; };
  const std::vector<std::string_view>& pieces = kPieces[below(kPieces.size())];
  std::string text;
  for (std::size_t count = 1 + below(12); count > 0; --count) {
    const bool is_stray = below(20) == 0;
    const std::vector<std::string_view>& from = is_stray ? kPieces[below(kPieces.size())] : pieces;
    text += from[below(from.size())];
  }
  return text;
}

}  // namespace

TEST_CASE("the scanners find in the specifications' texts what cmark's find") {
  for (const std::string_view spec :
       {daybook::kGfmSpec, daybook::kGfmExtensions, daybook::kGfmRegressions}) {
    std::string_view rest = spec;
    while (!rest.empty()) {
      const std::size_t end = rest.find("\n\n");
      const std::string_view paragraph = rest.substr(0, end == rest.npos ? end : end + 2);
      compare_at_all_offsets(paragraph);
      rest.remove_prefix(paragraph.size());
    }
  }
}

TEST_CASE("the scanners find in random texts what cmark's find") {
  std::mt19937 random(20261123);
  for (int i = 0; i < 40'000; ++i) compare_at_all_offsets(random_text(random));
}

TEST_CASE("the scanners find in long runs what cmark's find, in linear time") {
  constexpr std::size_t kCount = 20'000;
  for (const auto& pieces : kPieces) {
    for (const std::string_view first : pieces) {
      for (const std::string_view piece : {"a"sv, " "sv, "-"sv, "\\"sv, "<"sv, "|"sv, " a=b"sv}) {
        std::string text(first);
        for (std::size_t i = 0; i < kCount; i += piece.size()) text += piece;
        const std::string found = differences(text);
        if (!found.empty()) FAIL_CHECK(found);
      }
    }
  }
}
