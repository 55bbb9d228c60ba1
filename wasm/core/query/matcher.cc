#include "core/query/matcher.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/query/stem.h"
#include "core/query/tokens.h"

namespace daybook {
namespace {

constexpr std::size_t kTitleRank = 6;
constexpr std::size_t kLabelsRank = 4;
constexpr std::size_t kRestRank = 2;

NameKind kind_of(Scope scope) {
  switch (scope) {
    case Scope::kSeries: return NameKind::kSeries;
    case Scope::kAuthor: return NameKind::kAuthor;
    case Scope::kLanguage: return NameKind::kLanguage;
    default: return NameKind::kTag;
  }
}

bool is_about_names(Scope scope) {
  return scope == Scope::kTag || scope == Scope::kAuthor || scope == Scope::kSeries ||
         scope == Scope::kLanguage;
}

// Whether a name is the one that is asked for. Both are slugs, whose words are joined by hyphens.
bool is_meant(std::string_view name, std::string_view wanted, const Condition& condition) {
  if (name == wanted) return true;
  if (condition.match == Match::kPrefix && name.starts_with(wanted)) return true;
  const auto ends_word = [&](std::size_t end) {
    return condition.match == Match::kPrefix || end == name.size() || name[end] == '-';
  };
  if (condition.scope == Scope::kLanguage) {
    return name.starts_with(wanted) && ends_word(wanted.size());
  }
  if (condition.scope != Scope::kAuthor || wanted.empty()) return false;
  for (std::size_t at = name.find(wanted); at != std::string_view::npos;
       at = name.find(wanted, at + 1)) {
    if ((at == 0 || name[at - 1] == '-') && ends_word(at + wanted.size())) return true;
  }
  return false;
}

}  // namespace

Matcher::Matcher(const PreparedPosts& posts, const Query& query) : posts_(&posts) {
  name_bits_.resize(posts.names().end());
  std::size_t names = 0;
  for (std::size_t clause = 0; clause < query.clauses.size(); ++clause) {
    for (const Condition& condition : query.clauses[clause]) {
      Test test;
      test.clause = clause;
      test.scope = condition.scope;
      test.is_negated = condition.is_negated;
      if (condition.scope == Scope::kTime) {
        const auto day = [](const Date& date) {
          return static_cast<std::int32_t>(days_from_date(date));
        };
        if (condition.days.begin) test.begin_day = day(*condition.days.begin);
        if (condition.days.end) test.end_day = day(*condition.days.end);
      } else if (is_about_names(condition.scope)) {
        if (names == kMaxQueryWords) continue;
        test.first = names++;
        ask_names(condition, test);
      } else {
        add_words(condition, test);
        if (test.count == 0) continue;
      }
      tests_.push_back(test);
    }
  }
  ask_words();
}

void Matcher::add_words(const Condition& condition, Test& test) {
  test.first = terms_.size();
  Tokenizer tokens(condition.text);
  while (const Token* token = tokens.next()) {
    if (terms_.size() == kMaxQueryWords) break;
    Term term{token->word, token->folded, condition.match};
    if (term.match == Match::kPrefix) term.match = Match::kWords;
    if (token->is_lone) term.match = Match::kPrefix;
    for (const std::string& language : posts_->languages()) {
      stems_.push_back(stem(term.folded, language));
    }
    test.bits |= Bits{1} << terms_.size();
    terms_.push_back(std::move(term));
  }
  test.count = terms_.size() - test.first;
  if (test.count > 0 && condition.match == Match::kPrefix) terms_.back().match = Match::kPrefix;
}

void Matcher::ask_names(const Condition& condition, Test& test) {
  const auto group = static_cast<std::uint16_t>(kind_of(condition.scope));
  const std::string wanted = condition.scope == Scope::kLanguage ? to_ascii_lower(condition.text)
                                                                 : name_key(condition.text);
  test.bits = Bits{1} << test.first;
  for (WordId id = 1; id < posts_->names().end(); ++id) {
    const WordTable::Entry name = posts_->names()[id];
    if (name.group == group && is_meant(name.folded, wanted, condition)) {
      name_bits_[id] |= test.bits;
    }
  }
}

void Matcher::ask_words() {
  word_bits_.resize(posts_->words().end());
  exact_bits_.resize(posts_->words().end());
  if (terms_.empty()) return;
  for (WordId id = 1; id < posts_->words().end(); ++id) {
    const WordTable::Entry entry = posts_->words()[id];
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      if (!accepts(i, entry)) continue;
      word_bits_[id] |= Bits{1} << i;
      if (entry.word == terms_[i].word) exact_bits_[id] |= Bits{1} << i;
    }
  }
}

bool Matcher::accepts(std::size_t index, const WordTable::Entry& entry) const {
  const Term& term = terms_[index];
  if (entry.folded == term.folded) return true;
  if (term.match == Match::kPhrase) return false;
  if (term.match == Match::kPrefix && entry.folded.starts_with(term.folded)) return true;
  return entry.stem == stems_[index * posts_->languages().size() + entry.group];
}

