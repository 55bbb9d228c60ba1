// `daybook build`, from a folder of content to a folder of pages.
#include "native/build.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <set>

#include "native/dev_server.h"
#include "native/new_content.h"
#include "native/temporary_folder.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// Content, an engine of empty files, and a destination, all in one folder that goes away.
struct Workplace {
  Workplace() {
    write(root() / "engine/engine.json",
          R"({"core":"a/c.wasm","script":"a/s.js","theme":"a/t.js","style":"a/s.css",)"
          R"("parts":{"code":"a/h.js","math":"a/m.js"}})");
    for (const char* file : {"a/c.wasm", "a/s.js", "a/t.js", "a/s.css", "a/h.js", "a/m.js"}) {
      write(root() / "engine" / file, "");
    }
    write(content() / "site.json", R"({"title":"T","permalink":"/:year/:slug/"})");
    write(
        content() / "posts/2025-01-02-one.md",
        "---\ntitle: One\ntags: [a]\naliases: [/old/one/]\n---\nTo [two](./2025-02-03-two.md).\n");
    write(content() / "posts/2025-02-03-two.md", "---\ntitle: Two\n---\nText of two.\n");
    write(content() / "posts/2025-03-04-bundle/index.md", "---\ntitle: B\n---\n![p](p.png)\n");
    write(content() / "posts/2025-03-04-bundle/p.png", "png");
    write(content() / "pages/about.md", "---\ntitle: About\n---\nAbout.\n");
    write(content() / "static/robots.txt", "User-agent: *\n");
    options.source = content();
    options.destination = destination();
    options.engine = root() / "engine";
    options.selection.now = Timestamp{1'780'000'000, 0};
  }

  fs::path root() const { return folder.path(); }
  fs::path content() const { return root() / "content"; }
  fs::path destination() const { return root() / "public"; }

  TemporaryFolder folder;
  BuildOptions options;
};

}  // namespace

TEST_CASE("a build publishes pages, Markdown, files and redirects") {
  Workplace blog;
  const BuildReport report = build(blog.options);
  REQUIRE(report.is_published);
  CHECK(report.errors() == 0);
  CHECK(report.posts == 3);
  for (const char* file :
       {"index.html", "404.html", "posts.json", "2025/one/index.html", "2025/one/index.md",
        "2025/two/index.html", "2025/bundle/p.png", "about/index.html", "archives/index.html",
        "archives/2025/index.html", "tags/index.html", "tags/a/index.html", "robots.txt",
        "old/one/index.html", "_redirects", ".nojekyll", "a/c.wasm", "a/t.js", "a/m.js"}) {
    INFO(file);
    CHECK(fs::exists(blog.destination() / file));
  }
  CHECK(read_file(blog.destination() / "2025/one/index.html").find("href=\"../two/\"") !=
        std::string::npos);
  CHECK(read_file(blog.destination() / "_redirects") == "/old/one/ /2025/one/ 301\n");
}

TEST_CASE("the theme is set before style, but for pages that do not know where they are") {
  Workplace blog;
  REQUIRE(build(blog.options).is_published);
  const std::string page = read_file(blog.destination() / "about/index.html");
  const std::size_t theme = page.find("<script src=\"../a/t.js\"></script>");
  REQUIRE(theme != std::string::npos);
  CHECK(theme < page.find("rel=\"stylesheet\""));
  CHECK(read_file(blog.destination() / "404.html").find("a/t.js") == std::string::npos);
}

TEST_CASE("only a page with code in a language is told early of what colours it") {
  Workplace blog;
  write(blog.content() / "pages/code.md", "---\ntitle: Code\n---\n```sql\nSELECT 1;\n```\n");
  REQUIRE(build(blog.options).is_published);
  const std::string link = "<link rel=\"modulepreload\" href=\"../a/h.js\">";
  CHECK(read_file(blog.destination() / "code/index.html").find(link) != std::string::npos);
  CHECK(read_file(blog.destination() / "about/index.html").find("modulepreload") ==
        std::string::npos);
}

TEST_CASE("only a page with formulas waits for what typesets them") {
  Workplace blog;
  write(blog.content() / "pages/math.md", "---\ntitle: Math\n---\n$$a$$\n");
  REQUIRE(build(blog.options).is_published);
  const std::string page = read_file(blog.destination() / "math/index.html");
  const std::size_t script =
      page.find("<script type=\"module\" blocking=\"render\" src=\"../a/m.js\"></script>");
  REQUIRE(script != std::string::npos);
  CHECK(page.find("<script type=\"module\" src=") < script);
  CHECK(read_file(blog.destination() / "about/index.html").find("blocking") == std::string::npos);
}

