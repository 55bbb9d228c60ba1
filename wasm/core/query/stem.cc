#include "core/query/stem.h"

#include <algorithm>

#include "core/query/stem_english.h"

namespace daybook {
namespace {

bool is_english(std::string_view language) {
  return language.substr(0, language.find('-')) == "en";
}

bool is_ascii_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string stem(std::string_view folded_word, std::string_view language) {
  if (is_english(language) && is_ascii_letters(folded_word)) return english_stem(folded_word);
  return std::string(folded_word);
}

std::string_view stem_prefix(std::string_view folded_word, std::string_view language) {
  if (is_english(language) && is_ascii_letters(folded_word)) {
    return english_stem_prefix(folded_word);
  }
  return folded_word;
}

}  // namespace daybook
