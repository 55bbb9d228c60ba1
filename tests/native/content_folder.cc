// Which files of a content folder become posts, pages and copies.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "native/content.h"
#include "native/facts.h"
#include "native/temporary_folder.h"

namespace daybook {
namespace {

constexpr std::string_view kSettings = R"({"title": "T"})";

std::string sources_of(const Content& content) {
  std::string out;
  for (const SourceFile& source : content.sources) {
    out += source.file;
    if (source.is_page) out += " page";
    if (source.is_draft) out += " draft";
    if (source.is_bundle) out += " bundle";
    out += '\n';
  }
  return out;
}

std::string files_of(const Content& content) {
  std::string out;
  for (const StaticFile& file : content.files) {
    out += file.relative + (file.path.empty() ? "" : " -> " + file.path) + '\n';
  }
  return out;
}

// With names relative to the folder, and without what this says of undated posts.
std::string problems_of(const Content& content) {
  std::string out;
  for (Problem problem : content.problems) {
    if (problem.message.starts_with("give this post a date")) continue;
    problem.file = std::filesystem::path(problem.file).lexically_relative(content.root).string();
    out += problem.text() + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("posts, drafts, pages and files are told apart") {
  const TemporaryFolder folder;
  for (const std::string_view file : {"posts/a.md",
                                      "posts/b.markdown",
                                      "posts/s/c/index.md",
                                      "posts/s/c/photo.jpg",
                                      "posts/README.md",
                                      "posts/notes.txt",
                                      "_posts/2025-11-10-d.md",
                                      "_drafts/e.md",
                                      "pages/about.md",
                                      "pages/about.png",
                                      "static/robots.txt",
                                      "static/x/y.md",
                                      "static/.well-known/z",
                                      "static/.nojekyll",
                                      "static/.env",
                                      "README.md",
                                      "LICENSE.md",
                                      "LICENSE",
                                      "package.json",
                                      "posts/.hidden.md",
                                      "posts/.git/f.md",
                                      "node_modules/p/g.md",
                                      "posts/h.md~",
                                      "posts/.i.md.swp",
                                      "posts/#j.md#",
                                      "public/posts.json",
                                      "public/index.html",
                                      "public/posts/a/index.md"}) {
    folder.write(file);
  }
  folder.write("site.json", kSettings);
  const Content content = read_content(folder.path());
  CHECK(sources_of(content) ==
        "_drafts/e.md draft\n"
        "_posts/2025-11-10-d.md\n"
        "pages/about.md page\n"
        "posts/README.md\n"
        "posts/a.md\n"
        "posts/b.markdown\n"
        "posts/s/c/index.md bundle\n");
  CHECK(files_of(content) ==
        "pages/about.png\n"
        "posts/notes.txt\n"
        "posts/s/c/photo.jpg\n"
        "static/.nojekyll -> .nojekyll\n"
        "static/.well-known/z -> .well-known/z\n"
        "static/robots.txt -> robots.txt\n"
        "static/x/y.md -> x/y.md\n");
  CHECK(problems_of(content).empty());
  CHECK(content.settings.site.title == "T");
}

TEST_CASE("without posts/ every Markdown file is a post") {
  const TemporaryFolder folder;
  for (const std::string_view file :
       {"a.md", "s/b.md", "s/c/index.md", "s/c/d.png", "_index.md", "s/_index.md", "README.md",
        "LICENSE.md", "s/README.md", "pages/about.md", "static/e.md", "docs/_posts/f.md"}) {
    folder.write(file);
  }
  folder.write("site.json", kSettings);
  const Content content = read_content(folder.path());
  CHECK(sources_of(content) ==
        "a.md\ndocs/_posts/f.md\npages/about.md page\ns/README.md\ns/b.md\ns/c/index.md bundle\n");
  CHECK(files_of(content) == "s/c/d.png\nstatic/e.md -> e.md\n");
  CHECK(problems_of(content) ==
        "_index.md: warning: remove this; sections have no page of their own, so it is not "
        "published\n"
        "s/_index.md: warning: remove this; sections have no page of their own, so it is not "
        "published\n");
}

TEST_CASE("Markdown that lies nowhere is named") {
  const TemporaryFolder folder;
  folder.write("posts/a.md");
  folder.write("about.md");
  folder.write("notes/b.md");
  folder.write("notes/c.png");
  folder.write("site.json", kSettings);
  const Content content = read_content(folder.path());
  CHECK(sources_of(content) == "posts/a.md\n");
  CHECK(files_of(content).empty());
  CHECK(problems_of(content) ==
        "about.md: warning: move this into posts/ or pages/; it is not published here\n"
        "notes/b.md: warning: move this into posts/ or pages/; it is not published here\n");
}

TEST_CASE("MDX is read as Markdown, with one warning") {
  const TemporaryFolder folder;
  folder.write("site.json", kSettings);
  folder.write("posts/a.mdx", "---\ntitle: A\n---\n<Chart />\n");
  folder.write("posts/b.MDX");
  const Content content = read_content(folder.path());
  CHECK(sources_of(content) == "posts/a.mdx\nposts/b.MDX\n");
  CHECK(problems_of(content) ==
        "posts/a.mdx: warning: look at this page as readers see it; MDX is read as Markdown, "
        "without its components (2 files)\n");
}

TEST_CASE("the folder may be a project that holds content/") {
  const TemporaryFolder folder;
  folder.write("README.md");
  folder.write("content/posts/a.md");
  CHECK(read_content(folder.path()).root == folder.path() / "content");
  CHECK(sources_of(read_content(folder.path())) == "posts/a.md\n");
  CHECK(read_content(folder.path()).settings.site.title == folder.path().filename().string());
  CHECK(read_content(folder.path() / "content").settings.site.title ==
        folder.path().filename().string());
  folder.write("posts/b.md");
  CHECK(sources_of(read_content(folder.path())) == "posts/b.md\n");
}

TEST_CASE("a folder that is missing or empty is told as such") {
  const TemporaryFolder folder;
  const std::string missing = (folder.path() / "missing").string();
  CHECK(texts(read_content(missing).problems) ==
        missing + ": name a folder that exists; `daybook new site` makes one\n");
  folder.write("file.md");
  CHECK(texts(read_content(folder.path() / "file.md").problems) ==
        (folder.path() / "file.md").string() +
            ": name a folder that exists; `daybook new site` makes one\n");
  folder.write("posts/a.txt");
  folder.write("site.json", kSettings);
  CHECK(texts(read_content(folder.path()).problems).find("put a Markdown file into posts/") !=
        std::string::npos);
}

TEST_CASE("a broken file costs only itself") {
  const TemporaryFolder folder;
  folder.write("site.json", "{\n\"title\": }");
  folder.write("posts/2025-01-01-a.md", "---\ntitle: [a\n---\n");
  folder.write("posts/2025-01-01-b.md", "---\ntitle: B\n---\n");
  folder.write("posts/2025-01-01-c.md", "caf\xE9");
  folder.write("posts/2025-01-01-d.md", std::string((1 << 20) + 1, 'x'));
  folder.write("posts/2025-01-01-e.md", std::string(1 << 20, 'x'));
  const Content content = read_content(folder.path());
  CHECK(sources_of(content) == "posts/2025-01-01-b.md\nposts/2025-01-01-e.md\n");
  CHECK(problems_of(content) ==
        "posts/2025-01-01-a.md:3:1: close the brackets, or put the value in quotes (YAML: end of "
        "sequence flow not found)\n"
        "posts/2025-01-01-c.md:1:4: save this file as UTF-8; byte 3 (counted from 0) is not\n"
        "posts/2025-01-01-d.md: split this file; its 1048577 bytes are more than 1048576\n"
        "site.json:2:10: this is not JSON: unexpected '}'; expected '[', '{', or a literal\n");
}

TEST_CASE("a blog without a title is called after its folder") {
  const TemporaryFolder folder;
  folder.write("posts/a.md");
  const std::string name = folder.path().filename().string();
  const std::string warning =
      "site.json: warning: write {\"title\": \"…\"} into this file; until then the blog is called "
      "\"" +
      name + "\"\n";
  CHECK(problems_of(read_content(folder.path())) == warning);
  folder.write("site.json", "{}");
  CHECK(problems_of(read_content(folder.path())) == warning);
  CHECK(read_content(folder.path()).settings.site.title == name);
}

TEST_CASE("links stay inside the content folder") {
  const TemporaryFolder outside;
  outside.write("secret.md", "secret");
  const TemporaryFolder folder;
  folder.write("site.json", kSettings);
  folder.write("posts/a.md");
  folder.write("posts/s/b.md");
  folder.link("posts/out.md", outside.path() / "secret.md");
  folder.link("posts/out", outside.path());
  folder.link("static/out", "/etc");
  folder.link("posts/nowhere.md", "missing.md");
  folder.link("posts/same.md", "a.md");
  folder.link("posts/t", "s");
  folder.link("posts/s/loop", "..");
  folder.link("posts/self", ".");
  const Content content = read_content(folder.path());
  CHECK(sources_of(content) == "posts/a.md\nposts/s/b.md\nposts/same.md\nposts/t/b.md\n");
  CHECK(files_of(content).empty());
  CHECK(problems_of(content) ==
        "posts/nowhere.md: warning: remove this link; it leads nowhere\n"
        "posts/out: warning: copy what this links to; links out of the content folder are not "
        "followed\n"
        "posts/out.md: warning: copy what this links to; links out of the content folder are not "
        "followed\n"
        "posts/s/loop: warning: remove this link; it leads to a folder that it lies in\n"
        "posts/self: warning: remove this link; it leads to a folder that it lies in\n"
        "posts/t/loop: warning: remove this link; links in linked folders are not followed\n"
        "static/out: warning: copy what this links to; links out of the content folder are not "
        "followed\n");
}

TEST_CASE("the content folder itself may be reached over a link") {
  const TemporaryFolder folder;
  folder.write("real/posts/a.md");
  folder.link("linked", "real");
  CHECK(sources_of(read_content(folder.path() / "linked")) == "posts/a.md\n");
}

TEST_CASE("a name that no URL can hold is refused") {
  const TemporaryFolder folder;
  folder.write("site.json", kSettings);
  folder.write("posts/a\nb.md");
  folder.write("posts/c\xFF.md");
  const Content content = read_content(folder.path());
  CHECK(content.sources.empty());
  CHECK(problems_of(content).find("posts/c\uFFFD.md: rename this; write its name in UTF-8") !=
        std::string::npos);
  CHECK(problems_of(content).find("posts/a?b.md: rename this") != std::string::npos);
}

TEST_CASE("the order of what is read does not hang on threads") {
  const TemporaryFolder folder;
  for (int i = 0; i < 100; ++i) {
    folder.write("posts/" + std::to_string(i) + ".md", i % 3 == 0 ? "---\ntitle: []\n---\n" : "");
  }
  const Content first = read_content(folder.path());
  CHECK(first.sources.size() == 66);
  for (int round = 0; round < 5; ++round) {
    const Content again = read_content(folder.path());
    CHECK(sources_of(again) == sources_of(first));
    CHECK(texts(again.problems) == texts(first.problems));
  }
}

}  // namespace daybook
