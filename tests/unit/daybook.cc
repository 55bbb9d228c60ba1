#include "core/daybook.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/sha256.h"
#include "core/blog/manifest.h"
#include "core/page/document.h"

namespace daybook {
namespace {

constexpr std::string_view kBody = "Hello *there*, [other](./other.md) and [root](/about/).\n";

std::vector<Post> make_posts(int count) {
  std::vector<Post> posts;
  for (int i = 0; i < count; ++i) {
    Post post;
    post.path = "posts/p" + std::to_string(i) + "/";
    post.source = post.path + "index.md";
    post.title = "Post " + std::to_string(i);
    post.date = Timestamp{1'772'755'200 - std::int64_t{i} * 86'400, 0};
    post.tags = {i == 0 ? "rare" : "common"};
    post.sha256 = base64url(sha256(kBody));
    posts.push_back(post);
  }
  return posts;
}

Daybook with_head(int posts, std::vector<ManifestFile>& files) {
  Site site;
  site.title = "T & co";
  files = write_manifest(site, make_posts(posts), {});
  Daybook daybook;
  REQUIRE(daybook.supply(kHeadPath, files.back().bytes).ok());
  return daybook;
}

}  // namespace

TEST_CASE("the core asks for what it lacks and then answers") {
  Daybook daybook;
  auto reply = daybook.page("").value();
  REQUIRE(reply.needs.size() == 1);
  CHECK(reply.needs[0].url == "posts.json");

  std::vector<ManifestFile> files;
  daybook = with_head(3, files);
  CHECK(daybook.page("").value().page->status == 200);
  reply = daybook.page("posts/p1/").value();
  REQUIRE(reply.needs.size() == 1);
  CHECK(reply.needs[0].url == "posts/p1/index.md?h=" + base64url(sha256(kBody)).substr(0, 16));
  CHECK_FALSE(reply.page);
  REQUIRE(daybook.supply(reply.needs[0].url, kBody).ok());
  const auto page = daybook.page("posts/p1/").value().page;
  REQUIRE(page);
  const std::string html = daybook.document(*page);
  CHECK(html.find("<title>Post 1 · T &amp; co</title>") != std::string::npos);
  CHECK(html.find("Hello <em>there</em>") != std::string::npos);
  CHECK(html.find("href=\"../../about/\"") != std::string::npos);
  CHECK(html.find("March 5, 2026") != std::string::npos);
}

TEST_CASE("bytes that are not the manifest's are refused and change nothing") {
  std::vector<ManifestFile> files;
  Daybook daybook = with_head(400, files);
  const std::string url = daybook.page("posts/p1/").value().needs.at(0).url;
  CHECK_FALSE(daybook.supply(url, "something else").ok());
  CHECK_FALSE(daybook.supply("nobody/asked.md", kBody).ok());
  CHECK_FALSE(daybook.supply("m/0000.json", "{}").ok());
  const auto needs = daybook.page("archives/2024/").value().needs;
  for (const Need& need : needs) CHECK_FALSE(daybook.supply(need.url, "{}").ok());
  CHECK_FALSE(daybook.supply(kHeadPath, "{").ok());
  CHECK(daybook.page("").value().page);
  const Resource wrong{url, "something else"};
  CHECK_FALSE(daybook.page("posts/p1/", {&wrong, 1}).ok());
}

TEST_CASE("a page that the head can answer needs nothing more") {
  std::vector<ManifestFile> files;
  const Daybook daybook = with_head(400, files);
  CHECK(daybook.page("").value().needs.empty());
  CHECK(daybook.page("tags/").value().needs.empty());
  CHECK(daybook.page("tags/rare/").value().needs.empty());
  CHECK_FALSE(daybook.page("tags/common/").value().needs.empty());
  CHECK_FALSE(daybook.page("page/2/").value().needs.empty());
  CHECK_FALSE(daybook.page("nowhere/").value().needs.empty());
}

TEST_CASE("a filter answers with what is there and asks for the rest") {
  std::vector<ManifestFile> files;
  Daybook daybook = with_head(400, files);
  auto reply = daybook.page("?q=post+39").value();
  REQUIRE(reply.page);
  CHECK(reply.page->main.find("1 entry matches. Older ones are on their way.") !=
        std::string::npos);
  while (!reply.needs.empty()) {
    for (const Need& need : reply.needs) {
      for (const ManifestFile& file : files) {
        if (file.path == need.url) REQUIRE(daybook.supply(file.path, file.bytes).ok());
      }
    }
    reply = daybook.page("?q=post+39").value();
  }
  CHECK(reply.page->main.find("11 entries match.") != std::string::npos);
}

TEST_CASE("nothing in a query or a title reaches the page unescaped") {
  Site site;
  site.title = "<script>alert(1)</script>";
  Post post;
  post.path = "x/";
  post.source = "x/index.md";
  post.title = "\"><img src=x onerror=alert(1)>";
  post.description = post.title;
  post.tags = {post.title};
  Daybook daybook;
  REQUIRE(daybook.supply(kHeadPath, write_manifest(site, {post}, {}).back().bytes).ok());
  REQUIRE(daybook.supply("x/index.md", "text").ok());
  for (const char* url : {"", "x/", "tags/", "archives/", "404.html",
                          "?q=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E"}) {
    const auto page = daybook.page(url).value().page;
    REQUIRE(page);
    const std::string html = daybook.document(*page);
    CHECK(html.find("<script>") == std::string::npos);
    CHECK(html.find("<img") == std::string::npos);
  }
}

TEST_CASE("unknown URLs are the 404 page once all posts are known") {
  std::vector<ManifestFile> files;
  const Daybook daybook = with_head(3, files);
  for (const char* url : {"nowhere/", "page/2/", "tags/none/", "archives/1999/", "posts/p1", "%00/",
                          "../", "page/99999999999999999999/", "\xFF\xFE/"}) {
    const auto reply = daybook.page(url).value();
    REQUIRE(reply.page);
    CHECK(reply.page->status == 404);
  }
}

TEST_CASE("what a post says about a query is a question of its own") {
  std::vector<ManifestFile> files;
  Daybook daybook = with_head(3, files);
  const std::string question = "snippet?path=posts%2Fp1%2F&q=there";
  const auto needs = daybook.page(question).value().needs;
  REQUIRE(needs.size() == 1);
  CHECK(needs[0].url == daybook.page("posts/p1/").value().needs.at(0).url);
  CHECK(needs[0].sha256 == base64url(sha256(kBody)));
  REQUIRE(daybook.supply(needs[0].url, kBody).ok());
  const auto page = daybook.page(question).value().page;
  REQUIRE(page);
  CHECK(page->status == 200);
  CHECK(daybook.document(*page) ==
        R"({"heading":"","section":"","text":["Hello ","there",", other and root."]})");
  CHECK(daybook.snippet("posts/p1/", "th", Typing::kGoingOn).value().snippet->text.size() == 3);

  for (const char* unknown : {"snippet?", "snippet?path=", "snippet?q=x", "snippet?path=posts/p9/",
                              "snippet?path=%FF%00/&q=%FF", "snippet?path=//x.org/&q="}) {
    const auto reply = daybook.page(unknown).value();
    REQUIRE(reply.page);
    CHECK(reply.page->status == 404);
    CHECK(daybook.document(*reply.page) == "{}");
  }
  CHECK(Daybook().snippet("posts/p1/", "x").value().needs.at(0).url == kHeadPath);
}

TEST_CASE("a snippet does not wait for the manifest page that has its post") {
  std::vector<ManifestFile> files;
  Daybook daybook = with_head(400, files);
  REQUIRE(daybook.blog().find("posts/p399/") == nullptr);
  const auto needs = daybook.snippet("posts/p399/", "there").value().needs;
  REQUIRE(needs.size() == 1);
  CHECK(needs[0].url == "posts/p399/index.md");
  CHECK(needs[0].sha256.empty());
  REQUIRE(daybook
              .supply(needs[0].url,
                      "---\n{\"title\": \"T\", \"description\": \"About.\"}\n---\n\n"
                      "# T\n\n## One\n\nHello there.\n")
              .ok());
  const auto snippet = daybook.snippet("posts/p399/", "there").value().snippet;
  REQUIRE(snippet);
  CHECK(snippet->heading == "one");
  CHECK(daybook.snippet("posts/p399/", "zebra").value().snippet->text.at(0) == "About.");
  // The page itself waits for bytes that the manifest vouches for.
  CHECK_FALSE(daybook.page("posts/p399/").value().page);

  for (const char* path :
       {"", "x", "/x/", "//x.org/", "https://x.org/", "../x/", "a/../b/", "./"}) {
    INFO(path);
    const auto reply = daybook.snippet(path, "there").value();
    CHECK_FALSE(reply.snippet);
    CHECK(reply.needs.empty());
  }
}

}  // namespace daybook
