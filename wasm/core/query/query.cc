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
  if (parts.size() > 3) return std::nullopt;
  const auto year = parse_digits(parts[0], 4, 4);
  const auto month = parts.size() > 1 ? parse_digits(parts[1], 1, 2) : 1;
  const auto day = parts.size() > 2 ? parse_digits(parts[2], 1, 2) : 1;
  if (!year || !month || !day) return std::nullopt;
  const Date date{*year, *month, *day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

enum class Operator { kScope, kYear, kAfter, kBefore, kSort };

struct OperatorName {
  std::string_view name;
  Operator kind;
  Scope scope = Scope::kTime;
};

constexpr auto kOperators = std::to_array<OperatorName>({
    {"title", Operator::kScope, Scope::kTitle},
    {"tag", Operator::kScope, Scope::kTag},
    {"author", Operator::kScope, Scope::kAuthor},
    {"series", Operator::kScope, Scope::kSeries},
    {"lang", Operator::kScope, Scope::kLanguage},
    {"year", Operator::kYear},
    {"after", Operator::kAfter},
    {"before", Operator::kBefore},
    {"sort", Operator::kSort},
});

const OperatorName* find_operator(std::string_view name) {
  const std::string lower = to_ascii_lower(name);
  for (const OperatorName& candidate : kOperators) {
    if (candidate.name == lower) return &candidate;
  }
  return nullptr;
}

// A value behind an operator, or a word or phrase by itself.
struct Value {
  std::string_view text;
  std::size_t end = 0;  // where the query goes on
  bool is_quoted = false;
};

class Parser {
 public:
  Parser(std::string_view text, Typing typing) : text_(text), typing_(typing) {}

  Query parse() {
    while (skip_spaces() && conditions_ < kMaxConditions) read_item();
    if (or_) add(*std::exchange(or_, std::nullopt));
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
    const Value value = value_at(position_);
    position_ = value.end;
    if (!has_words(value.text)) return;
    Condition word = condition(Scope::kAnywhere, value, is_negated);
    const bool may_join = !or_ && !value.is_quoted && !is_negated && !query_.clauses.empty();
    if (may_join && to_ascii_lower(value.text) == "or") {
      or_ = std::move(word);
    } else {
      add(std::move(word));
    }
  }

  bool begins_word(std::size_t position) const {
    return position < text_.size() && text_[position] != ' ' && text_[position] != '-';
  }

  // False, and nothing is taken, where no operator with a value of its kind stands.
  bool read_operator(bool is_negated) {
    const std::size_t colon = text_.find_first_of(": ", position_);
    if (colon == std::string_view::npos || text_[colon] == ' ') return false;
    const OperatorName* found = find_operator(text_.substr(position_, colon - position_));
    if (found == nullptr) return false;
    Value value = value_at(colon + 1);
    value.text = trim(without_quotes(value.text));
    if (found->kind == Operator::kSort) {
      if (is_negated || !read_order(value.text)) return false;
    } else if (found->kind == Operator::kScope) {
      const bool is_name = found->scope != Scope::kTitle;
      if (value.text.empty() || !(is_name || has_words(value.text))) return false;
      Condition scoped = condition(found->scope, value, is_negated);
      if (is_name && scoped.match == Match::kPhrase) scoped.match = Match::kWords;
      add(std::move(scoped));
    } else {
      const auto days = days_of(found->kind, value.text);
      if (!days) return false;
      add({Scope::kTime, Match::kWords, is_negated, "", *days});
    }
    position_ = value.end;
    return true;
  }

  // Up to the closing quote, or where there is none to the next space.
  Value value_at(std::size_t begin) const {
    if (begin < text_.size() && text_[begin] == '"') {
      const std::size_t close = text_.find('"', begin + 1);
      if (close != std::string_view::npos) {
        return {trim(text_.substr(begin + 1, close - begin - 1)), close + 1, true};
      }
    }
    const std::size_t end = std::min(text_.find(' ', begin), text_.size());
    return {text_.substr(begin, end - begin), end, false};
  }

  Condition condition(Scope scope, const Value& value, bool is_negated) const {
    // What is half typed excludes nothing yet.
    const bool goes_on =
        typing_ == Typing::kGoingOn && value.end == text_.size() && !value.is_quoted && !is_negated;
    const Match match = value.is_quoted ? Match::kPhrase : goes_on ? Match::kPrefix : Match::kWords;
    return {scope, match, is_negated, std::string(value.text), {}};
  }

  bool read_order(std::string_view text) {
    const auto order = parse_order(to_ascii_lower(text));
    if (order) query_.order = order;
    return order.has_value();
  }

  static std::optional<Days> days_of(Operator kind, std::string_view text) {
    if (kind == Operator::kYear) {
      const auto year = parse_digits(text, 4, 4);
      return year ? days_of_year(*year) : std::nullopt;
    }
    const auto day = parse_first_day(text);
    if (!day) return std::nullopt;
    return kind == Operator::kAfter ? Days{day, std::nullopt} : Days{std::nullopt, day};
  }

  void add(Condition condition) {
    ++conditions_;
    if (or_) {
      or_.reset();
      query_.clauses.back().push_back(std::move(condition));
    } else {
      query_.clauses.push_back({std::move(condition)});
    }
  }

  std::string_view text_;
  Typing typing_;
  std::size_t position_ = 0;
  std::size_t conditions_ = 0;
  std::optional<Condition> or_;  // an `or` that waits for its other side, as the word it may be
  Query query_;
};

}  // namespace

std::optional<Order> parse_order(std::string_view text) {
  if (text == "best") return Order::kBest;
  if (text == "new") return Order::kNewest;
  if (text == "old") return Order::kOldest;
  return std::nullopt;
}

std::optional<Days> days_of_year(int year) {
  if (year < 1 || year > kLastYear) return std::nullopt;
  Days days{Date{year, 1, 1}, std::nullopt};
  if (year < kLastYear) days.end = Date{year + 1, 1, 1};
  return days;
}

Query parse_query(std::string_view text, Typing typing) {
  const std::string plain = plain_text(text);
  return Parser(plain, typing).parse();
}

}  // namespace daybook
