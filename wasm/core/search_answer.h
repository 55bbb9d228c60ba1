// The facade of full-text search: questions as URLs, answers as JSON. Linked without the rest of
// the core it is search.wasm.
//
//   search?q=<query>&count=10
//   search?q=<query>&count=10&typing=1      the last word may go on
//   search?q=<query>&count=10&incomplete=1  without the files that have not come
//
//   {"total": documents that match, "isComplete": whether these are the final hits,
//    "hits": [{"path": site path, "title": [plain, marked, plain …], "date": "2025-03-16",
//              "tags": […], "language": BCP 47}],
//    "suggestion": a query that may have been meant}
// Absent: keys whose value would be empty, but for total, isComplete and hits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/need.h"
#include "core/base/result.h"
#include "core/search/search.h"

namespace daybook {

struct SearchAnswer {
  int status = 0;           // 200; 202 with needs alone; 500 before the root has come
  std::vector<Need> needs;  // beside 200: what would improve the answer
  std::string body;         // JSON, or with 500 a message
};

SearchAnswer answer_search(const Search& search, std::string_view url);

}  // namespace daybook
