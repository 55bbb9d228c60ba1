// Where front matter begins and ends, and its three syntaxes.
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "native/facts.h"

namespace daybook {
namespace {

struct Split {
  std::string_view text;
  std::string_view title;  // `?` for none
  std::string_view body;
  std::string_view body_line;
};

constexpr Split kSplits[] = {
    {"---\ntitle: T\n---\nbody\n", "T", "body\n", "4"},
    {"---\ntitle: T\n...\nbody\n", "T", "body\n", "4"},
    {"--- \t\ntitle: T\n---  \n\nbody\n", "T", "\nbody\n", "4"},
    {"---\r\ntitle: T\r\n---\r\nbo\rdy\r\n", "T", "bo\ndy\n", "4"},
    {"\xEF\xBB\xBF---\ntitle: T\n---\nbody\n", "T", "body\n", "4"},
    {"---\ntitle: T\n---", "T", "", "4"},
    {"---\n---\nbody\n", "?", "body\n", "3"},
    {"---\n# nothing\n---\nbody\n", "?", "body\n", "4"},
    {"---\ntitle: T\nx: |\n  a\n  ---\n---\nbody\n", "T", "body\n", "7"},
    {"+++\ntitle = 'T'\n+++\nbody\n", "T", "body\n", "4"},
    {"+++\r\ntitle = 'T'\r\n+++\r\nbody\n", "T", "body\n", "4"},
    {"+++\n+++\nbody\n", "?", "body\n", "3"},
    {"{\"title\": \"T\"}\nbody\n", "T", "body\n", "2"},
    {"{\n  \"title\": \"T\",\n  \"a\": {\"b\": \"}\\\"\"}\n}\nbody\n", "T", "body\n", "5"},
    {"{\"title\": \"T\"} body\n", "T", " body\n", "1"},
    {"{}\nbody\n", "?", "body\n", "2"},
    {"body\n---\ntitle: T\n---\n", "?", "body\n---\ntitle: T\n---\n", "1"},
    {"\n---\ntitle: T\n---\n", "?", "\n---\ntitle: T\n---\n", "1"},
    {"----\nbody\n", "?", "----\nbody\n", "1"},
    {"{{< toc >}}\n", "?", "{{< toc >}}\n", "1"},
    {"{% raw %}\n", "?", "{% raw %}\n", "1"},
    {"{::options a=\"b\" /}\n", "?", "{::options a=\"b\" /}\n", "1"},
    {"", "?", "", "1"},
    {"\xEF\xBB\xBF", "?", "", "1"},
};

constexpr std::string_view kSame[] = {
    "---\ntitle: Ü \"q\"\ndate: 2024-05-06 07:08:09+02:00\ntags: [a, 2]\nextra:\n  n: 1\n  "
    "deep: {x: [true, 0.5]}\n---\nb",
    "+++\ntitle = 'Ü \"q\"'\ndate = 2024-05-06T07:08:09+02:00\ntags = ['a', 2]\n[extra]\nn = 1\n"
    "deep = {x = [true, 0.5]}\n+++\nb",
    "{\"title\": \"\\u00dc \\\"q\\\"\", \"date\": \"2024-05-06T07:08:09+02:00\", \"tags\": [\"a\", "
    "2], "
    "\"extra\": {\"n\": 1, \"deep\": {\"x\": [true, 0.5]}}}\nb",
};

}  // namespace

TEST_CASE("front matter ends where its closing line stands") {
  for (const Split& item : kSplits) {
    CAPTURE(item.text);
    const ReadSource read = read_source("posts/2024-05-06-a.md", item.text, "UTC");
    CHECK(texts(read.problems).empty());
    CHECK(fact(read.source, "title") == item.title);
    CHECK(fact(read.source, "body") == item.body);
    CHECK(fact(read.source, "body line") == item.body_line);
  }
}

TEST_CASE("YAML, TOML and JSON say the same") {
  for (const std::string_view text : kSame) {
    CAPTURE(text);
    const ReadSource read = read_post(text);
    CHECK(texts(read.problems).empty());
    CHECK(fact(read.source, "title") == "Ü \"q\"");
    CHECK(fact(read.source, "date") == "2024-05-06T07:08:09+02:00");
    CHECK(fact(read.source, "tags") == "a|2");
    CHECK(fact(read.source, "params") == R"({"extra":{"n":1,"deep":{"x":[true,0.5]}}})");
    CHECK(fact(read.source, "body") == "b");
  }
}

TEST_CASE("TOML's own dates, numbers and tables are read") {
  struct Case {
    std::string_view toml;
    std::string_view fact;
    std::string_view expected;
  };
  constexpr Case kCases[] = {
      {"date = 2024-05-06", "date", "2024-05-06T00:00:00Z"},
      {"date = 2024-05-06T07:08:09Z", "date", "2024-05-06T07:08:09Z"},
      {"date = 2024-05-06 07:08:09.5-03:30", "date", "2024-05-06T07:08:09-03:30"},
      {"date = 2024-05-06T07:08:09", "date", "2024-05-06T07:08:09Z"},
      {"title = 1984", "title", "1984"},
      {"[taxonomies]\ntags = ['a']\ncategories = ['b']", "tags", "a"},
      {"[taxonomies]\ntags = ['a']\ncategories = ['b']", "categories", "b"},
      {"[cover]\nimage = 'a.png'", "image", "a.png"},
      {"cover.image = 'a.png'", "image", "a.png"},
      {"[extra]\nb = 1\na = 2", "params", R"({"extra":{"b":1,"a":2}})"},
      {"[[extra.list]]\na = 1\n[[extra.list]]\na = 2", "params",
       R"({"extra":{"list":[{"a":1},{"a":2}]}})"},
      {"[extra]\na = nan\nb = -inf\nc = 07:08:09\nd = 9223372036854775807\ne = 0xff", "params",
       R"({"extra":{"a":"nan","b":"-inf","c":"07:08:09","d":"9223372036854775807","e":255}})"},
      {"title = \"\"\"Q \"quoted\"\"\"\"", "title", "Q \"quoted\""},
      {"[extra]\n'QÄ' = 'ÄQ'\ngröße = 'Q51'", "params", R"({"extra":{"QÄ":"ÄQ","größe":"Q51"}})"},
  };
  for (const Case& item : kCases) {
    CAPTURE(item.toml, item.fact);
    const ReadSource read =
        read_source("posts/2024-05-06-a.md", "+++\n" + std::string(item.toml) + "\n+++\n", "UTC");
    CHECK(texts(read.problems).empty());
    CHECK(fact(read.source, item.fact) == item.expected);
  }
}

TEST_CASE("an alias of YAML stands for what it names") {
  const ReadSource read =
      read_post("---\ndate: 2024-05-06\nx: &x [a, {b: &b c}]\ntags: [*b, d]\ny: *x\n---\n");
  CHECK(texts(read.problems).empty());
  CHECK(fact(read.source, "tags") == "c|d");
  CHECK(fact(read.source, "params") == R"({"x":["a",{"b":"c"}],"y":["a",{"b":"c"}]})");
}

}  // namespace daybook
