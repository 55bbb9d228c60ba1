// Heads of manifests that are no JSON, are JSON of another shape, or are made to be slow or large:
// each is read or refused, and every page that follows from one is answered, within the limits.
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "core/daybook.h"
#include "hostile/limits.h"

namespace daybook {
namespace {

// Asks for a page of each kind, and says whether the head was taken.
bool is_taken(const std::string& json) {
  const double start = seconds_of_work();
  Daybook core;
  const bool is_taken = core.supply("posts.json", json).ok();
  for (const char* page :
       {"", "page/2/", "tags/", "tags/a/", "series/a/", "archives/", "archives/2025/", "views/a/",
        "posts/a/", "search/", "offline/", "rss.xml", "tags/a/feed.json", "sitemap.xml", "?q=a",
        "?tag=a&year=2025&sort=best&more=1", "offline/list.json", "__proto__/", "%00/"}) {
    (void)core.ask(page);
  }
  CHECK(seconds_of_work() - start < kMaxSeconds);
  CHECK(memory_is_within_limits());
  return is_taken;
}

// An object with this member and the rest of a head.
std::string with(const std::string& member) {
  return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[]," +
         member + "}";
}

std::string with_item(const std::string& members) {
  return "{\"title\":\"T\",\"items\":[{\"id\":\"a\",\"title\":\"A\"," + members +
         ",\"_daybook\":{\"path\":\"posts/a/\"}}],\"_daybook\":{\"total\":1}}";
}

}  // namespace

TEST_CASE("what is no JSON is refused") {
  for (const std::string& json : std::vector<std::string>{"",
                                                          " ",
                                                          "\n",
                                                          "{",
                                                          "}",
                                                          "[",
                                                          "]",
                                                          "{]",
                                                          "[}",
                                                          "{\"a\"",
                                                          "{\"a\":",
                                                          "{\"a\":1",
                                                          "{\"a\":1,",
                                                          "{,}",
                                                          "{\"a\":1,}",
                                                          "{\"a\" 1}",
                                                          "{\"a\"::1}",
                                                          "{a:1}",
                                                          "{'a':1}",
                                                          "{1:1}",
                                                          "{null:1}",
                                                          "{\"a\":1 \"b\":2}",
                                                          "{\"a\":1}{",
                                                          "{} {}",
                                                          "{}]",
                                                          "{}//",
                                                          "{}/**/",
                                                          "{/**/}",
                                                          "{}#",
                                                          "[1,]",
                                                          "[,1]",
                                                          "[1,,2]",
                                                          "[1 2]",
                                                          "[\"a\"",
                                                          "[\"a",
                                                          "[\"\\",
                                                          "[\"\\u",
                                                          "[\"\\u00",
                                                          "[\"\\u00zz\"]",
                                                          "[\"\\x00\"]",
                                                          "[\"\\ud800\"]",
                                                          "[\"\\udc00\\ud800\"]",
                                                          "[\"a\nb\"]",
                                                          "[\"\t\"]",
                                                          "[NaN]",
                                                          "[Infinity]",
                                                          "[-Infinity]",
                                                          "[+1]",
                                                          "[01]",
                                                          "[-]",
                                                          "[-01]",
                                                          "[.5]",
                                                          "[1.]",
                                                          "[1.e1]",
                                                          "[1e]",
                                                          "[1e+]",
                                                          "[0x1]",
                                                          "[1_000]",
                                                          "[--1]",
                                                          "[1-1]",
                                                          "nul",
                                                          "tru",
                                                          "nulll",
                                                          "True",
                                                          "undefined",
                                                          "\xEF\xBB\xBF",
                                                          "\xFF\xFE{\0}",
                                                          "[\"\xFF\"]",
                                                          "[\"\xC0\xAF\"]",
                                                          "[\"\xED\xA0\x80\"]",
                                                          "[\"\xF4\x90\x80\x80\"]",
                                                          std::string("{\"a\":\0}", 7),

                                                          std::string("\0", 1),
                                                          "\f{}",
                                                          "\xC2\xA0{}",
                                                          "{}\xC2\xA0",
                                                          "<!doctype html><title>T</title>"}) {
    INFO(json);
    CHECK_FALSE(is_taken(json));
  }
}

TEST_CASE("JSON of another shape is refused, or read as far as it goes") {
  for (const std::string& json : std::vector<std::string>{
           "null", "true", "0", "\"\"", "[]", "[{}]", "{\"items\":{}}", "{\"items\":[[]]}",
           "{\"items\":[null]}", "{\"items\":\"\"}", "{\"_daybook\":[]}", "{\"_daybook\":null}",
           // nlohmann_json takes a zero for the end.
           std::string("{}\0", 3), std::string("{}\0{", 4)}) {
    INFO(json);
    (void)is_taken(json);
  }
  for (const char* value :
       {"null", "true", "-1", "1.5", "1e99", "-0", "18446744073709551615", "18446744073709551616",
        "4294967296", "\"\"", "\"\\u0000\"", "[]", "{}", "[[]]", "{\"\":{}}", "\"__proto__\"",
        "\"../../x\"", "\"//evil.example\""}) {
    INFO(value);
    for (const char* key :
         {"title", "home_page_url", "language", "next_url", "authors", "expired"}) {
      (void)is_taken(with('"' + std::string(key) + "\":" + value));
    }
    for (const char* key :
         {"total", "per_page", "next", "pages", "years", "tags", "tags_total", "views", "menu",
          "words", "search", "offline", "series", "assets", "trusted_html"}) {
      (void)is_taken(with("\"_daybook\":{\"" + std::string(key) + "\":" + value + "}"));
    }
    for (const char* key : {"id", "date_published", "date_modified", "tags", "authors", "summary",
                            "image", "language"}) {
      (void)is_taken(with_item('"' + std::string(key) + "\":" + value));
    }
  }
}

TEST_CASE("JSON that is made to be slow or large is read or refused in time") {
  const std::string million(1'000'000, 'x');
  for (const std::string& json : std::vector<std::string>{
           repeat("[", 200'000),
           repeat("{\"a\":", 200'000),
           repeat("[", 200'000) + repeat("]", 200'000),
           with("\"a\":" + repeat("[", 64) + repeat("]", 64)),
           with("\"a\":" + std::string(1'000'000, '1')),
           with("\"a\":1" + std::string(1'000'000, '0') + "e-1"),
           with("\"a\":1e" + std::string(1'000'000, '9')),
           with("\"title\":\"" + million + "\""),
           with("\"" + million + "\":1"),
           "{\"title\":\"" + million,
           with("\"title\":\"" + repeat("\\u00e9", 200'000) + "\""),
           with("\"a\":[" + repeat("1,", 400'000) + "1]"),
           with(repeat("\"a\":1,", 200'000) + "\"b\":1"),
           with(repeat("\"title\":\"x\",", 100'000) + "\"b\":1"),
           with("\"authors\":[" + repeat("{\"name\":\"x\"},", 50'000) + "{}]"),
           "{\"items\":[" + repeat("{\"title\":\"x\"},", 50'000),
           "{\"items\":[" + repeat("{},", 200'000) + "{}]}",
           with_item("\"tags\":[" + repeat("\"x\",", 200'000) + "\"y\"]"),
           with_item("\"summary\":\"" + million + "\""),
           with("\"_daybook\":{\"total\":4294967295}"),
           with("\"_daybook\":{\"total\":1000000000,\"per_page\":1}"),
           with("\"_daybook\":{\"words\":{" + repeat("\"a\":\"b\",", 100'000) + "\"c\":\"d\"}}"),
           with("\"_daybook\":{\"years\":[" + repeat("{\"year\":\"2025\",\"posts\":1},", 20'000) +
                "{}]}"),
           with("\"_daybook\":{\"menu\":[" + repeat("{\"name\":\"a\",\"path\":\"b/\"},", 20'000) +
                "{}]}"),
           std::string(1'000'000, ' ') + "{}",
           std::string(1'000'000, '\n'),
           repeat("\xC3\xA9", 500'000)}) {
    INFO(json.substr(0, 60));
    (void)is_taken(json);
  }
}

}  // namespace daybook
