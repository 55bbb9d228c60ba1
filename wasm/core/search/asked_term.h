// Which terms of the index a word or a name of a query means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/query/query.h"
#include "core/query/tokens.h"
#include "core/search/root.h"

namespace daybook {

// How close a term comes to what was asked for; its impacts count so many 16ths.
enum class Closeness : unsigned {
  kNone = 0,
  kBeginning = 10,
  kStem = 12,
  kFolded = 15,
  kExact = 16
};

class AskedTerm {
 public:
  // A word as Matcher takes it (core/query/matcher.h); `match` is kPrefix for one that may go on.
  // A stem counts in any language of the index. What would bring in too many files of its base is
  // asked for more narrowly: a beginning as a word, the forms of a word as that form alone. So it
  // depends on the root what is meant, and on nothing else that has come.
  static AskedTerm word(const Token& token, Match match, const Root& root);

  // A tag, series, author or language.
  static AskedTerm name(const Condition& condition);

  // All terms that are meant begin so, or are just this.
  std::string_view beginning() const { return beginning_; }
  bool is_whole() const { return kind_ == Kind::kWhole; }

  Closeness closeness(std::string_view folded, std::string_view exact) const;

 private:
  enum class Kind {
    kWhole,      // the folded form alone
    kForms,      // words with its stem
    kBeginning,  // words with its stem, and all that begin so
    kName,       // a name
    kNameWords,  // a name that goes on with further words
    kNameBeginning,
  };

  Kind kind_ = Kind::kWhole;
  std::string folded_;
  std::string exact_;
  std::string beginning_;
  struct Stem {
    std::string_view language;  // of the root
    std::string text;
  };
  std::vector<Stem> stems_;
};

// The shards of a segment that may hold terms that are meant: [begin, end) of them, and of the
// large terms those that are meant.
struct FileRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};
FileRange shards_of(const Segment& segment, std::string_view beginning, bool is_whole);
FileRange large_terms_of(const Segment& segment, std::string_view beginning);

}  // namespace daybook
