// The facade for writing the full-text index.
#pragma once

#include <string_view>
#include <vector>

#include "core/blog/post.h"
#include "core/blog/site.h"
#include "core/search/index_update.h"
#include "core/search/segment_file.h"

namespace daybook {

// A post and its published source; both outlive the writing.
struct PublishedPost {
  const Post* post = nullptr;
  std::string_view markdown;
};

// The index of a site's posts, newest first, and of the pages that stand outside, which have no
// date in it; on top of that of an earlier build (index_update.h).
WrittenIndex write_search_index(const Site& site, std::vector<PublishedPost> posts,
                                std::vector<PublishedPost> pages, std::string_view earlier,
                                const ReadIndexFile& read_file, const ForEachIndex& for_each);

}  // namespace daybook
