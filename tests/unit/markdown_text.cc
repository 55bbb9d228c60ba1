// What the page around a document is told of it: summary and words.
#include <catch2/catch_test_macros.hpp>

#include "core/markdown/markdown.h"

namespace daybook {
namespace {

MarkdownDocument document_of(std::string_view markdown) {
  auto document = render_markdown(markdown, {});
  REQUIRE(document.ok());
  return std::move(document).value();
}

std::string summary_of(std::string_view markdown) { return document_of(markdown).summary; }
std::size_t words_of(std::string_view markdown) { return document_of(markdown).words; }

}  // namespace

TEST_CASE("the summary is the first paragraph that has text") {
  CHECK(summary_of("# a\n\nb *c*\n`d`[^1]\n\ne\n\n[^1]: f\n") == "b c d");
  CHECK(summary_of("![a](b)\n\n<!-- c -->\n\n> d\n\ne\n") == "d");
  CHECK(summary_of("# a\n\n```\nb\n```\n").empty());
}

TEST_CASE("the summary is what stands before the mark") {
  for (const char* mark :
       {"<!-- more -->", "<!--more-->", "<!-- truncate -->", "<!--truncate-->"}) {
    INFO(mark);
    CHECK(summary_of("# a\n\nb\n\n- c\n\n```\nd\n```\n\n" + std::string(mark) + "\n\ne\n") ==
          "b c");
    CHECK(summary_of("a\n" + std::string(mark) + "\nb\n") == "a");
    CHECK(summary_of("a b " + std::string(mark) + " c\n") == "a b");
  }
  CHECK(summary_of("a\n\nb\n\n<!-- moreover -->\n\nc\n") == "a");
  CHECK(summary_of("<!-- more -->\n\na\n\nb\n") == "a");
}

TEST_CASE("words are those of running text") {
  CHECK(words_of("") == 0);
  CHECK(words_of("one two-three it's 4 — \n\n- five `six`\n") == 6);
  CHECK(words_of("un**bold**ed a<br>b\n") == 3);
  CHECK(words_of("# a\n\n| b | c |\n|---|---|\n| d | e |\n") == 5);
  CHECK(words_of("```\na b\n```\n\n![c d](e) f\n") == 1);
  CHECK(words_of("日本語 と English\n") == 5);
}

}  // namespace daybook
