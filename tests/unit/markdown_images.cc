// Images, figures and diagrams.
#include "unit/markdown_examples.h"

namespace daybook {
namespace {

MarkdownOptions with_facts(ImageFacts facts) {
  MarkdownOptions options;
  options.resolve = [](std::string_view written, LinkKind) { return "p/" + std::string(written); };
  options.image = [facts = std::move(facts)](std::string_view url) {
    return url == "p/a.png" ? std::optional(facts) : std::nullopt;
  };
  return options;
}

}  // namespace

TEST_CASE("an image is lazy unless it is the first") {
  check({
      {"![a *b*](c.png \"d\") ![](e.jpg)\n",
       "<p><img src=\"c.png\" alt=\"a b\" title=\"d\" decoding=\"async\"> "
       "<img src=\"e.jpg\" alt=\"\" loading=\"lazy\" decoding=\"async\"></p>\n"},
      {"![a ![b](c.png) [d](e)](f.png).\n",
       "<p><img src=\"f.png\" alt=\"a b d\" decoding=\"async\">.</p>\n"},
  });
}

TEST_CASE("an image alone in its paragraph is a figure, and its title the caption") {
  check({
      {"![a](b.png)\n", "<figure><img src=\"b.png\" alt=\"a\" decoding=\"async\"></figure>\n"},
      {"![a](b.png \"c < d\")\n",
       "<figure><img src=\"b.png\" alt=\"a\" decoding=\"async\">"
       "<figcaption>c &lt; d</figcaption></figure>\n"},
      {"> ![a](b.png)\n\n- c\n\n  ![d](e.png)\n",
       "<blockquote>\n<figure><img src=\"b.png\" alt=\"a\" decoding=\"async\"></figure>\n"
       "</blockquote>\n<ul>\n<li>\n<p>c</p>\n"
       "<figure><img src=\"e.png\" alt=\"d\" loading=\"lazy\" decoding=\"async\"></figure>\n"
       "</li>\n</ul>\n"},
  });
}

TEST_CASE("an image with company is no figure") {
  check({
      {"[![a](b.png \"c\")](d)\n",
       "<p><a href=\"d\"><img src=\"b.png\" alt=\"a\" title=\"c\" decoding=\"async\"></a></p>\n"},
      {"- ![a](b.png)\n",
       "<ul>\n<li><img src=\"b.png\" alt=\"a\" decoding=\"async\"></li>\n</ul>\n"},
      {"1. [ ] ![a](b.png)\n\n   c\n",
       "<ol>\n<li class=\"task\">\n<p><label><input type=\"checkbox\" disabled> "
       "<img src=\"b.png\" alt=\"a\" decoding=\"async\"></label></p>\n<p>c</p>\n</li>\n</ol>\n"},
      {"![a](javascript:b)\n", "<p>a</p>\n"},
  });
  CHECK(html_of("a[^x]\n\n[^x]: ![b](c.png)\n", {.notes = NotePlacement::kEnd})
            .find("<p><img src=\"c.png\" alt=\"b\" decoding=\"async\"> <a") != std::string::npos);
  CHECK(html_of("a[^x]\n\n[^x]: ![b](c.png \"d\")\n")
            .find("</span> <img src=\"c.png\" alt=\"b\" title=\"d\" decoding=\"async\"> <a") !=
        std::string::npos);
}

TEST_CASE("what is known of an image is written") {
  CHECK(html_of("![b](a.png) ![c](d.png)\n", with_facts({640, 480, {}})) ==
        "<p><img src=\"p/a.png\" alt=\"b\" width=\"640\" height=\"480\" decoding=\"async\"> "
        "<img src=\"p/d.png\" alt=\"c\" loading=\"lazy\" decoding=\"async\"></p>\n");
  CHECK(html_of("![](a.png)\n", with_facts({640, 480, {{"p/a@2x.png", 0, 2}}})) ==
        "<figure><img src=\"p/a.png\" alt=\"\" width=\"640\" height=\"480\" "
        "srcset=\"p/a@2x.png 2x, p/a.png 1x\" decoding=\"async\"></figure>\n");
  MarkdownOptions options = with_facts({640, 480, {{"p/s a.png", 320}, {"p/b.png", 1280}}});
  options.image_sizes = "(min-width: 40em) 40em, 100vw";
  CHECK(html_of("![](a.png)\n", options) ==
        "<figure><img src=\"p/a.png\" alt=\"\" width=\"640\" height=\"480\" "
        "srcset=\"p/s%20a.png 320w, p/b.png 1280w, p/a.png 640w\" "
        "sizes=\"(min-width: 40em) 40em, 100vw\" decoding=\"async\"></figure>\n");
  CHECK(html_of("![](a.png)\n", with_facts({0, 0, {{"p/b.png", 1280}}})) ==
        "<figure><img src=\"p/a.png\" alt=\"\" decoding=\"async\"></figure>\n");
}

TEST_CASE("a wide diagram scrolls in a group that has a name and takes the focus") {
  MarkdownOptions options;
  options.words.diagram = "A \"drawing\"";
  options.diagram = [](std::string_view) { return DiagramImage{"d.svg", 481, 20, "x"}; };
  CHECK(render_markdown("```mermaid\na\n```\n", options).value().html ==
        "<figure class=\"diagram\"><div class=\"wide\" role=\"group\" "
        "aria-label=\"A &quot;drawing&quot;\" tabindex=\"0\"><img src=\"d.svg\" alt=\"x\" "
        "width=\"481\" height=\"20\" loading=\"lazy\" decoding=\"async\"></div></figure>\n");
  options.diagram = [](std::string_view) { return DiagramImage{"d.svg", 480, 20, "x"}; };
  CHECK(render_markdown("```mermaid\na\n```\n", options).value().html.find("wide") ==
        std::string::npos);
}

TEST_CASE("a diagram that was drawn is a figure, any other is code") {
  MarkdownOptions options;
  options.diagram = [](std::string_view source) {
    return source == "a\n" ? std::optional(DiagramImage{"d.svg", 30, 20, "x & y"}) : std::nullopt;
  };
  const auto document = render_markdown(
      "b\n\n``` Mermaid\na\n```\n\n> ```mermaid title=\"c\"\n> d\n> ```\n", options);
  REQUIRE(document.ok());
  CHECK(document.value().html ==
        "<p>b</p>\n<figure class=\"diagram\"><img src=\"d.svg\" alt=\"x &amp; y\" width=\"30\" "
        "height=\"20\" loading=\"lazy\" decoding=\"async\"></figure>\n<blockquote>\n"
        "<figure class=\"code\"><figcaption><span class=\"code-title\">c</span>"
        "<span class=\"code-language\">Mermaid</span></figcaption>\n"
        "<pre tabindex=\"0\"><code class=\"language-mermaid\">d\n</code></pre></figure>\n"
        "</blockquote>\n");
  REQUIRE(document.value().diagrams.size() == 2);
  CHECK(document.value().diagrams[0].source == "a\n");
  CHECK(document.value().diagrams[0].line == 3);
  CHECK(document.value().diagrams[1].source == "d\n");
  CHECK(document.value().diagrams[1].line == 7);
  CHECK(render_markdown("```mermaid\na\n```\n", options).value().has_code == false);
}

}  // namespace daybook
