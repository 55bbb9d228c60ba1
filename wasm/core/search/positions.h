// Position files: where in its documents each word of a shard stands, for phrases alone.
//
// The file, in bits (bits.h), is about the postings that the shard says (shard.h):
//   number      the order of a word that stands once in a text; it falls by 1 each time that the
//               word stands there twice as often
//   for each posting:
//     in a title:      number of places there, less 1; number(2) for the first, and for each other
//                      number(2) of words between it and the one before
//     number of places in the text, less 1 unless the word is in the title too; number(order) for
//     the first, and for each other number(order) of words between
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/shard.h"

namespace daybook {

// `postings[i]` has a symbol that is_in_title() where places[i].title is not empty.
std::string write_positions(std::span<const Places> postings);

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
