#include "core/base/url.h"

#include <algorithm>
#include <vector>

#include "core/base/text.h"

namespace daybook {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

void append_percent(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The folders a site path stands in: everything up to its last slash.
std::vector<std::string_view> folders_of(std::string_view path) {
  auto parts = split(path, '/');
  parts.pop_back();
  return parts;
}

}  // namespace

std::string encode_path(std::string_view path) {
  constexpr std::string_view kAllowed = "/!$&'()*+,;=:@";
  std::string out;
  for (const char c : path) {
    if (is_unreserved(c) || kAllowed.find(c) != std::string_view::npos) {
      out += c;
    } else {
      append_percent(out, c);
    }
  }
  return out;
}

std::string decode_percent(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
        hex_value(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string encode_query(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ') {
      out += '+';
    } else if (is_unreserved(c)) {
      out += c;
    } else {
      append_percent(out, c);
    }
  }
  return out;
}

std::string decode_query(std::string_view text) {
  std::string spaced(text);
  for (char& c : spaced) {
    if (c == '+') c = ' ';
  }
  return decode_percent(spaced);
}

std::string relative_url(std::string_view from, std::string_view to) {
  const auto suffix_at = std::min(to.find_first_of("?#"), to.size());
  const std::string_view suffix = to.substr(suffix_at);
  const std::string_view target = to.substr(0, suffix_at);
  const auto base = folders_of(from);
  const auto goal = folders_of(target);

  std::size_t common = 0;
  while (common < base.size() && common < goal.size() && base[common] == goal[common]) ++common;

  std::string out;
  for (std::size_t i = common; i < base.size(); ++i) out += "../";
  for (std::size_t i = common; i < goal.size(); ++i) {
    out += encode_path(goal[i]);
    out += '/';
  }
  const auto slash = target.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? target : target.substr(slash + 1);
  out += encode_path(file);
  // A first segment with a colon would read as a scheme (RFC 3986, 4.2).
  const bool reads_as_scheme = out.substr(0, out.find('/')).find(':') != std::string::npos;
  if (out.empty() || reads_as_scheme) out.insert(0, "./");
  out += suffix;
  return out;
}

std::string resolve_path(std::string_view base, std::string_view reference) {
  const auto suffix_at = std::min(reference.find_first_of("?#"), reference.size());
  const std::string_view suffix = reference.substr(suffix_at);
  const std::string_view path = reference.substr(0, suffix_at);
  if (path.empty()) return std::string(base) + std::string(suffix);

  std::vector<std::string_view> parts;
  if (!path.starts_with('/')) parts = folders_of(base);
  const auto segments = split(path, '/');
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const std::string_view segment = segments[i];
    const bool is_last = i + 1 == segments.size();
    if (segment == "..") {
      if (!parts.empty()) parts.pop_back();
      if (is_last) parts.push_back("");
    } else if (segment == ".") {
      if (is_last) parts.push_back("");
    } else if (!segment.empty() || is_last) {
      parts.push_back(segment);
    }
  }

  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += '/';
    out += parts[i];
  }
  out += suffix;
  return out;
}

bool is_absolute_url(std::string_view url) {
  if (url.starts_with("//")) return true;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == ':') return i > 0;
    if (!is_letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
      return false;
    }
  }
  return false;
}

}  // namespace daybook
