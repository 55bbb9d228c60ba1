// Cards: what a list of results shows of documents, kCardsInFile a file.
//
// The file, in bits (bits.h), is about as many documents as the root says:
//   number      of tags, and for each a text: the tags of these documents, none twice
//   code        of the bytes of texts (prefix_code.h)
//   text        what all paths begin with
//   for each document:
//     text      title
//     bits(1)   1 where the rest of the path is the title's slug (text.h: path_slug) and `/`; else
//     text        that rest
//     bits(1)   1 where it has a date, and then
//       number(4)  days between it and the one before; the first: since 0001-01-01, number(12)
//     number    of tags, and for each number: which
//     number    its language, among those of the root, which are in order of use
// A text is its bytes, of which none is 0, and a byte 0. The tags' texts come behind the code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"

namespace daybook {

inline constexpr std::uint32_t kCardsInFile = 16;

struct Card {
  std::string title;
  std::string path;
  std::optional<Date> date;
  std::vector<std::string> tags;
  std::uint32_t language = 0;  // its number in the root

  bool operator==(const Card&) const = default;
};

// Newest first, those without a date last. Bytes 0 are left out of texts.
std::string write_cards(std::span<const Card> cards);

// Any bytes are safe; nothing for those that are not `count` cards.
std::optional<std::vector<Card>> read_cards(std::string_view bytes, std::uint32_t count);

}  // namespace daybook
