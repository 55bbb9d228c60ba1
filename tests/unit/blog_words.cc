#include "core/blog/words.h"

#include <array>
#include <catch2/catch_test_macros.hpp>

#include "core/page/ledger.h"

namespace daybook {

TEST_CASE("each language counts in its own forms") {
  struct Row {
    const char* language;
    std::array<std::size_t, 8> forms;  // of 0, 1, 2, 3, 11, 21, 100, 103
  };
  for (const Row& row :
       {Row{"en", {1, 0, 1, 1, 1, 1, 1, 1}}, Row{"de-AT", {1, 0, 1, 1, 1, 1, 1, 1}},
        Row{"fr", {0, 0, 1, 1, 1, 1, 1, 1}}, Row{"hi", {0, 0, 1, 1, 1, 1, 1, 1}},
        Row{"ja", {0, 0, 0, 0, 0, 0, 0, 0}}, Row{"zh-TW", {0, 0, 0, 0, 0, 0, 0, 0}},
        Row{"ru", {2, 0, 1, 1, 2, 0, 2, 1}}, Row{"AR", {0, 1, 2, 3, 4, 4, 5, 3}},
        Row{"", {1, 0, 1, 1, 1, 1, 1, 1}}}) {
    constexpr std::array<std::size_t, 8> kCounts = {0, 1, 2, 3, 11, 21, 100, 103};
    for (std::size_t i = 0; i < kCounts.size(); ++i) {
      CAPTURE(row.language, kCounts[i]);
      CHECK(plural_form(row.language, kCounts[i]) == row.forms[i]);
      CHECK(row.forms[i] < plural_forms(row.language));
    }
  }
}

TEST_CASE("words are filled in, and English stands where a language is silent") {
  Words words;
  CHECK(words.count("en", Word::kEntries, 1) == "1 entry");
  CHECK(words.count("en", Word::kEntries, 0) == "0 entries");
  CHECK(words.date({2026, 3, 6}) == "March 6, 2026");
  CHECK(words.fill(Word::kPageOf, {{"n", "2"}, {"count", "{n}"}}) == "Page 2 of {n}");
  CHECK(words.pairs().empty());

  words.set("entries", "{n} Eintrag|{n} Einträge");
  words.set("date", "{day}. {month} {year}, {nothing}, {unclosed");
  words.set("copy", "Kopieren");
  CHECK(words.count("de", Word::kEntries, 2) == "2 Einträge");
  CHECK(words.date({2026, 12, 24}) == "24. December 2026, , {unclosed");
  CHECK(words[Word::kArchive] == "Archive");
  CHECK(words.script_words() == Words::Pairs{{"copy", "Kopieren"}});
  CHECK(words.pairs().size() == 3);
}

TEST_CASE("languages have their direction") {
  CHECK(text_direction("ar") == "rtl");
  CHECK(text_direction("fa-IR") == "rtl");
  CHECK(text_direction("en") == "ltr");
  CHECK(text_direction("") == "ltr");
}

}  // namespace daybook
