// What an index is narrowed to: the query string of its URL.
//
//   ?q=words&tag=linux&tag=memory&year=2025&author=…&series=…&sort=old
//
// `q` is the query language (query/query.h). The others are its operators, for what can be chosen
// by a click: a post must have every tag, series and author, and be of one of the years. `show=300`
// asks for more entries than a page has at first, `more=1` for every tag and year to choose from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace daybook {

struct Narrowing {
  // Name and value, decoded, in the order of the URL; names that mean nothing are left out.
  std::vector<std::pair<std::string, std::string>> parameters;

  bool is_empty() const { return parameters.empty(); }

  // The first value of a name; empty where there is none.
  std::string_view operator[](std::string_view name) const;
  bool has(std::string_view name, std::string_view value) const;

  // These leave `show` out: another list begins at its beginning.
  Narrowing with(std::string_view name, std::string_view value) const;
  Narrowing without(std::string_view name) const;
  Narrowing without(std::string_view name, std::string_view value) const;

  // `?q=…`, or empty where nothing is narrowed.
  std::string suffix() const;
};

// Values are cut at kMaxValueBytes, and no more than kMaxParameters are taken.
inline constexpr std::size_t kMaxValueBytes = 1024;
inline constexpr std::size_t kMaxParameters = 32;

// `query` without its `?`. Every text is one.
Narrowing parse_narrowing(std::string_view query);

}  // namespace daybook
