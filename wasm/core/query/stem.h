// What the forms of a word have in common: connects, connected and connection are one for search.
#pragma once

#include <string>
#include <string_view>

namespace daybook {

// The stem of a folded word in a language (BCP 47; only its first part counts). The word itself
// where the language has no stemmer here.
std::string stem(std::string_view folded_word, std::string_view language);

}  // namespace daybook
