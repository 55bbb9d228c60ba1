// A page before the document is put around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace daybook {

// A kFile is no page but a file for other programs, a feed or the sitemap.
enum class PageKind {
  kIndex,
  kPost,
  kPage,
  kTags,
  kTag,
  kSeries,
  kView,
  kArchives,
  kSearch,
  kOffline,
  kNotFound,
  kFile,
};

struct Page {
  PageKind kind = PageKind::kIndex;
  int status = 200;
  std::string path;               // site path
  std::string title;              // of the page alone; empty on the first index page
  std::string description;        // plain text, may be empty
  std::string canonical_url;      // absolute; empty for the page's own
  std::string image;              // site path or absolute URL, may be empty
  std::string image_alt;          // plain text, may be empty
  bool has_social_image = false;  // `image` is the one that the build has drawn
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;
  // The neighbours of a list's page, and of a post: the entries before and after it.
  std::optional<std::string> previous_path;
  std::optional<std::string> next_path;
  // Of a tag or view: the site path of its first page, beside which its feeds lie.
  std::string feeds;
  bool has_code = false;     // in a language that the script colours
  bool has_math = false;     // formulas
  bool is_indexable = true;  // false: search engines are asked to leave it out
  std::string main;          // HTML, all links relative to `path`; of a kFile the whole file
};

}  // namespace daybook
