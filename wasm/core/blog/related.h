// Which older posts a post is related to, by shared tags and by the words that set it apart.
//
// Only older posts are looked at, and only what was written up to then weighs: publishing a post
// changes the relations of no other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

inline constexpr std::size_t kMaxRelated = 3;

struct RelatedText {
  std::vector<std::string> tags;  // slugs
  std::string_view title;
  std::string_view text;  // Markdown or plain; only its beginning is read
};

// For each of `posts`, oldest first, the numbers of those related to it, closest first; at most
// kMaxRelated.
std::vector<std::vector<std::size_t>> find_related(const std::vector<RelatedText>& posts);

}  // namespace daybook
