#include "core/search/evaluation.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

#include "core/query/tokens.h"
#include "core/search/asked_term.h"
#include "core/search/phrases.h"
#include "core/search/term_finder.h"
#include "core/search/time_range.h"

namespace daybook {
namespace {

// Words of a query beyond this many are left out, as Matcher does.
constexpr std::size_t kMaxQueryWords = 64;

// How rare a clause is, is told in 16ths of a doubling; this is added, so that what all documents
// match counts a little.
constexpr std::uint32_t kLeastRarity = 8;
constexpr std::uint64_t kOne = 256;
constexpr std::uint32_t kLogOfOne = 8 * 16;
constexpr std::uint64_t kTitleBoost = 3;

// Documents are below 2^24, so that a score and a document fit one number.
constexpr unsigned kDocumentBits = 24;
constexpr std::uint64_t kDocumentMask = (1U << kDocumentBits) - 1;

bool is_about_words(const Condition& condition) {
  return condition.scope == Scope::kAnywhere || condition.scope == Scope::kTitle;
}

// 16 · log2(value), rounded down.
std::uint32_t log2_sixteenths(std::uint64_t value) {
  const auto whole = static_cast<std::uint32_t>(std::bit_width(value)) - 1;
  std::uint64_t scaled = whole > 16 ? value >> (whole - 16) : value << (16 - whole);
  std::uint32_t result = whole * 16;
  for (std::uint32_t bit = 8; bit > 0; bit /= 2) {
    scaled = (scaled * scaled) >> 16;
    if (scaled < std::uint64_t{2} << 16) continue;
    scaled >>= 1;
    result += bit;
  }
  return result;
}

// A condition with the terms that it means.
struct Test {
  const Condition* condition = nullptr;
  std::vector<std::vector<FoundTerm>> words;  // or one name; none for a time

  bool is_phrase() const { return words.size() > 1; }
  Within within() const {
    return condition->scope == Scope::kTitle ? Within::kTitle : Within::kAnywhere;
  }
};

using Tests = std::vector<Test>;  // one of which must hold

class Evaluation {
 public:
  Evaluation(IndexReader& reader, const Query& query)
      : reader_(reader), files_(reader.files()), query_(query) {}

  Ranking run(std::size_t count) {
    find_all_terms();
    match_clauses();
    return rank(count);
  }

 private:
  void find_all_terms();
  bool find(Test& test);
  bool is_function_word(const Clause& clause) const;
  void match_clauses();
  Matches match(const Tests& tests, const std::vector<std::uint8_t>* is_wanted);
  Matches match(const Test& test, const std::vector<std::uint8_t>* is_wanted);
  void keep_matching(const Matches& matches);
  Ranking rank(std::size_t count) const;

