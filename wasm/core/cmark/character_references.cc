// cmark's character references: `&auml;`, `&#228;`, `&#xE4;`. cmark has the 2,125 names with a
// pointer and eight bytes each, 42 KB of data. Here they are one string, 15 KB that compress well,
// made of cmark's rows when this file is compiled; an index by name is made when it is first used.
#include <cmark_ctype.h>
#include <houdini.h>
#include <utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

constexpr std::int32_t kReplacement = 0xFFFD;
constexpr std::int32_t kEndOfUnicode = 0x110000;
constexpr bufsize_t kMaxDecimalDigits = 7;
constexpr bufsize_t kMaxHexDigits = 6;
constexpr bufsize_t kMaxNameBytes = 31;

// A name, and what it stands for: one code point or two, in UTF-8.
struct Row {
  const char* name;
  std::array<unsigned char, 8> text;
};

// In the order of what they stand for.
constexpr auto kRows = std::to_array<Row>({
#include "character_references.inc"
});

// The code points that stand second.
constexpr auto kSeconds =
    std::to_array<std::int32_t>({0, 'j', 0x0331, 0x0333, 0x0338, 0x200A, 0x20D2, 0x20E5, 0xFE00});

// Takes the first code point off `text`.
constexpr std::int32_t take_code_point(const unsigned char*& text) {
  std::int32_t lead = *text++;
  if (lead < 0x80) return lead;
  int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  std::int32_t code_point = lead & (0x3F >> more);
  for (; more > 0; --more) code_point = code_point << 6 | (*text++ & 0x3F);
  return code_point;
}

// How many bytes the packed rows are; they are written to `out` if there is such a place. A row is
//   the distance of its first code point from the one before: 7 bits a byte, which is 0x80 and up
//   the second code point's place in kSeconds, if there is a second: a byte below 0x20
//   the name
constexpr std::size_t pack(unsigned char* out) {
  std::size_t size = 0;
  const auto put = [&](std::int32_t byte) {
    if (out != nullptr) out[size] = static_cast<unsigned char>(byte);
    ++size;
  };
  std::int32_t before = 0;
  for (const Row& row : kRows) {
    const unsigned char* text = row.text.data();
    const std::int32_t code_point = take_code_point(text);
    const std::int32_t distance = code_point - before;
    before = code_point;
    for (int bits = 14; bits > 0; bits -= 7) {
      if (distance >> bits != 0) put(0x80 | (distance >> bits & 0x7F));
    }
    put(0x80 | (distance & 0x7F));
    if (*text != 0) {
      const auto second = std::find(kSeconds.begin(), kSeconds.end(), take_code_point(text));
      put(static_cast<std::int32_t>(second - kSeconds.begin()));
    }
    for (const char* name = row.name; *name != '\0'; ++name) put(*name);
  }
  return size;
}

constexpr auto kPacked = [] {
  std::array<unsigned char, pack(nullptr)> bytes = {};
  pack(bytes.data());
  return bytes;
}();

// What the packed rows stand for, by name.
class Names {
 public:
  struct Entry {
    std::uint16_t name = 0;  // Where it begins in kPacked.
    std::uint16_t next = 0;  // The entry before with the same hash, counted from 1.
    std::int32_t first = 0;
    std::int32_t second = 0;
  };

