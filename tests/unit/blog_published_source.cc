#include "core/blog/published_source.h"

#include <catch2/catch_test_macros.hpp>

namespace daybook {

TEST_CASE("a published source reads back its links and its body") {
  Post post;
  post.title = "A \"title\"";
  post.tags = {"a", "b"};
  post.date = Timestamp{0, 0};
  const LinkMap links = {{"./other.md", "posts/other/"}, {"<img>.png", "posts/x/i.png"}};
  const std::string text =
      write_published_source(post, R"({"links":{"deep":1},"_daybook":2})", links, "Body\n---\n");
  const PublishedSource source = read_published_source(text);
  CHECK(source.links == links);
  CHECK(source.body == "\nBody\n---\n");
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
