// The little that Daybook needs to know of single code points, from the Unicode 15 tables.
#pragma once

#include <string_view>

namespace daybook {

// Simple lower case for Latin, Greek, Cyrillic, Armenian and full-width letters; every other
// code point is its own.
char32_t lower_case(char32_t code_point);

// The ASCII letters a lower-case Latin letter with diacritics is folded to (é → e, ß → ss);
// empty for everything else, plain ASCII letters included.
std::string_view base_letters(char32_t code_point);

// True for the combining diacritical marks U+0300 to U+036F.
bool is_combining_mark(char32_t code_point);

// True for letters, marks and digits of any script; below U+0080 for [A-Za-z0-9] alone.
bool is_word_character(char32_t code_point);

}  // namespace daybook
