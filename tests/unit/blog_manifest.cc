#include "core/blog/manifest.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/sha256.h"

namespace daybook {
namespace {

Post make_post(int number) {
  Post post;
  post.path = "posts/p" + std::to_string(number) + "/";
  post.source = post.path + "index.md";
  post.title = "Post «" + std::to_string(number) + "» <b>";
  post.description = number % 7 == 0 ? "" : "About \"quotes\"\nand lines";
  post.date = Timestamp{1'700'000'000 - number * 86'400, number % 3 == 0 ? 330 : 0};
  post.tags = {number % 2 == 0 ? "even" : "odd", "all"};
  post.sha256 = base64url(sha256(post.path));
  post.bytes = 1000 + static_cast<std::uint64_t>(number);
  return post;
}

std::vector<Post> make_posts(int count) {
  std::vector<Post> posts;
  for (int i = 0; i < count; ++i) posts.push_back(make_post(i));
  return posts;
}

Blog read_all(const std::vector<ManifestFile>& files) {
  Blog blog;
  REQUIRE(blog.set_head(std::move(read_manifest(kHeadPath, files.back().bytes)).value()).ok());
  while (!blog.is_complete()) {
    const auto missing = blog.missing(0, blog.size());
    REQUIRE(!missing.empty());
    for (const ManifestReference& reference : missing) {
      for (const ManifestFile& file : files) {
        if (file.path != reference.path) continue;
        CHECK(base64url(sha256(file.bytes)) == reference.sha256);
        REQUIRE(blog.add_page(file.path, read_manifest(file.path, file.bytes).value()).ok());
      }
    }
  }
  return blog;
}

}  // namespace

TEST_CASE("a manifest reads back as it was written, whatever its length") {
  Site site;
  site.title = "A blog";
  site.url = "https://blog.example/";
  site.menu = {{"About", "about/"}};
  site.has_social_images = true;
  site.is_kept_offline = true;
  for (const int count : {0, 1, 50, 51, 300, 301, 1200}) {
    const auto posts = make_posts(count);
    Post page = make_post(9999);
    page.date.reset();
    const Blog blog = read_all(write_manifest(site, posts, {page}));
    CHECK(blog.site() == site);
    CHECK(blog.size() == posts.size());
    CHECK(blog.head().pages == std::vector<Post>{page});
    for (std::size_t i = 0; i < posts.size(); ++i) {
      REQUIRE(blog.post(i) != nullptr);
      REQUIRE(*blog.post(i) == posts[i]);
    }
  }
}

TEST_CASE("the head costs the same whatever is behind it") {
  const Site site;
  const std::size_t small = write_manifest(site, make_posts(300), {}).back().bytes.size();
  const std::size_t large = write_manifest(site, make_posts(5000), {}).back().bytes.size();
  CHECK(large < small + 200);
}

TEST_CASE("publishing a post rewrites the head and at most one page, full pages stay") {
  const Site site;
  auto posts = make_posts(810);
  const auto before = write_manifest(site, posts, {});
  posts.insert(posts.begin(), make_post(-1));
  const auto after = write_manifest(site, posts, {});
  std::size_t kept = 0;
  for (const ManifestFile& old : before) {
    for (const ManifestFile& file : after) kept += file.path == old.path && file.bytes == old.bytes;
  }
  CHECK(before.size() == after.size());
  CHECK(kept == before.size() - 2);
}

TEST_CASE("a manifest written by hand may leave out almost everything") {
  const auto page = read_manifest(kHeadPath, R"({"version":"https://jsonfeed.org/version/1.1",
    "title":"T","items":[
      {"id":"1","title":"Old","date_published":"2025-01-01","_daybook":{"source":"posts/old.md"}},
      {"id":2,"title":"New","date_published":"2025-02-01","summary":"S","url":"posts/new/"}]})");
  REQUIRE(page.ok());
  const auto& posts = page.value().posts;
  REQUIRE(posts.size() == 2);
  CHECK(posts[0].title == "New");
  CHECK(posts[0].path == "posts/new/");
  CHECK(posts[0].source == "posts/new/index.md");
  CHECK(posts[0].description == "S");
  CHECK(posts[1].path == "posts/old/");
  CHECK(page.value().head->total_posts == 2);
}

TEST_CASE("what is wrong in a manifest is said with its place") {
  struct Row {
    const char* json;
    const char* where;
  };
  for (const Row& row :
       {Row{"{\"title\":\n  nope}", "posts.json:2:4"}, Row{"", "posts.json:1:1"},
        Row{R"({"items":[{"title":5}]})", "posts.json: items[0].title"},
        Row{R"({"items":[{"_daybook":{"path":"../x/"}}]})", "posts.json: items[0].path"},
        Row{R"({"items":[{"_daybook":{"path":"//evil.example/"}}]})", "posts.json: items[0].path"},
        Row{R"({"items":[{"date_published":"soon"}]})", "posts.json: items[0].date_published"},
        Row{R"({"items":["x"]})", "posts.json: items[0]"},
        Row{R"({"items":[{"title":"x"}]})", "posts.json: items[0]"}}) {
    const auto page = read_manifest(kHeadPath, row.json);
    REQUIRE_FALSE(page.ok());
    CHECK(page.error().where.substr(0, std::string_view(row.where).size()) == row.where);
    CHECK_FALSE(page.error().message.empty());
  }
}

}  // namespace daybook
