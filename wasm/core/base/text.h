// Text as UTF-8: reading code points, escaping for HTML and JSON, folding, slugs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// The code point at `position`, which moves past it. An invalid byte counts as one
// kReplacementCharacter, so a loop over any bytes ends. Needs position < text.size().
char32_t next_code_point(std::string_view text, std::size_t& position);

void append_code_point(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

// `text` with every invalid sequence replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

// Appends `text` with & < > " escaped: fit for element content and quoted attributes.
void append_html(std::string& out, std::string_view text);
std::string escape_html(std::string_view text);

// Appends `text` as the inside of a JSON string: quotes, backslashes and controls escaped,
// and `<` as \u003c so that it can stand inside a script element.
void append_json(std::string& out, std::string_view text);

// Lower case for ASCII only.
std::string to_ascii_lower(std::string_view text);

// Lower case for the scripts that have cases (Latin, Greek, Cyrillic, Armenian, full-width).
std::string to_lower(std::string_view text);

// For comparing in search: forms of a character are that character (full-width, mathematical), case
// and diacritics go (é → e, ß → ss, ё → е, أ → ا), marks that readers leave out too.
std::string fold(std::string_view text);

// What fold makes of one lower-case code point; nothing for a mark.
void append_folded(std::string& out, char32_t lower);

// What GitHub makes of a heading: lower case, spaces to hyphens, only word characters, `-`
// and `_` kept. May be empty.
std::string heading_slug(std::string_view text);

// A path segment for a title, tag or file name: lower case, words joined by single hyphens;
// `.` and `_` stay inside a word (1.88.0, pg_dump), `+` stays and `#` is spelled out (C++ → c++,
// C# → c-sharp), apostrophes vanish. May be empty.
std::string path_slug(std::string_view text);

std::string_view trim(std::string_view text);

// The parts of `text` between separators; one part, `text`, where there is none.
std::vector<std::string_view> split(std::string_view text, char separator);

// Runs of white space become one space, ends are trimmed.
std::string collapse_space(std::string_view text);

// At most `limit` bytes, cut between code points.
std::string_view cut(std::string_view text, std::size_t limit);

// At most `limit` bytes, cut between words where possible and closed with an ellipsis.
std::string shorten(std::string_view text, std::size_t limit);

}  // namespace daybook
