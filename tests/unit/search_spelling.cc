#include "core/search/spelling.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "core/base/text.h"
#include "unit/random_bytes.h"

namespace daybook {
namespace {

std::vector<WordCount> counted(std::string_view words, std::size_t posts = 10) {
  std::vector<WordCount> counts;
  for (const std::string_view word : split(words, ' ')) counts.push_back({word, posts});
  return counts;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += out.empty() ? word : ' ' + word;
  return out;
}

// Optimal string alignment, written down as it is defined.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t& here = table[i][j];
      if (i == 0 || j == 0) {
        here = i + j;
        continue;
      }
      here = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                       table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        here = std::min(here, table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

}  // namespace

TEST_CASE("a word list keeps the words that people may mistype") {
  auto counts = counted(
      "replication rep Straße überall ёлка 1.88.0 pg_dump c++ h2o ab 日本 "
      "averyverylongwordthatnobodytypes");
  counts.push_back({"rare", kLeastSpellingPosts - 1});
  counts.push_back({"seldom", kLeastSpellingPosts});
  const Spelling spelling(write_spelling(counts));
  CHECK(spelling.size() == 6);
  CHECK(joined(spelling.nearest("seldon", 3)) == "seldom");
  CHECK(spelling.nearest("rara", 3).empty());
}

TEST_CASE("mistyped words are near the word that was meant") {
  const Spelling spelling(write_spelling(counted(
      "async await borrow checker compiler configuration kubernetes postgres replication rust "
      "schedule straße überprüfung ёлка ключ مكتبة the then than")));
  struct Row {
    const char* word;
    const char* nearest;
  };
  for (const Row& row : {
           Row{"compilr", "compiler"},
           Row{"compileer", "compiler"},
           Row{"conpiler", "compiler"},
           Row{"comipler", "compiler"},
           Row{"kubernets", "kubernetes"},
           Row{"kubernates", "kubernetes"},
           Row{"kubrnets", "kubernetes"},
           Row{"ubernetes", "kubernetes"},
           Row{"Rsut", "rust"},
           Row{"configration", "configuration"},
           Row{"xbrrxw", ""},  // two of six letters are too many
           Row{"strase", "straße"},
           Row{"uberprufng", "überprüfung"},
           Row{"елко", "ёлка"},
           Row{"клюс", "ключ"},
           Row{"مكتبه", ""},  // a form of the same letter
           Row{"مكتتبة", "مكتبة"},
           Row{"rust", ""},
           Row{"STRASSE", ""},
           Row{"the", "then"},
           Row{"th", ""},
           Row{"", ""},
           Row{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ""},
       }) {
    INFO(row.word);
    CHECK(joined(spelling.nearest(row.word, 3)) == row.nearest);
  }
}

TEST_CASE("of words as near, the commoner goes first") {
  const Spelling spelling(
      write_spelling({{"cart", 5}, {"card", 2000}, {"care", 50}, {"carbs", 9000}, {"cars", 100}}));
  CHECK(joined(spelling.nearest("carx", 2)) == "card cars");
  CHECK(spelling.nearest("carx", 0).empty());
}

TEST_CASE("a word list has room for the commonest words") {
  std::vector<std::string> words;
  std::vector<WordCount> counts;
  RandomBytes random(7);
  for (int i = 0; i < 40'000; ++i) {
    std::string word;
    for (std::size_t length = 4 + random.below(8); length > 0; --length) {
      word += static_cast<char>('a' + random.below(26));
    }
    words.push_back(word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (std::size_t i = 0; i < words.size(); ++i) counts.push_back({words[i], 5 + i % 100});
  counts.push_back({"zymurgical", 1000});
  const std::string file = write_spelling(counts);
  CHECK(file.size() <= kMaxSpellingBytes);
  CHECK(file.size() > kMaxSpellingBytes * 9 / 10);
  CHECK(joined(Spelling(file).nearest("zymurgicla", 1)) == "zymurgical");
}

TEST_CASE("what is written is read") {
  const std::string file =
      write_spelling(counted("zebra zeal aback abacus abaci zebras ёлка ёж ёлки"));
  const Spelling spelling(file);
  CHECK(spelling.size() == 8);  // without ёж, which has two letters
  for (const char* word : {"zebra", "zeal", "aback", "abacus", "abaci", "zebras", "ёлка", "ёлки"}) {
    const auto near = spelling.nearest(std::string(word) + "x", 9);
    CHECK(std::find(near.begin(), near.end(), word) != near.end());
  }
  CHECK(Spelling(write_spelling({})).size() == 0);
}

TEST_CASE("the words found are those that a plain scan finds") {
  RandomBytes random(3);
  const auto draw = [&] { return random.pieces(std::string_view("abc"), 3 + random.below(8)); };
  std::vector<std::string> words;
  for (int i = 0; i < 600; ++i) words.push_back(draw());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<WordCount> counts;
  for (const std::string& word : words) counts.push_back({word, 5});
  const Spelling spelling(write_spelling(counts));
  for (int i = 0; i < 200; ++i) {
    const std::string wanted = draw();
    std::vector<std::string> expected;
    for (std::size_t near = 1; near <= (wanted.size() >= 8 ? 2U : 1U); ++near) {
      for (const std::string& word : words) {
        if (distance(wanted, word) == near) expected.push_back(word);
      }
    }
    CHECK(spelling.nearest(wanted, words.size()) == expected);
  }
}

TEST_CASE("any bytes are a word list") {
  std::string file = write_spelling(counted("replication slots logical postgres schedule"));
  for (std::size_t size = 0; size < file.size(); ++size) {
    CHECK(Spelling(std::string_view(file).substr(0, size)).nearest("postgras", 5).size() <= 5);
  }
  RandomBytes random(1);
  for (int i = 0; i < 300; ++i) {
    std::string bytes = i % 2 == 0 ? file : random.text(random.below(400));
    if (!bytes.empty()) bytes[random.below(bytes.size())] = random.byte();
    const Spelling spelling(bytes);
    for (const std::string& word : spelling.nearest(random.text(9), 3)) CHECK(is_valid_utf8(word));
    CHECK(spelling.nearest("postgras", 3).size() <= 3);
  }
}

}  // namespace daybook
