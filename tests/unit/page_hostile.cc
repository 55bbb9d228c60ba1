// A manifest whose every text tries to break out of its place: of what it writes nothing becomes an
// element, an attribute or an address that runs.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_writer.h"
#include "core/base/url.h"
#include "core/daybook.h"

namespace daybook {
namespace {

// Each is a text on its own; `evil` marks what must not come out as HTML.
constexpr std::string_view kPayloads[] = {
    "<evil>",
    "</title><evil>",
    "</script><evil>",
    "</textarea></style><evil>",
    "-->\"'><evil>",
    "\" evil=1 x=\"",
    "' evil=1 x='",
    "]]><evil>",
    "javascript:evil()",
    " java\tscript:evil()",
    "data:text/html,<evil>",
    "//evil.example/",
    "\\\\evil.example\\",
    "&lt;evil&gt;&quot;",
    "{title}{name}{number}<evil>",
    "__proto__",
    "constructor",
    "../../../evil",
    "\xE2\x80\xAE<evil>",
};

std::string manifest_with(std::string_view payload) {
  JsonWriter json;
  json.begin_object().member("version", "https://jsonfeed.org/version/1.1");
  json.member("title", payload).member("description", payload).member("language", payload);
  json.key("authors").begin_array().begin_object();
  json.member("name", payload).member("url", payload).end_object().end_array();
  json.key("items").begin_array().begin_object();
  json.member("id", "a").member("title", payload).member("content_text", payload);
  json.member("date_published", "2025-01-02T00:00:00Z").member("image", payload);
  json.member("language", payload).key("tags").begin_array().value(payload).end_array();
  json.key("authors").begin_array().begin_object();
  json.member("name", payload).member("url", payload).end_object().end_array();
  json.key("_daybook").begin_object().member("path", "a/").member("series", payload);
  json.member("canonical_url", payload).member("image_alt", payload);
  json.member("image_caption", payload).end_object();
  json.end_object().end_array();
  json.key("_daybook").begin_object().member("total", std::size_t{1});
  json.member("url", "https://blog.example/").member("copyright", payload);
  json.key("menu").begin_array().begin_object();
  json.member("name", payload).member("path", payload).end_object().end_array();
  json.key("words").begin_object().member("search", payload).member("tags", payload).end_object();
  json.end_object().end_object();
  return json.take();
}

// Attributes that lead somewhere.
std::vector<std::string> destinations_in(std::string_view html) {
  std::vector<std::string> found;
  for (const std::string_view name : {" href=\"", " src=\"", " action=\""}) {
    for (std::size_t at = html.find(name); at != html.npos; at = html.find(name, at + 1)) {
      // Nobody follows this one.
      if (html.substr(0, at).ends_with(" rel=\"canonical\"")) continue;
      const std::size_t begin = at + name.size();
      found.emplace_back(html.substr(begin, html.find('"', begin) - begin));
    }
  }
  return found;
}

}  // namespace

TEST_CASE("no text of a manifest becomes markup or an address that runs") {
  std::size_t pages = 0;
  for (const std::string_view payload : kPayloads) {
    INFO(payload);
    Daybook daybook;
    if (!daybook.supply("posts.json", manifest_with(payload)).ok()) continue;
    REQUIRE(daybook.supply("a/index.md", "Text.\n").ok());
    const std::string query = encode_query(payload);
    std::vector<std::string> urls = daybook.list_paths();
    urls.insert(urls.end(),
                {"a/", "?q=" + query, "search/?q=" + query, "tags/" + query + "/", query});
    for (const std::string& url : urls) {
      INFO(url);
      const auto reply = daybook.ask(url);
      if (!reply.ok() || !reply.value().page) continue;
      const std::string html = daybook.document(*reply.value().page);
      ++pages;
      if (!html.starts_with('<')) continue;  // JSON, or plain text
      CHECK(html.find("<evil") == html.npos);
      CHECK(html.find("\" evil=") == html.npos);
      for (const std::string& destination : destinations_in(html)) {
        INFO(destination);
        CHECK_FALSE(destination.starts_with("javascript:"));
        CHECK_FALSE(destination.starts_with("data:text"));
      }
    }
  }
  CHECK(pages > 50);
}

}  // namespace daybook