  Names() {
    std::int32_t code_point = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      std::int32_t distance = 0;
      while (kPacked[at] >= 0x80) distance = distance << 7 | (kPacked[at++] & 0x7F);
      code_point += distance;
      Entry& entry = entries_[i];
      entry.first = code_point;
      if (kPacked[at] < 0x20) entry.second = kSeconds[kPacked[at++]];
      entry.name = static_cast<std::uint16_t>(at);
      while (at < kPacked.size() && kPacked[at] < 0x80) ++at;
      std::uint16_t& head = heads_[hash(name_of(entry, at - entry.name))];
      entry.next = head;
      head = static_cast<std::uint16_t>(i + 1);
    }
  }

  // Null where nothing has that name.
  const Entry* find(std::string_view name) const {
    for (std::size_t i = heads_[hash(name)]; i != 0; i = entries_[i - 1].next) {
      const Entry& entry = entries_[i - 1];
      const std::size_t end = entry.name + name.size();
      if (end > kPacked.size() || name_of(entry, name.size()) != name) continue;
      if (end == kPacked.size() || kPacked[end] >= 0x80) return &entry;
    }
    return nullptr;
  }

 private:
  static std::string_view name_of(const Entry& entry, std::size_t size) {
    return {reinterpret_cast<const char*>(kPacked.data()) + entry.name, size};
  }

  static std::size_t hash(std::string_view name) {
    std::uint32_t hash = 0;
    for (const char c : name) hash = hash * 33 + static_cast<unsigned char>(c);
    return hash % std::tuple_size_v<decltype(heads_)>;
  }

  std::array<std::uint16_t, 512> heads_ = {};
  std::array<Entry, kRows.size()> entries_ = {};
};

static_assert(kPacked.size() <= 0xFFFF);

const Names& names() {
  static const Names names;
  return names;
}

int digit_value(unsigned char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  const int letter = (c | 0x20) - 'a';
  return base == 16 && letter >= 0 && letter < 6 ? letter + 10 : -1;
}

// Both return how many bytes the reference takes with its semicolon, and 0 where none begins.
bufsize_t numeric_reference(cmark_strbuf* out, const std::uint8_t* text, bufsize_t size) {
  const bool is_hex = size > 1 && (text[1] | 0x20) == 'x';
  const int base = is_hex ? 16 : 10;
  const bufsize_t max_digits = is_hex ? kMaxHexDigits : kMaxDecimalDigits;
  const bufsize_t digits = is_hex ? 2 : 1;
  std::int32_t code_point = 0;
  bufsize_t at = digits;
  for (; at < size && at - digits <= max_digits; ++at) {
    const int value = digit_value(text[at], base);
    if (value < 0) break;
    code_point = code_point * base + value;
  }
  if (at == digits || at - digits > max_digits || at == size || text[at] != ';') return 0;
  const bool is_surrogate = code_point >= 0xD800 && code_point < 0xE000;
  if (code_point == 0 || is_surrogate || code_point >= kEndOfUnicode) code_point = kReplacement;
  cmark_utf8proc_encode_char(code_point, out);
  return at + 1;
}

bufsize_t named_reference(cmark_strbuf* out, const std::uint8_t* text, bufsize_t size) {
  bufsize_t end = 0;
  while (end < size && end <= kMaxNameBytes && cmark_isalnum(static_cast<char>(text[end])) != 0) {
    ++end;
  }
  if (end == size || text[end] != ';') return 0;
  const Names::Entry* entry =
      names().find({reinterpret_cast<const char*>(text), static_cast<std::size_t>(end)});
  if (entry == nullptr) return 0;
  cmark_utf8proc_encode_char(entry->first, out);
  if (entry->second != 0) cmark_utf8proc_encode_char(entry->second, out);
  return end + 1;
}

}  // namespace

bufsize_t houdini_unescape_ent(cmark_strbuf* out, const std::uint8_t* text, bufsize_t size) {
  if (size == 0) return 0;
  return *text == '#' ? numeric_reference(out, text, size) : named_reference(out, text, size);
}

int houdini_unescape_html(cmark_strbuf* out, const std::uint8_t* text, bufsize_t size) {
  if (std::find(text, text + size, '&') == text + size) return size == 0;
  for (bufsize_t at = 0; at < size;) {
    const bool is_reference = text[at] == '&';
    ++at;
    const bufsize_t width = is_reference ? houdini_unescape_ent(out, text + at, size - at) : 0;
    if (width == 0) cmark_strbuf_putc(out, text[at - 1]);
    at += width;
  }
  return 1;
}

void houdini_unescape_html_f(cmark_strbuf* out, const std::uint8_t* text, bufsize_t size) {
  if (houdini_unescape_html(out, text, size) == 0) cmark_strbuf_put(out, text, size);
}
