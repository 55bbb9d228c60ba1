#include "core/blog/published_source.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace daybook {

TEST_CASE("a published source reads back what the build knows, and its body") {
  Post post;
  post.title = "A \"title\"";
  post.tags = {"a", "b"};
  post.date = Timestamp{0, 0};
  SourceData data;
  data.links = {{"./other.md", "posts/other/"}, {"<img>.png", "posts/x/i.png"}};
  data.images = {{"a.png", {640, 400, {}}}, {"b.png", {3, 2, {{"b@2x.png", 6}, {"b@3x.png", 9}}}}};
  data.diagrams = {{diagram_key("graph LR"), {"d/1.svg", 200, 100, "A \"box\""}}};
  data.series = {{"posts/one/", "One"}, {"posts/two/", "Two"}};
  data.related = {{"posts/three/", "Three"}};
  const std::string text =
      write_published_source(post, R"({"links":{"deep":1},"_daybook":2})", data, "Body\n---\n");
  const PublishedSource source = read_published_source(text);
  CHECK(source.data.links == data.links);
  CHECK(source.data.images == data.images);
  CHECK(source.data.diagrams == data.diagrams);
  CHECK(source.data.series == data.series);
  CHECK(source.data.related == data.related);
  CHECK(source.body == "\nBody\n---\n");
}

TEST_CASE("what is no data of ours is passed over") {
  for (const char* data :
       {R"({"_daybook": 1})", R"({"_daybook": {"links": 1, "images": {"a": {"b": [1]}}}})",
        R"({"_daybook": {"images": {"a": [-5, 1e99, {}, [], 7]}, "series": [[1, 2], "x", {}]}})",
        R"({"x": {"_daybook": {"links": {"a": "b"}}}})", R"({"_daybook": {"related": [[]]}})",
        R"({"_daybook": {"links": {"a": "b"})"}) {
    const std::string text = "---\n" + std::string(data) + "\n---\nBody";
    const PublishedSource source = read_published_source(text);
    CHECK(source.body == "Body");
    CHECK(source.data.links.empty());
    CHECK(source.data.related.empty());
  }
}

TEST_CASE("front matter of every kind is skipped, what is none is body") {
  struct Row {
    const char* text;
    const char* body;
  };
  for (const Row& row :
       {Row{"---\ntitle: x\n---\nBody", "Body"}, Row{"+++\r\nt = 1\r\n+++\r\nBody", "Body"},
        Row{"{\"t\": \"}\"}\nBody", "\nBody"}, Row{"\xEF\xBB\xBF---\na: 1\n...\nBody", "Body"},
        Row{"---\nnever closed", "---\nnever closed"}, Row{"Body\n---\n", "Body\n---\n"},
        Row{"{ no end", "{ no end"}, Row{"", ""}}) {
    CHECK(read_published_source(row.text).body == row.body);
  }
}

}  // namespace daybook
