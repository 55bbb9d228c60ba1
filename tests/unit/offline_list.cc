// What the core tells a service worker, and the pages that only sites with one have.
#include "core/offline_list.h"

#include <catch2/catch_test_macros.hpp>

#include "core/blog/manifest.h"
#include "core/daybook.h"

namespace daybook {
namespace {

Post make_post(int number) {
  Post post;
  post.path = "posts/p" + std::to_string(number) + "/";
  post.title = "Post \"" + std::to_string(number) + "\"";
  post.date = Timestamp{1'772'755'200 - std::int64_t{number} * 86'400, 0};
  post.tags = {number % 2 == 0 ? "Even" : "Odd"};
  if (number == 1) post.series = "Few";
  post.sha256 = "0123456789abcdefghijklmnopqrstuvwxyz-_ABCDE";
  post.bytes = 100;
  return post;
}

std::vector<ManifestFile> manifest(int posts, std::optional<bool> is_kept_offline) {
  Site site;
  site.title = "T";
  site.assets = {.core = "a/c.wasm", .script = "a/s.js", .custom = "custom.css"};
  site.is_kept_offline = is_kept_offline;
  std::vector<Post> all;
  for (int i = 0; i < posts; ++i) all.push_back(make_post(i));
  Post about;
  about.path = "about/";
  about.title = "About";
  return write_manifest(site, all, {about});
}

Daybook with_head(const std::vector<ManifestFile>& files) {
  Daybook daybook;
  REQUIRE(daybook.supply(kHeadPath, files.back().bytes).ok());
  return daybook;
}

std::string answer(const Daybook& daybook, std::string_view url) {
  const Reply reply = daybook.page(url).value();
  REQUIRE(reply.needs.empty());
  REQUIRE(reply.page);
  return daybook.document(*reply.page);
}

std::size_t entries(std::string_view list) {
  std::size_t count = 0;
  for (std::size_t at = list.find("\"path\""); at != list.npos;
       at = list.find("\"path\"", at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("the head alone tells what a worker has to know of the site") {
  const Daybook daybook = with_head(manifest(400, true));
  const std::string list = answer(daybook, "offline/list.json");
  CHECK(list.starts_with(R"({"total":400,"offline":true,"assets":["a/c.wasm","a/s.js",)"));
  CHECK(list.find("\"custom.css\"") != list.npos);
  CHECK(list.find("\"entries\":[]") != list.npos);
  CHECK(answer(with_head(manifest(1, false)), "offline/list.json").find("\"offline\":false") !=
        list.npos);
  CHECK(answer(with_head(manifest(1, std::nullopt)), "offline/list.json").find("\"offline\"") ==
        list.npos);
}

TEST_CASE("a list names the sources of a post, a tag, a series, or everything") {
  const auto files = manifest(10, true);
  const Daybook daybook = with_head(files);
  const std::string one = answer(daybook, "offline/list.json?of=posts%2Fp3%2F");
  CHECK(one.find(R"({"path":"posts/p3/","title":"Post \"3\"",)"
                 R"("url":"posts/p3/index.md?h=0123456789abcdef","bytes":100})") != one.npos);
  CHECK(entries(one) == 1);
  CHECK(entries(answer(daybook, "offline/list.json?of=tags%2Fodd%2F")) == 5);
  CHECK(entries(answer(daybook, "offline/list.json?of=series%2Ffew%2F")) == 1);
  CHECK(entries(answer(daybook, "offline/list.json?of=about%2F")) == 1);
  CHECK(entries(answer(daybook, "offline/list.json?of=")) == 11);
  CHECK(entries(answer(daybook, "offline/list.json?of=no%2Fsuch%2F")) == 0);
}

TEST_CASE("a list asks for the manifest pages that it takes") {
  const auto files = manifest(400, true);
  Daybook daybook = with_head(files);
  CHECK(entries(answer(daybook, "offline/list.json?of=posts%2Fp3%2F")) == 1);
  for (const char* of : {"tags%2Fodd%2F", "", "posts%2Fp399%2F"}) {
    CHECK_FALSE(daybook.page("offline/list.json?of=" + std::string(of)).value().page);
  }
  for (auto file = files.rbegin() + 1; file != files.rend(); ++file) {
    REQUIRE(daybook.supply(file->path, file->bytes).ok());
  }
  const std::string all = answer(daybook, "offline/list.json?of=");
  CHECK(entries(all) == 401);
  for (const ManifestFile& file : files) {
    if (file.path != kHeadPath) CHECK(all.find("\"" + file.path + "\"") != all.npos);
  }
}

TEST_CASE("only a site that is kept has a page for it, and links to its web manifest") {
  const Daybook kept = with_head(manifest(3, true));
  const std::string page = answer(kept, "offline/");
  CHECK(page.find("<link rel=\"manifest\" href=\"../manifest.webmanifest\">") != page.npos);
  CHECK(page.find("<div id=\"offline\">") != page.npos);
  CHECK(answer(kept, "404.html").find("rel=\"manifest\"") == page.npos);
  for (const std::optional<bool> wish : {std::optional<bool>(false), std::optional<bool>()}) {
    const Daybook daybook = with_head(manifest(3, wish));
    CHECK(daybook.page("offline/").value().page->status == 404);
    CHECK(answer(daybook, "").find("rel=\"manifest\"") == page.npos);
    for (const std::string& path : daybook.list_paths()) CHECK(path != "offline/");
  }
}

TEST_CASE("the page in the place of one that is not kept links as from there") {
  const Daybook kept = with_head(manifest(3, true));
  const auto page = kept.page("offline/?of=posts%2Fa%3Cb%2F").value().page;
  REQUIRE(page);
  CHECK(page->status == 503);
  const std::string html = kept.document(*page);
  CHECK(html.find("href=\"../../offline/\"") != html.npos);
  CHECK(html.find("a<b") == html.npos);
}

}  // namespace daybook
