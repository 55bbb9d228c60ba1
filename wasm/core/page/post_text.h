// The text of a post, rendered for where it will be read.
#pragma once

#include <string_view>
#include <vector>

#include "core/blog/blog.h"
#include "core/blog/published_source.h"
#include "core/markdown/markdown.h"

namespace daybook {

enum class PostUse {
  kPage,  // links relative to the post's page, footnotes in the margin
  kFeed,  // absolute links, footnotes at the end; needs a site that knows its URL
};

Result<MarkdownDocument> render_post(const Blog& blog, const Post& post,
                                     const PublishedSource& source, PostUse use);

// The same text by its headings, for searching. Their ids are those of the page.
Result<std::vector<MarkdownSection>> post_sections(const Site& site, const Post& post,
                                                   std::string_view body);

}  // namespace daybook
