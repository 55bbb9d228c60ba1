// The Markdown of a post as it is published, `index.md`: the author's text behind front matter
// in JSON between `---` lines (YAML readers take it too, JSON being YAML). This file and
// published_source.cc own the format.
//
//   ---
//   {
//   "title": …, "date": …, "updated": …, "description": …, "tags": […], "params": {…},
//   "_daybook": {"links": {"./other.md": "posts/other/"}}
//   }
//   ---
//
//   body
//
// The manifest says all that a page shows; only `_daybook` is read back. `links` maps what the
// author wrote, without query and fragment, to site paths.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/blog/post.h"

namespace daybook {

using LinkMap = std::map<std::string, std::string, std::less<>>;

std::string write_published_source(const Post& post, std::string_view params_json,
                                   const LinkMap& links, std::string_view body);

struct PublishedSource {
  std::string_view body;  // into the text that was read
  LinkMap links;
};

// Reads a published source, or Markdown with front matter of any kind, which is skipped. Total:
// what cannot be read as front matter is body.
PublishedSource read_published_source(std::string_view text);

}  // namespace daybook
