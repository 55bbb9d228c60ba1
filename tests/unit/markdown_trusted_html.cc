// Raw HTML of a site whose author is trusted: what passes, and what is left out.
#include <string>

#include "unit/markdown_examples.h"

namespace daybook {
namespace {

const MarkdownOptions kTrusted{.raw_html = RawHtml::kTrusted};

std::size_t omitted_in(std::string_view markdown) {
  return render_markdown(markdown, kTrusted).value().raw_html_omitted;
}

}  // namespace

TEST_CASE("trusted HTML passes where it is on the list") {
  check(
      {
          {"Press <kbd>Ctrl</kbd>, H<sub>2</sub>O<br/>and <MARK Class='x'>this</MARK>.\n",
           "<p>Press <kbd>Ctrl</kbd>, H<sub>2</sub>O<br>and <mark class=\"x\">this</mark>.</p>\n"},
          {"<details open>\n<summary>More</summary>\n\n*Text*\n\n</details>\n",
           "<details open=\"\">\n<summary>More</summary>\n<p><em>Text</em></p>\n</details>\n"},
          {"<table><tr><td colspan=2>a & b &amp; c</td></tr></table>\n",
           "<table><tr><td colspan=\"2\">a & b &amp; c</td></tr></table>\n"},
          {"<a id=\"here\" href=\"b c?d=e&amp;f\" title='\"g\"'>h</a>\n",
           "<p><a id=\"here\" href=\"b%20c?d=e&amp;f\" title=\"&quot;g&quot;\">h</a></p>\n"},
          {"<video controls src=\"a.mp4\" poster=\"a.png\"></video>\n",
           "<p><video controls=\"\" src=\"a.mp4\" poster=\"a.png\"></video></p>\n"},
      },
      kTrusted);
  CHECK(omitted_in("<kbd>a</kbd> <!-- b -->\n\n<!-- c -->\n") == 0);
}

TEST_CASE("an image among trusted HTML keeps its room and waits until it is near") {
  MarkdownOptions options = kTrusted;
  options.image = [](std::string_view) { return ImageFacts{40, 30, {}}; };
  check(
      {
          {"<img src=\"a.png\" alt=\"b\">\n",
           "<img src=\"a.png\" loading=\"lazy\" width=\"40\" height=\"30\" alt=\"b\">\n"},
          {"<img width=8 src=a.png>\n", "<img width=\"8\" src=\"a.png\" loading=\"lazy\">\n"},
      },
      options);
}

TEST_CASE("what is not on the list is left out and counted, its text stays") {
  check(
      {
          {"a <font color=red>b</font> c\n", "<p>a b c</p>\n"},
          {"<b onclick=a style=b data-c=d>e</b>\n", "<p><b>e</b></p>\n"},
          {"<script>\nalert('<b>')\n</script> a\n", " a\n"},
          {"<style>a { b: c }</style>\n", "\n"},
          {"<svg><text>a</text></svg> b <b>c\n", "<p>a b <b>c</b></p>\n"},
          {"<div>\n<svg><text>a</text></svg> b <b>c</div>\n", "<div>\n b <b>c</b></div>\n"},
          {"<a href=\"javascript:a\">b</a>\n", "<p><a>b</a></p>\n"},
          {"<b id=\"main\">a</b> <b id=\"fn-1\">c</b>\n", "<p><b>a</b> <b>c</b></p>\n"},
          {"## A\n\n<b id=\"a\">b</b>\n",
           "<div class=\"heading\"><h2 id=\"a\">A</h2><a class=\"anchor\" href=\"#a\" "
           "aria-labelledby=\"a\">#</a></div>\n<p><b>b</b></p>\n"},
      },
      kTrusted);
  CHECK(omitted_in("<b onclick=a style=b>c</b> <font>d</font>\n") == 3);
}

TEST_CASE("nothing trusted reaches beyond the block around it") {
  check(
      {
          {"> <div>\n\na\n", "<blockquote>\n<div>\n</div>\n</blockquote>\n<p>a</p>\n"},
          {"</div></article>\n\na\n", "\n<p>a</p>\n"},
          {"a <b>b <i>c\n\nd</b>\n", "<p>a <b>b <i>c</i></b></p>\n<p>d</p>\n"},
          {"<b>a *b</b> c*\n", "<p><b>a <em>b c</em></b></p>\n"},
          {"<div>\n\na\n", "<div>\n<p>a</p>\n</div>"},
      },
      kTrusted);
}

TEST_CASE("links in trusted HTML are told and resolved as others are") {
  MarkdownOptions options = kTrusted;
  options.resolve = [](std::string_view written, LinkKind kind) {
    return (kind == LinkKind::kImage ? "image/" : "link/") + std::string(written);
  };
  const auto document =
      render_markdown("a\n\n<a href=\"b&amp;c\">d</a> <img src=\"e\">\n", options).value();
  CHECK(document.html ==
        "<p>a</p>\n<p><a href=\"link/b&amp;c\">d</a> "
        "<img src=\"image/e\" loading=\"lazy\"></p>\n");
  REQUIRE(document.links.size() == 2);
  CHECK(document.links[0].destination == "b&c");
  CHECK(document.links[0].line == 3);
  CHECK(document.links[1].kind == LinkKind::kImage);
}

}  // namespace daybook
