// Where cmark-gfm's parser differs from CommonMark 0.31.2 and the specification has no example of
// it. What is expected here, commonmark.js 0.31.2 makes too.
#include <catch2/catch_test_macros.hpp>

#include "core/markdown/specification.h"

namespace daybook {
namespace {

struct Example {
  const char* markdown;
  const char* html;
};

constexpr Example kBlocks[] = {
    // HTML that starts a block, and that does not.
    {"a\n<search>\n", "<p>a</p>\n<search>\n"},
    {"a\n</search>\n", "<p>a</p>\n</search>\n"},
    {"a\n<searching>\n", "<p>a\n<searching></p>\n"},
    {"a\n<source>\n", "<p>a\n<source></p>\n"},
    {"a\n<!doctype html>\n", "<p>a</p>\n<!doctype html>\n"},
    {"> a\n<b>\n", "<blockquote>\n<p>a\n<b></p>\n</blockquote>\n"},
    // Lazy lines.
    {"> `a\n   b`\n", "<blockquote>\n<p><code>a b</code></p>\n</blockquote>\n"},
    // Lists.
    {"-\n  \n  a\n", "<ul>\n<li></li>\n</ul>\n<p>a</p>\n"},
    {"- a\n  ***\n\n  b\n", "<ul>\n<li>\n<p>a</p>\n<hr />\n<p>b</p>\n</li>\n</ul>\n"},
    // Info strings.
    {"``` \\&amp;\n```\n", "<pre><code class=\"language-&amp;amp;\"></code></pre>\n"},
    // Definitions.
    {"[a]: b((c\n\n[a]\n", "<p>[a]: b((c</p>\n<p>[a]</p>\n"},
    {"[a]: b\n'c' d\n\n[a]\n", "<p>'c' d</p>\n<p><a href=\"b\">a</a></p>\n"},
};

constexpr Example kInlines[] = {
    // Raw HTML ends where the specification says.
    {"a <!-- b ---> c\n", "<p>a <!-- b ---> c</p>\n"},
    {"a <!-- <!b> c\n", "<p>a &lt;!-- <!b> c</p>\n"},
    {"a <!b> <!B-c>\n", "<p>a <!b> <!B-c></p>\n"},
    {"a <?b?\?> c\n", "<p>a <?b?\?> c</p>\n"},
    {"a <![CDATA[b]]]> c\n", "<p>a <![CDATA[b]]]> c</p>\n"},
    // Code spans behind a backtick that opens none.
    {"a ` ``b`` c ``d``\n", "<p>a ` <code>b</code> c <code>d</code></p>\n"},
    // Links. A control character is in no destination, though commonmark.js lets it be.
    {"[a](b\x01.)\n", "<p>[a](b\x01.)</p>\n"},
    {"[a](<b\\\nc>)\n", "<p>[a](&lt;b<br />\nc&gt;)</p>\n"},
    {"[a](b\\&amp;c \"&#92;*\")\n", "<p><a href=\"b&amp;amp;c\" title=\"\\*\">a</a></p>\n"},
    {"[a [b [c](d) [e] ](f) g](h)\n", "<p>[a [b <a href=\"d\">c</a> [e] ](f) g](h)</p>\n"},
    // Emphasis beside symbols.
    {"a **€b** c**€d** e\n", "<p>a <strong>€b</strong> c**€d** e</p>\n"},
};

std::string html_of(std::string_view markdown) {
  const auto html = render_specification(markdown, Dialect::kCommonMark);
  return html.ok() ? html.value() : html.error().text();
}

}  // namespace

TEST_CASE("blocks are those of CommonMark 0.31.2") {
  for (const Example& example : kBlocks) {
    INFO(example.markdown);
    CHECK(html_of(example.markdown) == example.html);
  }
}

TEST_CASE("inline content is that of CommonMark 0.31.2") {
  for (const Example& example : kInlines) {
    INFO(example.markdown);
    CHECK(html_of(example.markdown) == example.html);
  }
}

}  // namespace daybook