TEST_CASE("a second build writes nothing, a change writes what it touches") {
  Workplace blog;
  REQUIRE(build(blog.options).is_published);
  CHECK(build(blog.options).changes.written == 0);
  write(blog.content() / "posts/2025-02-03-two.md", "---\ntitle: Two\n---\nNew text of two.\n");
  const BuildReport report = build(blog.options);
  CHECK(report.changes.written > 0);
  CHECK(report.changes.written < 15);
  CHECK(report.changes.unchanged > 10);
}

TEST_CASE("what is no longer made is removed, what Daybook did not make stays") {
  Workplace blog;
  REQUIRE(build(blog.options).is_published);
  write(blog.destination() / "CNAME", "blog.example");
  fs::remove(blog.content() / "posts/2025-02-03-two.md");
  const BuildReport report = build(blog.options);
  // Page, Markdown, and the root of the search index.
  CHECK(report.changes.removed == 3);
  CHECK_FALSE(fs::exists(blog.destination() / "2025/two"));
  CHECK(fs::exists(blog.destination() / "CNAME"));
}

TEST_CASE("a build with errors leaves an earlier build whole unless told") {
  Workplace blog;
  REQUIRE(build(blog.options).is_published);
  const std::string before = read_file(blog.destination() / "posts.json");
  write(blog.content() / "posts/2025-02-03-two.md", "---\ntitle: [\n---\nText.\n");
  BuildReport report = build(blog.options);
  CHECK_FALSE(report.is_published);
  CHECK(report.errors() == 1);
  CHECK(read_file(blog.destination() / "posts.json") == before);
  CHECK(fs::exists(blog.destination() / "2025/two/index.html"));
  CHECK_FALSE(fs::exists(blog.destination() / ".daybook-stage"));

  blog.options.on_error = OnError::kBuildTheRest;
  report = build(blog.options);
  CHECK(report.is_published);
  CHECK_FALSE(fs::exists(blog.destination() / "2025/two/index.html"));
}

TEST_CASE("where no build stands, the rest is built and the bad file named") {
  Workplace blog;
  write(blog.content() / "posts/bad.md", "---\ntitle: [\n---\n");
  const BuildReport report = build(blog.options);
  CHECK(report.is_published);
  CHECK(report.errors() == 1);
  CHECK(fs::exists(blog.destination() / "2025/one/index.html"));
}

TEST_CASE("two posts with one URL are named") {
  Workplace blog;
  write(blog.content() / "posts/2025-05-05-one.md", "Another one.\n");
  const BuildReport report = build(blog.options);
  REQUIRE(report.errors() == 1);
  bool is_named = false;
  for (const Problem& problem : report.problems) {
    is_named |= problem.message.find("2025/one/") != std::string::npos;
  }
  CHECK(is_named);
}

TEST_CASE("drafts, future and expired posts wait to be asked for") {
  Workplace blog;
  write(blog.content() / "posts/d.md", "---\ntitle: D\ndate: 2025-01-01\ndraft: true\n---\nx\n");
  write(blog.content() / "posts/f.md", "---\ntitle: F\ndate: 2099-01-01\n---\nx\n");
  write(blog.content() / "posts/e.md",
        "---\ntitle: E\ndate: 2024-01-01\nexpiryDate: 2024-02-01\n---\nx\n");
  CHECK(build(blog.options).posts == 3);
  blog.options.selection.drafts = true;
  CHECK(build(blog.options).posts == 4);
  blog.options.selection.future = true;
  CHECK(build(blog.options).posts == 5);
  blog.options.selection.expired = true;
  CHECK(build(blog.options).posts == 6);
}

TEST_CASE("a missing engine or content is said") {
  Workplace blog;
  blog.options.engine = blog.root() / "nowhere";
  CHECK_FALSE(build(blog.options).is_published);
  blog.options.source = blog.root() / "nowhere";
  CHECK(build(blog.options).errors() > 0);
}

TEST_CASE("new posts and sites are made once and build") {
  Workplace blog;
  const auto post = new_post(blog.content(), "Say \"hi\": it's new", {2025, 6, 7});
  REQUIRE(post.ok());
  CHECK(post.value().filename() == "2025-06-07-say-hi-its-new.md");
  CHECK_FALSE(new_post(blog.content(), "Say \"hi\": it's new", {2025, 6, 7}).ok());
  CHECK_FALSE(new_post(blog.content(), "!!!", {2025, 6, 7}).ok());
  blog.options.selection.drafts = true;
  CHECK(build(blog.options).posts == 4);

  const fs::path site = blog.root() / "another";
  REQUIRE(new_site(site, {2025, 6, 7}).ok());
  CHECK_FALSE(new_site(site, {2025, 6, 7}).ok());
  blog.options.source = site;
  blog.options.destination = blog.root() / "another-public";
  const BuildReport report = build(blog.options);
  CHECK(report.errors() == 0);
  CHECK(report.posts == 1);
}

