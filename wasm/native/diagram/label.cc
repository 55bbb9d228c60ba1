#include "native/diagram/label.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "core/base/text.h"
#include "native/diagram/text_width.h"

namespace daybook {
namespace {

struct Entity {
  std::string_view name;
  char32_t code_point;
};

// HTML's names that turn up in diagrams.
constexpr Entity kEntities[] = {
    {"amp", '&'},      {"apos", '\''},     {"bull", 0x2022},   {"cent", 0xA2},    {"check", 0x2713},
    {"colon", ':'},    {"comma", ','},     {"copy", 0xA9},     {"cross", 0x2717}, {"deg", 0xB0},
    {"divide", 0xF7},  {"equals", '='},    {"euro", 0x20AC},   {"excl", '!'},     {"ge", 0x2265},
    {"gt", '>'},       {"hearts", 0x2665}, {"hellip", 0x2026}, {"infin", 0x221E}, {"lambda", 0x3BB},
    {"laquo", 0xAB},   {"larr", 0x2190},   {"lbrace", '{'},    {"lbrack", '['},   {"ldquo", 0x201C},
    {"le", 0x2264},    {"lpar", '('},      {"lsquo", 0x2018},  {"lt", '<'},       {"mdash", 0x2014},
    {"micro", 0xB5},   {"middot", 0xB7},   {"minus", 0x2212},  {"mu", 0x3BC},     {"nbsp", 0xA0},
    {"ndash", 0x2013}, {"ne", 0x2260},     {"num", '#'},       {"para", 0xB6},    {"percnt", '%'},
    {"period", '.'},   {"pi", 0x3C0},      {"plus", '+'},      {"plusmn", 0xB1},  {"pound", 0xA3},
    {"quest", '?'},    {"quot", '"'},      {"raquo", 0xBB},    {"rarr", 0x2192},  {"rbrace", '}'},
    {"rbrack", ']'},   {"rdquo", 0x201D},  {"reg", 0xAE},      {"rpar", ')'},     {"rsquo", 0x2019},
    {"sect", 0xA7},    {"semi", ';'},      {"sum", 0x2211},    {"times", 0xD7},   {"trade", 0x2122},
    {"uarr", 0x2191},  {"verbar", '|'},
};

// Tags that only change how text looks.
constexpr std::string_view kTags[] = {"b",    "big",    "center", "code", "div", "em",
                                      "font", "i",      "p",      "pre",  "s",   "small",
                                      "span", "strong", "sub",    "sup",  "u"};

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// The character that a name or number between `#` or `&` and `;` stands for.
std::optional<char32_t> entity(std::string_view name) {
  for (const auto& [known, code_point] : kEntities) {
    if (known == name) return code_point;
  }
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  const std::string_view digits = name.substr(hexadecimal ? 1 : 0);
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  char32_t value = 0;
  for (const char c : to_ascii_lower(digits)) {
    const bool is_letter = hexadecimal && c >= 'a' && c <= 'f';
    if (!is_letter && (c < '0' || c > '9')) return std::nullopt;
    const int digit = is_letter ? c - 'a' + 10 : c - '0';
    value = value * (hexadecimal ? 16U : 10U) + static_cast<char32_t>(digit);
  }
  const bool is_character =
      value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return is_character ? std::optional(value) : std::nullopt;
}

// Reads an entity at `text[i]`, a `#` or `&`, into `out`; its length, 0 where none stands there.
std::size_t read_entity(std::string_view text, std::size_t i, std::string& out) {
  std::size_t start = i + 1;
  if (text[i] == '&' && text.substr(start).starts_with('#')) ++start;
  std::size_t end = start;
  while (end < text.size() && is_name_character(text[end])) ++end;
  if (end == text.size() || text[end] != ';') return 0;
  const auto code_point = entity(text.substr(start, end - start));
  if (!code_point) return 0;
  append_code_point(out, *code_point);
  return end + 1 - i;
}

// Reads a tag at `text[i]`, a `<`: a line break becomes a line end. Its length, or 0.
std::size_t read_tag(std::string_view text, std::size_t i, std::string& out) {
  const std::size_t end = text.find('>', i);
  if (end == text.npos) return 0;
  std::string_view inside = trim(text.substr(i + 1, end - i - 1));
  if (inside.starts_with('/')) inside.remove_prefix(1);
  std::size_t length = 0;
  while (length < inside.size() && is_name_character(inside[length])) ++length;
  const std::string name = to_ascii_lower(inside.substr(0, length));
  if (name == "br") {
    out += '\n';
  } else if (std::ranges::find(kTags, name) == std::end(kTags)) {
    return 0;
  }
  return end + 1 - i;
}

// The marks of Markdown for strong and emphasis at the ends of words.
std::string without_emphasis(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of(text[i], i), text.size());
    const bool inside_word = i > 0 && end < text.size() && is_name_character(text[i - 1]) &&
                             is_name_character(text[end]);
    const bool is_mark = text[i] == '*' || (text[i] == '_' && !inside_word);
    if (!is_mark || end - i > 3) out += text.substr(i, end - i);
    i = end;
  }
  return out;
}

