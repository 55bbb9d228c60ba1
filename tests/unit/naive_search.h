// What a query finds, by reading every post from front to back: what the index must find too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/query/query.h"
#include "core/search/indexed_post.h"

namespace daybook {

class NaiveSearch {
 public:
  // Posts in their order, newest first.
  explicit NaiveSearch(const std::vector<IndexedPost>& posts);

  // The paths of those that match, in their order.
  std::vector<std::string> find(const Query& query) const;

 private:
  // A word of a post, and where it stands; parts of words have no place.
  struct Word {
    std::string folded;
    std::vector<std::string> stems;  // by language
    bool is_part = false;
    int line = 0;  // a title is line 0
  };
  struct Page {
    std::string path;
    std::vector<Word> words;
    std::vector<std::string> tags, authors, series, languages;  // names as they compare
    std::optional<Date> date;
  };
  struct Asked {
    std::string folded;
    std::vector<std::string> stems;
    Match match = Match::kWords;
  };

  std::vector<std::string> stems_of(std::string_view folded) const;
  void add_text(Page& page, std::string_view text, int line) const;
  bool is_function_word(const Clause& clause) const;
  bool holds(const Page& page, const Condition& condition) const;
  static bool has_name(const Page& page, const Condition& condition);
  static bool accepts(const Asked& asked, const Word& word);
  bool has_words(const Page& page, const Condition& condition) const;

  std::vector<std::string> languages_;
  std::vector<Page> pages_;
};

}  // namespace daybook
