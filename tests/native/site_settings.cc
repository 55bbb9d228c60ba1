// site.json: every key, and every complaint.
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "native/facts.h"
#include "native/site_settings.h"

namespace daybook {
namespace {

std::string shown(const Site& site) {
  std::string out = site.title + '|' + site.description + '|' + site.url + '|' + site.language +
                    '|' + site.copyright + '|' + std::to_string(site.posts_per_page);
  for (const Author& author : site.authors) out += "|@" + author.name + ' ' + author.url;
  for (const MenuEntry& entry : site.menu) out += "|>" + entry.name + ' ' + entry.path;
  return out;
}

}  // namespace

TEST_CASE("all that site.json can say is read") {
  const ReadSettings read = read_site_settings(R"({
  "title": "T", "description": "D", "url": "https://a.example/b", "language": "de_AT",
  "timezone": "Europe/Vienna", "authors": ["A", {"name": "B", "url": "https://b.example/"}],
  "permalink": "/:year/:slug/", "paginate": 7, "copyright": "C",
  "menu": [{"name": "About", "path": "/about/"}, {"name": "Code", "url": "https://c.example/"}],
  "analytics": {"unknown": "keys are no mistake"}, "image": null, "description_long": null
})");
  CHECK(texts(read.problems).empty());
  CHECK(shown(read.settings.site) ==
        "T|D|https://a.example/b/|de-AT|C|7|@A |@B https://b.example/|>About about/|>Code "
        "https://c.example/");
  CHECK(read.settings.timezone == "Europe/Vienna");
  CHECK(read.settings.permalink == "/:year/:slug/");
}

TEST_CASE("settings have defaults and second names") {
  CHECK(shown(read_site_settings("{}").settings.site) == "|||en||50");
  CHECK(shown(read_site_settings("\xEF\xBB\xBF{\r\n\"title\": \"T\"\r\n}\r\n").settings.site) ==
        "T|||en||50");
  CHECK(shown(read_site_settings(R"({"author": "A", "posts_per_page": 3})").settings.site) ==
        "|||en||3|@A ");
  CHECK(shown(read_site_settings(R"({"title": null, "menu": null})").settings.site) == "|||en||50");
}

TEST_CASE("what is wrong in site.json is told with line and column") {
  struct Case {
    std::string_view json;
    std::string_view problem;
  };
  constexpr Case kCases[] = {
      {"", "1:1: this is not JSON: there is nothing here"},
      {"{\n  \"title\": \"T\",\n}",
       "3:1: this is not JSON: unexpected '}'; expected string literal"},
      {"{\n  \"title\": \"T\"\n  \"url\": 1}",
       "3:3: this is not JSON: unexpected string literal; expected '}'"},
      {"{} x", "1:4: this is not JSON: invalid literal; expected end of input"},
      {"// c\n{}", "1:1: this is not JSON: invalid literal"},
      {"[]", "1:1: write the settings as {\"title\": \"…\"}, not as a list"},
      {"{\"title\": 1984}", ""},
      {"{\"title\": [1]}", "1:11: write \"title\" as text; it is a list here"},
      {"{\n\"language\": \"a b\"}",
       "2:13: write \"language\" as a language tag like en or pt-BR; it is \"a b\" here"},
      {"{\"url\": \"example.org\"}",
       "1:9: write \"url\" as an absolute URL like https://example.org/blog/; it is "
       "\"example.org\" here"},
      {"{\"timezone\": \"Berlin\"}",
       "1:14: write \"timezone\" as a name like Europe/Berlin; \"Berlin\" is not in this system's "
       "time zone database"},
      {"{\"permalink\": \"/:years/:slug/\"}",
       "1:15: unknown :years in the permalink pattern; use :year :month :day :yearday :slug :title "
       "or :section"},
      {"{\"permalink\": \"/:year/\"}",
       "1:15: write \"permalink\" with :slug or :title, or all posts get the same path"},
      {"{\"paginate\": 0}", "1:14: write \"paginate\" as a number from 1 to 1000"},
      {"{\"posts_per_page\": \"many\"}",
       "1:20: write \"posts_per_page\" as a whole number; it is \"many\" here"},
      {"{\"menu\": {}}",
       "1:10: write \"menu\" as a list of {\"name\": …, \"path\": …}; it is a mapping here"},
      {"{\"menu\": [\n\"About\"]}",
       "2:1: write \"menu\" as a list of {\"name\": …, \"path\": …}; it is \"About\" here"},
      {"{\"authors\": [{\"nam\": \"A\"}]}",
       "1:14: write \"authors\" as a name or {name, url}; it is a mapping here"},
      {"{\"ü\": 1, \"tilte\": 1}",
       "1:10: warning: write \"title\" if that is what \"tilte\" means; it has no effect"},
      {"{\"title\": \"A\",\n\"title\": \"B\"}",
       "2:1: warning: \"title\" stands here again after line 1; the last one counts, remove one"},
      {"{\"title\": \"\xFF\"}", "1:12: save this file as UTF-8; byte 11 (counted from 0) is not"},
  };
  for (const Case& item : kCases) {
    CAPTURE(item.json);
    const std::string expected(item.problem);
    CHECK(texts(read_site_settings(item.json).problems) ==
          (expected.empty() ? "" : expected + '\n'));
  }
}

}  // namespace daybook
