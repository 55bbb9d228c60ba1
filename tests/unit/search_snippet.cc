#include "core/search/snippet.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/text.h"
#include "unit/random_bytes.h"

namespace daybook {
namespace {

Snippet snippet_of(std::string_view query, std::string_view markdown,
                   std::string_view description = "What it is about.",
                   std::string_view language = "en", Typing typing = Typing::kDone) {
  const auto sections = read_sections(markdown, {});
  REQUIRE(sections.ok());
  return make_snippet(parse_query(query, typing), language, description, sections.value());
}

// The text with marks in brackets.
std::string written(const Snippet& snippet) {
  std::string out;
  for (std::size_t i = 0; i < snippet.text.size(); ++i) {
    out += i % 2 == 0 ? snippet.text[i] : '[' + snippet.text[i] + ']';
  }
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) next_code_point(text, i);
  return count;
}

constexpr std::string_view kPost =
    "Logical replication is new. It sends changes.\n\n"
    "## Setting up\n\n"
    "First create a publication on the primary. Then, on the replica, a subscription makes its own "
    "slot. A slot keeps what the replica has not yet read; forgotten slots fill the disk of the "
    "primary, and nobody notices until it is full. So watch them.\n\n"
    "## Replication slots\n\n"
    "They are listed in `pg_replication_slots`.\n\n"
    "## Last {#the-end}\n\n"
    "Nothing about it.\n";

}  // namespace

TEST_CASE("a snippet shows where the words of a query stand close together") {
  const Snippet snippet = snippet_of("forgotten slot", kPost);
  CHECK(snippet.heading == "setting-up");
  CHECK(snippet.section == "Setting up");
  CHECK(written(snippet) ==
        "…a subscription makes its own [slot]. A [slot] keeps what the replica has not yet read; "
        "[forgotten] [slots] fill the disk of the primary, and nobody notices until it is…");
  CHECK(written(snippet_of("changes", kPost)) == "Logical replication is new. It sends [changes].");
  CHECK(snippet_of("changes", kPost).heading.empty());
}

TEST_CASE("a heading that says it wins over text that mentions it") {
  const Snippet snippet = snippet_of("replication slots", kPost);
  CHECK(snippet.heading == "replication-slots");
  CHECK(written(snippet) == "They are listed in pg_[replication]_[slots].");
  CHECK(snippet_of("last", kPost).heading == "the-end");
  CHECK(written(snippet_of("last", kPost)) == "Nothing about it.");
}

TEST_CASE("forms of a word, phrases and prefixes are marked as they are found") {
  struct Row {
    const char* query;
    const char* snippet;
  };
  constexpr std::string_view kText =
      "Connected lines connect to connectors. The café's naïve user.";
  for (const Row& row : {
           Row{"connection", "[Connected] lines [connect] to connectors. The café's naïve user."},
           Row{"\"connect to\"", "Connected lines [connect to] connectors. The café's naïve user."},
           Row{"\"lines to\"", "What it is about."},
           Row{"cafe NAIVE", "Connected lines connect to connectors. The [café's] [naïve] user."},
           Row{"us", "What it is about."},
           Row{"-connect", "What it is about."},
           Row{"tag:connect", "What it is about."},
           Row{"zzz or naive", "Connected lines connect to connectors. The café's [naïve] user."},
           Row{"", "What it is about."},
           Row{"about", "What it is [about]."},
       }) {
    INFO(row.query);
    CHECK(written(snippet_of(row.query, kText)) == row.snippet);
  }
  CHECK(written(snippet_of("na", kText, "", "en", Typing::kGoingOn)) ==
        "Connected lines connect to connectors. The café's [naïve] user.");
}

