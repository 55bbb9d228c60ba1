// The ledger: dated entries under their years, and the way to the next page of them. Every list
// of posts is one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/blog/post.h"
#include "core/blog/site.h"
#include "core/page/html.h"
#include "core/query/matcher.h"

namespace daybook {

// The entries of `posts` as seen from the page at `path`, grouped by year in the order they come.
// A matcher marks what it matches.
void write_ledger(Html& html, const Site& site, std::string_view path,
                  const std::vector<const Post*>& posts, const Matcher* matcher = nullptr);

// The same without years, for the order of a search, under a heading that says so.
void write_ranked_ledger(Html& html, const Site& site, std::string_view path,
                         const std::vector<const Post*>& posts, const Matcher* matcher = nullptr);

// The same for the posts that stand above all others.
void write_pinned(Html& html, const Site& site, std::string_view path,
                  const std::vector<Post>& posts);

// One line an entry, date and title alone, for long lists.
void write_compact_ledger(Html& html, const Site& site, std::string_view path,
                          const std::vector<const Post*>& posts);

// A page's place in a list of several, and the site paths of its neighbours.
struct Pagination {
  std::size_t number = 1;
  std::size_t count = 1;
  std::optional<std::string> newer;
  std::optional<std::string> older;
};

// Links to the neighbours; nothing for a list of one page.
void write_pagination(Html& html, const Site& site, std::string_view path,
                      const Pagination& pagination);

// `#linux #memory` as links to the tags' pages; nothing without tags.
void write_tag_list(Html& html, const Site& site, std::string_view path,
                    const std::vector<std::string>& tags);

// A <time> that shows «March 6, 2026».
void write_date(Html& html, const Site& site, const Timestamp& timestamp);

// `lang` and `dir` of what is not in the site's language.
void write_language(Html& html, const Site& site, std::string_view language);

// `rtl` for languages written from right to left, else `ltr`.
std::string_view text_direction(std::string_view language);

}  // namespace daybook
