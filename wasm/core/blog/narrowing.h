// What an index is narrowed to: the query string of its URL.
//
//   ?q=words&tag=linux&tag=memory&year=2025&author=…&series=…&sort=old
//
// `q` is the query language (query/query.h). The others say the same as its operators and can be
// chosen by a click: a post must have every tag and series and author, and be of one of the years.
// `show=300` asks for more entries than a page has at first, `more=1` for every tag and year to
// choose from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

struct Narrowing {
  std::string words;
  std::vector<std::string> tags;  // names or slugs
  std::vector<std::string> authors;
  std::vector<std::string> series;
  std::vector<int> years;
  std::string order;  // `best`, `new`, `old`, or whatever else stands there
  std::size_t shown = 0;
  bool has_all_choices = false;

  bool operator==(const Narrowing&) const = default;
};

// Values are cut at kMaxValueBytes, and no more than kMaxValues of a kind are taken.
inline constexpr std::size_t kMaxValueBytes = 1024;
inline constexpr std::size_t kMaxValues = 16;

// `query` without its `?`. Every text is one; what it does not know it leaves out.
Narrowing parse_narrowing(std::string_view query);

// `?q=…`, or empty where nothing is narrowed.
std::string narrowing_suffix(const Narrowing& narrowing);

}  // namespace daybook
