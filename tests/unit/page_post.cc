// What stands around a post.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/blog/manifest.h"
#include "core/blog/published_source.h"
#include "core/daybook.h"

namespace daybook {
namespace {

struct Entry {
  const char* name;
  const char* series = "";
  int day = 0;  // before 2026-03-06
};

Post make_post(const Entry& entry) {
  Post post;
  post.path = std::string("posts/") + entry.name + "/";
  post.source = post.path + "index.md";
  post.title = std::string("On ") + entry.name;
  post.series = entry.series;
  post.date = Timestamp{1'772'755'200 - std::int64_t{entry.day} * 86'400, 0};
  return post;
}

class TestBlog {
 public:
  explicit TestBlog(std::vector<Post> posts, Site site = {}) {
    for (const ManifestFile& file : write_manifest(site, posts, {})) files_.push_back(file);
    REQUIRE(daybook_.supply(kHeadPath, files_.back().bytes).ok());
  }

  // The page of a post whose Markdown is `source`, every manifest page it asks for supplied.
  Page post(const std::string& path, const std::string& source) {
    const std::string url = path + "index.md";
    for (;;) {
      auto reply = daybook_.page(path).value();
      if (reply.page) return *reply.page;
      for (const Need& need : reply.needs) {
        ++needs_;
        REQUIRE(daybook_.supply(need.url, need.url == url ? source : bytes_of(need.url)).ok());
      }
    }
  }

  Page list(const std::string& path) {
    for (;;) {
      auto reply = daybook_.page(path).value();
      if (reply.page) return *reply.page;
      for (const Need& need : reply.needs) {
        REQUIRE(daybook_.supply(need.url, bytes_of(need.url)).ok());
      }
    }
  }

  std::size_t needs() const { return needs_; }
  const Daybook& core() const { return daybook_; }

 private:
  const std::string& bytes_of(const std::string& path) const {
    for (const ManifestFile& file : files_) {
      if (file.path == path) return file.bytes;
    }
    FAIL("nothing at " << path);
    return files_.front().bytes;
  }

