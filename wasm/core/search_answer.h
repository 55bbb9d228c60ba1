// The facade of full-text search: questions as URLs, answers as JSON. Linked without the rest of
// the core it is search.wasm.
// Their form is that of core/search/answer.h.
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
