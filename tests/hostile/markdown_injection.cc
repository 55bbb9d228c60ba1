// Markdown that tries to run something in a reader's page, or to break out of its place.
#include <catch2/catch_test_macros.hpp>

#include "core/markdown/markdown.h"
#include "hostile/html_check.h"
#include "spec/spec_example.h"
#include "spec/spec_texts.h"

namespace daybook {
namespace {

std::string html_of(std::string_view markdown) {
  const auto document = render_markdown(markdown, {});
  return document.ok() ? document.value().html : document.error().text();
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
    const std::string fault = fault_in(html_of(attempt));
    INFO(fault << "\n" << attempt);
    CHECK(fault.empty());
  }
}

TEST_CASE("the specifications' examples make sound HTML for readers too") {
  for (const std::string_view spec : {kGfmSpec, kGfmExtensions, kGfmRegressions}) {
    for (const SpecExample& example : read_examples(spec)) {
      const std::string html = html_of(example.markdown);
      const std::string fault = fault_in(html);
      INFO("example " << example.number << ": " << fault << "\n" << example.markdown << html);
      CHECK(fault.empty());
    }
  }
}

}  // namespace daybook
