// The full-text index as a build publishes it, and `daybook search`.
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/json_reader.h"
#include "core/search/answer.h"
#include "core/search/indexed_post.h"
#include "core/search_index.h"
#include "native/build.h"
#include "native/parallel.h"
#include "native/search_command.h"
#include "native/temporary_folder.h"
#include "unit/naive_search.h"
#include "unit/search_index.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

// A blog of a few posts, and what is published of it.
struct BuiltBlog {
  BuiltBlog() {
    folder.write("engine/engine.json",
                 R"({"core":"a/c.wasm","script":"a/s.js","style":"a/s.css"})");
    for (const char* file : {"engine/a/c.wasm", "engine/a/s.js", "engine/a/s.css"}) {
      folder.write(file);
    }
    folder.write("content/site.json", R"({"title":"T","url":"https://t.example/"})");
    for (int i = 1; i <= 40; ++i) write_post(i, "A text about onions and soup.");
    folder.write("content/pages/about.md", "---\ntitle: About\n---\nWhoever cooks here.\n");
    folder.write("content/pages/hidden.md", "---\ntitle: Hidden\nunlisted: true\n---\nSecret.\n");
    options.source = folder.path() / "content";
    options.destination = folder.path() / "public";
    options.engine = folder.path() / "engine";
    options.selection.now = Timestamp{1'780'000'000, 0};
  }

  void write_post(int number, std::string_view text) const {
    const std::string day = (number % 28 < 9 ? "0" : "") + std::to_string(number % 28 + 1);
    const std::string month = number < 28 ? "01" : "02";
    folder.write(
        "content/posts/2025-" + month + "-" + day + "-post-" + std::to_string(number) + ".md",
        "---\ntitle: Post " + std::to_string(number) + "\ntags: [soup]\n---\n## Stock\n\n" +
            std::string(text) + "\n");
  }

  std::set<std::string> index_files() const {
    std::set<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(options.destination / "s")) {
      if (entry.is_regular_file()) files.insert(entry.path().string());
    }
    return files;
  }

  std::string search(const std::string& query, SearchFormat format = SearchFormat::kText) const {
    const auto found = search_site({options.destination, query, 10, format});
    return found.ok() ? found.value().text : found.error().text();
  }

  TemporaryFolder folder;
  BuildOptions options;
};

void for_each_backwards(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = count; i-- > 0;) work(i);
}

}  // namespace

TEST_CASE("a built site is searched from the command line") {
  const BuiltBlog blog;
  REQUIRE(build(blog.options).is_published);
  CHECK(blog.search("\"post 7\"") == "Post 7\n  https://t.example/posts/post-7/\n  2025-01-08\n");
  CHECK(blog.search("whoever") == "About\n  https://t.example/about/\n");
  CHECK(blog.search("secret") == "");
  CHECK(blog.search("onoins") == "did you mean onions?\n");
  CHECK(
      blog.search("title:about", SearchFormat::kJson) ==
      R"({"total":1,"isComplete":true,"hits":[{"path":"about/","title":["","About"],"language":"en"}]})"
      "\n");
  CHECK(blog.search("soup sort:old", SearchFormat::kJson).find(R"("total":40)") !=
        std::string::npos);
  const auto missing = search_site({blog.folder.path() / "nowhere", "x"});
  CHECK(!missing.ok());
}

TEST_CASE("a changed post is found as it is now, and few files of the index change") {
  const BuiltBlog blog;
  REQUIRE(build(blog.options).is_published);
  const auto before = blog.index_files();
  CHECK(build(blog.options).changes.written == 0);
  blog.write_post(3, "A text about leeks.");
  REQUIRE(build(blog.options).is_published);
  CHECK(blog.search("leek") == "Post 3\n  https://t.example/posts/post-3/\n  2025-01-04\n");
  CHECK(blog.search("title:3 onions") == "");
  std::size_t added = 0;
  for (const std::string& file : blog.index_files()) added += before.contains(file) ? 0 : 1;
  CHECK(added <= 5);
}

