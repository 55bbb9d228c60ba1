// The views: a blog and a place in it make a page. Each is asked only when the posts it shows
// are there.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/blog/blog.h"
#include "core/blog/narrowing.h"
#include "core/page/page.h"
#include "core/query/filter.h"

namespace daybook {

// How many pages a list of `posts` takes; at least one.
std::size_t page_count(std::size_t posts, std::size_t posts_per_page);

// The dated index, page `number` from 1: the ledger of posts [(number - 1) · per page, …).
Page index_view(const Blog& blog, std::size_t number);

// The index narrowed to what was found; of the coverage kPostsSoFar more could be. It shows
// kMatchesAtFirst, and up to kMaxMatchesShown if `show` asks for them.
inline constexpr std::size_t kMatchesAtFirst = 30;
inline constexpr std::size_t kMaxMatchesShown = 1000;
enum class Coverage { kAllPosts, kPostsSoFar };
Page narrowed_index_view(const Blog& blog, const Narrowing& narrowing, const Filtered& found,
                         Coverage coverage);

// The years and, in a blog of at most kMaxArchivePosts, every title; `posts` are all of them or
// none.
inline constexpr std::size_t kMaxArchivePosts = 500;
Page archives_view(const Blog& blog, const std::vector<Facet>& years,
                   const std::vector<const Post*>& posts);

// The posts of one year, tag or series, page `number`; `posts` are all of them.
Page archive_year_view(const Blog& blog, const Facet& year, const std::vector<const Post*>& posts,
                       std::size_t number);
Page tag_view(const Blog& blog, const Facet& tag, const std::vector<const Post*>& posts,
              std::size_t number);

Page series_view(const Blog& blog, const Facet& series, std::vector<const Post*> posts,
                 std::size_t number);

// What a saved view has found, page `number`; of `posts` only those on that page need be there, the
// others are null.
Page saved_view_view(const Blog& blog, const SavedView& view, const std::vector<const Post*>& posts,
                     std::size_t number);

// Tags by name, and the series below them.
Page tags_view(const Blog& blog, const std::vector<Facet>& tags, const std::vector<Facet>& series);

// A post, or a page outside the index, from its published source. Names the entries before and
// after it where they are there.
Result<Page> post_view(const Blog& blog, const Post& post, std::string_view published_source);

// The form alone: what it finds is the script's to show.
Page search_view(const Blog& blog);

Page not_found_view(const Blog& blog);

// What a reader has kept, filled in by script; and the page that stands at site path `path` while
// there is no network and no copy of what belongs there.
Page offline_view(const Blog& blog);
Page not_kept_view(const Blog& blog, std::string_view path);

// A file that is no page.
Page file_view(std::string path, std::string text);

}  // namespace daybook
