// Questions to search and its answers, as text between a module and its host.
//
// A question is `search?q=<query>&count=10`, with `typing=1` while the last word may go on and
// `incomplete=1` where hits are wanted although files are missing. An answer is JSON:
//   {"total": documents that match, "isComplete": whether these are the final hits,
//    "hits": [{"path": site path, "title": [plain, marked, plain …], "date": "2025-03-16",
//              "tags": […], "language": BCP 47}],
//    "suggestion": a query that may have been meant}
// Absent: keys whose value would be empty, but for total, isComplete and hits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/query/query.h"
#include "core/search/search.h"

namespace daybook {

// The most hits that a question gets.
inline constexpr std::size_t kMaxHits = 200;

inline constexpr std::string_view kSearchQuestion = "search?";

struct SearchQuestion {
  std::string text;  // of the query
  Query query;
  std::size_t count = 10;
  Missing missing = Missing::kAskedFor;
};

// `url` begins with kSearchQuestion. Total; values that make no sense are the usual ones.
SearchQuestion parse_search_question(std::string_view url);

std::string answer_json(const SearchQuestion& question, const SearchReply& reply);

}  // namespace daybook
