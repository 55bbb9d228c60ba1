// What an author is told about front matter that is wrong, word for word.
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "native/facts.h"

namespace daybook {
namespace {

struct Case {
  std::string_view text;
  std::string_view problem;  // without `posts/a.md:`
};

constexpr Case kCases[] = {
    // Blocks
    {"---\ntitle: T\n", "1:1: close the front matter with a line `---`"},
    {"+++\ntitle = 'T'\n---\n", "1:1: close the front matter with a line `+++`"},
    {"{\"title\": \"T\"\n", "1:1: close the front matter with a `}`"},
    {"---\n- a\n---\n", "2:1: write front matter as `key: value`, not as a list"},
    {"---\njust text\n---\n", "2:1: write front matter as `key: value`, not as \"just text\""},
    {"---\ntitle: a\x04z\n---\n", "2:9: remove the control character that stands here"},
    {"---\n{a: b}: c\n---\n", "2:1: write a key as text, not as a list or mapping"},

    // Syntax
    {"---\ntitle: a: b\n---\n",
     "2:9: put the whole value in quotes, since it holds a colon and a space (YAML: illegal map "
     "value)"},
    {"---\ntitle: \"a\n---\n", "2:8: close the quotes that begin here"},
    {"---\nx: &a !!str 'it''s\ny: ''\n---\n", "2:4: close the quotes that begin here"},
    {"---\ntags: [a, b\nx: 1\n---\n",
     "3:2: close the brackets, or put the value in quotes (YAML: end of sequence flow not found)"},
    {"---\ntitle: @me\n---\n",
     "2:8: put a value that begins with @, ` or % in quotes (YAML: unknown token)"},
    {"---\ntitle: \"a\" b\n---\n",
     "2:12: check the quotes and the indentation on this line (YAML: end of map not found)"},
    {"---\na: *b\n---\n", "2:4: this is not YAML: the referenced anchor is not defined"},
    {"---\na: &a [*a]\n---\n", "2:8: write this out; an alias cannot stand inside what it names"},
    {"+++\ntitle = 'T\n+++\n", "2:11: close the quotes on this line"},
    {"+++\ntitle = \"T\n+++\n", "2:11: close the quotes on this line"},
    {"+++\ntitle = 'Ü' x\n+++\n",
     "2:13: this is not TOML: error while parsing key-value pair: expected a comment or "
     "whitespace, saw 'x'"},
    {"+++\n\n[=a]\n+++\n", "3:1: this is not TOML; check brackets, quotes and names on this line"},
    {"{\n\"title\": T\n}\n", "2:10: this is not JSON: invalid literal"},
    {"{\"a\": 1,}\n", "1:9: this is not JSON: unexpected '}'; expected string literal"},
    {"{\"a\": 1 \"b\": 2}\n", "1:9: this is not JSON: unexpected string literal; expected '}'"},
    {"{\"a\": \"b\nc\"}\n",
     "1:9: this is not JSON: invalid string: control character U+000A (LF) must be escaped to "
     "\\u000A or \\n"},
    {"{\"ü\": truth}\n", "1:7: this is not JSON: invalid literal"},
    {"{\"a\": 1e999}\n", "1:7: write a smaller number, or put it in quotes"},

    // Types
    {"---\ntitle: [a]\n---\n", "2:8: write \"title\" as text; it is a list here"},
    {"---\ntitle: {a: b}\n---\n", "2:8: write \"title\" as text; it is a mapping here"},
    {"---\ntitle: true\n---\n", "2:8: write \"title\" as text, in quotes; it is true here"},
    {"---\ndraft: maybe\n---\n", "2:8: write \"draft\" as true or false; it is \"maybe\" here"},
    {"---\ndraft: 1\n---\n", "2:8: write \"draft\" as true or false; it is the number 1 here"},
    {"---\nshowToc: x\n---\n", "2:10: write \"ShowToc\" as true or false; it is \"x\" here"},
    {"---\nweight: heavy\n---\n", "2:9: write \"weight\" as a whole number; it is \"heavy\" here"},
    {"---\nweight: 1.5\n---\n",
     "2:9: write \"weight\" as a whole number; it is the number 1.5 here"},
    {"---\nweight: 99999999999\n---\n",
     "2:9: write \"weight\" as a whole number; it is the number 99999999999 here"},
    {"---\ntags:\n  - a\n  - [b]\n---\n",
     "4:5: write \"tags\" as a list of texts; it is a list here"},
    {"---\ntags: {a: b}\n---\n", "2:7: write \"tags\" as a list of texts; it is a mapping here"},
    {"---\nauthors:\n  - url: x\n---\n",
     "3:5: write \"authors\" as a name or {name, url}; it is a mapping here"},
    {"---\ncover:\n  image: [a]\n---\n", "3:10: write \"cover.image\" as text; it is a list here"},
    {"+++\n[taxonomies]\ntags = [{}]\n+++\n",
     "3:9: write \"taxonomies.tags\" as a list of texts; it is a mapping here"},
    {"{\n  \"title\": [\n]}\n", "2:12: write \"title\" as text; it is a list here"},
    {"---\nlang: en us\n---\n",
     "2:7: write \"lang\" as a language tag like en or pt-BR; it is \"en us\" here"},
    {"---\ncanonicalURL: /a/\n---\n",
     "2:15: write \"canonicalURL\" as an absolute URL like https://example.org/blog/; it is "
     "\"/a/\" here"},

    // Dates
    {"---\ndate: \"2025-13-01\"\n---\n",
     "2:7: date \"2025-13-01\" is not a date; write it like 2025-11-10 or "
     "2025-11-10T09:30:00+01:00"},
    {"---\ntitle: T\nupdated:  soon\n---\n",
     "3:11: updated \"soon\" is not a date; write it like 2025-11-10 or "
     "2025-11-10T09:30:00+01:00"},
    {"---\nlast_update: {date: [a]}\n---\n",
     "2:21: last_update.date a list is not a date; write it like 2025-11-10 or "
     "2025-11-10T09:30:00+01:00"},
    {"+++\ndate = 07:08:09\n+++\n",
     "2:8: date \"07:08:09\" is not a date; write it like 2025-11-10 or "
     "2025-11-10T09:30:00+01:00"},
    {"---\npublished: soon\n---\n",
     "2:12: write \"published\" as true, false or a date like 2025-11-10, not as \"soon\""},

    // Places
    {"---\npermalink: /a/../b\n---\n", "2:12: write \"permalink\" without `..`"},
    {"---\nslug: ..\n---\n", "2:7: write \"slug\" without `..`"},
    {"---\naliases: [/a, ../b]\n---\n", "2:10: write \"aliases\" without `..`"},

    // Not text
    {"---\ntitle: a\xFFz\n---\n", "2:9: save this file as UTF-8; byte 12 (counted from 0) is not"},
    {"\xFF\xFE-\0-\0", "1:1: save this file as UTF-8; byte 0 (counted from 0) is not"},
};

std::string first_error(const ReadSource& read) {
  for (const Problem& problem : read.problems) {
    if (problem.severity == Severity::kError) return problem.text();
  }
  return "";
}

}  // namespace

TEST_CASE("an error says where it is and what to do") {
  for (const Case& item : kCases) {
    CAPTURE(item.text);
    CHECK(first_error(read_post(item.text)) == "posts/a.md:" + std::string(item.problem));
  }
}

TEST_CASE("a tag that no folder can be named by is refused") {
  const std::string tag(201, 'a');
  CHECK(first_error(read_source("a.md", "---\ntags: [b, " + tag + "]\n---\n", {})) ==
        "a.md:2:7: shorten \"tags\": a name of it has 201 bytes, of which a folder's may have 200");
  CHECK(
      first_error(read_source("a.md", "---\nseries: " + tag + "\n---\n", {})) ==
      "a.md:2:9: shorten \"series\": a name of it has 201 bytes, of which a folder's may have 200");
}

TEST_CASE("all errors of one file are told at once") {
  CHECK(texts(read_post("---\ntitle: []\ndate: x\ndraft: y\n---\n").problems) ==
        "posts/a.md:2:8: write \"title\" as text; it is a list here\n"
        "posts/a.md:3:7: date \"x\" is not a date; write it like 2025-11-10 or "
        "2025-11-10T09:30:00+01:00\n"
        "posts/a.md:4:8: write \"draft\" as true or false; it is \"y\" here\n"
        "posts/a.md: warning: give this post a date, as `date` in its front matter or in front of "
        "its file's name\n");
}

TEST_CASE("of a key that stands twice the last counts, with a warning") {
  constexpr std::string_view kTexts[] = {
      "---\ndate: 2024-05-06\ntitle: A\ntags: []\ntitle: B\n---\n",
      "{\"date\": \"2024-05-06\",\n\n\"title\": \"A\",\n\n\"title\": \"B\"}\n",
  };
  for (const std::string_view text : kTexts) {
    const ReadSource read = read_post(text);
    CHECK(fact(read.source, "title") == "B");
    CHECK(texts(read.problems) ==
          "posts/a.md:5:1: warning: \"title\" stands here again after line 3; the last one "
          "counts, remove one\n");
  }
}

TEST_CASE("what cannot be followed is left out with a warning") {
  CHECK(texts(read_post("---\ndate: 2024-05-06\naliases: ['/?p=1', /a]\nseries: [A, B]\n---\n")
                  .problems) ==
        "posts/a.md:3:10: warning: remove \"/?p=1\" from \"aliases\"; only paths of this site can "
        "lead here\n"
        "posts/a.md:4:9: warning: write one series; of several only the first counts\n");
}

TEST_CASE("a file of more than a megabyte is refused") {
  const std::string text((1 << 20) + 1, 'x');
  CHECK(texts(read_post(text).problems) ==
        "posts/a.md: split this file; its 1048577 bytes are more than 1048576\n");
}

}  // namespace daybook
