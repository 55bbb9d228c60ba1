// Full-text search over the files of an index, which come when they are asked for.
//
// The answer to a query follows from the index alone, never from which files have come before, or
// in which order. Words that say nothing (the, of) are not searched for where there are others.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/base/need.h"
#include "core/base/result.h"
#include "core/query/query.h"
#include "core/search/evaluation.h"
#include "core/search/index_files.h"

namespace daybook {

// What a question may do about files that have not come.
enum class Missing {
  kAskedFor,     // there are no hits before all is there that they follow from
  kDoneWithout,  // the hits are those of what is there, and not the final ones
};

struct Hit {
  std::string path;                // site path
  std::vector<std::string> title;  // in pieces, every second of which the query asks for
  std::optional<Date> date;
  std::vector<std::string> tags;
  std::string language;  // BCP 47
};

struct SearchReply {
  std::size_t total = 0;     // documents that match
  bool is_complete = false;  // total and hits are the final ones
  std::vector<Hit> hits;     // the best, in order
  // What to replace in the query, where it finds nothing: a text of it, and one that is near.
  std::optional<std::pair<std::string, std::string>> correction;
  std::vector<Need> needs;  // what would complete the hits, or else help to a correction
};

class Search {
 public:
  // Takes the root, under the path that the manifest's head gives it, or a file that was asked for.
  // Refuses bytes that are not those, or cannot be read; nothing changes then.
  Result<Done> supply(std::string_view url, std::string_view bytes) {
    return files_.supply(url, bytes);
  }

  bool has_root() const { return files_.has_root(); }

  // The best `count`. Needs has_root().
  SearchReply ask(const Query& query, std::size_t count,
                  Missing missing = Missing::kAskedFor) const;

 private:
  static void correct(IndexReader& reader, const Ranking& ranking, SearchReply& reply);

  IndexFiles files_;
};

}  // namespace daybook
