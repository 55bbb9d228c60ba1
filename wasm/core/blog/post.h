// What a post is to every part of Daybook: the facts a manifest item carries, without its text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"

namespace daybook {

struct Author {
  std::string name;
  std::string url;  // may be empty

  bool operator==(const Author&) const = default;
};

struct Image {
  std::string url;  // site path or absolute URL; empty for no image
  std::string alt;
  std::string caption;

  bool operator==(const Image&) const = default;
};

// Whether a page lists its headings; kAuto leaves it to the page's length.
enum class TableOfContents { kAuto, kShown, kHidden };

// A post, or a page that stands outside the dated index (`about/`).
struct Post {
  std::string path;         // site path of its page, `posts/x/`
  std::string title;        // plain text
  std::string description;  // plain text; empty where the author gave none on purpose
  std::optional<Timestamp> date;
  std::optional<Timestamp> updated;
  std::vector<std::string> tags;  // as written, in the author's order, each once
  std::vector<std::string> categories;
  std::string series;
  std::optional<int> series_order;
  std::vector<Author> authors;
  std::string language;  // BCP 47; empty for the site's
  Image image;
  std::string canonical_url;  // absolute; empty for the page's own
  TableOfContents table_of_contents = TableOfContents::kAuto;
  bool has_math = false;
  bool is_pinned = false;
  bool is_unlisted = false;
  std::optional<int> weight;

  std::string source;       // site path of its Markdown, `posts/x/index.md`
  std::string sha256;       // of those bytes, base64url; empty where nobody vouches for them
  std::uint64_t bytes = 0;  // their length, 0 where unknown

  bool operator==(const Post&) const = default;
};

}  // namespace daybook
