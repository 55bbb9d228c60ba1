// Narrowing the list of all posts: what a reader types and chooses leaves these.
#pragma once

#include <cstddef>
#include <vector>

#include "core/blog/narrowing.h"
#include "core/query/matcher.h"
#include "core/query/prepared_posts.h"
#include "core/query/query.h"

namespace daybook {

struct Marks {
  std::vector<Mark> title;
  std::vector<Mark> description;

  bool operator==(const Marks&) const = default;
};

struct Filtered {
  std::vector<const Post*> posts;  // in the order that was asked for
  std::vector<Marks> marks;        // of as many of them as was asked for
  Order order = Order::kNewest;
  // How many would remain if a tag were asked for too, most used first, then by name; and if a
  // year were asked for in place of the years that are, newest first. None that leaves nothing.
  std::vector<Facet> tags;
  std::vector<Facet> years;
};

// What a narrowing asks for but its years. The last word that was typed goes on: words are found
// while half of them is there.
Query query_of(const Narrowing& narrowing);

// The posts that match `query` and, if `years` are given, are of one of them. The newest first
// where the query says no order: as the blog lists them, which for the best is the order of equals.
Filtered filter_posts(const PreparedPosts& posts, const Query& query, const std::vector<int>& years,
                      std::size_t posts_to_mark);

}  // namespace daybook
