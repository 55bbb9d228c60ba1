// Words that stand side by side.
#pragma once

#include <cstdint>
#include <vector>

#include "core/search/term_finder.h"

namespace daybook {

// Removes from `matches`, documents that hold all words, those where they do not stand one after
// another. `words` are the terms that each word means. Documents whose `is_wanted` is 0 are left
// alone. Where the reader lacks positions, all are.
void keep_phrases(IndexReader& reader, const std::vector<std::vector<FoundTerm>>& words,
                  Within within, const std::vector<std::uint8_t>& is_wanted, Matches& matches);

}  // namespace daybook
