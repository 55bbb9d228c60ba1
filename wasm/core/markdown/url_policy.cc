#include "core/markdown/url_policy.h"

#include <algorithm>
#include <array>
#include <string>

namespace daybook {
namespace {

constexpr auto kSchemes = std::to_array<std::string_view>({"http", "https", "mailto", "tel"});

constexpr auto kImageTypes = std::to_array<std::string_view>(
    {"image/png", "image/gif", "image/jpeg", "image/webp", "image/avif"});

// Longer than every scheme and type above.
constexpr std::size_t kMaxWordBytes = 16;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool may_be_in_scheme(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

bool may_be_in_type(char c) { return may_be_in_scheme(c) || c == '/'; }

// Reads a URL as browsers do: in lower case, and past controls and spaces.
class UrlReader {
 public:
  explicit UrlReader(std::string_view url) : rest_(url) {}

  // The next character; 0 at the end.
  char peek() {
    while (!rest_.empty() && is_dropped(rest_.front())) rest_.remove_prefix(1);
    if (rest_.empty()) return '\0';
    const char c = rest_.front();
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }

  void skip() { rest_.remove_prefix(1); }

  // Moves past the characters that belong to a word, of which at most kMaxWordBytes are kept.
  std::string word(bool (*belongs)(char)) {
    std::string out;
    for (char c = peek(); belongs(c); c = peek()) {
      if (out.size() < kMaxWordBytes) out += c;
      skip();
    }
    return out;
  }

 private:
  static bool is_dropped(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7F;
  }

  std::string_view rest_;
};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool may_publish(std::string_view destination, LinkKind kind) {
  UrlReader url(destination);
  const std::string scheme = url.word(may_be_in_scheme);
  const bool is_relative = scheme.empty() || !is_letter(scheme.front()) || url.peek() != ':';
  if (is_relative || holds(kSchemes, scheme)) return true;
  if (kind != LinkKind::kImage || scheme != "data") return false;
  url.skip();
  const bool is_raster = holds(kImageTypes, url.word(may_be_in_type));
  return is_raster && (url.peek() == ';' || url.peek() == ',');
}

}  // namespace daybook