  IndexReader& reader_;
  const IndexFiles& files_;
  const Query& query_;
  std::size_t words_ = 0;
  std::vector<Tests> clauses_;
  std::vector<Matches> matches_;            // of each clause
  std::vector<std::uint8_t> is_candidate_;  // the documents that match all clauses
};

bool Evaluation::is_function_word(const Clause& clause) const {
  const Condition& condition = clause.front();
  if (clause.size() > 1 || condition.is_negated || condition.scope != Scope::kAnywhere ||
      condition.match == Match::kPhrase) {
    return false;
  }
  const auto tokens = tokenize(condition.text);
  const auto& words = files_.root().function_words;
  return tokens.size() == 1 && std::binary_search(words.begin(), words.end(), tokens[0].folded);
}

void Evaluation::find_all_terms() {
  const bool has_others =
      std::any_of(query_.clauses.begin(), query_.clauses.end(), [&](const Clause& clause) {
        return is_about_words(clause.front()) && !clause.front().is_negated &&
               !is_function_word(clause);
      });
  for (const Clause& clause : query_.clauses) {
    if (has_others && is_function_word(clause)) continue;
    Tests tests;
    for (const Condition& condition : clause) {
      Test test{&condition, {}};
      if (find(test)) tests.push_back(std::move(test));
    }
    if (!tests.empty()) clauses_.push_back(std::move(tests));
  }
}

// False for a condition without a word.
bool Evaluation::find(Test& test) {
  const Condition& condition = *test.condition;
  if (condition.scope == Scope::kTime) return true;
  if (!is_about_words(condition)) {
    test.words.push_back(find_terms(reader_, AskedTerm::name(condition)));
    return true;
  }
  const auto tokens = tokenize(condition.text);
  for (const Token& token : tokens) {
    if (++words_ > kMaxQueryWords) break;
    const bool is_inner = condition.match == Match::kPrefix && &token != &tokens.back();
    const Match match = is_inner ? Match::kWords : condition.match;
    test.words.push_back(find_terms(reader_, AskedTerm::word(token, match, files_.root())));
  }
  return !test.words.empty();
}

// Phrases are first taken for their words, so that positions are asked for of those documents
// alone that could match.
void Evaluation::match_clauses() {
  is_candidate_.resize(files_.documents());
  for (std::uint32_t i = 0; i < files_.documents(); ++i) {
    is_candidate_[i] = files_.is_deleted(i) ? 0 : 1;
  }
  for (const Tests& tests : clauses_) {
    matches_.push_back(match(tests, nullptr));
    keep_matching(matches_.back());
  }
  const auto could_match = is_candidate_;
  for (std::size_t i = 0; i < clauses_.size(); ++i) {
    const bool has_phrase = std::any_of(clauses_[i].begin(), clauses_[i].end(),
                                        [](const Test& test) { return test.is_phrase(); });
    if (!has_phrase) continue;
    matches_[i] = match(clauses_[i], &could_match);
    keep_matching(matches_[i]);
  }
}

void Evaluation::keep_matching(const Matches& matches) {
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (!matches.has(i)) is_candidate_[i] = 0;
  }
}

Matches Evaluation::match(const Tests& tests, const std::vector<std::uint8_t>* is_wanted) {
  Matches all = match(tests.front(), is_wanted);
  for (std::size_t i = 1; i < tests.size(); ++i) all.add_all(match(tests[i], is_wanted));
  return all;
}

// Without `is_wanted` more may match than holds: a phrase's words anywhere, or whatever may lack a
// phrase.
Matches Evaluation::match(const Test& test, const std::vector<std::uint8_t>* is_wanted) {
  if (test.condition->scope == Scope::kTime) {
    Matches matches = match_days(reader_, test.condition->days);
    if (test.condition->is_negated) matches.invert();
    return matches;
  }
  Matches matches = match_terms(files_, test.words.front(), test.within());
  for (std::size_t i = 1; i < test.words.size(); ++i) {
    matches.keep_common(match_terms(files_, test.words[i], test.within()));
  }
  if (test.is_phrase() && is_wanted != nullptr) {
    keep_phrases(reader_, test.words, test.within(), *is_wanted, matches);
  }
  if (test.condition->is_negated) {
    if (test.is_phrase() && is_wanted == nullptr) matches = Matches(matches.size());
    matches.invert();
  }
  return matches;
}

Ranking Evaluation::rank(std::size_t count) const {
  struct Scoring {
    const Matches* matches;
    std::uint32_t rarity;
  };
  const Order order = query_.order.value_or(Order::kBest);
  std::vector<Scoring> scorings;
  std::uint64_t all_rarities = 0;
  for (std::size_t i = 0; i < clauses_.size() && order == Order::kBest; ++i) {
    const bool has_score =
        std::any_of(clauses_[i].begin(), clauses_[i].end(), [](const Test& test) {
          return is_about_words(*test.condition) && !test.condition->is_negated;
        });
    if (!has_score) continue;
    std::uint64_t documents = 0;
    for (std::size_t j = 0; j < matches_[i].size(); ++j) documents += matches_[i].has(j) ? 1 : 0;
    const std::uint32_t rarity =
        log2_sixteenths((files_.documents() + 1) * kOne / (documents + 1)) - kLogOfOne +
        kLeastRarity;
    scorings.push_back({&matches_[i], rarity});
    all_rarities += rarity;
  }

  std::vector<std::uint32_t> dated;
  for (const Segment& segment : files_.root().segments) dated.push_back(segment.dated());
  Ranking ranking;
  std::vector<std::uint64_t> best;  // scores and documents, a heap with the lowest in front
  for (std::uint32_t i = 0; i < is_candidate_.size(); ++i) {
    if (is_candidate_[i] == 0) continue;
    ++ranking.total;
    std::uint64_t score = 0;
    std::uint64_t in_title = 0;
    for (const auto& [matches, rarity] : scorings) {
      score += std::uint64_t{rarity} * (matches->weight(i) + 1);
      if (matches->is_in_title(i)) in_title += rarity;
    }
    if (all_rarities > 0) {
      const std::uint64_t share = in_title * kOne / all_rarities;
      score = score * (kOne + kTitleBoost * share * share / kOne);
    }
    const IndexFiles::Place& place = files_.place(i);
    if (order == Order::kOldest && place.number < dated[place.segment]) score = i + 1;
    const std::uint64_t key = score << kDocumentBits | (kDocumentMask - i);
    if (best.size() == count) {
      if (count == 0 || best.front() > key) continue;
      std::pop_heap(best.begin(), best.end(), std::greater<>());
      best.pop_back();
    }
    best.push_back(key);
    std::push_heap(best.begin(), best.end(), std::greater<>());
  }
  std::sort_heap(best.begin(), best.end(), std::greater<>());
  for (const std::uint64_t key : best) {
    ranking.first.push_back(static_cast<std::uint32_t>(kDocumentMask - (key & kDocumentMask)));
  }
  for (const Tests& tests : clauses_) {
    for (const Test& test : tests) {
      const bool lacks_word = std::any_of(test.words.begin(), test.words.end(),
                                          [](const auto& terms) { return terms.empty(); });
      if (lacks_word && is_about_words(*test.condition) && !test.condition->is_negated) {
        ranking.unknown.push_back(test.condition);
      }
    }
  }
  return ranking;
}

}  // namespace

Ranking evaluate(IndexReader& reader, const Query& query, std::size_t count) {
  return Evaluation(reader, query).run(count);
}

}  // namespace daybook
