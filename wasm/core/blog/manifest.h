// The manifest: a JSON Feed 1.1 that carries what Daybook needs in `_daybook` objects. This file
// and manifest_*.cc own the format, reading and writing.
//
// posts.json, the head: feed keys, the newest kHeadPosts posts, and
//   "_daybook": {
//     "total": posts in all, "tags_total": tags in all,
//     "tags": {name: posts}, at most kMaxHeadTags, most used first; "years": {year: posts},
//     "series": {name: posts}, by name,
//     "per_page": posts on an index page, "copyright": text, "url": the site's absolute URL,
//     "smart_punctuation": true where it is wanted, "trusted_html": so too,
//     "social_images": true where the build has drawn them (social_image.h),
//     "offline": whether a service worker keeps the site; at false one that does takes its leave,
//     "menu": [{"name", "path"}],
//     "views": [{"name", "query", "description", "list", "sha256", "posts"}] (saved_view.h),
//     "assets": {"core", "script", "theme", "style", "font", "custom", "icon", "code",
//                "math", "search"},
//     "search": {"root", "sha256"}, where the full-text index begins (search/root.h), and
//       "segments": [digits] (search/segment_file.h), which web/worker/index_files.ts reads,
//     "words": {key: text}, those of words.h in the site's language unless that is English,
//     "pages": [items outside the index], "pinned": [items above it, at most kMaxPinned],
//     "next": {"path", "sha256", "posts"}
//   }
// m/<hash>.json, the pages after it, each named by the first 16 digits of its SHA-256, each with
//   "_daybook": {"next": as above, "older": [references to all pages after this], page 2 alone}
// An item: id, url, title, content_text (the description), date_published, date_modified, tags,
// authors, language, image, and
//   "_daybook": {"path", "source" (if not path + index.md), "sha256" (base64url), "bytes",
//     "categories", "series", "series_order", "weight", "canonical_url", "image_alt",
//     "image_caption", "toc", "math", "pinned", "unlisted"}
// next_url and url are absolute where the site's URL is known; path and next are relative to the
// site's root. Pages are cut from the oldest post on, kPagePosts each, so that publishing a post
// rewrites the head and the one page behind it (two, when that one has become full), whatever the
// number of posts.
//
// Written by hand, a manifest may leave out every key but version, title and items, and an item
// every key but one of _daybook.source, _daybook.path and url.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/blog/blog.h"

namespace daybook {

inline constexpr std::string_view kHeadPath = "posts.json";
inline constexpr std::size_t kHeadPosts = 50;
inline constexpr std::size_t kPagePosts = 250;
inline constexpr std::size_t kMaxPinned = 8;

struct ManifestFile {
  std::string path;
  std::string bytes;
};

// All files of the manifest, the head last. `posts` are sorted by is_newer; `pages` stand outside
// the index.
std::vector<ManifestFile> write_manifest(const Site& site, const std::vector<Post>& posts,
                                         const std::vector<Post>& pages);

// Reads one page; `path` decides whether it is the head. Any bytes are safe. Errors name the
// place: `posts.json:3:7` for syntax, `posts.json: items[2].title` for a value.
Result<ManifestPage> read_manifest(std::string_view path, std::string_view json);

}  // namespace daybook
