// What the forms of a word have in common: connects, connected and connection are one for search.
//
// English is stemmed as Snowball's English stemmer (Porter2) does; other languages lose the endings
// of their plurals, cases and commonest verb forms.
#pragma once

#include <string>
#include <string_view>

namespace daybook {

// The stem of a token's folded form in a language (BCP 47; only its first part counts). The word
// itself where the language has no stemmer here, and for what is no word of letters (1.88.0, c++).
std::string stem(std::string_view folded_word, std::string_view language);

// What every word of the same stem begins with: a view into `folded_word`, at times shorter than
// the stem (hop for hope and hoping). In a sorted list of words, those of one stem all
// lie in the range of this prefix.
std::string_view stem_prefix(std::string_view folded_word, std::string_view language);

}  // namespace daybook
