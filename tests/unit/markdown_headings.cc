// Headings: ids, links to them, the title, and levels.
#include <catch2/catch_test_macros.hpp>

#include "core/markdown/markdown.h"

namespace daybook {
namespace {

MarkdownDocument document_of(std::string_view markdown, std::string_view title = {}) {
  auto document = render_markdown(markdown, {.title = title});
  REQUIRE(document.ok());
  return std::move(document).value();
}

std::string ids_of(std::string_view markdown) {
  std::string ids;
  for (const Heading& heading : document_of(markdown).headings) {
    if (!ids.empty()) ids += ' ';
    ids += heading.id;
  }
  return ids;
}

std::string levels_of(const MarkdownDocument& document) {
  std::string levels;
  for (const Heading& heading : document.headings) {
    levels += std::to_string(heading.level);
    levels += heading.text;
  }
  return levels;
}

}  // namespace

TEST_CASE("a heading has an id, and beside it a link named by it") {
  CHECK(document_of("## What's *new* in 1.94?\n").html ==
        "<div class=\"heading\"><h2 id=\"whats-new-in-194\">What's <em>new</em> in 1.94?</h2>"
        "<a class=\"anchor\" href=\"#whats-new-in-194\" aria-labelledby=\"whats-new-in-194\">#</a>"
        "</div>\n");
}

TEST_CASE("ids are GitHub's") {
  CHECK(ids_of("## C++ & Rust\n") == "c--rust");
  CHECK(ids_of("## `code_span` [link](u)\n") == "code_span-link");
  CHECK(ids_of("## Ünïcödé 日本語\n") == "ünïcödé-日本語");
  CHECK(ids_of("## a\n## a\n## a-1\n## a\n") == "a a-1 a-1-1 a-2");
}

TEST_CASE("the author's own id is cut from the text and kept") {
  CHECK(ids_of("## A b {#Own_id.1}\n") == "Own_id.1");
  const auto document = document_of("# A *b* {#x}\n\n## *c*{#y}\n");
  CHECK(document.title == "A b");
  CHECK(levels_of(document) == "2A b3c");
  CHECK(document.html.find('{') == std::string::npos);
  // It is promised to others, and goes before one that is made.
  CHECK(ids_of("## x\n## a {#x}\n") == "x-1 x");
  CHECK(ids_of("## a {#x}\n## b {#x}\n") == "x x-1");
}

TEST_CASE("what is no id stays text") {
  CHECK(ids_of("## a {#b c}\n") == "a-b-c");
  CHECK(ids_of("## a {#}\n") == "a-");
  CHECK(ids_of("## a {#b} c\n") == "a-b-c");
  CHECK(ids_of("## a {#b\"c}\n") == "a-bc");
}

TEST_CASE("no id is one of the page's or of a footnote's") {
  CHECK(ids_of("## Main\n## status\n## a {#content}\n") == "main-1 status-1 content-1");
  CHECK(ids_of("## fn-1\n## fnref 1\n\na[^1]\n\n[^1]: b\n") == "fn-1-1 fnref-1-1");
  CHECK(ids_of("## ?!\n## …\n") == "section section-1");
}

TEST_CASE("a heading without text is no heading") {
  const auto document = document_of("##\n\n## <br>\n\na\n");
  CHECK(document.headings.empty());
  CHECK(document.html == "<!-- raw HTML omitted -->\n<p>a</p>\n");
}

TEST_CASE("a first heading that repeats the title is left out") {
  const auto document = document_of("# The  *title*\n\n## a\n", "The title");
  CHECK(document.title == "The title");
  CHECK(levels_of(document) == "2a");
  CHECK(document.html.find("title") == std::string::npos);
}

TEST_CASE("a title is repeated however its quotes and dashes are set") {
  const MarkdownOptions options = {.title = "\"Don't\" - a--b…",
                                   .punctuation = Punctuation::kSmart};
  const auto document = render_markdown("# \"Don't\" - a--b...\n\nc\n", options);
  REQUIRE(document.ok());
  CHECK(document.value().html == "<p>c</p>\n");
  CHECK(document_of("# a–b\n", "a--b").html.empty());
  CHECK_FALSE(document_of("# a‐b\n", "a-b").html.empty());
}

TEST_CASE("headings of level 1 that remain move all one level down") {
  CHECK(levels_of(document_of("# A\n\n# b\n\n## c\n\n###### d\n", "A")) == "2b3c6d");
  CHECK(levels_of(document_of("# A\n\n## b\n", "B")) == "2A3b");
  CHECK(levels_of(document_of("## a\n\n### b\n", "A")) == "2a3b");
}

TEST_CASE("no heading takes a name that the page or its script looks for") {
  for (const char* id : {"main", "query", "found", "offline", "search-query", "trustedTypes"}) {
    const auto document = document_of("# a {#" + std::string(id) + "}\n\n# " + id + "\n");
    for (const Heading& heading : document.headings) CHECK(heading.id != id);
  }
  // These name nothing of a document or window that a heading could take the place of.
  for (const char* id : {"location", "forms", "constructor", "cookie", "body"}) {
    CHECK(document_of("# a {#" + std::string(id) + "}\n").headings.at(0).id == id);
  }
}

TEST_CASE("the title is the first heading of level 1") {
  CHECK(document_of("## a\n\n# b `c`\n\n# d\n").title == "b c");
  CHECK(document_of("Setext\n===\n").title == "Setext");
  CHECK(document_of("## a\n").title.empty());
}

}  // namespace daybook
