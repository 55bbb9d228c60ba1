#include "core/search/query_finder.h"

#include <algorithm>
#include <array>

#include "core/query/stem.h"

namespace daybook {

QueryFinder::QueryFinder(const Query& query, std::string_view language) : language_(language) {
  for (const Clause& clause : query.clauses) {
    for (const daybook::Condition& condition : clause) {
      if (condition.scope == Scope::kAnywhere && !condition.is_negated) add(condition);
    }
  }
}

void QueryFinder::add(const daybook::Condition& condition) {
  Condition added{terms_.size(), 0};
  Tokenizer tokens(condition.text);
  while (const Token* token = tokens.next()) {
    if (terms_.size() == kMaxFinderWords) break;
    Term term{token->folded, stem(token->folded, language_),
              stem_prefix(token->folded, language_).size(), condition.match};
    if (term.match == Match::kPrefix) term.match = Match::kWords;
    if (token->is_lone) term.match = Match::kPrefix;
    terms_.push_back(std::move(term));
  }
  added.count = terms_.size() - added.first;
  if (added.count == 0) return;
  if (condition.match == Match::kPrefix) terms_.back().match = Match::kPrefix;
  first_words_ |= Bits{1} << added.first;
  conditions_.push_back(added);
}

bool QueryFinder::accepts(const Term& term, const Token& token) const {
  if (token.folded == term.folded) return true;
  if (term.match == Match::kPhrase) return false;
  if (term.match == Match::kPrefix && token.folded.starts_with(term.folded)) return true;
  const std::string_view shared(term.folded.data(), term.shared);
  return token.folded.starts_with(shared) && stem(token.folded, language_) == term.stem;
}

std::vector<FoundWords> QueryFinder::find(std::string_view text, std::size_t limit) const {
  std::vector<FoundWords> found;
  // Of the words before, as many as a condition may have: where they begin.
  std::array<std::size_t, kMaxFinderWords> begins{};
  std::size_t place = 0;
  std::size_t end = 0;
  // The words of the query that the last word is, and the ones before it those before (Shift-And).
  Bits state = 0;
  Tokenizer tokens(text, Parts::kAdded);
  while (const Token* token = tokens.next()) {
    if (found.size() >= limit) break;
    Bits bits = 0;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      if (accepts(terms_[i], *token)) bits |= Bits{1} << i;
    }
    // The places of conditions whose last word this may be: a part of a word counts by itself
    // alone.
    Bits last_words = bits & first_words_;
    if (!token->is_part) {
      for (; end < token->begin; ++end) {
        if (text[end] == '\n') state = 0;
      }
      last_words = state = (state << 1 | first_words_) & bits;
      begins[place++ % begins.size()] = token->begin;
      end = token->end;
    }
    for (std::size_t i = 0; i < conditions_.size() && last_words != 0; ++i) {
      const auto& [first, count] = conditions_[i];
      if ((last_words >> (first + count - 1) & 1U) == 0) continue;
      const std::size_t begin = count == 1 ? token->begin : begins[(place - count) % begins.size()];
      found.push_back({begin, token->end, i});
    }
  }
  return found;
}

}  // namespace daybook
