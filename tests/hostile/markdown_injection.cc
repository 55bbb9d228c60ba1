// Markdown that tries to run something in a reader's page, or to break out of its place.
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "core/markdown/markdown.h"
#include "hostile/html_check.h"
#include "spec/spec_example.h"
#include "spec/spec_texts.h"

namespace daybook {
namespace {

struct Rendering {
  std::string html;
  RawHtml raw_html;
};

// Plainly, with all that can be asked for, as in a feed, and of a trusted author.
std::vector<Rendering> renderings_of(std::string_view markdown) {
  MarkdownOptions everything;
  everything.inline_math = InlineMath::kOn;
  everything.punctuation = Punctuation::kSmart;
  everything.image = [](std::string_view) { return ImageFacts{4, 3, {{"\"><script>", 9}}}; };
  everything.diagram = [](std::string_view) { return DiagramImage{"\">", 4, 3, "\"><script>"}; };
  std::vector<Rendering> renderings;
  for (const MarkdownOptions& options :
       {MarkdownOptions(), everything, MarkdownOptions{.notes = NotePlacement::kEnd},
        MarkdownOptions{.raw_html = RawHtml::kTrusted}}) {
    const auto document = render_markdown(markdown, options);
    renderings.push_back(
        {document.ok() ? document.value().html : document.error().text(), options.raw_html});
  }
  return renderings;
}

constexpr const char* kAttempts[] = {
    "<script>alert(1)</script>\n",
    "a <script>alert(1)</script>\n",
    "<scr<script>ipt>alert(1)</scr</script>ipt>\n",
    "<img src=x onerror=alert(1)>\n",
    "a <img src=x onerror=alert(1)>\n",
    "<svg/onload=alert(1)>\n",
    "<iframe src=\"javascript:alert(1)\"></iframe>\n",
    "<style>@import'//evil'</style>\n",
    "<form id=x><button formaction=javascript:alert(1)>\n",
    "<a href=\"javascript:alert(1)\">a</a>\n",
    "<math><mtext><script>alert(1)</script>\n",
    "<!--><script>alert(1)</script>-->\n",
    "<!---><script>alert(1)</script>-->\n",
    "a <!-- --!><script>alert(1)</script> -->\n",
    "<![CDATA[<script>alert(1)</script>]]>\n",
    "<?xml <script>alert(1)</script>?>\n",
    "<!DOCTYPE html [<!ENTITY x '<script>'>]>\n",
    "<div><details><summary>a</summary>\n\nb\n",
    "</div></main></article><p>\n\n> <div>\n\n</div>\n",
    "- <div>\n\n</div>\n\na <b>b *c</b> d* </p></i>\n",
    "<table><tr><td>a</table></td><svg><style><img src=x onerror=alert(1)>\n",
    "<a href='java&#115;cript:alert(1)' href=x title=\"'\" \"=b ONCLICK=alert(1) id=main>\n",
    "<a href=x/ onclick=alert(1) //\"><b/onclick=alert(1)><img/src=`x`onerror=alert(1)>\n",
    "<a\nhref\n=\n\"\njavascript:alert(1)\"\n>a</a\n>\n",
    "<p title=\"<script>alert(1)</script>\" class='\"><script>'>&lt;script></p><\n",
    "<video poster=javascript:alert(1) src=data:text/html,x><source src=//a>\n",
    "<img src=data:image/svg+xml,x><img src=data:image/png,x srcset=x style=x>\n",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">\n",
    "<math><mi><mglyph><style><a title=\"</style><img src onerror=alert(1)>\">\n",
    "<style><style/><script>alert(1)</script></STYLE ><b>\n",
    "<div id=fn-1><div id=a><div id=a># b {#a}</div>\n\na[^1]\n\n[^1]: b\n",
    "# a\n\n<h1 id=a name=location><form id=cookie><input name=x></form></h1>\n",
    "<b <b <b>>\n\n<div <script>alert(1)</script>>\n\n<a href=\"\n",
    "[a](javascript:alert(1))\n",
    "[a](JaVaScRiPt:alert(1))\n",
    "[a](<java\tscript:alert(1)>)\n",
    "[a](java&Tab;script:alert(1))\n",
    "[a](java&#x0A;script:alert(1))\n",
    "[a](&#x6A;avascript&colon;alert(1))\n",
    "[a](\\javascript:alert(1))\n",
    "[a](&#1;javascript:alert(1))\n",
    "[a](javascript&#58;alert(1))\n",
    "[a](vbscript:msgbox(1))\n",
    "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)\n",
    "[a](data:image/svg+xml;base64,PHN2Zz4=)\n",
    "[a](file:///etc/passwd)\n",
    "![a](javascript:alert(1))\n",
    "![a](data:image/svg+xml,<svg onload=alert(1)>)\n",
    "<javascript:alert(1)>\n",
    "<data:text/html,a>\n",
    "[a]: javascript:alert(1)\n\n[a] ![a]\n",
    "[a](u \"\\\" onmouseover=\\\"alert(1)\")\n",
    "[a](u '\" onmouseover=\"alert(1)')\n",
    "[a](<u\" onmouseover=\"alert(1)>)\n",
    "![\" onerror=\"alert(1)](u)\n",
    "![a](u\"onerror=\"alert(1))\n",
    "![<img src=x onerror=alert(1)>](u)\n",
    "```\"><script>alert(1)</script>\nx\n```\n",
    "```a\" onclick=\"alert(1)\nx\n```\n",
    "~~~ <script>\nx\n~~~\n",
    "`</code><script>alert(1)</script>`\n",
    "    </code></pre><script>alert(1)</script>\n",
    "# <script>alert(1)</script>\n",
    "# a {#\"><script>alert(1)</script>}\n",
    "# a {#x onclick=alert(1)}\n",
    "# \" onclick=\"alert(1)\n",
    "|\" onclick=\"alert(1)|<script>|\n|-|-|\n|</td><script>|[a](javascript:b)|\n",
    "a[^\"><script>alert(1)</script>]\n\n[^\"><script>alert(1)</script>]: b\n",
    "a[^x]\n\n[^x]: </li></ol></section><script>alert(1)</script>\n",
    "- [ ] <script>alert(1)</script>\n- [x] </label></li></ul>\n",
    "> [!\"><script>alert(1)</script>]\n> a\n",
    "> [!note]- <script>alert(1)</script> [a](javascript:b) ![c](javascript:d)\n> </details>\n",
    "> [!note] </p></div><script>alert(1)</script>\n",
    "</dt><script>alert(1)</script>\n: </dd></dl><script>alert(1)</script>\n",
    "```x title=\"\\\"><script>alert(1)</script>\" onclick=alert(1)\nx\n```\n",
    ("```diff {1-9} linenos "
     "linenostart=\"><script>\n+</span></code><script>alert(1)</script>\n```\n"),
    "```mermaid\n</code><script>alert(1)</script>\n```\n",
    "```math\n</code></div><script>alert(1)</script>\n```\n",
    "$$\n</code></div><script>alert(1)</script>\n$$\n",
    "$</code></span><script>alert(1)</script>$ $$<script>$$\n",
    "![a](b \"</figcaption><script>alert(1)</script>\")\n",
    "a[^x]\n\n[^x]: </span></p><script>alert(1)</script>\n\n    ![b](javascript:c) <b>\n",
    "a[^x] [b[^x]](c) [d[^y]](e)\n\n[^x]: [f](g) www.h.i\n[^y]: j[^x]\n",
    "- [ ] a[^x]\n- > b[^x]\n\n[^x]: c\n",
    "www.a.b/\"onclick=\"alert(1)\n",
    "http://a.b/'\"><script>alert(1)</script>\n",
    "\"onclick=\"alert(1)\"@a.b\n",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;\n",
    "\\<script>alert(1)\\</script>\n",
    "a\xC0\xBCscript>alert(1)\xC0\xBC/script>\n",
    "a\xF0<script>alert(1)</script>\n",
};

}  // namespace

TEST_CASE("what is checked for is found") {
  for (const char* html :
       {"<script>", "<p>", "</p>", "<p><em></p></em>", "<p onclick=\"a\"></p>",
        "<p style=\"a\"></p>", "<p><ul></ul></p>", "<p><span><em><p></p></em></span></p>",
        "<a href=\"javascript:a\"></a>", "<img src=\"data:image/svg+xml,a\">",
        "<a href=\"a\"><a href=\"b\"></a></a>", "<p id=\"a\"></p><p id=\"a\"></p>",
        "<a href=\"#fn-1\"></a>", "<!-- ", "<p title=\"", "\xFF"}) {
    INFO(html);
    CHECK(!fault_in(html).empty());
  }
  CHECK(fault_in("<p id=\"a\">&lt;<br><!-- <b> --><a href=\"http://b\">c</a></p>").empty());
}

TEST_CASE("no Markdown runs anything or breaks out of its place") {
  for (const char* attempt : kAttempts) {
    for (const auto& [html, raw_html] : renderings_of(attempt)) {
      const std::string fault = fault_in(html, raw_html);
      INFO(fault << "\n" << attempt << html);
      CHECK(fault.empty());
    }
  }
}

TEST_CASE("the specifications' examples make sound HTML for readers too") {
  for (const std::string_view spec : {kGfmSpec, kGfmExtensions, kGfmRegressions}) {
    for (const SpecExample& example : read_examples(spec)) {
      for (const auto& [html, raw_html] : renderings_of(example.markdown)) {
        const std::string fault = fault_in(html, raw_html);
        INFO("example " << example.number << ": " << fault << "\n" << example.markdown << html);
        CHECK(fault.empty());
      }
    }
  }
}

}  // namespace daybook
