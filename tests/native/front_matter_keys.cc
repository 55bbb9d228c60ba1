// Every spelling of every key of front matter, in the order of the table of conventions.
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "native/facts.h"

namespace daybook {
namespace {

struct Case {
  std::string_view yaml;
  std::string_view fact;
  std::string_view expected;
};

constexpr Case kCases[] = {
    {"title: A b", "title", "A b"},
    {"title: '  A \n\n  b '", "title", "A b"},
    {"title: 1984", "title", "1984"},
    {"title: 3.10", "title", "3.10"},
    {"title: 2024-01-01", "title", "2024-01-01"},
    {"title: Yes", "title", "Yes"},
    {"title: 'true'", "title", "true"},
    {"Title: A", "title", "A"},
    {"TITLE: A", "title", "A"},
    {"title:", "title", "?"},
    {"title: ''", "title", "?"},

    {"description: D", "description", "D"},
    {"summary: D", "description", "D"},
    {"excerpt: D", "description", "D"},
    {"meta_description: D", "description", "D"},
    {"excerpt: E\nsummary: S\ndescription: D", "description", "D"},
    {"excerpt: E\nsummary: S", "description", "S"},
    {"description:\nexcerpt: E", "description", "E"},
    {"description: ''\nexcerpt: E", "description", ""},
    {"description: >\n  one\n  two\n", "description", "one two"},
    {"x: 1", "description", "?"},

    {"date: 2024-05-06", "date", "2024-05-06T00:00:00Z"},
    {"date: 2024-05-06T07:08:09+02:00", "date", "2024-05-06T07:08:09+02:00"},
    {"date: 2024-05-06T07:08:09Z", "date", "2024-05-06T07:08:09Z"},
    {"date: 2024-05-06 07:08", "date", "2024-05-06T07:08:00Z"},
    {"date: 2024-05-06 07:08:09", "date", "2024-05-06T07:08:09Z"},
    {"date: 2024-05-06 07:08:09 -4", "date", "2024-05-06T07:08:09-04:00"},
    {"date: 2024-05-06 07:08:09 -0400", "date", "2024-05-06T07:08:09-04:00"},
    {"date: '2024-05-06 07:08:09 UTC'", "date", "2024-05-06T07:08:09Z"},
    {"date: 2024-05-06 07:08:09 2024 -0800", "date", "2024-05-06T07:08:09-08:00"},
    {"date: 2024/05/06", "date", "2024-05-06T00:00:00Z"},
    {"date: May 06 2024", "date", "2024-05-06T00:00:00Z"},
    {"date: ''", "date", "?"},
    {"date:", "date", "?"},
    {"pubDate: 2024-05-06", "date", "2024-05-06T00:00:00Z"},
    {"PubDate: 2024-05-06", "date", "2024-05-06T00:00:00Z"},
    {"pubDatetime: 2024-05-06", "date", "2024-05-06T00:00:00Z"},
    {"published_date: 2024-05-06", "date", "2024-05-06T00:00:00Z"},
    {"created: 2024-05-06", "date", "2024-05-06T00:00:00Z"},
    {"created: 2023-01-01\ndate: 2024-05-06", "date", "2024-05-06T00:00:00Z"},
    {"path: 2024/05/06/x", "date", "2024-05-06T00:00:00Z"},
    {"permalink: /blog/2024/5/6/x/", "date", "2024-05-06T00:00:00Z"},
    {"path: 2024/13/06/x", "date", "?"},

    {"updated: 2024-05-06", "updated", "2024-05-06T00:00:00Z"},
    {"lastmod: 2024-05-06", "updated", "2024-05-06T00:00:00Z"},
    {"modified: 2024-05-06", "updated", "2024-05-06T00:00:00Z"},
    {"modDatetime: 2024-05-06", "updated", "2024-05-06T00:00:00Z"},
    {"updatedDate: 2024-05-06", "updated", "2024-05-06T00:00:00Z"},
    {"last_modified_at: 2024-05-06", "updated", "2024-05-06T00:00:00Z"},
    {"last_update: {date: 2024-05-06}", "updated", "2024-05-06T00:00:00Z"},
    {"last_update: {date: 2024-05-06, author: x}", "params", R"({"last_update":{"author":"x"}})"},

    {"draft: true", "draft", "true"},
    {"draft: yes", "draft", "true"},
    {"draft: 'true'", "draft", "true"},
    {"draft: false", "draft", "false"},
    {"published: false", "draft", "true"},
    {"published: true", "draft", "false"},
    {"publish: false", "draft", "true"},
    {"publish: no", "draft", "true"},
    {"published: false\ndraft: false", "draft", "false"},
    {"x: 1", "draft", "false"},

    {"unlisted: true", "unlisted", "true"},
    {"hiddenInHomeList: true", "unlisted", "true"},
    {"hiddenInHomeList: 'true'", "unlisted", "true"},

    {"publishDate: 2024-05-06", "publish date", "2024-05-06T00:00:00Z"},
    {"pubdate: 2024-05-06", "publish date", "2024-05-06T00:00:00Z"},
    {"published: 2024-05-06", "publish date", "2024-05-06T00:00:00Z"},
    {"published: 2024-05-06", "draft", "false"},
    {"published: 2024-05-06", "date", "2024-05-06T00:00:00Z"},
    {"pubdate: 2024-05-06\ndate: 2024-01-01", "date", "2024-01-01T00:00:00Z"},
    {"expiryDate: 2024-05-06", "expiry date", "2024-05-06T00:00:00Z"},
    {"unpublishdate: 2024-05-06", "expiry date", "2024-05-06T00:00:00Z"},

    {"slug: b", "slug", "b"},
    {"slug: b/", "slug", "b"},
    {"slug: 42", "slug", "42"},
    {"x: 1", "slug", "a"},
    {"slug: /b/c", "permalink", "/b/c"},
    {"permalink: /b/", "permalink", "/b/"},
    {"permalink: /:year/:slug/", "permalink", "/:year/:slug/"},
    {"url: b/c", "permalink", "b/c"},
    {"path: b/c", "permalink", "b/c"},
    {"link: /b", "permalink", "/b"},
    {"link: https://example.org/", "permalink", "?"},
    {"link: https://example.org/", "params", R"({"link":"https://example.org/"})"},
    {"permalink: https://example.org/\npath: b", "permalink", "b"},
    {"path: b\npermalink: c", "permalink", "c"},

    {"aliases: [/b, c/d.html]", "aliases", "b|c/d.html"},
    {"aliases: /b", "aliases", "b"},
    {"alias: [b]", "aliases", "b"},
    {"redirect_from:\n  - /b/\n  - /c/", "aliases", "b/|c/"},
    {"oldUrl: /b", "aliases", "b"},
    {"aliases:", "aliases", "?"},

    {"tags: [a, b c]", "tags", "a|b c"},
    {"tags: a, b c,,", "tags", "a|b c"},
    {"tags: one two", "tags", "one two"},
    {"tags: [2024, 1.5, true]", "tags", "2024|1.5|true"},
    {"tags: [a, A, ' a ', '', null]", "tags", "a"},
    {"tags: [Übung, übung]", "tags", "Übung"},
    {"tags: 2024", "tags", "2024"},
    {"tags:", "tags", "?"},
    {"tag: a", "tags", "a"},
    {"taxonomies: {tags: [a, b]}", "tags", "a|b"},
    {"taxonomies: {categories: [a]}", "categories", "a"},
    {"taxonomies: {colours: [a]}", "params", R"({"taxonomies":{"colours":["a"]}})"},
    {"categories: a, b", "categories", "a|b"},
    {"category: release", "categories", "release"},
    {"series: Rust, step by step", "series", "Rust, step by step"},
    {"series: [S]", "series", "S"},
    {"taxonomies: {series: [S]}", "series", "S"},
    {"series_order: 3", "series order", "3"},
    {"series_order: '3'", "series order", "3"},

    {"authors: [A, B]", "authors", "A|B"},
    {"author: A", "authors", "A"},
    {"author: Martin Luther King, Jr.", "authors", "Martin Luther King, Jr."},
    {"authors: {name: A, url: 'https://a.example/'}", "authors", "A <https://a.example/>"},
    {"authors: [{name: A, url: u}, B, {Name: C, title: T}]", "authors", "A <u>|B|C"},
    {"authors: [elaine, elaine, '']", "authors", "elaine"},
    {"taxonomies: {authors: [A]}", "authors", "A"},

    {"image: a.png", "image", "a.png"},
    {"image: false", "image", "?"},
    {"image: {url: a.png, alt: A, caption: C}", "image", "a.png"},
    {"image: {src: a.png, alt: A, caption: C}", "alt", "A"},
    {"image: {path: a.png, alt: A, caption: C}", "caption", "C"},
    {"image: {path: a.png, width: 3}", "params", R"({"image":{"width":3}})"},
    {"cover: {image: a.png}", "image", "a.png"},
    {"cover: {alt: A}", "alt", "A"},
    {"cover: {caption: C, relative: true}", "caption", "C"},
    {"Cover: {Image: a.png}", "image", "a.png"},
    {"heroImage: a.png", "image", "a.png"},
    {"ogImage: a.png", "image", "a.png"},
    {"socialImage: a.png", "image", "a.png"},
    {"image: a.png\nalt: A", "alt", "A"},
    {"image: a.png\ncaption: C", "caption", "C"},
    {"image: a.png\nimage_alt: A", "alt", "A"},
    {"image: a.png\nimage_caption: C", "caption", "C"},
    {"heroImage: b.png\nimage: a.png", "image", "a.png"},

    {"lang: pt-BR", "language", "pt-BR"},
    {"lang: pt_BR", "language", "pt-BR"},
    {"canonicalURL: https://a.example/", "canonical url", "https://a.example/"},
    {"canonical_url: https://a.example/", "canonical url", "https://a.example/"},
    {"toc: true", "contents", "shown"},
    {"toc: false", "contents", "hidden"},
    {"enableToc: true", "contents", "shown"},
    {"ShowToc: false", "contents", "hidden"},
    {"showtoc: true", "contents", "shown"},
    {"x: 1", "contents", "auto"},
    {"math: true", "math", "true"},
    {"pin: true", "pinned", "true"},
    {"featured: true", "pinned", "true"},
    {"weight: 7", "weight", "7"},
    {"weight: +7", "weight", "7"},
    {"weight: -7", "weight", "-7"},
    {"order: 7", "weight", "7"},

    {"layout: post\ntype: posts\ntemplate: a.html", "params", "{}"},
    {"extra: {a: [1, 2.5, yes, true, null, x]}", "params",
     R"({"extra":{"a":[1,2.5,"yes",true,null,"x"]}})"},
    {"hero: false\nversion: 3.8.6", "params", R"({"hero":false,"version":"3.8.6"})"},
    {"a: 2024-05-06\nb: .nan\nc: 0x1F\nd: 12345678901234567890\ne: 1e999\nf: -0.5", "params",
     R"({"a":"2024-05-06","b":".nan","c":"0x1F","d":"12345678901234567890","e":"1e999","f":-0.5})"},
    {"a: 007\nb: 1.\nc: .5\nd: +1", "params", R"({"a":"007","b":"1.","c":".5","d":"+1"})"},
};

}  // namespace

TEST_CASE("every key of front matter is read as the conventions say") {
  for (const Case& item : kCases) {
    CAPTURE(item.yaml, item.fact);
    const ReadSource read = read_post("---\n" + std::string(item.yaml) + "\n---\n");
    for (const Problem& problem : read.problems) {
      CAPTURE(problem.text());
      CHECK(problem.severity == Severity::kWarning);
    }
    CHECK(fact(read.source, item.fact) == item.expected);
  }
}

TEST_CASE("a key of another engine is no slip, a slip is named") {
  struct Slip {
    std::string_view key;
    std::string_view meant;  // empty for none
  };
  constexpr Slip kSlips[] = {
      {"titel", "title"},
      {"tilte", "title"},
      {"Titles", "title"},
      {"tagss", "tags"},
      {"dates", "date"},
      {"serie", "series"},
      {"descripton", "description"},
      {"desciptoin", "description"},
      {"auther", "author"},
      {"canonicalUrls", "canonicalURL"},
      {"published_at", "published_date"},
      {"images", ""},
      {"links", ""},
      {"public", ""},
      {"related", ""},
      {"pic", ""},
      {"hero", ""},
      {"keywords", ""},
      {"version", ""},
      {"team", ""},
      {"taxonomies", ""},
      {"cover", ""},
      {"description_of_something_else", ""},
  };
  for (const Slip& slip : kSlips) {
    const std::string key(slip.key);
    const std::string expected = slip.meant.empty()
                                     ? ""
                                     : "posts/a.md:3:1: warning: write \"" +
                                           std::string(slip.meant) + "\" if that is what \"" + key +
                                           "\" means; so far it is a parameter\n";
    CHECK(texts(read_post("---\ndate: 2024-05-06\n" + key + ": x\n---\n").problems) == expected);
  }
}

}  // namespace daybook