TEST_CASE("snippets of every script are cut between words or characters") {
  struct Row {
    std::string sentence;
    const char* query;
    const char* marked;
  };
  for (const Row& row : {
           Row{"これは日本語の文章です、ログを見る。", "日本語", "日本語"},
           Row{"这是一个关于数据库的文章，", "数据库", "数据库"},
           Row{"이것은 데이터베이스 문서입니다 ", "데이터베이스", "데이터베이스"},
           Row{"ภาษาไทยไม่มีช่องว่างระหว่างคำ", "ไทย", "ไทย"},
           Row{"قرأت الكتاب في المدينة ", "كتاب", "الكتاب"},
           Row{"यह फ़िल्म हिन्दी में है ", "फिल्म", "फ़िल्म"},
           Row{"זה הבלוג על שָׁלוֹם ", "שלום", "שָׁלוֹם"},
           Row{"Ещё одна статья про ёлки ", "елки", "ёлки"},
       }) {
    std::string markdown;
    for (int i = 0; i < 40; ++i) markdown += row.sentence;
    const Snippet snippet = snippet_of(row.query, markdown, "", "xx");
    INFO(written(snippet));
    REQUIRE(snippet.text.size() > 2);
    CHECK(snippet.text[1] == row.marked);
    CHECK(snippet.text.back().ends_with("…"));
    std::string text;
    for (const std::string& part : snippet.text) {
      CHECK(is_valid_utf8(part));
      text += part;
    }
    CHECK(columns(text) > 60);
    CHECK(columns(text) <= 2 * kSnippetColumns);
  }
}

TEST_CASE("words side by side stand in one block") {
  CHECK(written(snippet_of("日本語", "これは日本語。\n\n終わり。")) == "これは[日本語]。 終わり。");
  CHECK(written(snippet_of("\"one two\"", "one\n\ntwo")) == "What it is about.");
  CHECK(written(snippet_of("\"one two\"", "one *two*\n\nthree")) == "[one two] three");
}

TEST_CASE("a snippet in the midst of a text begins and ends with an ellipsis") {
  std::string markdown;
  for (int i = 0; i < 100; ++i) markdown += i == 50 ? "needle " : "straw" + std::to_string(i) + ' ';
  const std::string text = written(snippet_of("needle", markdown));
  CHECK(text.starts_with("…straw"));
  CHECK(text.ends_with("…"));
  CHECK(text.find(" [needle] straw51") != std::string::npos);
  CHECK(columns(text) <= kSnippetColumns + 4);
  CHECK(columns(text) > kSnippetColumns - 10);
}

TEST_CASE("where nothing is found the snippet is the description, or else the beginning") {
  const Snippet snippet = snippet_of("zebra", kPost);
  CHECK(snippet.heading.empty());
  CHECK(written(snippet) == "What it is about.");
  CHECK(written(snippet_of("zebra", "## A\n\nText.", "")) == "Text.");
  CHECK(written(snippet_of("zebra", "", "")) == "");
  CHECK(snippet_json(snippet_of("zebra", "", "")) == R"({"heading":"","section":"","text":[""]})");
}

TEST_CASE("a snippet is told as JSON") {
  CHECK(snippet_json(snippet_of("b", "## \"A\"\n\na b \\<c>\n")) ==
        R"({"heading":"a","section":"\"A\"","text":["a ","b"," \u003cc>"]})");
}

TEST_CASE("any query and any text have a snippet, soon") {
  constexpr std::string_view kPieces[] = {"a",  " ",  "日", "本",      "\n\n", "## ",    "-",
                                          "\"", "or", "é",  "e\u0301", "กา",   "title:", "++",
                                          "'s", "_",  ". ", "\x80",    "1.8",  "\u200D", "**"};
  RandomBytes random(11);
  for (int i = 0; i < 400; ++i) {
    const Snippet snippet = snippet_of(random.pieces(kPieces, random.below(12)),
                                       random.pieces(kPieces, random.below(300)));
    for (const std::string& part : snippet.text) CHECK(is_valid_utf8(part));
  }
  std::string many;
  for (int i = 0; i < 200'000; ++i) many += "a ";
  CHECK(written(snippet_of("a a a b c \"a a\" a", many)).size() > 100);
  CHECK(snippet_of(many, std::string(900'000, 'a')).text.size() == 1);
}

}  // namespace daybook
