#include "core/blog/narrowing.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace daybook {

TEST_CASE("the query string of an index says what it is narrowed to") {
  const std::string query =
      "q=a+b%26c&tag=linux&tag=c%2B%2B&author=Ada+L&year=2025&year=2024&sort=old&show=300&more=1";
  const Narrowing narrowing = parse_narrowing(query + "&tag=linux");
  CHECK(narrowing["q"] == "a b&c");
  CHECK(narrowing["tag"] == "linux");
  CHECK(narrowing.has("tag", "c++"));
  CHECK_FALSE(narrowing.has("tag", "c"));
  CHECK(narrowing["author"] == "Ada L");
  CHECK(narrowing["series"].empty());
  CHECK(narrowing.suffix() == "?" + query);
}

TEST_CASE("a narrowing becomes another by one thing more or less") {
  const Narrowing narrowing = parse_narrowing("q=a&tag=b&tag=c&show=200");
  CHECK(narrowing.with("tag", "d&e").suffix() == "?q=a&tag=b&tag=c&tag=d%26e");
  CHECK(narrowing.without("tag", "b").suffix() == "?q=a&tag=c");
  CHECK(narrowing.without("tag").suffix() == "?q=a");
  CHECK(narrowing.without("show").suffix() == "?q=a&tag=b&tag=c");
  CHECK(parse_narrowing("tag=b").without("tag").suffix().empty());
}

TEST_CASE("what a query string does not say well is left out") {
  for (const char* query : {"", "&", "=", "q", "q=", "q=+", "tag=", "tag", "page=3", "Q=x"}) {
    INFO(query);
    CHECK(parse_narrowing(query).is_empty());
    CHECK(parse_narrowing(query).suffix().empty());
  }
  CHECK(parse_narrowing("q=one&q=two")["q"] == "one");
  CHECK(parse_narrowing("q=%FF%C3")["q"] == "\uFFFD\uFFFD");
}

TEST_CASE("a query string takes no more than anybody would write") {
  std::string query = "q=" + std::string(100'000, 'x');
  for (int i = 0; i < 1000; ++i) query += "&tag=" + std::to_string(i);
  const Narrowing narrowing = parse_narrowing(query);
  CHECK(narrowing["q"] == std::string(kMaxValueBytes, 'x'));
  CHECK(narrowing.parameters.size() == kMaxParameters);
}

}  // namespace daybook
