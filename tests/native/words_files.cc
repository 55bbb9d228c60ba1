// web/words: every language says everything.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "core/base/text.h"
#include "core/blog/words.h"

namespace daybook {
namespace {

std::set<std::string> places(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    found.emplace(text.substr(open, text.find('}', open) - open + 1));
  }
  found.erase("{n}");  // a form may spell the number out
  return found;
}

bool is_counted(Word word) {
  switch (word) {
    case Word::kEntries:
    case Word::kMatches:
    case Word::kFirstShown:
    case Word::kArchiveAbout:
    case Word::kTagCount:
    case Word::kReadingTime: return true;
    default: return false;
  }
}

}  // namespace

TEST_CASE("every language has every word, with its places and its plural forms") {
  const std::filesystem::path folder =
      std::filesystem::path(DAYBOOK_SOURCE_FOLDER) / "web" / "words";
  std::size_t languages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    ++languages;
    const std::string language = entry.path().stem().string();
    std::ifstream stream(entry.path());
    const auto words = nlohmann::json::parse(stream, nullptr, false);
    REQUIRE(words.is_object());
    for (std::size_t i = 0; i < static_cast<std::size_t>(Word::kCount); ++i) {
      const auto word = static_cast<Word>(i);
      const auto [key, english_text] = english(word);
      CAPTURE(language, key);
      const auto found = words.find(std::string(key));
      REQUIRE(found != words.end());
      const auto text = found->get<std::string>();
      CHECK_FALSE(text.empty());
      if (word == Word::kMonths) {
        CHECK(split(text, '|').size() == 12);
      } else if (word == Word::kDate) {
        CHECK(text.find("{year}") != text.npos);
        CHECK(text.find("{day}") != text.npos);
      } else if (is_counted(word)) {
        CHECK(split(text, '|').size() == plural_forms(language));
        CHECK(places(text) == places(english_text));
      } else {
        CHECK(text.find('|') == text.npos);
        CHECK(places(text) == places(english_text));
      }
    }
  }
  CHECK(languages >= 7);
}

}  // namespace daybook