TEST_CASE("every post that is shared has an image, drawn once") {
  Workplace blog;
  write(blog.content() / "site.json",
        R"({"title":"T","permalink":"/:year/:slug/","url":"https://a.example/b/"})");
  write(blog.content() / "posts/2025-04-04-own.md",
        "---\ntitle: Own\nimage: own.png\n---\nText.\n");
  write(blog.content() / "posts/own.png", "png");
  write(blog.content() / "posts/2025-04-05-odd.md",
        "---\ntitle: \" <b> \\t &\\u202E \\\" \"\n---\nText.\n");
  write(blog.content() / "posts/2025-04-06-blank.md", "---\ntitle: \"\"\n---\nText.\n");
  // The same card twice is one file.
  write(blog.content() / "posts/2025-02-03-twin.md", "---\ntitle: Two\n---\nText.\n");
  BuildReport report = build(blog.options);
  CHECK(report.errors() == 0);
  CHECK(report.social_images == 5);
  const std::string image = "<meta property=\"og:image\" content=\"https://a.example/b/";
  std::set<std::string> named;
  for (const char* page : {"one", "two", "bundle", "odd", "blank", "twin"}) {
    INFO(page);
    const std::string html = read_file(blog.destination() / "2025" / page / "index.html");
    const std::size_t at = html.find(image);
    REQUIRE(at != std::string::npos);
    const std::size_t start = at + image.size();
    named.insert(html.substr(start, html.find('"', start) - start));
    CHECK(html.find("<meta property=\"og:image:width\" content=\"1200\">") != std::string::npos);
  }
  CHECK(named.size() == 5);
  for (const std::string& path : named) {
    INFO(path);
    CHECK(read_file(blog.destination() / path).starts_with("\x89PNG"));
  }
  const std::string own = read_file(blog.destination() / "2025/own/index.html");
  CHECK(own.find(image + "posts/own.png\"") != std::string::npos);
  CHECK(own.find("og:image:width") == std::string::npos);
  CHECK(read_file(blog.destination() / "about/index.html").find("og:image") == std::string::npos);

  report = build(blog.options);
  CHECK(report.social_images == 0);
  CHECK(report.changes.written == 0);
  write(blog.content() / "posts/2025-01-02-one.md", "---\ntitle: Uno\n---\nText.\n");
  fs::remove(blog.destination() / *named.begin());
  report = build(blog.options);
  CHECK((report.social_images == 1 || report.social_images == 2));
  CHECK(report.changes.removed >= 1);
}

TEST_CASE("no images are drawn for a site without an address, or one that wants none") {
  Workplace blog;
  CHECK(build(blog.options).social_images == 0);
  CHECK_FALSE(fs::exists(blog.destination() / "o"));
  blog.options.base_url = "https://a.example";
  CHECK(build(blog.options).social_images == 3);
  write(blog.content() / "site.json",
        R"({"title":"T","permalink":"/:year/:slug/","socialImages":false})");
  CHECK(build(blog.options).social_images == 0);
  CHECK_FALSE(fs::exists(blog.destination() / "o"));
  CHECK(read_file(blog.destination() / "2025/one/index.html").find("og:image") ==
        std::string::npos);
}

TEST_CASE("the server finds files and nothing outside their folder") {
  const TemporaryFolder folder;
  const fs::path site = folder.path() / "site";
  write(site / "index.html", "i");
  write(site / "404.html", "n");
  write(site / "a b/index.html", "a");
  write(site / ".hidden", "h");
  write(folder.path() / "secret", "s");
  fs::create_symlink(folder.path() / "secret", site / "link");

  CHECK(find_file(site, "/").status == 200);
  CHECK(find_file(site, "/a%20b/").status == 200);
  CHECK(find_file(site, "/a%20b").location == "/a%20b/");
  for (const char* path : {"/../secret", "/%2e%2e/secret", "/a%20b/..%2f..%2fsecret", "/link",
                           "/.hidden", "/..%5csecret", "secret", "", "/%00", "/index.html/"}) {
    INFO(path);
    CHECK(find_file(site, path).status == 404);
  }
}

TEST_CASE("the server answers to its own names alone") {
  for (const char* host : {"127.0.0.1:1313", "localhost", "LOCALHOST:80", "[::1]:1313"}) {
    CHECK(is_own_host(host));
  }
  for (const char* host : {"", "evil.example", "127.0.0.1.evil.example", "localhost.evil:80"}) {
    CHECK_FALSE(is_own_host(host));
  }
}

}  // namespace daybook