bool Matcher::matches(const PreparedPost& post) const {
  if (tests_.empty()) return true;
  const Seen seen = see(post);
  std::size_t clause = tests_.front().clause;
  bool has_clause = false;
  for (const Test& test : tests_) {
    if (test.clause != clause) {
      if (!has_clause) return false;
      clause = test.clause;
      has_clause = false;
    }
    has_clause = has_clause || holds(test, post, seen) != test.is_negated;
  }
  return has_clause;
}

std::size_t Matcher::rank(const PreparedPost& post) const {
  const Seen seen = see(post);
  struct Place {
    Row row;
    Bits seen;
    std::size_t rank;
  };
  const Place places[] = {{post.title, seen.title, kTitleRank},
                          {post.labels, seen.labels, kLabelsRank},
                          {post.rest, seen.rest, kRestRank}};
  std::size_t sum = 0;
  std::size_t clause = 0;
  std::size_t best = 0;  // in this clause
  for (const Test& test : tests_) {
    if (test.clause != clause) {
      clause = test.clause;
      sum += std::exchange(best, 0);
    }
    if (test.count == 0 || test.is_negated) continue;
    for (const Place& place : places) {
      const bool is_asked = test.scope == Scope::kAnywhere || place.rank == kTitleRank;
      if (!is_asked || !stands_in(test, place.row, place.seen)) continue;
      const bool is_exact = (seen_in(place.row, exact_bits_) & test.bits) == test.bits;
      best = std::max(best, place.rank + (is_exact ? 1 : 0));
      break;
    }
  }
  return sum + best;
}

std::vector<Mark> Matcher::marks(const Post& post, Field field) const {
  if (terms_.empty()) return {};
  const bool is_title = field == Field::kTitle;
  const std::string_view text = is_title ? post.title : post.description;
  const std::uint16_t group = posts_->group_of(posts_->language_of(post));
  std::vector<Mark> places;
  std::vector<WordId> row;
  Tokenizer tokens(text, Parts::kAdded);
  while (const Token* token = tokens.next()) {
    const WordId id = posts_->words().find(token->word, group);
    row.push_back(token->is_part ? id | kPartBit : id);
    places.push_back({token->begin, token->end});
  }

  std::string marked(text.size(), ' ');
  for (const Test& test : tests_) {
    const bool is_asked = test.scope == Scope::kAnywhere || (is_title && test.count > 0);
    if (!is_asked || test.is_negated) continue;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t last = end_of(test, row, i);
      if (last == row.size()) continue;
      for (std::size_t at = places[i].begin; at < places[last].end; ++at) marked[at] = 'x';
    }
  }
  std::vector<Mark> marks;
  for (std::size_t end = 0;;) {
    const std::size_t begin = marked.find('x', end);
    if (begin == std::string::npos) return marks;
    end = std::min(marked.find(' ', begin), marked.size());
    marks.push_back({begin, end});
  }
}

Matcher::Bits Matcher::seen_in(Row row, const std::vector<Bits>& bits) {
  // By pointers: this runs for every word of every post with every key.
  const Bits* const by_word = bits.data();
  const WordId* const end = row.data() + row.size();
  Bits seen = 0;
  for (const WordId* word = row.data(); word != end; ++word) seen |= by_word[*word & ~kPartBit];
  return seen;
}

Matcher::Seen Matcher::see(const PreparedPost& post) const {
  return {seen_in(post.title, word_bits_), seen_in(post.labels, word_bits_),
          seen_in(post.rest, word_bits_), seen_in(post.names, name_bits_)};
}

bool Matcher::holds(const Test& test, const PreparedPost& post, const Seen& seen) const {
  if (test.scope == Scope::kTime) {
    return post.day != kUndated && post.day >= test.begin_day && post.day < test.end_day;
  }
  if (is_about_names(test.scope)) return (seen.names & test.bits) != 0;
  if (stands_in(test, post.title, seen.title)) return true;
  return test.scope == Scope::kAnywhere &&
         (stands_in(test, post.labels, seen.labels) || stands_in(test, post.rest, seen.rest));
}

bool Matcher::stands_in(const Test& test, Row row, Bits seen) const {
  if ((seen & test.bits) != test.bits) return false;
  if (test.count == 1) return true;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (end_of(test, row, i) < row.size()) return true;
  }
  return false;
}

// Where the last of the test's words stands if the first stands at `place` and all side by side;
// the row's size where they do not. A part of a word counts by itself alone.
std::size_t Matcher::end_of(const Test& test, Row row, std::size_t place) const {
  const auto is_part = [&](std::size_t at) { return (row[at] & kPartBit) != 0; };
  const auto has = [&](std::size_t at, std::size_t term) {
    return (word_bits_[row[at] & ~kPartBit] >> (test.first + term) & 1U) != 0;
  };
  if (!has(place, 0)) return row.size();
  if (test.count == 1) return place;
  if (is_part(place)) return row.size();
  for (std::size_t term = 1; term < test.count; ++term) {
    do ++place;
    while (place < row.size() && is_part(place));
    if (place == row.size() || !has(place, term)) return row.size();
  }
  return place;
}

}  // namespace daybook
