#include "core/query/query.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>

#include "core/base/text.h"

namespace daybook {
namespace {

std::string_view name_of(Scope scope) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"", "title:", "tag:", "author:", "series:", "lang:", ""});
  return kNames[static_cast<std::size_t>(scope)];
}

std::string written(const Condition& condition) {
  std::string out = condition.is_negated ? "not " : "";
  out += name_of(condition.scope);
  if (condition.scope == Scope::kTime) {
    if (condition.days.begin) out += format_iso_date(*condition.days.begin);
    out += "..";
    if (condition.days.end) out += format_iso_date(*condition.days.end);
    return out;
  }
  const std::string_view quote = condition.match == Match::kPhrase ? "\"" : "";
  out.append(quote).append(condition.text).append(quote);
  if (condition.match == Match::kPrefix) out += '*';
  return out;
}

// Clauses between `&`, their alternatives between `|`, the order behind `@`.
std::string written(const Query& query) {
  std::string out;
  for (const Clause& clause : query.clauses) {
    if (!out.empty()) out += " & ";
    for (std::size_t i = 0; i < clause.size(); ++i) {
      if (i > 0) out += " | ";
      out += written(clause[i]);
    }
  }
  if (query.order) {
    constexpr auto kOrders = std::to_array<std::string_view>({" @best", " @new", " @old"});
    out += kOrders[static_cast<std::size_t>(*query.order)];
  }
  return out;
}

struct Row {
  std::string_view text;
  std::string_view query;
};

template <std::size_t count>
void check_all(const std::array<Row, count>& rows, Typing typing = Typing::kDone) {
  for (const Row& row : rows) {
    INFO("query: " << row.text);
    CHECK(written(parse_query(row.text, typing)) == row.query);
  }
}

}  // namespace

TEST_CASE("a query is words, phrases and exclusions") {
  check_all(std::to_array<Row>({
      {"", ""},
      {"   ", ""},
      {"replication slots", "replication & slots"},
      {"  replication \t\n slots  ", "replication & slots"},
      {"don't 1.88.0 C++", "don't & 1.88.0 & C++"},
      {R"("exact phrase")", R"("exact phrase")"},
      {R"(a "b  c" d)", R"(a & "b  c" & d)"},
      {R"(" padded ")", R"("padded")"},
      {R"("a b"c)", R"("a b" & c)"},
      {"-not", "not not"},
      {R"(-"not this")", R"(not "not this")"},
      {"well-known", "well-known"},
      {"foo- bar", "foo- & bar"},
  }));
}

TEST_CASE("a query narrows by fields") {
  check_all(std::to_array<Row>({
      {"title:slots", "title:slots"},
      {R"(title:"two words")", R"(title:"two words")"},
      {"-title:slots", "not title:slots"},
      {"tag:linux tag:c++", "tag:linux & tag:c++"},
      {R"(tag:"Open Source")", "tag:Open Source"},
      {R"(-tag:"Open Source")", "not tag:Open Source"},
      {"TAG:Linux", "tag:Linux"},
      {"tag:🎉", "tag:🎉"},
      {R"(author:"Ada Lovelace" series:tables lang:pt-BR)",
       "author:Ada Lovelace & series:tables & lang:pt-BR"},
      {"tag:a:b", "tag:a:b"},
  }));
}

TEST_CASE("a query narrows by time") {
  check_all(std::to_array<Row>({
      {"year:2025", "2025-01-01..2026-01-01"},
      {"-year:2025", "not 2025-01-01..2026-01-01"},
      {R"(year:"2025")", "2025-01-01..2026-01-01"},
      {"year:9999", "9999-01-01.."},
      {"year:0001", "0001-01-01..0002-01-01"},
      {"after:2024", "2024-01-01.."},
      {"after:2024-03", "2024-03-01.."},
      {"after:2024-3", "2024-03-01.."},
      {"after:2024-02-29", "2024-02-29.."},
      {"before:2025", "..2025-01-01"},
      {"before:2025-12", "..2025-12-01"},
      {"before:2025-12-31", "..2025-12-31"},
      {"after:2024-03 before:2025", "2024-03-01.. & ..2025-01-01"},
      {"year:2024 or year:2026", "2024-01-01..2025-01-01 | 2026-01-01..2027-01-01"},
  }));
}

TEST_CASE("a query says its order, the last one counts") {
  check_all(std::to_array<Row>({
      {"sort:new", " @new"},
      {"sort:old word", "word @old"},
      {"Sort:BEST", " @best"},
      {"sort:old sort:best", " @best"},
      {"sort:old sort:sideways", "sort:sideways @old"},
      {"-sort:old", "not sort:old"},
      {"a or sort:old b", "a | b @old"},
  }));
}

TEST_CASE("or stands between alternatives, else it is a word") {
  check_all(std::to_array<Row>({
      {"this or that", "this | that"},
      {"this OR that Or other", "this | that | other"},
      {"one this or that two", "one & this | that & two"},
      {R"(tag:a or "b c" or -d)", R"(tag:a | "b c" | not d)"},
      {"or", "or"},
      {"or that", "or & that"},
      {"this or", "this & or"},
      {"this or or", "this | or"},
      {"this or or that", "this | or & that"},
      {"or or or", "or | or"},
      {R"(this "or" that)", R"(this & "or" & that)"},
      {"this -or that", "this & not or & that"},
      {"orchid order", "orchid & order"},
      {"this or - that", "this | that"},
  }));
}

