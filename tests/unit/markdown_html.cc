// What readers get, element by element.
#include "unit/markdown_examples.h"

namespace daybook {

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

TEST_CASE("cells with much text are told apart") {
  const auto cells = [](std::string_view row) {
    const std::string html =
        render_markdown("|a|b|\n|-|-:|\n" + std::string(row) + "\n", {}).value().html;
    const std::size_t start = html.find("<tbody>\n<tr>") + 12;
    return html.substr(start, html.find("</tr>", start) - start);
  };
  CHECK(cells("| 32 bytes of *text*, which is short | 1 |") ==
        "<td>32 bytes of <em>text</em>, which is short</td><td class=\"align-right\">1</td>");
  CHECK(cells("| 1 | but `here` they are a thirty-three. |") ==
        "<td>1</td><td class=\"align-right long\">but <code>here</code> they are a "
        "thirty-three.</td>");
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

TEST_CASE("punctuation is set as it is typed, unless that is asked for") {
  constexpr std::string_view kText = "\"a\" 'b' c's -- d --- e... `\"f\"`\n";
  CHECK(html_of(kText) ==
        "<p>&quot;a&quot; 'b' c's -- d --- e... <code>&quot;f&quot;</code></p>\n");
  CHECK(html_of(kText, {.punctuation = Punctuation::kSmart}) ==
        "<p>“a” ‘b’ c’s – d — e… <code>&quot;f&quot;</code></p>\n");
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
