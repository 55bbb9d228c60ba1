// Destinations: what is published, what is reported, and what the resolver sees.
#include <catch2/catch_test_macros.hpp>

#include "core/markdown/markdown.h"
#include "core/markdown/url_policy.h"

namespace daybook {
namespace {

MarkdownDocument document_of(std::string_view markdown, const MarkdownOptions& options = {}) {
  auto document = render_markdown(markdown, options);
  REQUIRE(document.ok());
  return std::move(document).value();
}

bool is_link(std::string_view url) { return may_publish(url, LinkKind::kLink); }
bool is_image(std::string_view url) { return may_publish(url, LinkKind::kImage); }

}  // namespace

TEST_CASE("relative references and known schemes are published") {
  for (const char* url : {"", "a", "a.md", "./a", "../a", "/a", "#a", "?a", "//host/a", "http://a",
                          "HTTPS://a", "mailto:a@b", "tel:+1", "a/b:c", "a?b:c", "#b:c", "1:2",
                          "a-very-long-file-name-that-has-no-slash-and-goes-on-and-on-and-on.md"}) {
    INFO(url);
    CHECK(is_link(url));
    CHECK(is_image(url));
  }
}

TEST_CASE("other schemes are not, however they are disguised") {
  for (const char* url :
       {"javascript:a", "JavaScript:a", " javascript:a", "java\tscript:a", "java\nscript:a",
        "\x01javascript:a", "javascript\r:a", "vbscript:a", "file:///a", "data:text/html,a",
        "data:image/svg+xml,a", "blob:a", "xmpp:a@b", "httpx:a", "data:image/png"}) {
    INFO(url);
    CHECK(!is_link(url));
    CHECK(!is_image(url));
  }
}

TEST_CASE("images may hold their bytes where these are a raster image") {
  for (const char* type : {"png", "gif", "jpeg", "webp", "avif"}) {
    const std::string url = "data:image/" + std::string(type) + ";base64,a";
    CHECK(is_image(url));
    CHECK(!is_link(url));
  }
  CHECK(is_image("DATA:image/PNG,a"));
  CHECK(!is_image("data:image/pngx,a"));
  CHECK(!is_image("data:image/svg+xml;base64,a"));
}

TEST_CASE("a destination that may not be published leaves its text") {
  CHECK(document_of("[a *b*](javascript:c)\n").html == "<p>a <em>b</em></p>\n");
  CHECK(document_of("[a](&#106;avascript:c)\n").html == "<p>a</p>\n");
  CHECK(document_of("<javascript:c>\n").html == "<p>javascript:c</p>\n");
  CHECK(document_of("![a *b*](javascript:c)\n").html == "<p>a b</p>\n");
  CHECK(document_of("[a]()![b]()\n").html == "<p>ab</p>\n");
}

TEST_CASE("a link without text is named by its destination") {
  CHECK(document_of("[](a/b)\n").html == "<p><a href=\"a/b\">a/b</a></p>\n");
}

TEST_CASE("destinations are percent-encoded and escaped") {
  CHECK(document_of("[a](<b c&\"é'> \"d&\")\n").html ==
        "<p><a href=\"b%20c&amp;%22%C3%A9&#x27;\" title=\"d&amp;\">a</a></p>\n");
}

TEST_CASE("links are reported as written, with their lines") {
  const auto document = document_of(
      "[a](b.md)\n`x\ny` ![c](d.png)\n\n> - <http://e>\n> - www.f.org and\n>   g@h.org\n\n"
      "| t |\n|---|\n| [i][] |\n\n[i]: j\n\n![k [l](m)](n)\n");
  struct Expected {
    const char* destination;
    LinkKind kind;
    int line;
  };
  const Expected expected[] = {
      {"b.md", LinkKind::kLink, 1},
      {"d.png", LinkKind::kImage, 3},
      {"http://e", LinkKind::kLink, 5},
      {"http://www.f.org", LinkKind::kLink, 6},
      {"mailto:g@h.org", LinkKind::kLink, 7},
      {"j", LinkKind::kLink, 11},
      {"n", LinkKind::kImage, 15},
  };
  REQUIRE(document.links.size() == std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    INFO(expected[i].destination);
    CHECK(document.links[i].destination == expected[i].destination);
    CHECK(document.links[i].kind == expected[i].kind);
    CHECK(document.links[i].line == expected[i].line);
  }
}

TEST_CASE("the resolver decides what is published") {
  MarkdownOptions options;
  options.resolve = [](std::string_view destination, LinkKind kind) {
    if (destination == "bad") return std::string("javascript:x");
    return (kind == LinkKind::kImage ? "/images/" : "/posts/") + std::string(destination);
  };
  const auto document = document_of("[a](b) ![c](d) [e](bad)\n", options);
  CHECK(
      document.html ==
      "<p><a href=\"/posts/b\">a</a> <img src=\"/images/d\" alt=\"c\" decoding=\"async\"> e</p>\n");
  REQUIRE(document.links.size() == 3);
  CHECK(document.links[0].destination == "b");
}

}  // namespace daybook
