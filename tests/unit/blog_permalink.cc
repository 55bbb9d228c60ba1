#include "core/blog/permalink.h"

#include <catch2/catch_test_macros.hpp>

#include "core/blog/route.h"

namespace daybook {

TEST_CASE("permalink patterns expand") {
  const PermalinkFacts facts{Date{2026, 3, 6}, "Page Faults", "Linux Page Faults", "kernel/mm"};
  struct Row {
    const char* pattern;
    const char* path;
  };
  for (const Row& row : {Row{"/post/:year/:yearday/:slug/", "post/2026/65/page-faults/"},
                         Row{"/:year/:month/:day/:title", "2026/03/06/linux-page-faults/"},
                         Row{"/:section/:slug/index.html", "kernel/mm/page-faults/"},
                         Row{"//a/../:slug", "a/page-faults/"}}) {
    const auto path = expand_permalink(row.pattern, facts);
    REQUIRE(path.ok());
    CHECK(path.value() == row.path);
  }
}

TEST_CASE("an empty section takes no segment") {
  CHECK(expand_permalink("/posts/:section/:slug/", {std::nullopt, "x", "", ""}).value() ==
        "posts/x/");
}

TEST_CASE("patterns that cannot be expanded say why") {
  CHECK_FALSE(expand_permalink("/:yaer/:slug/", {std::nullopt, "x", "", ""}).ok());
  CHECK_FALSE(expand_permalink("/:year/:slug/", {std::nullopt, "x", "", ""}).ok());
  CHECK_FALSE(expand_permalink("/:slug/", {std::nullopt, "!!!", "", ""}).ok());
}

TEST_CASE("URLs have routes") {
  CHECK(parse_route("").kind == RouteKind::kIndex);
  CHECK(parse_route("index.html").kind == RouteKind::kIndex);
  CHECK(parse_route("page/2/").page_number == 2);
  CHECK(parse_route("page/1/").kind == RouteKind::kOther);
  CHECK(parse_route("page/02/").kind == RouteKind::kOther);
  CHECK(parse_route("?q=a+b%26c").narrowing["q"] == "a b&c");
  CHECK(parse_route("archives/").kind == RouteKind::kArchives);
  CHECK(parse_route("archives/2025/page/3/").page_number == 3);
  CHECK(parse_route("tags/c++/").slug == "c++");
  CHECK(parse_route("tags/%C3%BC/page/2/").slug == "ü");
  CHECK(parse_route("tags/a/b/").kind == RouteKind::kOther);
  CHECK(parse_route("404.html").kind == RouteKind::kNotFound);
  CHECK(parse_route("post/2026/65/x/index.html#y").path == "post/2026/65/x/");
  CHECK(parse_route("about").kind == RouteKind::kOther);
}

TEST_CASE("every tag has a slug") {
  CHECK(tag_slug("C++") == "c++");
  CHECK(tag_slug("!!!").size() == 8);
}

}  // namespace daybook