  Daybook daybook_;
  std::vector<ManifestFile> files_;
  std::size_t needs_ = 0;
};

bool has(const Page& page, std::string_view html) {
  return page.main.find(html) != std::string::npos;
}

const std::string kLong = [] {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "word ";
  return text;
}();

}  // namespace

TEST_CASE("a post names the entries before and after it") {
  TestBlog blog({make_post({"new"}), make_post({"middle", "", 1}), make_post({"old", "", 2})});
  const Page middle = blog.post("posts/middle/", "Text.");
  CHECK(middle.previous_path == "posts/old/");
  CHECK(middle.next_path == "posts/new/");
  CHECK(
      has(middle, "<a rel=\"prev\" href=\"../old/\"><span>Before</span> <span>On old</span></a>"));
  CHECK(has(middle, "<a rel=\"next\" href=\"../new/\">"));
  CHECK_FALSE(has(blog.post("posts/new/", "Text."), "rel=\"next\""));
  CHECK_FALSE(has(blog.post("posts/old/", "Text."), "rel=\"prev\""));
}

TEST_CASE("neighbours on another manifest page are asked for") {
  std::vector<Post> posts;
  for (int i = 0; i < 60; ++i) {
    posts.push_back(make_post({"x", "", i}));
    posts.back().path = "posts/p" + std::to_string(i) + "/";
    posts.back().source = posts.back().path + "index.md";
    posts.back().title = "Post " + std::to_string(i);
  }
  TestBlog blog(posts);
  CHECK(blog.post("posts/p3/", "Text.").previous_path == "posts/p4/");
  CHECK(blog.needs() == 1);
  CHECK(blog.post("posts/p49/", "Text.").previous_path == "posts/p50/");
  CHECK(blog.needs() == 3);
}

TEST_CASE("a long text with headings has a list of them") {
  struct Row {
    TableOfContents wish;
    std::string text;
    bool is_shown;
  };
  const std::string headings = "## One\n\n### Below\n\n## `Two` & three\n\n#### Deep\n\n";
  for (const Row& row : {Row{TableOfContents::kAuto, headings + kLong, true},
                         Row{TableOfContents::kAuto, headings + "Short.", false},
                         Row{TableOfContents::kAuto, "## One\n\n" + kLong, false},
                         Row{TableOfContents::kShown, "## One\n\nShort.", true},
                         Row{TableOfContents::kShown, kLong, false},
                         Row{TableOfContents::kHidden, headings + kLong, false}}) {
    Post post = make_post({"x"});
    post.table_of_contents = row.wish;
    TestBlog blog({post});
    CHECK(has(blog.post(post.path, row.text), "<nav class=\"contents\"") == row.is_shown);
  }
  TestBlog blog({make_post({"x"})});
  const Page page = blog.post("posts/x/", headings + kLong);
  CHECK(has(page,
            "<ol>\n<li><a href=\"#one\">One</a>\n<ol>\n<li><a href=\"#below\">Below</a></li>\n"
            "</ol>\n</li>\n<li><a href=\"#two--three\">Two &amp; three</a></li>\n</ol>\n"));
  CHECK(has(page, "<span class=\"reading-time\">3 min read</span>"));
}

TEST_CASE("a series lists its parts, and has a page") {
  std::vector<Post> posts = {make_post({"third", "On <S3>"}), make_post({"first", "On <S3>", 1}),
                             make_post({"second", "On <S3>", 2})};
  posts[1].series_order = 1;
  posts[2].series_order = 2;
  posts[0].series_order = 3;
  TestBlog blog(posts);
  SourceData data;
  data.series = {
      {"posts/first/", "On first"}, {"posts/second/", "On second"}, {"posts/third/", "On third"}};
  data.related = {{"posts/first/", "On \"first\""}};
  const Page page =
      blog.post("posts/second/", write_published_source(posts[2], "{}", data, "Text."));
  CHECK(has(page, "<p>Part 2 of 3: <a href=\"../../series/on-s3/\">On &lt;S3&gt;</a></p>"));
  CHECK(has(page,
            "<li><a href=\"../first/\">On first</a></li>\n"
            "<li><span aria-current=\"page\">On second</span></li>"));
  CHECK(has(page,
            "<h2 id=\"related\">Related entries</h2>\n<ul>\n"
            "<li><a href=\"../first/\">On &quot;first&quot;</a></li>"));

  const Page series = blog.list("series/on-s3/");
  CHECK(series.kind == PageKind::kSeries);
  CHECK(series.main.find("On first") < series.main.find("On second"));
  CHECK(has(blog.list("tags/"), "<a href=\"../series/on-s3/\">On &lt;S3&gt;</a> <span>3</span>"));
  CHECK(blog.list("series/none/").status == 404);
}

TEST_CASE("pinned entries stand above the index too") {
  std::vector<Post> posts = {make_post({"new"}), make_post({"old", "", 9})};
  posts[1].is_pinned = true;
  TestBlog blog(posts);
  const Page index = blog.list("");
  const std::size_t pinned = index.main.find("<h2 id=\"pinned\">Pinned</h2>");
  REQUIRE(pinned != std::string::npos);
  CHECK(index.main.find("posts/old/", pinned) < index.main.find("posts/new/"));
}

TEST_CASE("pages speak the site's language, and a post in another one says so") {
  Site site;
  site.language = "de";
  site.words.set("archive", "Archiv");
  site.words.set("date", "{day}. {month} {year}");
  site.words.set("months", "Januar|Februar|März");
  site.words.set("reading_time", "{n} Min.|{n} Min.");
  site.words.set("copy", "Kopie \"</script>\"");
  Post post = make_post({"x"});
  post.language = "ar";
  TestBlog blog({post}, site);
  const Page page = blog.post("posts/x/", "Text");
  CHECK(has(page, "<h1 lang=\"ar\" dir=\"rtl\">On x</h1>"));
  CHECK(has(page, ">6. März 2026</time>"));
  CHECK(has(page, ">Archiv</a>"));
  const std::string html = blog.core().document(page);
  CHECK(html.find("<html lang=\"de\" dir=\"ltr\"") != std::string::npos);
  CHECK(html.find("<meta name=\"words\" content=\"{&quot;copy&quot;:") != std::string::npos);
  CHECK(html.find("</script>\"") == std::string::npos);
  CHECK(has(blog.list("archives/"), "<h1>Archiv</h1>"));
}

}  // namespace daybook
