// Guesses what somebody meant to write.
#pragma once

#include <span>
#include <string_view>

namespace daybook {

// The one of `known` that `word` is most likely a slip of: one letter more, less, other or
// swapped with its neighbour; two of these in words of at least six letters. Words of three
// letters are too close to everything. Empty where nothing is near. Case does not count.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known);

}  // namespace daybook
