// Narrowing a list of posts by what a reader types.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/blog/post.h"
#include "core/query/query.h"

namespace daybook {

// The posts, in their order, that hold every word of `query` somewhere in title, description,
// tags or date (2025-03-16, March 16, 2025). Case and diacritics do not matter, parts of words
// count. An empty query keeps all.
std::vector<const Post*> filter_posts(const std::vector<const Post*>& posts,
                                      std::string_view query);

}  // namespace daybook
