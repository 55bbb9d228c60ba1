// Feeds and the other files that programs read.
#include "core/page/feeds.h"

#include <catch2/catch_test_macros.hpp>

#include "core/blog/manifest.h"
#include "core/daybook.h"

namespace daybook {
namespace {

constexpr std::string_view kText =
    "See [other](./other.md), [here](#part), ![a](pic.png) and a note.[^1]\n\n## Part\n\n"
    "[^1]: The \x01note.\n";

std::vector<Post> make_posts(int count) {
  std::vector<Post> posts;
  for (int i = 0; i < count; ++i) {
    Post post;
    post.path = "posts/p" + std::to_string(i) + "/";
    post.source = post.path + "index.md";
    post.title = "Post <" + std::to_string(i) + ">";
    post.date = Timestamp{1'772'755'200 - std::int64_t{i} * 86'400, 60};
    post.tags = {i % 2 == 0 ? "c++" : "linux"};
    posts.push_back(post);
  }
  return posts;
}

Daybook make_blog(std::vector<Post> posts, std::string url = "https://x.example/blog/") {
  Site site;
  site.title = "T & co";
  site.url = std::move(url);
  Daybook daybook;
  const auto files = write_manifest(site, posts, {});
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    REQUIRE(daybook.supply(file->path, file->bytes).ok());
  }
  return daybook;
}

// The file at `url`, with the same text for every post that it asks for.
std::string file(Daybook& daybook, std::string_view url, std::size_t* needs = nullptr) {
  auto reply = daybook.page(url).value();
  if (needs != nullptr) *needs = reply.needs.size();
  for (const Need& need : reply.needs) REQUIRE(daybook.supply(need.url, kText).ok());
  reply = daybook.page(url).value();
  REQUIRE(reply.page);
  CHECK(reply.page->kind == PageKind::kFile);
  return daybook.document(*reply.page);
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("feeds carry the full text of the newest posts, all addresses absolute") {
  Daybook daybook = make_blog(make_posts(30));
  std::size_t needs = 0;
  const std::string rss = file(daybook, "rss.xml", &needs);
  CHECK(needs == kFeedPosts);
  CHECK(has(rss, "<title>T &amp; co</title>"));
  CHECK(has(rss, "<title>Post &lt;0&gt;</title>"));
  CHECK(has(rss, "<link>https://x.example/blog/posts/p19/</link>"));
  CHECK_FALSE(has(rss, "posts/p20/"));
  CHECK(has(rss, "<pubDate>Fri, 06 Mar 2026 01:00:00 +0100</pubDate>"));
  CHECK(has(rss, "href=&quot;https://x.example/blog/posts/p0/other"));
  CHECK(has(rss, "href=&quot;https://x.example/blog/posts/p0/#part&quot;"));
  CHECK(has(rss, "src=&quot;https://x.example/blog/posts/p0/pic.png&quot;"));
  CHECK(has(rss, "doc-endnotes"));
  CHECK_FALSE(has(rss, "\x01"));

  const std::string atom = file(daybook, "atom.xml");
  CHECK(has(atom, "<updated>2026-03-06T01:00:00+01:00</updated>"));
  CHECK(has(atom, "<id>https://x.example/blog/posts/p0/</id>"));
  CHECK(has(atom, "<author>\n<name>T &amp; co</name>\n</author>"));

  const std::string json = file(daybook, "feed.json");
  CHECK(has(json, "\"feed_url\":\"https://x.example/blog/feed.json\""));
  CHECK(has(json, "\"content_html\":\""));
}

TEST_CASE("a tag has feeds of its own") {
  Daybook daybook = make_blog(make_posts(6));
  std::size_t needs = 0;
  const std::string rss = file(daybook, "tags/c++/rss.xml", &needs);
  CHECK(needs == 3);
  CHECK(has(rss, "<title>T &amp; co: c++</title>\n<link>https://x.example/blog/tags/c++/</link>"));
  CHECK(has(rss, "posts/p2/"));
  CHECK_FALSE(has(rss, "posts/p1/</link>"));
  CHECK(daybook.page("tags/none/rss.xml").value().page->status == 404);
  CHECK(daybook.page("tags/c++/page/2/rss.xml").value().page->status == 404);
  CHECK(daybook.page("posts/p1/rss.xml").value().page->status == 404);
}

TEST_CASE("the sitemap, robots.txt and llms.txt name what search engines may show") {
  auto posts = make_posts(3);
  posts[1].canonical_url = "https://elsewhere.example/";
  posts[2].title = "[x](y)\nz";
  posts[2].description = "About\nz.";
  Daybook daybook = make_blog(posts);
  const std::string sitemap = file(daybook, "sitemap.xml");
  CHECK(has(sitemap, "<url><loc>https://x.example/blog/</loc></url>"));
  CHECK(has(sitemap, "posts/p0/</loc><lastmod>2026-03-06T01:00:00+01:00</lastmod>"));
  CHECK_FALSE(has(sitemap, "posts/p1/"));
  CHECK(has(file(daybook, "robots.txt"), "Sitemap: https://x.example/blog/sitemap.xml\n"));
  CHECK(has(file(daybook, "llms.txt"),
            "- [(x)(y) z](https://x.example/blog/posts/p2/index.md) (2026-03-04): About z.\n"));
}

TEST_CASE("a site that does not know its URL has no such files") {
  Daybook daybook = make_blog(make_posts(3), "");
  for (const char* url :
       {"rss.xml", "tags/c++/atom.xml", "sitemap.xml", "robots.txt", "llms.txt"}) {
    CHECK(daybook.page(url).value().page->status == 404);
  }
  for (const std::string& path : daybook.list_paths()) CHECK_FALSE(path.ends_with(".xml"));
}

}  // namespace daybook
