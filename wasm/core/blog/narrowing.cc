#include "core/blog/narrowing.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/base/url.h"

namespace daybook {
namespace {

constexpr auto kNames = std::to_array<std::string_view>(
    {"q", "tag", "author", "series", "year", "sort", "show", "more"});

}  // namespace

std::string_view Narrowing::operator[](std::string_view name) const {
  for (const auto& [key, value] : parameters) {
    if (key == name) return value;
  }
  return {};
}

bool Narrowing::has(std::string_view name, std::string_view value) const {
  return std::any_of(parameters.begin(), parameters.end(), [&](const auto& parameter) {
    return parameter.first == name && parameter.second == value;
  });
}

Narrowing Narrowing::with(std::string_view name, std::string_view value) const {
  Narrowing other = without("show");
  other.parameters.emplace_back(name, value);
  return other;
}

Narrowing Narrowing::without(std::string_view name) const { return without(name, {}); }

Narrowing Narrowing::without(std::string_view name, std::string_view value) const {
  Narrowing other;
  for (const auto& parameter : parameters) {
    const bool is_meant = parameter.first == name && (value.empty() || parameter.second == value);
    if (!is_meant && parameter.first != "show") other.parameters.push_back(parameter);
  }
  return other;
}

std::string Narrowing::suffix() const {
  std::string out;
  for (const auto& [name, value] : parameters) {
    out += out.empty() ? '?' : '&';
    out.append(name).append("=").append(encode_query(value));
  }
  return out;
}

Narrowing parse_narrowing(std::string_view query) {
  Narrowing narrowing;
  for (const std::string_view pair : split(query, '&')) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view name = pair.substr(0, equals);
    if (equals == pair.size() || narrowing.parameters.size() == kMaxParameters) continue;
    const std::string decoded = decode_query(pair.substr(equals + 1));
    std::string value = to_valid_utf8(cut(decoded, kMaxValueBytes));
    const bool is_known = std::find(kNames.begin(), kNames.end(), name) != kNames.end();
    if (is_known && !trim(value).empty() && !narrowing.has(name, value)) {
      narrowing.parameters.emplace_back(name, std::move(value));
    }
  }
  return narrowing;
}

}  // namespace daybook
