#include "core/query/tokens.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/text.h"
#include "unit/random_bytes.h"

namespace daybook {
namespace {

// `word` or `word=folded` where they differ, with a sign before it: + joined, / part, * lone.
std::string written(const Token& token) {
  std::string out;
  if (token.is_joined) out += '+';
  if (token.is_part) out += '/';
  if (token.is_lone) out += '*';
  out += token.word;
  if (token.word != token.folded) out += '=' + token.folded;
  return out;
}

std::string written(std::string_view text, Parts parts = Parts::kLeftOut) {
  std::string out;
  for (const Token& token : tokenize(text, parts)) {
    if (!out.empty()) out += ' ';
    out += written(token);
  }
  return out;
}

struct Row {
  const char* text;
  const char* tokens;
};

}  // namespace

TEST_CASE("words are letters, digits and marks of every script, in lower case") {
  for (const Row& row : {
           Row{"", ""},
           Row{" -- ! … ", ""},
           Row{"Hello, World!", "hello world"},
           Row{"x86-64 2025-03-16", "x86 64 2025 03 16"},
           Row{"Ärger Straße ŁÓDŹ", "ärger=arger straße=strasse łódź=lodz"},
           Row{"Người Việt", "người=nguoi việt=viet"},
           Row{"București ƏĞİ", "bucurești=bucuresti əği=əgi"},
           Row{"e\u0301tude", "e\u0301tude=etude"},
           Row{"Ὀδυσσεύς Καλημέρα ΣΟΦΌΣ", "Ὀδυσσεύς=οδυσσευσ καλημέρα=καλημερα σοφόσ=σοφοσ"},
           Row{"Ёлка ёж Йод", "ёлка=елка ёж=еж йод"},
           Row{"п'ять Об’єднання", "п'ять=пять об'єднання=обєднання"},
           Row{"أَحْمَد إلى آخر", "أَحْمَد=احمد إلى=الي آخر=اخر"},
           Row{"الكتاب الله مـــدينة", "الكتاب=كتاب الله مـــدينة=مدينه"},
           Row{"می\u200Cخواهم ۱۲۳", "میخواهم=ميخواهم ۱۲۳=123"},
           Row{"שָׁלוֹם עולם", "שָׁלוֹם=שלום עולם"},
           Row{"हिन्दी फ़िल्म क़लम", "हिन्दी फ़िल्म=फिल्म क़लम=कलम"},
           Row{"Ｆｕｌｌ１２ ﬁle H₂O x² 𝐁old𝟘", "full12 ﬁle=file h2o x bold0"},
           Row{"soft\u00ADhyphen ends\u00AD", "softhyphen ends"},
           Row{"❤\uFE0F 1\uFE0F\u20E3 🎉party", "1\uFE0F\u20E3=1 party"},
           Row{"\u0301 \uFE0F", ""},
       }) {
    CHECK(written(row.text) == row.tokens);
  }
}

TEST_CASE("apostrophes join contractions and part elisions") {
  for (const Row& row : {
           Row{"Don't won’t I'LL we've", "don't=dont won't=wont i'll=ill we've=weve"},
           Row{"author's Boss’S it's", "author's=author boss's=boss it's=it"},
           Row{"l'homme d’accord dell'arte", "l homme d accord dell arte"},
           Row{"aujourd'hui c'est rock'n'roll", "aujourd hui c est rock n roll"},
           Row{"O'Reilly y'all 'quoted' dogs'", "o reilly y all quoted dogs"},
           Row{"t'école", "t école=ecole"},
       }) {
    CHECK(written(row.text) == row.tokens);
  }
}

TEST_CASE("names of versions, identifiers and languages stay whole and have parts") {
  for (const Row& row : {
           Row{"1.88.0 v1.88.0 3.14 end.Next 5.",
               "1.88.0 /1.88 v1.88.0=1.88.0 /v1.88=1.88 3.14 "
               "end next 5"},
           Row{"10.0.0.1", "10.0.0.1 /10.0"},
           Row{"pg_dump __init__ a__b x_axis", "pg_dump /pg /dump init a_b x_axis /axis"},
           Row{"libfoo_1.2.3", "libfoo_1.2.3 /libfoo /1.2 /1.2.3"},
           Row{"C++ c++20 C++, notepad++ i++; 1++ +++ a+++b",
               "c++ c++20 /c++ c++ notepad++ /notepad i++ 1 a b"},
           Row{"C# F#. foo#bar c## c#x", "c# f# foo bar c c x"},
           Row{"node.js .NET", "node js net"},
           Row{"foo_bar's", "foo_bar's=foo_bar /foo /bar's=bar"},
       }) {
    CHECK(written(row.text, Parts::kAdded) == row.tokens);
  }
  CHECK(written("pg_dump 1.88.0 日本") == "pg_dump 1.88.0 日本");
}

TEST_CASE("scripts without spaces become overlapping pairs of characters") {
  for (const Row& row : {
           Row{"猫", "*猫"},
           Row{"日本", "日本 /本"},
           Row{"日本語、文", "日本 +本語 /語 *文"},
           Row{"rust言語です2", "rust 言語 +語で +です /す 2"},
           Row{"サーバー", "サー +ーバ +バー /ー"},
           Row{"한국어 블로그", "한국 +국어 /어 블로 +로그 /그"},
           Row{"ภาษาไทย", "ภาษา +ษาไท +ไทย /ย"},
           Row{"か\u3099き", "か\u3099き /き"},
           Row{"မြန်မာ", "မြန် +န်မာ /မာ"},
           Row{"ខ្មែរ", "ខ្មែរ /រ"},
           Row{"葛\U000E0100城", "葛\U000E0100城=葛城 /城"},
       }) {
    CHECK(written(row.text, Parts::kAdded) == row.tokens);
  }
}

TEST_CASE("tokens say where in the text they stand") {
  const std::string_view text = "«Café» C++20 日本語";
  const auto tokens = tokenize(text, Parts::kAdded);
  const std::string_view expected[] = {"Café", "C++20", "C++", "日本", "本語", "語"};
  REQUIRE(tokens.size() == std::size(expected));
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    CHECK(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin) == expected[i]);
  }
}

