#include "core/query/stem.h"

#include <algorithm>

#include "core/query/stem_english.h"
#include "core/query/stem_light.h"

namespace daybook {
namespace {

constexpr std::string_view kEnglish = "en";

std::string_view first_part(std::string_view language) {
  return language.substr(0, language.find('-'));
}

// Words of letters: what has a digit or a sign of ASCII in it is a name of something.
bool is_inflected(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string stem(std::string_view folded_word, std::string_view language) {
  if (!is_inflected(folded_word)) return std::string(folded_word);
  if (first_part(language) != kEnglish) {
    return std::string(light_stem(folded_word, first_part(language)));
  }
  return is_ascii(folded_word) ? english_stem(folded_word) : std::string(folded_word);
}

std::string_view stem_prefix(std::string_view folded_word, std::string_view language) {
  if (!is_inflected(folded_word)) return folded_word;
  if (first_part(language) != kEnglish) return light_stem(folded_word, first_part(language));
  return is_ascii(folded_word) ? english_stem_prefix(folded_word) : folded_word;
}

}  // namespace daybook
