// What stands around the text of a post.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/blog/blog.h"
#include "core/blog/published_source.h"
#include "core/markdown/markdown.h"
#include "core/page/html.h"

namespace daybook {

// The way down to the post, its date, title, authors, reading time and tags. `words` are those of
// its text.
void write_post_header(Html& html, const Site& site, const Post& post, std::size_t words);

// The headings of the second and third level, where the author wants them or the text is long.
void write_contents(Html& html, const Site& site, const Post& post,
                    const MarkdownDocument& document);

// All posts of the series in their order; nothing for a series of one.
void write_series(Html& html, const Site& site, const Post& post,
                  const std::vector<PostLink>& series);

void write_related(Html& html, const Site& site, const Post& post,
                   const std::vector<PostLink>& related);

// The entries before and after; either may be null.
void write_neighbours(Html& html, const Site& site, const Post& post, const Post* before,
                      const Post* after);

}  // namespace daybook
