// Which documents a query means, and which of them come first.
//
// A document scores, for each clause about words that it matches, the impact of the word times how
// rare the clause is; and all of that up to four times, by the share of the query that its title
// has, squared. Whole numbers alone: the order is the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/query/query.h"
#include "core/search/index_files.h"

namespace daybook {

struct Ranking {
  std::size_t total = 0;
  std::vector<std::uint32_t> first;  // documents, the best `count` of all
  // What the query asks for by words of which the index knows one in no form.
  std::vector<const Condition*> unknown;
};

// What the reader lacks counts as holding nothing, but for positions, and for cards that tell
// of days: without these, all that could match does.
Ranking evaluate(IndexReader& reader, const Query& query, std::size_t count);

}  // namespace daybook
