#include "core/query/query.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"
#include "core/base/unicode.h"

namespace daybook {
namespace {

constexpr int kLastYear = 9999;

bool is_space(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_quote(char32_t c) {
  return c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0xFF02;
}

// What keyboards make of a query: full-width forms become ASCII, quotes of any kind straight, and
// spaces and controls of any kind a space.
char32_t plain(char32_t c) {
  if (is_space(c)) return ' ';
  if (is_quote(c)) return '"';
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

std::string plain_text(std::string_view text) {
  text = cut(text, kMaxQueryBytes);
  std::string out;
  for (std::size_t i = 0; i < text.size();) append_code_point(out, plain(next_code_point(text, i)));
  return out;
}

bool has_words(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_word_character(next_code_point(text, i))) return true;
  }
  return false;
}

std::string_view without_quotes(std::string_view text) {
  while (text.starts_with('"')) text.remove_prefix(1);
  while (text.ends_with('"')) text.remove_suffix(1);
  return text;
}

std::optional<int> parse_digits(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

// The first day of 2024, 2024-03 or 2024-03-16.
std::optional<Date> parse_first_day(std::string_view text) {
  const auto parts = split(text, '-');
  Date date{0, 1, 1};
  int* const fields[] = {&date.year, &date.month, &date.day};
  if (parts.size() > std::size(fields)) return std::nullopt;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto number = i == 0 ? parse_digits(parts[i], 4, 4) : parse_digits(parts[i], 1, 2);
    if (!number) return std::nullopt;
    *fields[i] = *number;
  }
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

enum class Bound { kNone, kYear, kAfter, kBefore };

struct Operator {
  std::string_view name;
  Scope scope = Scope::kTime;
  Bound bound = Bound::kNone;
};

constexpr auto kOperators = std::to_array<Operator>({
    {"title", Scope::kTitle},
    {"tag", Scope::kTag},
    {"author", Scope::kAuthor},
    {"series", Scope::kSeries},
    {"lang", Scope::kLanguage},
    {"year", Scope::kTime, Bound::kYear},
    {"after", Scope::kTime, Bound::kAfter},
    {"before", Scope::kTime, Bound::kBefore},
});

std::optional<Days> days_of(Bound bound, std::string_view text) {
  const auto day = parse_first_day(text);
  if (!day) return std::nullopt;
  if (bound == Bound::kAfter) return Days{day, std::nullopt};
  if (bound == Bound::kBefore) return Days{std::nullopt, day};
  if (text.find('-') != std::string_view::npos) return std::nullopt;
  Days days{day, std::nullopt};
  if (day->year < kLastYear) days.end = Date{day->year + 1, 1, 1};
  return days;
}

// A word or phrase, by itself or behind an operator.
struct Value {
  std::string_view text;
  std::size_t end = 0;  // where the query goes on
  Match match = Match::kWords;
};

class Parser {
 public:
  Parser(std::string_view text, Typing typing) : text_(text), typing_(typing) {}

  Query parse() {
    while (skip_spaces() && conditions_ < kMaxConditions) read_item();
    if (or_) add_without_or(word(*or_));
    return std::move(query_);
  }

 private:
  bool skip_spaces() {
    while (position_ < text_.size() && text_[position_] == ' ') ++position_;
    return position_ < text_.size();
  }

  void read_item() {
    const bool is_negated = text_[position_] == '-' && begins_word(position_ + 1);
    if (is_negated) ++position_;
    if (read_operator(is_negated)) return;
    Value value = value_at(position_);
    position_ = value.end;
    if (!has_words(value.text)) return;
    if (is_negated) value.match = complete(value.match);
    const bool may_join = !or_ && !is_negated && !query_.clauses.empty();
    if (may_join && value.match != Match::kPhrase && to_ascii_lower(value.text) == "or") {
      or_ = value;
      return;
    }
    Condition condition = word(value);
    condition.is_negated = is_negated;
    add(std::move(condition));
  }

  bool begins_word(std::size_t position) const {
    return position < text_.size() && text_[position] != ' ' && text_[position] != '-';
  }

  // False, and nothing is taken, where no operator with a value of its kind stands.
  bool read_operator(bool is_negated) {
    const std::size_t colon = text_.find_first_of(": ", position_);
    if (colon == std::string_view::npos || text_[colon] == ' ') return false;
    const std::string name = to_ascii_lower(text_.substr(position_, colon - position_));
    const Value value = value_at(colon + 1);
    const std::string_view text = trim(without_quotes(value.text));
    if (name == "sort" && !is_negated) {
      const auto order = parse_order(to_ascii_lower(text));
      if (!order) return false;
      query_.order = order;
    } else {
      auto condition = parse_operator(name, text);
      if (!condition) return false;
      condition->is_negated = is_negated;
      const bool is_name = condition->scope != Scope::kTitle && condition->scope != Scope::kTime;
      if (condition->scope == Scope::kTitle || (is_name && value.match == Match::kPrefix)) {
        condition->match = is_negated ? complete(value.match) : value.match;
      }
      add(*std::move(condition));
    }
    position_ = value.end;
    return true;
  }

  // Up to the closing quote, or where there is none to the next space.
  Value value_at(std::size_t begin) const {
    if (begin < text_.size() && text_[begin] == '"') {
      const std::size_t close = text_.find('"', begin + 1);
      if (close != std::string_view::npos) {
        return {trim(text_.substr(begin + 1, close - begin - 1)), close + 1, Match::kPhrase};
      }
    }
    const std::size_t end = std::min(text_.find(' ', begin), text_.size());
    const bool goes_on = typing_ == Typing::kGoingOn && end == text_.size();
    return {text_.substr(begin, end - begin), end, goes_on ? Match::kPrefix : Match::kWords};
  }

  // What is half typed excludes nothing yet.
  static Match complete(Match match) { return match == Match::kPrefix ? Match::kWords : match; }

  static Condition word(const Value& value) {
    return {Scope::kAnywhere, value.match, false, std::string(value.text), {}};
  }

  void add(Condition condition) {
    if (!or_) {
      add_without_or(std::move(condition));
      return;
    }
    or_.reset();
    ++conditions_;
    query_.clauses.back().push_back(std::move(condition));
  }

  void add_without_or(Condition condition) {
    ++conditions_;
    query_.clauses.emplace_back().push_back(std::move(condition));
  }

  std::string_view text_;
  Typing typing_;
  std::size_t position_ = 0;
  std::size_t conditions_ = 0;
  std::optional<Value> or_;  // an `or` that waits for its other side
  Query query_;
};

}  // namespace

std::optional<Order> parse_order(std::string_view text) {
  if (text == "best") return Order::kBest;
  if (text == "new") return Order::kNewest;
  if (text == "old") return Order::kOldest;
  return std::nullopt;
}

std::optional<Condition> parse_operator(std::string_view name, std::string_view value) {
  for (const Operator& candidate : kOperators) {
    if (candidate.name != name) continue;
    Condition condition;
    condition.scope = candidate.scope;
    if (candidate.scope == Scope::kTime) {
      const auto days = days_of(candidate.bound, value);
      if (!days) return std::nullopt;
      condition.days = *days;
    } else {
      const bool is_complete = candidate.scope == Scope::kTitle ? has_words(value) : !value.empty();
      if (!is_complete) return std::nullopt;
      condition.text = value;
    }
    return condition;
  }
  return std::nullopt;
}

Query parse_query(std::string_view text, Typing typing) {
  const std::string plain = plain_text(text);
  return Parser(plain, typing).parse();
}

}  // namespace daybook
