// What queries find, on a handful of posts.
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "unit/naive_search.h"
#include "unit/search_index.h"

namespace daybook {
namespace {

const std::vector<SamplePost> kPosts = {
    {"slots",
     "Replication slots",
     "A slot keeps the log that a replica still wants.",
     Date{2025, 6, 3},
     {"PostgreSQL", "replication"},
     {"Ana Maria Smith"},
     "Inside Postgres"},
    {"bloat",
     "Table bloat, and what to do",
     "Vacuum connects dead tuples with free space.",
     Date{2025, 6, 1},
     {"PostgreSQL"},
     {"Bob Smith"},
     "Inside Postgres",
     "en",
     "Connected ideas"},
    {"cafe",
     "Caf\u00E9 culture",
     "Coffee and connection in the replicated city.",
     Date{2025, 3, 31},
     {"Travel"},
     {},
     "",
     "en"},
    {"cafes",
     "Ten cafes",
     "The city has a cafe at every corner. Log in for the list.",
     Date{2024, 12, 31},
     {"Travel", "Open Source"},
     {},
     ""},
    {"tokyo",
     "\u65E5\u672C\u8A9E\u306E\u691C\u7D22",
     "\u6771\u4EAC\u90FD\u3068\u4EAC\u90FD\u5E02",
     Date{2024, 2, 29},
     {"Travel"},
     {},
     "",
     "ja"},
    {"cpp",
     "C++ in anger",
     "Write pg_dump in C++20, then read don't-panic 1.88.0.",
     Date{2024, 2, 1},
     {"C++"},
     {},
     ""},
    {"about", "About", "Whoever wants to know about slots, ask.", std::nullopt, {}, {}, ""},
};

const SampleSite& site() {
  static const SampleSite built = [] {
    SampleSite site;
    site.build(kPosts);
    return site;
  }();
  return built;
}

struct Example {
  std::string_view query;
  std::string_view paths;  // best first
};

void check_all(const std::vector<Example>& examples) {
  for (const auto& [query, paths] : examples) {
    CAPTURE(query);
    CHECK(paths_of(site().ask(query)) == paths);
  }
}

}  // namespace

TEST_CASE("words are found in any form, all of them, the best match first") {
  check_all({{"replication slots", "slots"},
             {"replicating", "slots cafe"},
             {"slot", "slots about"},
             {"connected", "bloat cafe"},
             {"cafe", "cafe cafes"},
             {"caf\u00E9", "cafe cafes"},
             {"CAFES", "cafes cafe"},
             {"vacuum city", ""},
             {"nowhere", ""},
             {"dump", "cpp"},
             {"pg_dump", "cpp"},
             {"1.88", "cpp"},
             {"c++", "cpp"},
             {"c", ""}});
}

TEST_CASE("function words are searched for where there is nothing else") {
  check_all({{"the slots", "slots about"}, {"about", "about"}, {"what to do", "bloat"}});
}

TEST_CASE("phrases stand side by side") {
  check_all({{"\"dead tuples\"", "bloat"},
             {"\"tuples dead\"", ""},
             {"\"replication slot\"", ""},
             {"\"replication slots\"", "slots"},
             {"\"log in\"", "cafes"},
             {"title:\"ten cafes\"", "cafes"},
             {"title:\"every corner\"", ""},
             {"-\"dead tuples\" tag:postgresql", "slots"},
             {"don't-panic", "cpp"},
             {"\u65E5\u672C\u8A9E", "tokyo"},
             {"\u4EAC\u90FD", "tokyo"},
             {"\u6771\u4EAC\u90FD", "tokyo"},
             {"\u6771\u4EAC\u5E02", ""},
             {"\u691C", "tokyo"}});
}

TEST_CASE("every operator of the language works over the index") {
  check_all({{"title:cafe", "cafe cafes"},
             {"title:city", ""},
             {"tag:postgresql", "slots bloat"},
             {"-tag:travel", "slots bloat cpp about"},
             {"tag:\"open source\"", "cafes"},
             {"tag:C++", "cpp"},
             {"tag:c", ""},
             {"author:smith", "slots bloat"},
             {"author:\"maria smith\"", "slots"},
             {"author:maria-sm", ""},
             {"series:\"inside postgres\" bloat", "bloat"},
             {"lang:ja", "tokyo"},
             {"lang:e", ""},
             {"year:2024", "cafes tokyo cpp"},
             {"after:2025", "slots bloat cafe"},
             {"after:2025-06-02", "slots"},
             {"before:2024-02-29", "cpp"},
             {"after:2024-02-29 before:2025", "cafes tokyo"},
             {"before:2025-06-02 after:2025-06-01", "bloat"},
             {"city or slots", "slots cafe about cafes"},
             {"city sort:old", "cafes cafe"},
             {"slots sort:new", "slots about"},
             {"sort:old", "cpp tokyo cafes cafe bloat slots about"},
             {"", "slots bloat cafe cafes tokyo cpp about"},
             {"log -slot", "cafes"},
             {"-slots -city", "bloat tokyo cpp"}});
}

TEST_CASE("what is being typed is a beginning, from three letters on") {
  const auto paths = [](std::string_view text) {
    Search search = site().search();
    for (;;) {
      const SearchReply reply = search.ask(parse_query(text, Typing::kGoingOn), 10);
      if (reply.needs.empty()) return paths_of(reply);
      for (const Need& need : reply.needs) {
        REQUIRE(search.supply(need.url, site().files().at(need.url)).ok());
      }
    }
  };
  CHECK(paths("repl") == "slots cafe");
  CHECK(paths("re") == "");
  CHECK(paths("vacuum tup") == "bloat");
  CHECK(paths("tag:post") == "slots bloat");
}

TEST_CASE("hits carry what a list of results shows, the title in pieces") {
  const SearchReply reply = site().ask("table bloat");
  CHECK(reply.total == 1);
  CHECK(reply.is_complete);
  REQUIRE(reply.hits.size() == 1);
  const Hit& hit = reply.hits.front();
  CHECK(hit.title == std::vector<std::string>{"", "Table", " ", "bloat", ", and what to do"});
  CHECK(hit.date == Date{2025, 6, 1});
  CHECK(hit.tags == std::vector<std::string>{"PostgreSQL"});
  CHECK(hit.language == "en");
  CHECK(site().ask("tag:travel").hits.front().title ==
        std::vector<std::string>{"Caf\u00E9 culture"});
}

TEST_CASE("an answer does not depend on what has come before it") {
  Search search = site().search();
  std::vector<std::string> answers;
  const std::vector<std::string> queries = {"slot", "\"dead tuples\"", "city or slots", "cafe", ""};
  for (const std::string& query : queries) answers.push_back(paths_of(site().ask(search, query)));
  for (std::size_t i = queries.size(); i-- > 0;) {
    CHECK(paths_of(site().ask(search, queries[i])) == answers[i]);
    CHECK(paths_of(site().ask(queries[i])) == answers[i]);
    CHECK(site().rounds <= 3);
  }
}

TEST_CASE("a search that has to do without files says so") {
  Search search = site().search();
  const Query query = parse_query("slot");
  SearchReply reply = search.ask(query, 10);
  CHECK(!reply.is_complete);
  CHECK(reply.hits.empty());
  REQUIRE(!reply.needs.empty());
  reply = search.ask(query, 10, Missing::kDoneWithout);
  CHECK(!reply.is_complete);
  CHECK(!reply.needs.empty());
}

TEST_CASE("files that are not what was asked for are refused") {
  Search search = site().search();
  const Need need = search.ask(parse_query("slot"), 10).needs.front();
  const std::string& bytes = site().files().at(need.url);
  CHECK(!search.supply(need.url, bytes.substr(1)).ok());
  CHECK(!search.supply(need.url, bytes + "x").ok());
  CHECK(!search.supply(need.url, "").ok());
  CHECK(!search.supply("posts.json", bytes).ok());
  CHECK(!search.supply("s/0123456789abcdef/t0.dbs", bytes).ok());
  CHECK(!search.supply("s/0123456789abcdef.dbs", bytes).ok());
  CHECK(search.supply(need.url, bytes).ok());
}

TEST_CASE("queries by the hundred find what reading every post finds") {
  std::vector<IndexedPost> posts;
  for (const SamplePost& post : kPosts) posts.push_back(to_indexed(post));
  const NaiveSearch naive(posts);
  for (const std::string& query : queries_about(posts, 600, 8)) {
    CAPTURE(query);
    std::string wanted;
    for (const std::string& path : naive.find(parse_query(query))) {
      wanted += (wanted.empty() ? "" : " ") + path;
    }
    REQUIRE(paths_of(site().ask(query + " sort:new", 200)) == wanted);
  }
}

TEST_CASE("any text is a query, and answered") {
  for (const std::string& query :
       {std::string(100'000, 'a'), std::string(1'000, '"'), std::string(500, '-'),
        std::string("\0\x01\x02\xFF\xFE", 5), std::string("or or or"), std::string("tag: title:"),
        std::string("\u200B\u0301"), std::string("tag:\x02")}) {
    site().ask(query);
  }
}

}  // namespace daybook
