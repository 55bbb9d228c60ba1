// Stems of languages other than English: endings taken off, and nothing put in their place.
#pragma once

#include <string_view>

namespace daybook {

// The stem of a folded word, which it begins with; the word itself where the language has no
// endings here. `language` is the first part of a BCP 47 tag.
std::string_view light_stem(std::string_view word, std::string_view language);

}  // namespace daybook
