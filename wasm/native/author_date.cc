#include "native/author_date.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/text.h"

namespace daybook {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

// 1 to 12 for an English name of a month or its first three letters, else 0.
int month_of(std::string_view word) {
  const std::string lower = to_ascii_lower(word);
  for (int month = 1; month <= 12; ++month) {
    const std::string name = to_ascii_lower(month_name(month));
    if (lower == name || lower == name.substr(0, 3)) return month;
  }
  return 0;
}

// `Nov 10 2025` and `10 Nov 2025` as 2025-11-10; empty for anything else.
std::string named_month(const std::vector<std::string_view>& words) {
  if (words.size() != 3) return "";
  const bool month_first = month_of(words[0]) != 0;
  const int month = month_of(words[month_first ? 0 : 1]);
  std::string_view day = words[month_first ? 1 : 0];
  if (day.ends_with(',')) day.remove_suffix(1);
  if (month == 0) return "";
  return std::string(words[2]) + '-' + std::to_string(month) + '-' + std::string(day);
}

}  // namespace

std::optional<WrittenDate> parse_author_date(std::string_view text) {
  if (const auto date = parse_written_date(text)) return date;
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty()) return std::nullopt;
  if (const std::string date = named_month(words); !date.empty()) return parse_written_date(date);

  const bool repeats_year = words.size() == 4 && words[2] == words[0].substr(0, 4);
  std::string plain(words[0]);
  std::replace(plain.begin(), plain.end(), '/', '-');
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (i == 2 && repeats_year) continue;
    plain += ' ';
    plain += words[i];
  }
  return parse_written_date(plain);
}

}  // namespace daybook
