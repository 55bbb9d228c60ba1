// The case folding and the character references of wasm/core/cmark are cmark's own: those are
// compiled here, too.
#include <buffer.h>
#include <cmark_ctype.h>
#include <houdini.h>
#include <utf8.h>
#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>
#include <string_view>

// A call could mean both by its arguments.
#define cmark_utf8proc_case_fold original_case_fold
#define cmark_utf8proc_check original_check
#define cmark_utf8proc_encode_char original_encode_char
#define houdini_unescape_ent original_unescape_ent
#define houdini_unescape_html original_unescape_html
#define houdini_unescape_html_f original_unescape_html_f
namespace original {
#include <utf8.c>

#include <houdini_html_u.c>
}  // namespace original
#undef cmark_utf8proc_case_fold
#undef cmark_utf8proc_check
#undef cmark_utf8proc_encode_char
#undef houdini_unescape_ent
#undef houdini_unescape_html
#undef houdini_unescape_html_f

using namespace std::literals;

namespace {

using Bytes = const unsigned char*;

Bytes bytes(const char* text) { return reinterpret_cast<Bytes>(text); }

// Owns a cmark_strbuf.
class Buffer {
 public:
  ~Buffer() { cmark_strbuf_free(&buffer_); }
  cmark_strbuf* get() { return &buffer_; }
  std::string_view text() const {
    return {reinterpret_cast<const char*>(buffer_.ptr), static_cast<std::size_t>(buffer_.size)};
  }

 private:
  cmark_strbuf buffer_ = CMARK_BUF_INIT(cmark_get_default_mem_allocator());
};

// What one of these writes.
using Fold = void (*)(cmark_strbuf*, const std::uint8_t*, bufsize_t);

std::string folded(Fold fold, std::string_view text) {
  Buffer out;
  fold(out.get(), bytes(text.data()), static_cast<bufsize_t>(text.size()));
  return std::string(out.text());
}

// What one of these writes, and what it returns: how long the reference is.
using Unescape = bufsize_t (*)(cmark_strbuf*, const std::uint8_t*, bufsize_t);

std::string unescaped(Unescape unescape, std::string_view text) {
  Buffer out;
  const auto size = unescape(out.get(), bytes(text.data()), static_cast<bufsize_t>(text.size()));
  return std::string(out.text()) + " " + std::to_string(size);
}

void compare_references(std::string_view text) {
  const std::string ours = unescaped(houdini_unescape_ent, text);
  if (ours != unescaped(original::original_unescape_ent, text)) FAIL_CHECK("&" << text);
}

}  // namespace

TEST_CASE("every letter is folded as cmark folds it") {
  for (std::int32_t letter = 1; letter < 0x110000; ++letter) {
    Buffer text;
    cmark_utf8proc_encode_char(letter, text.get());
    const std::string ours = folded(cmark_utf8proc_case_fold, text.text());
    if (ours != folded(original::original_case_fold, text.text())) FAIL_CHECK(letter);
  }
  for (const std::string_view text :
       {"\xFF"sv, "a\xC3"sv, "\xE2\x82"sv, "\xED\xA0\x80Z"sv, "Straße \xF5"sv}) {
    CHECK(folded(cmark_utf8proc_case_fold, text) == folded(original::original_case_fold, text));
  }
}

TEST_CASE("every name stands for what cmark says") {
  for (const auto& entity : original::cmark_entities) {
    const std::string name = reinterpret_cast<const char*>(entity.entity);
    for (const std::string& text :
         {name + ";", name + "; ", name, name + " ;", name + "x;", name.substr(1) + ";",
          name.substr(0, name.size() - 1) + ";", "x" + name + ";", name + ";;"}) {
      compare_references(text);
    }
    CHECK(unescaped(houdini_unescape_ent, name + ";") !=
          unescaped(houdini_unescape_ent, "nosuchname;"));
  }
}

TEST_CASE("every number stands for what cmark says, to the digits of CommonMark 0.31.2") {
  constexpr std::string_view kDigits = "0123456789abcdefABCDEFg";
  std::mt19937 random(20261123);
  for (const std::string_view start : {"#"sv, "#x"sv, "#X"sv}) {
    const bool is_hex = start.size() > 1;
    for (int i = 0; i < 20'000; ++i) {
      std::string text(start);
      const std::size_t digits = random() % 10;
      for (std::size_t k = 0; k < digits; ++k) text += kDigits[random() % (is_hex ? 23 : 11)];
      if (random() % 8 != 0) text += ';';
      if (digits <= (is_hex ? 6 : 7)) {
        compare_references(text);
      } else {
        CHECK(unescaped(houdini_unescape_ent, text) == " 0");
      }
    }
  }
}

TEST_CASE("text with references is unescaped as cmark does it") {
  std::mt19937 random(20261123);
  const auto pieces = std::to_array<std::string_view>(
      {"&", "amp;", "&amp;", "&#38;", "&#x26;", ";", "a", "é", "&nbsp", "&copy;", " "});
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::size_t count = random() % 8; count > 0; --count) {
      text += pieces[random() % pieces.size()];
    }
    const std::string ours = unescaped(houdini_unescape_html, text);
    if (ours != unescaped(original::original_unescape_html, text)) FAIL_CHECK(text);
    const std::string whole = folded(houdini_unescape_html_f, text);
    if (whole != folded(original::original_unescape_html_f, text)) FAIL_CHECK(text);
  }
}