// Whatever stands in `text`: ranges in order that cut between code points, forms that are not too
// long, and folded forms that are what they fold to.
void check_tokens(const std::string& text) {
  const auto is_cut = [&](std::size_t place) {
    return place == text.size() || (static_cast<unsigned char>(text[place]) & 0xC0U) != 0x80U;
  };
  std::size_t begin = 0;
  for (const Token& token : tokenize(text, Parts::kAdded)) {
    INFO(token.word << " = " << token.folded);
    CHECK(token.begin < token.end);
    CHECK(token.end <= text.size());
    if (is_valid_utf8(text)) CHECK((is_cut(token.begin) && is_cut(token.end)));
    if (!token.is_part) CHECK(token.begin >= begin);
    if (!token.is_part) begin = token.begin;
    CHECK(!token.folded.empty());
    CHECK(token.word.size() <= kMaxTokenBytes);
    CHECK(token.folded.size() <= kMaxTokenBytes);
    CHECK(is_valid_utf8(token.word));
    const auto again = tokenize(token.folded);
    REQUIRE(again.size() == 1);
    CHECK(again[0].folded == token.folded);
  }
}

TEST_CASE("any bytes have tokens, whose folded forms fold to themselves") {
  constexpr std::string_view kPieces[] = {
      "a",        "V",      "1",      ".",          "_",   "'",      "’",  "+",      "++",
      "#",        " ",      "\n",     "é",          "ß",   "ﬃ",      "İ",  "Ǆ",      "Ｃ",
      "\u0301",   "\u0345", "\u00AD", "\u200D",     "ώ",   "ς",      "ᾳ",  "Ё",      "й",
      "ا",        "ل",      "أ",      "ـ",          "َ",    "ה",      "ָ",   "क",      "\u093C",
      "ด",        "เ",      "ี",       "日",         "カ",  "\u3099", "한", "\u1161", "မ",
      "\u1039",   "្",       "\uFE0F", "\U000E0100", "𝐀",   "₂",      "²",  "🎉",      "\x80",
      "\xF0\x9F", "s",      "ll",     "v1.",        "c++", "ال",     "\0"};
  RandomBytes random(5);
  for (int i = 0; i < 3000; ++i) check_tokens(random.pieces(kPieces, 1 + random.below(12)));
  for (int i = 0; i < 60; ++i) check_tokens(random.pieces(kPieces, 100 + random.below(100)));
  for (int i = 0; i < 300; ++i) check_tokens(random.text(random.below(60)));
}

TEST_CASE("words are cut at the same length whatever they are made of") {
  for (const char* piece : {"a", "é", "1.", "a_", "v1.", "日", "ก\u0E34", "e\u0301", "\u0301", "ß",
                            "a++", "a'", "𝐀", "ﬃ", "ا", "ال", "ш"}) {
    for (const std::size_t count : {20U, 31U, 32U, 33U, 63U, 64U, 65U, 66U, 400U}) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += piece;
      check_tokens(text);
      check_tokens("x" + text);
    }
  }
}

TEST_CASE("tokens take time in proportion to the text") {
  for (const char* piece : {"a", "1.", "a_", "_", "'", "\u200D", "+", "#", "日", "เ", "\u0301",
                            "\u3099", "\x80", "a'", "a++"}) {
    std::string text = "a";
    while (text.size() < 300'000) text += piece;
    std::size_t count = 0;
    Tokenizer tokens(text, Parts::kAdded);
    while (tokens.next() != nullptr) ++count;
    CHECK(count <= text.size());
  }
}

}  // namespace daybook
