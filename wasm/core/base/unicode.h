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

// The letter or digit that search takes for a lower-case one of another script than Latin: Greek
// without accents, ё as е, one alef for all, no vowel points, no nukta, digits of ASCII. 0 for a
// mark that does not count; every other code point is its own.
char32_t folded_letter(char32_t code_point);

// The character that a form of it stands for: full-width and mathematical letters, subscript
// digits, the typographic apostrophe; every other code point is its own.
char32_t compatible_character(char32_t code_point);

// True for letters, marks and digits of any script; below U+0080 for [A-Za-z0-9] alone.
bool is_word_character(char32_t code_point);

// True for the word characters of scripts that set no spaces between words: Chinese, Japanese,
// Thai, Lao, Khmer, Burmese; and for Korean, whose words carry their particles with them. Needs
// is_word_character(code_point).
bool is_unspaced(char32_t code_point);

// Where readers of such a script see one character of several: this one belongs to the one before
// it (vowels and marks), or to the one behind it as well (vowels written first, stacked
// consonants).
bool extends_character(char32_t code_point);
bool awaits_character(char32_t code_point);

}  // namespace daybook
