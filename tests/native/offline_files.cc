// What a build writes for reading offline: the worker or the one that takes leave, and what a site
// is installed by.
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "native/build.h"
#include "native/svg_picture.h"
#include "native/temporary_folder.h"
#include "native/web_manifest.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIcon =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32"/></svg>)";

struct Workplace {
  Workplace() {
    folder.write("engine/engine.json",
                 R"({"core":"a/c.wasm","script":"a/s.js","style":"a/s.css","icon":"a/i.svg",)"
                 R"("worker":"sw.js","farewell":"sw_farewell.js"})");
    for (const char* file : {"a/c.wasm", "a/s.js", "a/s.css"}) {
      folder.write(std::string("engine/") + file);
    }
    folder.write("engine/a/i.svg", std::string(kIcon));
    folder.write("engine/sw.js", "worker");
    folder.write("engine/sw_farewell.js", "farewell");
    settings(R"({"title":"T","url":"https://a.example/b/","menu":[{"name":"M","path":"/m/"}]})");
    folder.write("content/posts/2025-01-02-one.md", "---\ntitle: One\n---\nText.\n");
    options.source = folder.path() / "content";
    options.destination = folder.path() / "public";
    options.engine = folder.path() / "engine";
  }

  void settings(std::string_view json) { folder.write("content/site.json", std::string(json)); }
  fs::path out(std::string_view path) const { return options.destination / path; }

  TemporaryFolder folder;
  BuildOptions options;
};

}  // namespace

TEST_CASE("a build publishes the worker and a web manifest whose URLs are relative") {
  const Workplace blog;
  CHECK(build(blog.options).errors() == 0);
  CHECK(read_file(blog.out("sw.js")) == "worker");
  CHECK_FALSE(fs::exists(blog.out("sw_farewell.js")));
  CHECK(fs::exists(blog.out("offline/index.html")));
  const auto manifest =
      nlohmann::json::parse(read_file(blog.out("manifest.webmanifest")), nullptr, false);
  REQUIRE(manifest.is_object());
  CHECK(manifest["name"] == "T");
  CHECK(manifest["id"] == "/b/");
  CHECK(manifest["start_url"] == "./");
  CHECK(manifest["scope"] == "./");
  CHECK(manifest["shortcuts"][0]["url"] == "./m/");
  if (!can_draw_svg()) SKIP("there is no librsvg here");
  REQUIRE(manifest["icons"].size() == 5);
  for (const auto& icon : manifest["icons"]) {
    const auto path = icon["src"].get<std::string>();
    CAPTURE(path);
    CHECK_FALSE(path.starts_with('/'));
    const std::string bytes = read_file(blog.out(path));
    CHECK((bytes.starts_with("\x89PNG") || bytes == kIcon));
  }
}

TEST_CASE("a site that wants none has the worker that takes leave, and nothing else") {
  Workplace blog;
  build(blog.options);
  blog.settings(R"({"title":"T","offline":false})");
  CHECK(build(blog.options).errors() == 0);
  CHECK(read_file(blog.out("sw.js")) == "farewell");
  CHECK(read_file(blog.out("posts.json")).find("\"offline\":false") != std::string::npos);
  CHECK_FALSE(fs::exists(blog.out("manifest.webmanifest")));
  CHECK_FALSE(fs::exists(blog.out("offline/index.html")));
}

TEST_CASE("the author's screenshots stand in the web manifest") {
  const Workplace blog;
  blog.folder.write("content/static/screenshot-2.svg", R"(<svg width="390" height="844"></svg>)");
  blog.folder.write("content/static/screenshot-1.svg", R"(<svg width="1280" height="720"></svg>)");
  blog.folder.write("content/static/screenshot.txt", "no picture");
  blog.folder.write("content/static/shots/screenshot.svg", R"(<svg width="1" height="1"></svg>)");
  CHECK(build(blog.options).errors() == 0);
  const auto manifest =
      nlohmann::json::parse(read_file(blog.out("manifest.webmanifest")), nullptr, false);
  const auto expected = nlohmann::json::parse(
      R"([{"src":"screenshot-1.svg","sizes":"1280x720","form_factor":"wide"},)"
      R"({"src":"screenshot-2.svg","sizes":"390x844","form_factor":"narrow"}])",
      nullptr, false);
  CHECK(manifest["screenshots"] == expected);
}

TEST_CASE("the author's icon and web manifest go before ours") {
  Workplace blog;
  blog.folder.write("content/static/icon.svg", "no SVG");
  const BuildReport report = build(blog.options);
  CHECK(report.errors() == 0);
  CHECK(read_file(blog.out("index.html")).find("href=\"icon.svg\"") != std::string::npos);
  CHECK(report.problems.size() == 1);  // it cannot be drawn
  blog.folder.write("content/static/manifest.webmanifest", "{}");
  CHECK(build(blog.options).problems.empty());
  CHECK(read_file(blog.out("manifest.webmanifest")) == "{}");
}

}  // namespace daybook
