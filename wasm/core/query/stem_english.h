// English stems.
#pragma once

#include <string>
#include <string_view>

namespace daybook {

// The stem by Porter2, Snowball's English stemmer (snowballstem.org/algorithms/english), of a word
// of the letters a to z. Its step for apostrophes is left to the tokens, which have none.
std::string english_stem(std::string_view word);

// The part of `word` that every word of its stem begins with.
std::string_view english_stem_prefix(std::string_view word);

}  // namespace daybook
