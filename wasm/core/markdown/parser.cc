#include "core/markdown/parser.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <parser.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "core/markdown/task_items.h"
#include "core/markdown/tree.h"

namespace daybook {
namespace {

// In WebAssembly some 64 MB.
constexpr std::size_t kMaxPieces = 500'000;

// The table extension reads each row twice.
constexpr std::size_t kPiecesPerCell = 8;

// The pieces of memory that a character can make when inline content is parsed, by its kind:
// a node for it, one for the text behind it, its place among the delimiters, and its share
// of the emphasis, link or footnote that it closes.
constexpr std::uint8_t pieces_of(char c) {
  switch (c) {
    case '[':
    case ']':
    case '*':
    case '_':
    case '~':
    case '`':
    case '<':
    case '&': return 5;
    case '@': return 7;
    case ':': return 4;
    case '\n':
    case '\r': return 3;
    case '\\':
    case '!':
    case 'w': return 2;
    default: return 0;
  }
}

constexpr std::array<std::uint8_t, 256> make_piece_table() {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = pieces_of(static_cast<char>(i));
  return table;
}

constexpr std::array<std::uint8_t, 256> kPieces = make_piece_table();

using GfmExtensions = std::array<cmark_syntax_extension*, 3>;

// cmark keeps its extensions in a global list: it is filled once, by the first thread to come,
// and only read from then on.
const GfmExtensions& gfm_extensions() {
  static const GfmExtensions extensions = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return GfmExtensions{cmark_find_syntax_extension("table"),
                         cmark_find_syntax_extension("strikethrough"),
                         cmark_find_syntax_extension("autolink")};
  }();
  return extensions;
}

// Leaf blocks whose text is still to be parsed.
std::size_t expected_inline_pieces(cmark_node* document) {
  std::size_t pieces = 0;
  TreeWalk walk(document);
  while (walk.next()) {
    const cmark_node* node = walk.node();
    if (!walk.is_entering() || node->content.size == 0) continue;
    const bool is_code = node->type == CMARK_NODE_CODE_BLOCK || node->type == CMARK_NODE_HTML_BLOCK;
    if (is_code) continue;
    for (bufsize_t i = 0; i < node->content.size; ++i) {
      pieces += kPieces[node->content.ptr[i]];
    }
  }
  return pieces;
}

Error too_many_pieces() {
  return {"split the document: it has more Markdown in it than fits in memory", {}};
}

// How many bytes the first line has, its end included.
std::size_t line_length(std::string_view text) {
  const std::size_t end = text.find_first_of("\r\n");
  if (end == std::string_view::npos) return text.size();
  const bool is_crlf = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
  return end + (is_crlf ? 2 : 1);
}

}  // namespace

Result<cmark_node*> parse_markdown(ArenaSession& arena, std::string_view text, Syntax syntax) {
  // Positions are asked for since lines are not counted inside code spans without.
  int options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SOURCEPOS;
  if (syntax == Syntax::kGfm) options |= CMARK_OPT_FOOTNOTES;
  cmark_parser* parser = cmark_parser_new_with_mem(options, arena.memory());
  const GfmExtensions& extensions = gfm_extensions();
  if (syntax == Syntax::kGfm) {
    for (cmark_syntax_extension* extension : extensions) {
      cmark_parser_attach_syntax_extension(parser, extension);
    }
  }
  // Line by line, since one line of a table may become thousands of cells.
  const bool is_open_ended = !text.empty() && text.back() != '\n' && text.back() != '\r';
  while (!text.empty()) {
    const std::string_view line = text.substr(0, line_length(text));
    const auto cells = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
    if (arena.pieces() + cells * kPiecesPerCell > kMaxPieces) return too_many_pieces();
    cmark_parser_feed(parser, line.data(), line.size());
    text.remove_prefix(line.size());
  }
  // The last line must be in the tree too before that is measured.
  if (is_open_ended) cmark_parser_feed(parser, "\n", 1);
  if (arena.pieces() + expected_inline_pieces(parser->root) > kMaxPieces) return too_many_pieces();
  cmark_node* document = cmark_parser_finish(parser);
  if (syntax == Syntax::kGfm) mark_task_items(document);
  return document;
}

}  // namespace daybook