TEST_CASE("a saved view is a page with feeds, and shows what its query finds") {
  const BuiltBlog blog;
  blog.folder.write("content/site.json", R"({"title":"T","url":"https://t.example/","views":[
    {"name":"Leek soup","query":"leeks"},
    {"name":"Oldest","query":"onions sort:old"},
    {"name":"Best","query":"leeks sort:best"},
    {"name":"None","query":"nothingness","description":"Empty on purpose."}]})");
  blog.write_post(3, "A text about leeks.");
  blog.write_post(9, "Another leek.");
  blog.write_post(5, "# Leeks\n\nLeeks, leeks, and leeks.");
  REQUIRE(build(blog.options).is_published);
  const auto page = [&](const char* path) { return read_file(blog.options.destination / path); };
  const std::string leeks = page("views/leek-soup/index.html");
  const auto newer = leeks.find("../../posts/post-9/");
  const auto older = leeks.find("../../posts/post-3/");
  CHECK(newer < older);
  CHECK(older < leeks.size());
  CHECK(leeks.find("posts/post-4/") == std::string::npos);
  CHECK(leeks.find("3 entries") != std::string::npos);
  CHECK(leeks.find("../../search/?q=leeks") != std::string::npos);
  const std::string oldest = page("views/oldest/index.html");
  CHECK(oldest.find("posts/post-1/") < oldest.find("posts/post-2/"));
  const std::string best = page("views/best/index.html");
  CHECK(best.find("posts/post-5/") < best.find("posts/post-9/"));
  CHECK(best.find("<section") == std::string::npos);
  CHECK(page("views/none/index.html").find("Empty on purpose.") != std::string::npos);
  CHECK(page("views/leek-soup/rss.xml").find("https://t.example/posts/post-9/") !=
        std::string::npos);
  CHECK(page("views/leek-soup/feed.json").find("posts/post-4/") == std::string::npos);
  // A second build has nothing to say.
  CHECK(build(blog.options).changes.written == 0);
}

TEST_CASE("views that are not written as such are named") {
  const BuiltBlog blog;
  blog.folder.write("content/site.json", R"({"title":"T","views":[
    {"name":"A","query":"x"}, {"name":"a","query":"y"}, {"name":"B"}, 7]})");
  CHECK(build(blog.options).errors() == 3);
}

TEST_CASE("an index with a file gone is written anew") {
  const BuiltBlog blog;
  REQUIRE(build(blog.options).is_published);
  const auto files = blog.index_files();
  std::map<std::string, std::string> bytes;
  for (const std::string& file : files) bytes[file] = read_file(file);
  fs::remove(*std::next(files.begin()));
  REQUIRE(build(blog.options).is_published);
  CHECK(blog.index_files() == files);
  for (const std::string& file : files) CHECK(read_file(file) == bytes[file]);
}

TEST_CASE("on real posts queries find what reading every post finds, whatever the threads") {
  const char* corpora = std::getenv("DAYBOOK_CORPORA");
  if (corpora == nullptr || !fs::is_directory(corpora)) {
    SKIP("set DAYBOOK_CORPORA to the folder with the unpacked corpora");
  }
  for (const char* name :
       {"jekyll-posts/docs", "18f", "rust-blog", "nodejs-i18n/apps/site/pages"}) {
    CAPTURE(name);
    const fs::path folder = fs::path(corpora) / name;
    if (!fs::is_directory(folder)) continue;
    const Plan plan = make_plan(read_content(folder), {true, true, true, {}});
    std::vector<PublishedPost> published;
    std::vector<PublishedPost> pages;
    std::vector<IndexedPost> posts;
    for (const PlannedPage& page : plan.posts) published.push_back({&page.post, page.markdown});
    for (const PlannedPage& page : plan.pages) pages.push_back({&page.post, page.markdown});
    const auto nothing = [](const std::string&) { return std::nullopt; };
    const WrittenIndex index =
        write_search_index(plan.site, published, pages, "", nothing, for_each_index);
    const WrittenIndex again =
        write_search_index(plan.site, published, pages, "", nothing, for_each_backwards);
    CHECK(index.files == again.files);

    for (const PlannedPage& page : plan.posts) {
      posts.push_back(read_indexed_post(plan.site, page.post, page.markdown));
    }
    for (const PlannedPage& page : plan.pages) {
      posts.push_back(read_indexed_post(plan.site, page.post, page.markdown));
      posts.back().card.date.reset();
    }
    const NaiveSearch naive(posts);
    for (const std::string& query : queries_about(posts, 150, 9)) {
      CAPTURE(query);
      Search search;
      REQUIRE(search.supply(index.root_path, index.files.at(index.root_path)).ok());
      const Query parsed = parse_query(query + " sort:new");
      SearchReply reply = search.ask(parsed, 200);
      for (int rounds = 0; !reply.needs.empty() && rounds < 6; ++rounds) {
        for (const Need& need : reply.needs) {
          REQUIRE(search.supply(need.url, index.files.at(need.url)).ok());
        }
        reply = search.ask(parsed, 200);
      }
      auto wanted = naive.find(parsed);
      REQUIRE(reply.total == wanted.size());
      if (wanted.size() > kMaxHits) continue;
      std::vector<std::string> found;
      for (const Hit& hit : reply.hits) found.push_back(hit.path);
      // Posts of one day are in the order of the build, be that as it may.
      std::sort(found.begin(), found.end());
      std::sort(wanted.begin(), wanted.end());
      REQUIRE(found == wanted);
    }
  }
}

}  // namespace daybook