// Icons that Mermaid draws with a font: `fa:fa-car`.
std::string_view without_icon(std::string_view line) {
  while (line.starts_with("fa:") || line.starts_with("fab:") || line.starts_with("fas:")) {
    line = trim(line.substr(std::min(line.find(' '), line.size())));
  }
  return line;
}

// White space collapsed and the ends trimmed, line by line; controls dropped.
std::string tidy_lines(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    std::string printable;
    for (const char c : line) {
      if (c == '\t') printable += ' ';
      if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) printable += c;
    }
    const std::string collapsed = collapse_space(printable);
    const std::string_view kept = without_icon(collapsed);
    if (kept.empty() && out.empty()) continue;
    out += kept;
    out += '\n';
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

// The longest beginning of `word` that fits, one character at the least; up to a sign such as the
// slash of an address where the line is then half full.
std::size_t fitting_length(std::string_view word, int max_width, int font_size) {
  std::size_t length = 0;
  next_code_point(word, length);
  for (std::size_t next = length; next < word.size();) {
    next_code_point(word, next);
    if (text_width(word.substr(0, next), font_size) > max_width) break;
    length = next;
  }
  const std::size_t sign = word.substr(0, length).find_last_of("/\\._-:?&=,");
  return sign != word.npos && sign >= length / 2 ? sign + 1 : length;
}

class LineBreaker {
 public:
  LineBreaker(int max_width, int font_size) : max_width_(max_width), font_size_(font_size) {}

  void add_word(std::string_view word) {
    const std::string joined = line_.empty() ? std::string(word) : line_ + ' ' + std::string(word);
    if (text_width(joined, font_size_) <= max_width_) {
      line_ = joined;
      return;
    }
    if (!line_.empty()) end_line();
    while (text_width(word, font_size_) > max_width_) {
      const std::size_t length = fitting_length(word, max_width_, font_size_);
      line_ = word.substr(0, length);
      end_line();
      word.remove_prefix(length);
    }
    line_ = word;
  }

  void end_line() {
    lines_.push_back(line_);
    line_.clear();
  }

  std::vector<std::string> take() { return std::move(lines_); }

 private:
  int max_width_;
  int font_size_;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string plain_label(std::string_view raw) {
  std::string_view text = trim(raw);
  const bool is_markdown = text.size() > 1 && text.starts_with('`') && text.ends_with('`');
  std::string markdown;
  if (is_markdown) text = markdown = without_emphasis(text.substr(1, text.size() - 2));
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 0;
    if (text[i] == '#' || text[i] == '&') length = read_entity(text, i, out);
    if (text[i] == '<') length = read_tag(text, i, out);
    if (text.substr(i).starts_with("\\n")) {
      out += '\n';
      length = 2;
    }
    if (length == 0) out += text[i];
    i += std::max<std::size_t>(length, 1);
  }
  return tidy_lines(out);
}

int line_height(int font_size) { return font_size == kFontSize ? 20 : font_size + 4; }

TextBlock wrap_text(std::string_view text, int max_width, int font_size) {
  TextBlock block;
  block.font_size = font_size;
  if (text.empty()) return block;
  LineBreaker breaker(max_width, font_size);
  for (const std::string_view line : split(text, '\n')) {
    for (const std::string_view word : split(line, ' ')) {
      if (!word.empty()) breaker.add_word(word);
    }
    breaker.end_line();
  }
  block.lines = breaker.take();
  for (const std::string& line : block.lines) {
    block.width = std::max(block.width, text_width(line, font_size));
  }
  block.height = static_cast<int>(block.lines.size()) * line_height(font_size);
  return block;
}

std::string spoken(std::string_view label) {
  std::string out(label);
  std::ranges::replace(out, '\n', ' ');
  return collapse_space(out);
}

bool runs_right_to_left(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if ((c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
        (c >= 0xFE70 && c <= 0xFEFC)) {
      return true;
    }
    const bool is_latin = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (is_latin || (c >= 0xC0 && c < 0x0590) || c > 0x08FF) return false;
  }
  return false;
}

}  // namespace daybook
