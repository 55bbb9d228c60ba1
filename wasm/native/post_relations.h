// What posts are to each other: parts of a series, and related by what they are about.
#pragma once

#include <string_view>
#include <vector>

#include "core/blog/post.h"
#include "core/blog/published_source.h"

namespace daybook {

// A post of the dated index: what is known of it, its Markdown, and where to write its relations.
struct RelatedPost {
  const Post* post = nullptr;
  std::string_view text;
  SourceData* data = nullptr;
};

// Fills `series` and `related` of all posts.
void relate_posts(std::vector<RelatedPost> posts);

}  // namespace daybook
