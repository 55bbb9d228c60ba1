#include "core/base/url.h"

#include <catch2/catch_test_macros.hpp>

namespace daybook {

TEST_CASE("relative URLs lead from page to page") {
  struct Row {
    const char* from;
    const char* to;
    const char* url;
  };
  for (const Row& row :
       {Row{"", "", "./"}, Row{"", "about/", "about/"}, Row{"posts/x/", "", "../../"},
        Row{"posts/x/", "posts/y/", "../y/"}, Row{"posts/x/", "posts/x/", "./"},
        Row{"tags/a/", "a/1.css", "../../a/1.css"}, Row{"404.html", "", "./"},
        Row{"posts/x/", "posts/x/#top", "./#top"}, Row{"", "tags/c++/", "tags/c++/"},
        Row{"", "tags/über uns/", "tags/%C3%BCber%20uns/"}, Row{"", "a:b/", "./a:b/"}}) {
    CHECK(relative_url(row.from, row.to) == row.url);
  }
}

TEST_CASE("references resolve against a file and never leave the root") {
  struct Row {
    const char* base;
    const char* reference;
    const char* path;
  };
  for (const Row& row :
       {Row{"posts/a.md", "b.md", "posts/b.md"}, Row{"posts/a.md", "./b.md", "posts/b.md"},
        Row{"posts/a.md", "../pages/c.md#x", "pages/c.md#x"}, Row{"posts/a.md", "/x/y", "x/y"},
        Row{"a.md", "../../../etc/passwd", "etc/passwd"}, Row{"posts/x/index.md", ".", "posts/x/"},
        Row{"posts/x/", "?q=1", "posts/x/?q=1"}}) {
    CHECK(resolve_path(row.base, row.reference) == row.path);
  }
}

TEST_CASE("percent escapes are decoded, broken ones kept") {
  CHECK(decode_percent("a%20b%C3%A9") == "a bé");
  CHECK(decode_percent("100%") == "100%");
  CHECK(decode_percent("%zz%4") == "%zz%4");
  CHECK(decode_query("a+b%2B") == "a b+");
  CHECK(decode_query(encode_query("ü & + =")) == "ü & + =");
}

TEST_CASE("absolute URLs begin with a scheme or two slashes") {
  for (const char* url : {"https://x.example", "mailto:a@b.example", "//x.example", "data:,"}) {
    CHECK(is_absolute_url(url));
  }
  for (const char* url : {"", "a/b:c", "/x", "./a:b", "#a:b", ":x", "1a:b"}) {
    CHECK_FALSE(is_absolute_url(url));
  }
}

}  // namespace daybook
