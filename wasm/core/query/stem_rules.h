// Endings of words and what takes their place, as text that is read where it stands: tables of this
// kind are small.
#pragma once

#include <cstddef>
#include <string_view>

namespace daybook {

struct StemRule {
  std::size_t ending = 0;  // bytes; 0 where no rule holds
  std::string_view replacement;
};

// The rule for the first ending that `word` has behind `least` bytes or more. `rules` are written
// `letters<ending>replacement`, with a space between them and long endings before short ones:
// `letters<`, where it stands, are those of which one must stand before the ending, and without
// `>replacement` nothing takes its place.
StemRule find_stem_rule(std::string_view rules, std::string_view word, std::size_t least = 0);

}  // namespace daybook
