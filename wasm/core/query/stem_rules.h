// Endings of words and what takes their place, as text that is read where it stands: tables of this
// kind are small.
#pragma once

#include <cstddef>
#include <string_view>

namespace daybook {

struct StemRule {
  std::string_view ending;  // empty where no rule was found
  std::string_view replacement;
};

// The first of `rules` whose ending `word` has behind `least` bytes or more. They are written
// `ending>replacement`, or `ending` alone where nothing takes its place, with a space between them:
// long endings before short ones.
StemRule find_stem_rule(std::string_view rules, std::string_view word, std::size_t least = 0);

}  // namespace daybook
