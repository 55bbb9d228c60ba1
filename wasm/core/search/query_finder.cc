#include "core/search/query_finder.h"

#include <algorithm>
#include <array>

#include "core/query/stem.h"

namespace daybook {
namespace {

constexpr std::size_t kVeryWord = 2;
constexpr std::size_t kFoldedWord = 1;

}  // namespace

QueryFinder::QueryFinder(const Query& query, std::string_view language) : language_(language) {
  for (const Clause& clause : query.clauses) {
    for (const daybook::Condition& condition : clause) {
      if (condition.scope == Scope::kAnywhere && !condition.is_negated) add(condition, language);
    }
  }
}

void QueryFinder::add(const daybook::Condition& condition, std::string_view language) {
  Condition added{terms_.size(), 0};
  Tokenizer tokens(condition.text);
  while (const Token* token = tokens.next()) {
    if (terms_.size() == kMaxFinderWords) break;
    Term term{token->word, token->folded, stem(token->folded, language),
              std::string(stem_prefix(token->folded, language)), condition.match};
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
  return token.folded.starts_with(term.prefix) && stem(token.folded, language_) == term.stem;
}

std::size_t QueryFinder::closeness(const Term& term, const Token& token) const {
  if (token.word == term.word) return kVeryWord;
  return token.folded == term.folded ? kFoldedWord : 0;
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
    if (!token->is_part) {
      const bool is_new_line =
          text.substr(end, token->begin - std::min(end, token->begin)).find('\n') !=
          std::string_view::npos;
      state = ((is_new_line ? 0 : state << 1) | first_words_) & bits;
      begins[place++ % begins.size()] = token->begin;
      end = token->end;
    }
    if (bits == 0) continue;
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
      const auto& [first, count] = conditions_[i];
      const std::size_t last = first + count - 1;
      const bool is_there = ((token->is_part && count == 1 ? bits
                              : token->is_part             ? 0
                                                           : state) >>
                                 last &
                             1U) != 0;
      if (!is_there) continue;
      const std::size_t begin =
          token->is_part ? token->begin : begins[(place - count) % begins.size()];
      found.push_back({begin, token->end, i, closeness(terms_[last], *token)});
    }
  }
  return found;
}

}  // namespace daybook
