// Footnotes, beside the text and at its end.
#include "unit/markdown_examples.h"

namespace daybook {
namespace {

// The reference and its sidenote.
std::string side(const std::string& number, const std::string& text) {
  return "<sup class=\"note-ref\"><a id=\"fnref-" + number + "\" href=\"#fn-" + number +
         "\" role=\"doc-noteref\">" + number + "</a></sup><span class=\"sidenote\" id=\"fn-" +
         number + "\" role=\"doc-footnote\"><span class=\"sidenote-number\">" + number +
         "</span> " + text + " <a class=\"note-back\" href=\"#fnref-" + number +
         "\" role=\"doc-backlink\" aria-label=\"Back to reference " + number +
         "\">↩\uFE0E</a></span>";
}

// The reference to a note at the end.
std::string reference(const std::string& number) {
  return "<sup><a class=\"footnote-ref\" id=\"fnref-" + number + "\" href=\"#fn-" + number +
         "\" role=\"doc-noteref\">" + number + "</a></sup>";
}

bool is_at_end(std::string_view markdown) {
  const std::string html = html_of(markdown);
  return html.find("<section class=\"footnotes\"") != std::string::npos &&
         html.find("sidenote") == std::string::npos;
}

}  // namespace

TEST_CASE("a note of mere text stands beside its reference") {
  CHECK(html_of("a[^x] *b[^y]*\n\n[^y]: Y\n[^x]: X *z*\n    [w](v)\n") ==
        "<p>a" + side("1", "X <em>z</em>\n<a href=\"v\">w</a>") + " <em>b" + side("2", "Y") +
            "</em></p>\n");
  CHECK(html_of("- a[^x]\n\n> b[^y]\n\n[^x]: X\n\n    Z\n\n[^y]: Y\n") ==
        "<ul>\n<li>a" + side("1", "X <span class=\"sidenote-break\"></span>Z") +
            "</li>\n</ul>\n<blockquote>\n<p>b" + side("2", "Y") + "</p>\n</blockquote>\n");
}

TEST_CASE("a sidenote is written once, and other references lead to it") {
  CHECK(html_of("a[^x] b[^x]\n\n[^x]: X\n") ==
        "<p>a" + side("1", "X") +
            " b<sup class=\"note-ref\"><a id=\"fnref-1-2\" href=\"#fn-1\" "
            "role=\"doc-noteref\">1</a></sup></p>\n");
}

TEST_CASE("notes with more than text stand at the end, with their numbers") {
  CHECK(html_of("a[^x] b[^y] c[^z]\n\n[^x]: X\n[^y]: Y\n\n    - y\n\n[^z]: Z\n\n    ```\n    z\n"
                "    ```\n") ==
        "<p>a" + side("1", "X") + " b" + reference("2") + " c" + reference("3") +
            "</p>\n<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n"
            "<ol>\n<li id=\"fn-2\" value=\"2\">\n<p>Y</p>\n<ul>\n<li>y</li>\n</ul>\n"
            "<p><a class=\"footnote-back\" href=\"#fnref-2\" role=\"doc-backlink\" "
            "aria-label=\"Back to reference 2\">↩\uFE0E</a></p>\n</li>\n"
            "<li id=\"fn-3\">\n<p>Z</p>\n<pre tabindex=\"0\"><code>z\n</code></pre>\n"
            "<p><a class=\"footnote-back\" href=\"#fnref-3\" role=\"doc-backlink\" "
            "aria-label=\"Back to reference 3\">↩\uFE0E</a></p>\n</li>\n</ol>\n</section>\n");
}

TEST_CASE("a note that is first referred to outside running text stands at the end") {
  for (const char* markdown :
       {"|a[^x]|\n|-|\n\nb[^x]\n\n[^x]: X\n", "# a[^x]\n\n[^x]: X\n", "[a[^x]](b)\n\n[^x]: X\n",
        "- [ ] a[^x]\n\n[^x]: X\n", "> [!note] a[^x]\n> b\n\n[^x]: X\n", "a[^x]\n: b\n\n[^x]: X\n",
        "a\n: b[^x]\n\n[^x]: X\n", "a[^x]\n\n[^x]: X[^y]\n\n[^y]: Y\n", "a[^x]\n\n[^x]:\n"}) {
    INFO(markdown);
    CHECK(is_at_end(markdown));
  }
}

TEST_CASE("a feed has its notes at the end") {
  CHECK(
      html_of("a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X\n\n    - z\n",
              {.notes = NotePlacement::kEnd}) ==
      "<p>a<sup><a class=\"footnote-ref\" id=\"fnref-1\" href=\"#fn-1\" role=\"doc-noteref\">1</a>"
      "</sup> b<sup><a class=\"footnote-ref\" id=\"fnref-2\" href=\"#fn-2\" role=\"doc-noteref\">2"
      "</a></sup> c<sup><a class=\"footnote-ref\" id=\"fnref-1-2\" href=\"#fn-1\" "
      "role=\"doc-noteref\">1</a></sup></p>\n"
      "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n"
      "<li id=\"fn-1\">\n<p>X</p>\n<ul>\n<li>z</li>\n</ul>\n"
      "<p><a class=\"footnote-back\" href=\"#fnref-1\" role=\"doc-backlink\" "
      "aria-label=\"Back to reference 1\">↩\uFE0E</a> "
      "<a class=\"footnote-back\" href=\"#fnref-1-2\" role=\"doc-backlink\" "
      "aria-label=\"Back to reference 1-2\">↩\uFE0E<sup>2</sup></a></p>\n</li>\n"
      "<li id=\"fn-2\">\n<p>Y <a class=\"footnote-back\" href=\"#fnref-2\" role=\"doc-backlink\" "
      "aria-label=\"Back to reference 2\">↩\uFE0E</a></p>\n</li>\n</ol>\n</section>\n");
}

TEST_CASE("the words of notes can be translated") {
  MarkdownOptions options;
  options.words.footnotes = "脚注";
  options.words.back_to_reference = "参照{number}に戻る";
  const std::string html = html_of("a[^x] |b\n\n[^x]: X\n\n    - y\n", options);
  CHECK(html.find("aria-label=\"脚注\"") != std::string::npos);
  CHECK(html.find("aria-label=\"参照1に戻る\"") != std::string::npos);
  options.words.back_to_reference = "Zurück";
  CHECK(html_of("a[^x]\n\n[^x]: X\n", options).find("aria-label=\"Zurück1\"") != std::string::npos);
}

TEST_CASE("a label without a note is text") {
  check({{"a[^none] [^with\nspace]\n\n[^unused]: b\n", "<p>a[^none] [^with\nspace]</p>\n"}});
}

TEST_CASE("a footnote reference inside a link is no link") {
  const std::string html = html_of("[a[^1]](b)\n\n[^1]: c\n");
  CHECK(html.find("<a href=\"b\">a<sup id=\"fnref-1\">1</sup></a>") != std::string::npos);
  CHECK(html.find("href=\"#fnref-1\"") != std::string::npos);
}

TEST_CASE("no way back leads to a reference that is not written") {
  // From a footnote that nothing refers to, and from an alternative text.
  const std::string html =
      html_of("![a[^1]](b) c[^1]\n\n[^1]: d\n[^2]: e[^1]\n", {.notes = NotePlacement::kEnd});
  CHECK(html.find("href=\"#fnref-1\"") != std::string::npos);
  CHECK(html.find("href=\"#fnref-1-2\"") == std::string::npos);
}

TEST_CASE("a sidenote is no part of what is said about the document") {
  const auto document = render_markdown("a[^x] b\n\n[^x]: X\n", {});
  REQUIRE(document.ok());
  CHECK(document.value().summary == "a b");
  CHECK(document.value().words == 3);
}

}  // namespace daybook
