// Which words of a title a query asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/query/query.h"
#include "core/search/asked_term.h"

namespace daybook {

class TitleMarks {
 public:
  TitleMarks(const Query& query, const Root& root);

  // The title in pieces: plain, marked, plain … A piece may be empty.
  std::vector<std::string> split(std::string_view title) const;

 private:
  std::vector<AskedTerm> asked_;
};

}  // namespace daybook
