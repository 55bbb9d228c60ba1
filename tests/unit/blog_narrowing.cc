#include "core/blog/narrowing.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace daybook {

TEST_CASE("the query string of an index says what it is narrowed to") {
  const Narrowing narrowing = parse_narrowing(
      "q=a+b%26c&tag=linux&tag=c%2B%2B&tag=linux&author=Ada+L&series=tables&year=2025&year=2024"
      "&sort=old&show=300&more=1");
  CHECK(narrowing.words == "a b&c");
  CHECK(narrowing.tags == std::vector<std::string>{"linux", "c++"});
  CHECK(narrowing.authors == std::vector<std::string>{"Ada L"});
  CHECK(narrowing.series == std::vector<std::string>{"tables"});
  CHECK(narrowing.years == std::vector<int>{2025, 2024});
  CHECK(narrowing.order == "old");
  CHECK(narrowing.shown == 300);
  CHECK(narrowing.has_all_choices);
  CHECK(narrowing_suffix(narrowing) ==
        "?q=a+b%26c&tag=linux&tag=c%2B%2B&author=Ada+L&series=tables&year=2025&year=2024"
        "&sort=old&show=300&more=1");
}

TEST_CASE("what a query string does not say well is left out") {
  for (const char* query : {"", "&", "=", "q", "q=", "q=+", "tag=", "tag", "year=soon", "year=0",
                            "year=20255555", "show=-1", "show=x", "more=2", "page=3", "Q=x"}) {
    INFO(query);
    CHECK(parse_narrowing(query) == Narrowing{});
    CHECK(narrowing_suffix(parse_narrowing(query)).empty());
  }
  CHECK(parse_narrowing("q=one&q=two").words == "one");
  CHECK(parse_narrowing("q=%FF%C3").words == "\uFFFD\uFFFD");
}

TEST_CASE("a query string takes no more than anybody would write") {
  std::string query = "q=" + std::string(100'000, 'x');
  for (int i = 0; i < 1000; ++i) query += "&tag=" + std::to_string(i);
  const Narrowing narrowing = parse_narrowing(query);
  CHECK(narrowing.words == std::string(kMaxValueBytes, 'x'));
  CHECK(narrowing.tags.size() == kMaxValues);
}

}  // namespace daybook
