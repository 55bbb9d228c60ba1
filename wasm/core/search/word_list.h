// The words that several documents share, for telling a slip of the finger from a word.
//
// The file, in bits (bits.h):
//   code        of commonness (prefix_code.h), below kCommonness
//   texts       the words, folded, ascending (sorted_texts.h)
//   for each word its commonness: how often the number of its documents can be halved
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

inline constexpr std::uint32_t kCommonness = 32;

struct ListedWord {
  std::string folded;
  std::uint32_t commonness = 0;

  bool operator==(const ListedWord&) const = default;
};

std::string write_word_list(const std::vector<ListedWord>& words);

// Any bytes are safe; nothing for those that are no list.
std::optional<std::vector<ListedWord>> read_word_list(std::string_view bytes);

}  // namespace daybook
