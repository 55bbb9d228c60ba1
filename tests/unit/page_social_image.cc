#include "core/page/social_image.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "core/blog/manifest.h"
#include "core/daybook.h"

namespace daybook {
namespace {

Site make_site() {
  Site site;
  site.title = "A blog";
  site.url = "https://blog.example/";
  site.has_social_images = true;
  return site;
}

Post make_post() {
  Post post;
  post.path = "posts/x/";
  post.source = "posts/x/index.md";
  post.title = "A \"title\" & more";
  post.date = Timestamp{1'772'755'200, 0};
  return post;
}

}  // namespace

TEST_CASE("a social image is named by what stands on it") {
  const std::string path = social_image_path(make_site(), make_post());
  // A name that changes has every card of every blog drawn anew.
  CHECK(path == "o/c9a1119f56165c90.png");

  std::set<std::string> paths = {path};
  Site site = make_site();
  Post post = make_post();
  post.title = "Another title";
  CHECK(paths.insert(social_image_path(site, post)).second);
  post = make_post();
  post.date = Timestamp{1'772'755'200 + 86'400, 0};
  CHECK(paths.insert(social_image_path(site, post)).second);
  post = make_post();
  post.language = "ja";
  CHECK(paths.insert(social_image_path(site, post)).second);
  site.language = "de";
  CHECK(paths.insert(social_image_path(site, make_post())).second);
  site = make_site();
  site.title = "Another blog";
  CHECK(paths.insert(social_image_path(site, make_post())).second);
  site = make_site();
  site.words.set("date", "{day} {month} {year}");
  CHECK(paths.insert(social_image_path(site, make_post())).second);

  post = make_post();
  post.path = "posts/y/";
  post.description = "Nothing that is drawn.";
  post.language = "en";
  post.date = Timestamp{1'772'755'200 + 3'600, 0};
  CHECK(social_image_path(make_site(), post) == path);
}

TEST_CASE("posts with an image of their own, without a date, or of other sites have none drawn") {
  Site site = make_site();
  Post post = make_post();
  post.image.url = "photo.jpg";
  CHECK(social_image_path(site, post).empty());
  post = make_post();
  post.date.reset();
  CHECK(social_image_path(site, post).empty());
  site.has_social_images = false;
  CHECK(social_image_path(site, make_post()).empty());
}

TEST_CASE("a card says what the page says, in the direction of its language") {
  Site site = make_site();
  Post post = make_post();
  SocialCard card = social_card(site, post);
  CHECK(card.site_title == "A blog");
  CHECK(card.title == post.title);
  CHECK(card.year == "2026");
  CHECK(card.date == "March 6, 2026");
  CHECK(card.language == "en");
  CHECK_FALSE(card.is_right_to_left);
  post.language = "ar";
  post.date.reset();
  card = social_card(site, post);
  CHECK(card.language == "ar");
  CHECK(card.is_right_to_left);
  CHECK(card.year.empty());
  CHECK(card.date.empty());
}

TEST_CASE("a page names its social image, wherever it is made") {
  const Site site = make_site();
  const Post post = make_post();
  Daybook daybook;
  REQUIRE(daybook.supply(kHeadPath, write_manifest(site, {post}, {}).back().bytes).ok());
  REQUIRE(daybook.supply(post.source, "Text.").ok());
  const auto page = daybook.page(post.path).value().page;
  REQUIRE(page);
  CHECK(page->image == social_image_path(site, post));
  const std::string html = daybook.document(*page);
  const std::string url = site.url + page->image;
  for (const std::string& line :
       {"<meta property=\"og:image\" content=\"" + url + "\">",
        std::string("<meta property=\"og:image:width\" content=\"1200\">"),
        std::string("<meta property=\"og:image:height\" content=\"630\">"),
        std::string("<meta property=\"og:image:alt\" content=\"A &quot;title&quot; &amp; more\">"),
        "<meta name=\"twitter:image\" content=\"" + url + "\">",
        std::string("<meta name=\"twitter:card\" content=\"summary_large_image\">")}) {
    INFO(line);
    CHECK(html.find(line) != std::string::npos);
  }
}

TEST_CASE("an image of the author's is named without a size") {
  const Site site = make_site();
  Post post = make_post();
  post.image = {"posts/x/photo.jpg", "A lamp", ""};
  Daybook daybook;
  REQUIRE(daybook.supply(kHeadPath, write_manifest(site, {post}, {}).back().bytes).ok());
  REQUIRE(daybook.supply(post.source, "Text.").ok());
  const std::string html = daybook.document(*daybook.page(post.path).value().page);
  CHECK(html.find("content=\"https://blog.example/posts/x/photo.jpg\"") != std::string::npos);
  CHECK(html.find("<meta property=\"og:image:alt\" content=\"A lamp\">") != std::string::npos);
  CHECK(html.find("og:image:width") == std::string::npos);
}

}  // namespace daybook
