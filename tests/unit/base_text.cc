#include "core/base/text.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/unicode.h"

namespace daybook {

TEST_CASE("code points are read and written as UTF-8") {
  for (const char32_t code_point : {U'a', U'é', U'€', U'𝄞'}) {
    std::string text;
    append_code_point(text, code_point);
    std::size_t position = 0;
    CHECK(next_code_point(text, position) == code_point);
    CHECK(position == text.size());
  }
}

TEST_CASE("invalid UTF-8 is found and replaced byte by byte") {
  for (const char* invalid : {"\x80", "\xC0\xAF", "\xE2\x82", "\xED\xA0\x80", "\xF5\x80\x80\x80",
                              "\xF0\x80\x80\x80", "\xFF"}) {
    CHECK_FALSE(is_valid_utf8(invalid));
    CHECK(is_valid_utf8(to_valid_utf8(invalid)));
  }
  CHECK(to_valid_utf8("a\x80z") == "a\xEF\xBF\xBDz");
  CHECK(to_valid_utf8("schön") == "schön");
}

TEST_CASE("HTML is escaped for content and quoted attributes") {
  CHECK(escape_html("<a href=\"x\">&</a>") == "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
}

TEST_CASE("JSON strings escape quotes, controls and the start of a tag") {
  std::string out;
  append_json(out, "\"\\\n\t\x01</script>");
  CHECK(out == "\\\"\\\\\\n\\t\\u0001\\u003c/script>");
}

TEST_CASE("folding drops case and Latin diacritics") {
  struct Row {
    const char* text;
    const char* folded;
  };
  for (const Row& row : {Row{"Émile", "emile"}, Row{"STRASSE straße", "strasse strasse"},
                         Row{"Tiếng Việt", "tieng viet"}, Row{"ŁÓDŹ", "lodz"},
                         Row{"e\xCC\x81", "e"}, Row{"ЖУК", "жук"}, Row{"ΑΒΓ", "αβγ"}}) {
    CHECK(fold(row.text) == row.folded);
  }
}

TEST_CASE("heading slugs are GitHub's") {
  struct Row {
    const char* text;
    const char* slug;
  };
  for (const Row& row :
       {Row{"Hello, World!", "hello-world"}, Row{"a  b", "a--b"}, Row{"C++ & Rust", "c--rust"},
        Row{"snake_case", "snake_case"}, Row{"Über uns", "über-uns"},
        Row{"日本語 です", "日本語-です"}, Row{"🎉 party", "-party"}, Row{"“quoted”", "quoted"}}) {
    CHECK(heading_slug(row.text) == row.slug);
  }
}

TEST_CASE("path slugs are clean segments") {
  struct Row {
    const char* text;
    const char* slug;
  };
  for (const Row& row :
       {Row{"Hello, World!", "hello-world"}, Row{"C++", "c++"}, Row{"C#", "c-sharp"},
        Row{"Let's go", "lets-go"}, Row{"Rust 1.88.0", "rust-1.88.0"}, Row{"pg_dump", "pg_dump"},
        Row{"  -- x -- ", "x"}, Row{"../../etc", "etc"}, Row{"!!!", ""}, Row{"a/b", "a-b"}}) {
    CHECK(path_slug(row.text) == row.slug);
  }
}

TEST_CASE("texts are shortened between words and never inside a character") {
  CHECK(shorten("short", 10) == "short");
  CHECK(shorten("one two three four", 12) == "one two…");
  CHECK(is_valid_utf8(shorten("ééééééééééééé", 10)));
}

TEST_CASE("splitting keeps empty parts") {
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
}

}  // namespace daybook
