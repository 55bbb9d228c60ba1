#include "core/base/text.h"

#include <algorithm>
#include <array>

#include "core/base/unicode.h"

namespace daybook {
namespace {

bool is_ascii_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

// How many bytes the sequence led by `lead` has; 0 for a byte that cannot lead one.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// The smallest code point that needs a sequence of this length: shorter ones are overlong.
constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};

struct Decoded {
  char32_t code_point = kReplacementCharacter;
  std::size_t length = 1;
  bool is_valid = false;
};

Decoded decode_at(std::string_view text, std::size_t position) {
  const auto lead = static_cast<unsigned char>(text[position]);
  const std::size_t length = sequence_length(lead);
  if (length == 1) return {lead, 1, true};
  if (length == 0 || position + length > text.size()) return {};
  char32_t code_point = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[position + i]);
    if ((byte & 0xC0U) != 0x80U) return {};
    code_point = code_point << 6 | (byte & 0x3FU);
  }
  const bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < kSmallest[length] || code_point > 0x10FFFF || is_surrogate) return {};
  return {code_point, length, true};
}

template <class Map>
std::string map_code_points(std::string_view text, Map map) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) map(out, next_code_point(text, i));
  return out;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& position) {
  const Decoded decoded = decode_at(text, position);
  position += decoded.length;
  return decoded.code_point;
}

void append_code_point(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t bits) { out += static_cast<char>(bits); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_at(text, i);
    if (!decoded.is_valid) return false;
    i += decoded.length;
  }
  return true;
}

std::string to_valid_utf8(std::string_view text) {
  return map_code_points(text, append_code_point);
}

void append_html(std::string& out, std::string_view text) {
  const auto is_special = [](char c) { return c == '&' || c == '<' || c == '>' || c == '"'; };
  while (!text.empty()) {
    const auto special = std::find_if(text.begin(), text.end(), is_special);
    out.append(text.begin(), special);
    if (special == text.end()) return;
    switch (*special) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      default: out += "&quot;";
    }
    text.remove_prefix(static_cast<std::size_t>(special - text.begin()) + 1);
  }
}

std::string escape_html(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

void append_json(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || c == '<') {
      out += "\\u00";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    } else {
      out += c;
    }
  }
}

std::string to_ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string to_lower(std::string_view text) {
  return map_code_points(text, [](std::string& out, char32_t code_point) {
    append_code_point(out, lower_case(code_point));
  });
}

void append_folded(std::string& out, char32_t lower) {
  if (lower < 0x80) {
    out += static_cast<char>(lower);
    return;
  }
  const std::string_view letters = base_letters(lower);
  if (!letters.empty()) {
    out += letters;
  } else if (const char32_t letter = folded_letter(lower); letter != 0) {
    append_code_point(out, letter);
  }
}

std::string fold(std::string_view text) {
  return map_code_points(text, [](std::string& out, char32_t code_point) {
    append_folded(out, lower_case(compatible_character(code_point)));
  });
}

std::string heading_slug(std::string_view text) {
  return map_code_points(text, [](std::string& out, char32_t code_point) {
    if (code_point == ' ') {
      out += '-';
    } else if (code_point == '-' || code_point == '_' || is_word_character(code_point)) {
      append_code_point(out, lower_case(code_point));
    }
  });
}

std::string path_slug(std::string_view text) {
  std::string out;
  // What stands between the last word character and the next: nothing, a hyphen, or one `.` or
  // `_` that stays only if a word goes on right behind it.
  char32_t separator = 0;
  const auto put = [&](char32_t code_point) {
    if (separator != 0 && !out.empty()) append_code_point(out, separator);
    separator = 0;
    append_code_point(out, code_point);
  };
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code_point = next_code_point(text, i);
    if (is_word_character(code_point) || code_point == '+') {
      put(lower_case(code_point));
    } else if (code_point == '#') {
      separator = '-';
      for (const char c : std::string_view("sharp")) put(static_cast<char32_t>(c));
      separator = '-';
    } else if ((code_point == '.' || code_point == '_') && separator == 0) {
      separator = code_point;
    } else if (code_point != '\'' && code_point != 0x2019) {
      separator = '-';
    }
  }
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::string collapse_space(std::string_view text) {
  std::string out;
  for (const char c : trim(text)) {
    if (!is_ascii_space(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

std::string_view cut(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
  return text.substr(0, limit);
}

std::string shorten(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  constexpr std::string_view kEllipsis = "…";
  std::size_t end = cut(text, limit > kEllipsis.size() ? limit - kEllipsis.size() : 0).size();
  const std::size_t space = text.substr(0, end).rfind(' ');
  // Scripts without spaces, and very long words, are cut where they stand.
  if (space != std::string_view::npos && space > end / 2) end = space;
  return std::string(trim(text.substr(0, end))) + std::string(kEllipsis);
}

}  // namespace daybook
