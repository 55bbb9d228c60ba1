// A query put to prepared posts: asked once of each word and each name, then answered for a post by
// looking at bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/query/prepared_posts.h"
#include "core/query/query.h"

namespace daybook {

// Words of a query beyond this many are left out.
inline constexpr std::size_t kMaxQueryWords = 64;

// A stretch of a text, in bytes.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Mark&) const = default;
};

class Matcher {
 public:
  // `posts` must outlive the matcher and stay as they are.
  Matcher(const PreparedPosts& posts, const Query& query);

  bool matches(const PreparedPost& post) const;

  // How well a post that matches does: words in the title count most, then those in tags, series
  // and authors; the very form that was asked for counts more than another. Below kMaxRanks.
  std::size_t rank(const PreparedPost& post) const;
  static constexpr std::size_t kRanksPerClause = 7;
  static constexpr std::size_t kMaxRanks = kMaxConditions * kRanksPerClause + 1;

  // Where words that the query asks for stand in the text of a post, in order, none touching
  // another.
  enum class Field { kTitle, kDescription };
  std::vector<Mark> marks(const Post& post, Field field) const;

 private:
  // Bit n stands for the n-th word of the query, or for its n-th condition about names.
  using Bits = std::uint64_t;
  using Row = std::span<const WordId>;

  struct Term {
    std::string word;
    std::string folded;
    Match match = Match::kWords;
  };
  struct Test {
    std::size_t clause = 0;  // of those in a row with the same one must hold
    Scope scope = Scope::kAnywhere;
    bool is_negated = false;
    std::size_t first = 0;  // its words, from the first bit on; or the bit of its name
    std::size_t count = 0;
    Bits bits = 0;
    std::int32_t begin_day = INT32_MIN;  // [begin_day, end_day), after kUndated
    std::int32_t end_day = INT32_MAX;
  };
  // The bits of the words of a post's fields.
  struct Seen {
    Bits title = 0;
    Bits labels = 0;
    Bits rest = 0;
    Bits names = 0;
  };

  void add_words(const Condition& condition, Test& test);
  void ask_names(const Condition& condition, Test& test);
  void ask_words();
  bool accepts(std::size_t term, const WordTable::Entry& entry) const;
  static Bits seen_in(Row row, const std::vector<Bits>& bits);
  Seen see(const PreparedPost& post) const;
  bool holds(const Test& test, const PreparedPost& post, const Seen& seen) const;
  bool stands_in(const Test& test, Row row, Bits seen) const;
  std::size_t end_of(const Test& test, Row row, std::size_t place) const;

  const PreparedPosts* posts_;
  std::vector<Test> tests_;
  std::vector<Term> terms_;
  std::vector<std::string> stems_;  // of each term in each language
  std::vector<Bits> word_bits_;     // by WordId: the words of the query that accept it
  std::vector<Bits> exact_bits_;    // those that are the very word
  std::vector<Bits> name_bits_;     // by the id of a name
};

}  // namespace daybook
