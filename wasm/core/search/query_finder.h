// Where the words that a query asks for stand in a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/query/query.h"
#include "core/query/tokens.h"

namespace daybook {

// Words of a query beyond this many are left out.
inline constexpr std::size_t kMaxFinderWords = 64;

// A place that a condition of the query is about.
struct FoundWords {
  std::size_t begin = 0;  // of the text's bytes
  std::size_t end = 0;
  std::size_t condition = 0;  // below QueryFinder::conditions()
};

class QueryFinder {
 public:
  // Looks for what may stand anywhere and is not negated, in the forms of `language`.
  QueryFinder(const Query& query, std::string_view language);

  std::size_t conditions() const { return conditions_.size(); }

  // The places in `text`, by their ends, `limit` at most. Words of one condition stand side by side
  // in one line of it.
  std::vector<FoundWords> find(std::string_view text, std::size_t limit) const;

 private:
  // Bit n stands for the n-th word of the query.
  using Bits = std::uint64_t;

  struct Term {
    std::string folded;
    std::string stem;
    std::size_t shared = 0;  // letters of `folded` that every form begins with
    Match match = Match::kWords;
  };
  struct Condition {
    std::size_t first = 0;  // of its words
    std::size_t count = 0;
  };

  void add(const daybook::Condition& condition);
  bool accepts(const Term& term, const Token& token) const;

  std::string language_;
  std::vector<Term> terms_;
  std::vector<Condition> conditions_;
  Bits first_words_ = 0;
};

}  // namespace daybook
