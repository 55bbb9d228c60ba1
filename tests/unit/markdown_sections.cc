// The text of a document by its headings.
#include <catch2/catch_test_macros.hpp>

#include "core/markdown/markdown.h"

namespace daybook {
namespace {

std::string sections_of(std::string_view markdown, const MarkdownOptions& options = {}) {
  const auto sections = read_sections(markdown, options);
  REQUIRE(sections.ok());
  std::string out;
  for (const MarkdownSection& section : sections.value()) {
    out += '[' + section.id + '|' + section.heading + '|' + section.text + ']';
  }
  return out;
}

}  // namespace

TEST_CASE("a document is what stands before its first heading and what follows each") {
  CHECK(sections_of("") == "[||]");
  CHECK(sections_of("Before.\n\n## A *b*\n\nText\nmore.\n\n### C\n## A b\nEnd") ==
        "[||Before.][a-b|A b|Text more.][c|C|][a-b-1|A b|End]");
  CHECK(sections_of("# Title\n\nText\n\n## One\n", {.title = "Title"}) == "[||Text][one|One|]");
  CHECK(sections_of("## Own {#id}\n\n> ## Quoted\n> text\n\n##\nlast") ==
        "[||][id|Own|][quoted|Quoted|text\nlast]");
}

TEST_CASE("the text of a section has its code, and a line for each block") {
  CHECK(sections_of("one `two`  three<br>four ![five](x.png)\n\n- six\n- seven\n\n"
                    "```sh\npg_dump  -a\n\n  b\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n"
                    "<div>\nraw\n</div>\n\nlast[^1]\n\n[^1]: A note.\n") ==
        "[||one two three four five\nsix\nseven\npg_dump -a b\na b\nc d\nlast\nA note.]");
  CHECK(sections_of("> [!TIP]\n> Be brief.\n\nTerm\n: What it is\n") ==
        "[||Tip\nBe brief.\nTerm\nWhat it is]");
}

TEST_CASE("sections have the ids of the page") {
  const std::string_view markdown =
      "# T\n## One\n## One\n# Again\n## fn-1 \u201Cq\u201D -- x\n## {#no\n##\n## Two {#one}\n";
  const MarkdownOptions options = {.title = "T", .punctuation = Punctuation::kSmart};
  const auto document = render_markdown(markdown, options);
  const auto sections = read_sections(markdown, options);
  REQUIRE(sections.value().size() == document.value().headings.size() + 1);
  for (std::size_t i = 1; i < sections.value().size(); ++i) {
    CHECK(sections.value()[i].id == document.value().headings[i - 1].id);
    CHECK(sections.value()[i].heading == document.value().headings[i - 1].text);
  }
}

}  // namespace daybook
