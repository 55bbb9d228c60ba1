// Questions to search and its answers, as text between a module and its host.
//
// A question is `search?q=<query>&count=10`, with `typing=1` while the last word may go on and
// `partial=1` where hits are wanted although files are missing. An answer is JSON:
//   {"total": documents that match, "isComplete": whether the hits are final,
//    "hits": [{"path", "title": ["plain", "marked", "plain", …], "date": "2025-03-16",
//              "tags": [names], "language": BCP 47}],
//    "suggestion": a better query}
// Keys of a hit without a value, and the suggestion, may be absent.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/query/query.h"
#include "core/search/search.h"

namespace daybook {

inline constexpr std::string_view kSearchQuestion = "search?";

struct SearchQuestion {
  std::string text;  // of the query
  Query query;
  std::size_t count = 10;
  Missing missing = Missing::kAskedFor;
};

// `url` begins with kSearchQuestion. Total; values that make no sense are the usual ones.
SearchQuestion parse_search_question(std::string_view url);

std::string answer_json(const SearchReply& reply, std::string_view suggestion);

}  // namespace daybook
