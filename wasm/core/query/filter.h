// Narrowing the list of all posts: what a reader types and chooses leaves these.
#pragma once

#include <cstddef>
#include <vector>

#include "core/blog/narrowing.h"
#include "core/query/matcher.h"
#include "core/query/prepared_posts.h"
#include "core/query/query.h"

namespace daybook {

struct Filtered {
  Matcher matcher;                 // which has marks for each of them
  std::vector<const Post*> posts;  // in the order that was asked for
  Order order = Order::kNewest;
  // How many would remain if a tag were asked for too, most used first, then by name; and if a
  // year were asked for in place of the years that are, newest first. None that leaves nothing.
  std::vector<Facet> tags;
  std::vector<Facet> years;
};

// The posts that match `query` and, if `years` are given, are of one of them. The newest first
// where the query says no order: as the blog lists them, which for the best is the order of equals.
Filtered filter_posts(const PreparedPosts& posts, const Query& query,
                      const std::vector<int>& years = {});

// The same for what an index is narrowed to. The last word that was typed may go on.
Filtered filter_posts(const PreparedPosts& posts, const Narrowing& narrowing);

}  // namespace daybook
