#include "core/blog/narrowing.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/url.h"

namespace daybook {
namespace {

constexpr std::size_t kMaxDigits = 6;

// 0 for what is no number of up to kMaxDigits digits.
int parse_number(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || text.size() > kMaxDigits) return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

template <class Value>
void add(std::vector<Value>& values, Value value) {
  const bool is_known = std::find(values.begin(), values.end(), value) != values.end();
  if (values.size() < kMaxValues && !is_known) values.push_back(std::move(value));
}

}  // namespace

Narrowing parse_narrowing(std::string_view query) {
  Narrowing narrowing;
  for (const std::string_view pair : split(query, '&')) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (equals == pair.size()) continue;
    const std::string_view name = pair.substr(0, equals);
    std::string value(cut(decode_query(pair.substr(equals + 1)), kMaxValueBytes));
    value = to_valid_utf8(value);
    if (trim(value).empty()) continue;
    if (name == "q") {
      if (narrowing.words.empty()) narrowing.words = std::move(value);
    } else if (name == "tag") {
      add(narrowing.tags, std::move(value));
    } else if (name == "author") {
      add(narrowing.authors, std::move(value));
    } else if (name == "series") {
      add(narrowing.series, std::move(value));
    } else if (name == "year") {
      if (const int year = parse_number(value)) add(narrowing.years, year);
    } else if (name == "sort") {
      narrowing.order = std::move(value);
    } else if (name == "show") {
      narrowing.shown = static_cast<std::size_t>(parse_number(value));
    } else if (name == "more") {
      narrowing.has_all_choices = value == "1";
    }
  }
  return narrowing;
}

std::string narrowing_suffix(const Narrowing& narrowing) {
  std::string out;
  const auto put = [&out](std::string_view name, std::string_view value) {
    out += out.empty() ? '?' : '&';
    out.append(name).append("=").append(encode_query(value));
  };
  if (!narrowing.words.empty()) put("q", narrowing.words);
  for (const std::string& tag : narrowing.tags) put("tag", tag);
  for (const std::string& author : narrowing.authors) put("author", author);
  for (const std::string& series : narrowing.series) put("series", series);
  for (const int year : narrowing.years) put("year", std::to_string(year));
  if (!narrowing.order.empty()) put("sort", narrowing.order);
  if (narrowing.shown > 0) put("show", std::to_string(narrowing.shown));
  if (narrowing.has_all_choices) put("more", "1");
  return out;
}

}  // namespace daybook
