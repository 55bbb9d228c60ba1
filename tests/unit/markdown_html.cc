// What readers get, element by element.
#include <catch2/catch_test_macros.hpp>

#include "core/markdown/markdown.h"

namespace daybook {
namespace {

struct Example {
  const char* markdown;
  const char* html;
};

std::string html_of(std::string_view markdown, const MarkdownOptions& options = {}) {
  const auto document = render_markdown(markdown, options);
  return document.ok() ? document.value().html : document.error().text();
}

template <std::size_t kCount>
void check(const Example (&examples)[kCount]) {
  for (const Example& example : examples) {
    INFO(example.markdown);
    CHECK(html_of(example.markdown) == example.html);
  }
}

}  // namespace

TEST_CASE("paragraphs, quotes and lists are plain elements") {
  check({
      {"a *b* **c** ~~d~~ `e`\n",
       "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>\n"},
      {"a  \nb\\\nc\nd\n", "<p>a<br>\nb<br>\nc\nd</p>\n"},
      {"> a\n", "<blockquote>\n<p>a</p>\n</blockquote>\n"},
      {"3. a\n4. b\n", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"},
      {"***\n", "<hr>\n"},
      {"a < b & \"c\"\n", "<p>a &lt; b &amp; &quot;c&quot;</p>\n"},
      {"", ""},
  });
}

TEST_CASE("an image is lazy unless it is the first") {
  check({
      {"![a *b*](c.png \"d\") ![](e.jpg)\n",
       "<p><img src=\"c.png\" alt=\"a b\" title=\"d\" decoding=\"async\"> "
       "<img src=\"e.jpg\" alt=\"\" loading=\"lazy\" decoding=\"async\"></p>\n"},
      {"![a ![b](c.png) [d](e)](f.png)\n",
       "<p><img src=\"f.png\" alt=\"a b d\" decoding=\"async\"></p>\n"},
  });
}

TEST_CASE("a table scrolls in a box named by its columns") {
  check({
      {"| a | *b* | |\n|:--|:-:|--:|\n| 1 | 2 |\n",
       "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"a, b\"><table>\n"
       "<thead>\n"
       "<tr><th scope=\"col\" class=\"align-left\">a</th>"
       "<th scope=\"col\" class=\"align-center\"><em>b</em></th>"
       "<td class=\"align-right\"></td></tr>\n"
       "</thead>\n"
       "<tbody>\n"
       "<tr><td class=\"align-left\">1</td><td class=\"align-center\">2</td>"
       "<td class=\"align-right\"></td></tr>\n"
       "</tbody>\n"
       "</table></div>\n"},
      {"||\n|-|\n",
       "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>\n"
       "<thead>\n<tr><td></td></tr>\n</thead>\n</table></div>\n"},
  });
}

TEST_CASE("a code block names its language in a class") {
  const auto block = [](std::string_view info) {
    return html_of("```" + std::string(info) + "\nx\n```\n");
  };
  const auto classed = [](std::string_view name) {
    return "<pre tabindex=\"0\"><code class=\"language-" + std::string(name) +
           "\">x\n</code></pre>\n";
  };
  CHECK(block("") == "<pre tabindex=\"0\"><code>x\n</code></pre>\n");
  CHECK(block("js") == classed("js"));
  CHECK(block(" Rust,ignore") == classed("rust"));
  CHECK(block("js {1,3-4} title=\"x\"") == classed("js"));
  CHECK(block("go{linenos=inline}") == classed("go"));
  CHECK(block("c++") == classed("c++"));
  CHECK(block("c#") == classed("c#"));
  CHECK(block("\"><b>") == classed("b"));
  CHECK(block("{.x}") == "<pre tabindex=\"0\"><code>x\n</code></pre>\n");
}

TEST_CASE("a task is a labelled box") {
  check({
      {"- [ ] a *b*\n- [x] c\n- [X]\n  d\n",
       "<ul>\n"
       "<li class=\"task\"><label><input type=\"checkbox\" disabled> a <em>b</em></label></li>\n"
       "<li class=\"task\"><label><input type=\"checkbox\" checked disabled> c</label></li>\n"
       "<li class=\"task\"><label><input type=\"checkbox\" checked disabled> d</label></li>\n"
       "</ul>\n"},
      {"> 1. [ ] a\n>\n>    b\n",
       "<blockquote>\n<ol>\n<li class=\"task\">\n"
       "<p><label><input type=\"checkbox\" disabled> a</label></p>\n<p>b</p>\n"
       "</li>\n</ol>\n</blockquote>\n"},
      {"- [ ] see [x]\n",
       "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled> see [x]</label></li>\n"
       "</ul>\n"},
      {"- [ ]\n- [y] a\n- [ ]b\n- `[x]` c\n\n[x] d\n",
       "<ul>\n<li>[ ]</li>\n<li>[y] a</li>\n<li>[ ]b</li>\n<li><code>[x]</code> c</li>\n</ul>\n"
       "<p>[x] d</p>\n"},
  });
}

TEST_CASE("footnotes stand at the end, and each reference has a way back") {
  check({
      {"a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X\n\n    - z\n",
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
       "aria-label=\"Back to reference 2\">↩\uFE0E</a></p>\n</li>\n</ol>\n</section>\n"},
      {"a[^none] [^with\nspace]\n\n[^unused]: b\n", "<p>a[^none] [^with\nspace]</p>\n"},
  });
}

TEST_CASE("a footnote reference inside a link is no link") {
  const std::string html = html_of("[a[^1]](b)\n\n[^1]: c\n");
  CHECK(html.find("<a href=\"b\">a<sup id=\"fnref-1\">1</sup></a>") != std::string::npos);
  CHECK(html.find("href=\"#fnref-1\"") != std::string::npos);
}

TEST_CASE("no way back leads to a reference that is not written") {
  // From a footnote that nothing refers to, and from an alternative text.
  const std::string html = html_of("![a[^1]](b) c[^1]\n\n[^1]: d\n[^2]: e[^1]\n");
  CHECK(html.find("href=\"#fnref-1\"") != std::string::npos);
  CHECK(html.find("href=\"#fnref-1-2\"") == std::string::npos);
}

TEST_CASE("raw HTML is left out and counted, comments silently") {
  const auto document = render_markdown(
      "<div>\n\na <b>c</b> <!-- d -->\n\n<!-- more -->\n\n<!-- e --> <!-- f -->\n\n<!--\n\ng "
      "-->\n\n"
      "<!-- h --><i>\n",
      {});
  REQUIRE(document.ok());
  CHECK(document.value().html ==
        "<!-- raw HTML omitted -->\n"
        "<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --> </p>\n"
        "<!-- raw HTML omitted -->\n");
  CHECK(document.value().raw_html_omitted == 4);
}

TEST_CASE("a comment that swallows the rest is counted") {
  const auto document = render_markdown("a\n\n<!-- b\n\nc\n", {});
  REQUIRE(document.ok());
  CHECK(document.value().raw_html_omitted == 1);
}

TEST_CASE("invalid UTF-8 reads as U+FFFD") {
  CHECK(html_of("a\xFF"
                "b \xC3\n") == "<p>a\uFFFDb \uFFFD</p>\n");
  CHECK(html_of(std::string_view("a\0b\n", 4)) == "<p>a\uFFFDb</p>\n");
}

TEST_CASE("line ends of all systems are the same") {
  CHECK(html_of("a\r\nb\r\rc") == "<p>a\nb</p>\n<p>c</p>\n");
}

TEST_CASE("a document past the limits is refused") {
  const auto too_long = render_markdown(std::string(kMaxMarkdownBytes + 1, 'a'), {});
  REQUIRE(!too_long.ok());
  CHECK(too_long.error().message == "split the document: it is longer than 1 MB of Markdown");
  CHECK(render_markdown(std::string(kMaxMarkdownBytes, 'a'), {}).ok());
}

}  // namespace daybook
