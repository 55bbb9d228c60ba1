// Words that stand side by side.
#pragma once

#include <functional>
#include <vector>

#include "core/search/term_finder.h"

namespace daybook {

// Removes from `matches`, documents that hold all words, those where they do not stand one after
// another. `words` are the terms that each word means. Documents that `is_wanted` does not name are
// left alone. What the reader lacks of positions leaves them too.
void keep_phrases(IndexReader& reader, const std::vector<std::vector<FoundTerm>>& words,
                  Within within, const std::function<bool(std::uint32_t)>& is_wanted,
                  Matches& matches);

}  // namespace daybook
