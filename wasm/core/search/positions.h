// Position files: where in its documents each word of a shard stands, for phrases alone.
//
// The file, in bits (bits.h), is about the postings that the shard says (shard.h):
//   number      the order of a word that stands once in a text; it falls by 1 each time that the
//               word stands there twice as often
//   for each posting:
//     in a title:  the count of places there, number(2) for the first, and for each other number(2)
//                  of words between it and the one before
//     the count of places in the text, number(order) for the first, and for each other
//     number(order)
//                  of words between
// A count is a number, 0 and 1 having changed their places: most are 1.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/shard.h"

namespace daybook {

// Where one document holds a word: numbers of its words, from 0, ascending. A title's words are
// counted by themselves.
struct Places {
  std::vector<std::uint32_t> title;
  std::vector<std::uint32_t> text;

  bool operator==(const Places&) const = default;
};

struct PlacedPosting {
  Symbol symbol;
  Places places;  // a part of a word has none; title is empty where the symbol is not is_in_title()
};

std::string write_positions(std::span<const PlacedPosting> postings);

// Reads the places of postings in their order; `symbols` are those of all postings of the file.
class PositionReader {
 public:
  // `bytes` must outlive the reader.
  explicit PositionReader(std::string_view bytes);

  // Nothing where the bytes make no sense.
  std::optional<Places> next(Symbol symbol);

 private:
  BitReader in_;
  unsigned order_;
};

}  // namespace daybook