TEST_CASE("what is no operator is a word") {
  check_all(std::to_array<Row>({
      {"year:soon", "year:soon"},
      {"year:25", "year:25"},
      {"year:0000", "year:0000"},
      {"year:2025-03", "year:2025-03"},
      {"after:2024-13", "after:2024-13"},
      {"after:2023-02-29", "after:2023-02-29"},
      {"after:2024-03-", "after:2024-03-"},
      {"after:2024-03-04-05", "after:2024-03-04-05"},
      {"before:99999", "before:99999"},
      {"title:", "title:"},
      {"title: slots", "title: & slots"},
      {"title:-- slots", "title:-- & slots"},
      {"tag:\"\"", "tag:\"\""},
      {"std::string https://example.org/", "std::string & https://example.org/"},
      {"note:this", "note:this"},
      {"5\" disk", "5\" & disk"},
      {"a \"lone quote", "a & \"lone & quote"},
      {"tag:\"half open", "tag:half & open"},
  }));
}

TEST_CASE("signs alone ask for nothing") {
  check_all(std::to_array<Row>({
      {"-", ""},
      {"--", ""},
      {"- - : \"\" \" \" & … 🎉", ""},
      {"a - b", "a & b"},
      {"--a", "--a"},
      {"\xFF\xC3\x28", ""},
      {"a\xFF", "a\uFFFD"},
  }));
}

TEST_CASE("a query is read alike from any keyboard") {
  check_all(std::to_array<Row>({
      {"ｔａｇ：ｌｉｎｕｘ", "tag:linux"},
      {"－ｎｏｔ", "not not"},
      {"ａ　ｏｒ　ｂ", "a | b"},
      {"ｙｅａｒ：２０２５", "2025-01-01..2026-01-01"},
      {"“exact phrase” „noch eine“ «et une» ＂もう＂",
       R"("exact phrase" & "noch eine" & "et une" & "もう")"},
      {"« avec des espaces »", R"("avec des espaces")"},
      {"a\u00A0b\u2003c\u3000d\u200Be\uFEFFf", "a & b & c & d & e & f"},
      {std::string_view("a\0b\x1F\x7F\u0085c", 8), "a & b & c"},
      {"日本語 tag:東京", "日本語 & tag:東京"},
  }));
}

TEST_CASE("the last word goes on while typing") {
  check_all(std::to_array<Row>({
                {"rep", "rep*"},
                {"replication sl", "replication & sl*"},
                {"replication ", "replication"},
                {"title:sl", "title:sl*"},
                {"tag:li", "tag:li*"},
                {"tag:\"li", "tag:li*"},
                {"this or th", "this | th*"},
                {"this or", "this & or*"},
                {"-rep", "not rep"},
                {R"("exact phrase")", R"("exact phrase")"},
                {R"(tag:"Open Source")", "tag:Open Source"},
                {"rep year:2025", "rep & 2025-01-01..2026-01-01"},
                {"rep -", "rep"},
                {"year:202", "year:202*"},
            }),
            Typing::kGoingOn);
}

TEST_CASE("long queries are cut, between characters") {
  CHECK(written(parse_query(std::string(100'000, 'x'))) == std::string(kMaxQueryBytes, 'x'));
  const std::string umlauts = [] {
    std::string text = "x";
    while (text.size() < 2 * kMaxQueryBytes) text += "ü";
    return text;
  }();
  const Query query = parse_query(umlauts);
  CHECK(query.clauses.front().front().text == umlauts.substr(0, kMaxQueryBytes - 1));

  std::string words;
  while (words.size() < 100'000) words += "a or ";
  const Query many = parse_query(words);
  REQUIRE(many.clauses.size() == 1);
  CHECK(many.clauses.front().size() == kMaxConditions);
}

TEST_CASE("any bytes have a query") {
  constexpr auto kPieces = std::to_array<std::string_view>({"-",        "\"",
                                                            "or",       " ",
                                                            ":",        "title:",
                                                            "tag:",     "year:",
                                                            "2025",     "after:",
                                                            "-03",      "sort:",
                                                            "new",      "\xFF",
                                                            "\xE3\x80", "　",
                                                            "：",       "“",
                                                            "é",        "語",
                                                            "x",        std::string_view("\0", 1)});
  std::uint32_t state = 1;
  const auto next = [&state](std::size_t bound) {
    state = state * 1664525 + 1013904223;
    return static_cast<std::size_t>(state >> 8) % bound;
  };
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t pieces = next(24); pieces > 0; --pieces) text += kPieces[next(kPieces.size())];
    for (const Typing typing : {Typing::kDone, Typing::kGoingOn}) {
      const Query query = parse_query(text, typing);
      std::size_t conditions = 0;
      bool is_sound = true;
      for (const Clause& clause : query.clauses) {
        is_sound = is_sound && !clause.empty();
        for (const Condition& condition : clause) {
          ++conditions;
          const bool is_time = condition.scope == Scope::kTime;
          is_sound = is_sound && is_time == condition.text.empty() &&
                     is_valid_utf8(condition.text) &&
                     is_time == (condition.days.begin || condition.days.end);
        }
      }
      INFO("query: " << text);
      REQUIRE(is_sound);
      REQUIRE(conditions <= kMaxConditions);
    }
  }
}

}  // namespace daybook
