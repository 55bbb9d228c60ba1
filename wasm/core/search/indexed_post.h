// A post as the writer of the index sees it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/blog/post.h"
#include "core/blog/site.h"
#include "core/search/cards.h"

namespace daybook {

enum class PostPartKind { kHeading, kText };

// A stretch of a post whose words follow each other; phrases do not go from one into the next.
struct PostPart {
  PostPartKind kind = PostPartKind::kText;
  std::string text;
};

struct IndexedPost {
  Card card;  // but for the number of its language
  std::string language;
  std::vector<std::string> authors;
  std::string series;
  std::vector<PostPart> parts;
};

// A post with all of its text; `markdown` is its published source. The description is a part where
// the text does not say the same. Total: Markdown that cannot be read has no parts.
IndexedPost read_indexed_post(const Site& site, const Post& post, std::string_view markdown);

// Follows from all that the index has of a post, and not from what the published source says of
// others.
std::uint64_t fingerprint_of(const Site& site, const Post& post, std::string_view markdown);

}  // namespace daybook
