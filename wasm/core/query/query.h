// What a reader asks for. One language for the page, its URL, the command line and saved views:
//
//   replication slots    every word must be found, in any form; the best match comes first
//   "exact phrase"       words one after another, as written
//   -word                must not be found; works before every condition below too
//   title:word           in the title; `title:"two words"` for a phrase
//   tag:x series:x       of that name, quoted where it has spaces
//   author:x             of that name, or words of it side by side
//   lang:en              en-GB is one too
//   year:2025            of that year
//   after:2024-03        on the first day of that time or later (2024, 2024-03, 2024-03-16)
//   before:2025          earlier than the first day of that time
//   sort:new|old|best    the last one counts
//   this or that         one of its two sides must be found; `or` chains, in capitals too
//
// Every text is a query. What is no operator is a word: `year:soon`, a lone quote, `or` at the end.
// Signs alone ask for nothing. Full-width letters, colons and minuses count as ASCII's, typographic
// quotes as straight ones.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"

namespace daybook {

// Queries longer than this are cut: nobody types them.
inline constexpr std::size_t kMaxQueryBytes = 1024;
inline constexpr std::size_t kMaxConditions = 64;

enum class Scope { kAnywhere, kTitle, kTag, kAuthor, kSeries, kLanguage, kTime };

enum class Match {
  kWords,   // the words of `text`, each in any form, next to each other where there are several
  kPrefix,  // as kWords, but the last of them may go on: what is being typed
  kPhrase,  // the words of `text` one after another, exactly so
};

// Days from `begin` on and before `end`, either of which may be open.
struct Days {
  std::optional<Date> begin;
  std::optional<Date> end;

  bool operator==(const Days&) const = default;
};

struct Condition {
  Scope scope = Scope::kAnywhere;
  Match match = Match::kWords;
  bool is_negated = false;
  std::string text;  // as typed, without operator and quotes; empty for kTime
  Days days;         // for kTime

  bool operator==(const Condition&) const = default;
};

// Holds where one of its alternatives does; never empty.
using Clause = std::vector<Condition>;

enum class Order { kBest, kNewest, kOldest };

// Holds where all clauses do. Without clauses it asks for everything.
struct Query {
  std::vector<Clause> clauses;
  std::optional<Order> order;  // where it was said

  bool operator==(const Query&) const = default;
};

// Whether the last word is complete or still being typed.
enum class Typing { kDone, kGoingOn };

// `best`, `new` or `old`.
std::optional<Order> parse_order(std::string_view text);

// What `name:value` asks for, the value taken as a whole; nothing where that is no operator. A sort
// is none: it asks for nothing.
std::optional<Condition> parse_operator(std::string_view name, std::string_view value);

// Total: any bytes have a query. Where typing goes on, the last word has Match::kPrefix, unless it
// is quoted, negated or followed by a space.
Query parse_query(std::string_view text, Typing typing = Typing::kDone);

}  // namespace daybook
