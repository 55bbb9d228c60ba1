// A post as the writer of the index sees it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

}  // namespace daybook
