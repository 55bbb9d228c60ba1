#include "core/markdown/piece_budget.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace daybook {
namespace {

// The table extension reads each row twice.
constexpr std::size_t kPiecesPerCell = 8;

// A node of text, and its own copy of that.
constexpr std::size_t kPiecesPerNode = 2;

// A node of text, its place among the delimiters, and a node for the text behind it.
constexpr std::size_t kPiecesPerSmartMark = 3;

// The most that pieces_of gives.
constexpr std::size_t kMostPieces = 7;

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
    case '$':
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

// What cmark looks at for smart punctuation. Even where that is not asked for it makes a piece of
// its own of them, unless they stand in the middle of text.
bool is_lone(unsigned char c) { return c == '"' || c == '\'' || c == '-' || c == '.'; }

std::size_t expected_pieces(std::string_view text, Punctuation punctuation) {
  std::size_t pieces = 0;
  bool is_inside_text = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_lone(byte) && punctuation == Punctuation::kSmart) {
      pieces += kPiecesPerSmartMark;
    } else if (is_lone(byte)) {
      pieces += is_inside_text ? 0 : kPiecesPerNode;
    } else {
      pieces += kPieces[byte];
      is_inside_text = kPieces[byte] == 0;
    }
  }
  return pieces;
}

std::size_t expected_pieces(cmark_node* document, Punctuation punctuation) {
  std::size_t pieces = 0;
  TreeWalk walk(document);
  while (walk.next()) {
    const cmark_node* node = walk.node();
    const bool is_code = node->type == CMARK_NODE_CODE_BLOCK || node->type == CMARK_NODE_HTML_BLOCK;
    if (!walk.is_entering() || is_code) continue;
    const cmark_strbuf& content = node->content;
    pieces += expected_pieces(
        {reinterpret_cast<const char*>(content.ptr), static_cast<std::size_t>(content.size)},
        punctuation);
  }
  return pieces;
}

}  // namespace

bool has_room_for_line(std::size_t pieces, std::string_view line) {
  // Few documents are so large that it is worth counting.
  if (pieces + line.size() * kPiecesPerCell <= kMaxPieces) return true;
  const auto cells = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
  return pieces + cells * kPiecesPerCell <= kMaxPieces;
}

bool has_room_for_inlines(std::size_t pieces, std::size_t bytes, cmark_node* document,
                          Punctuation punctuation) {
  if (pieces + bytes * kMostPieces <= kMaxPieces) return true;
  return pieces + expected_pieces(document, punctuation) <= kMaxPieces;
}

}  // namespace daybook
