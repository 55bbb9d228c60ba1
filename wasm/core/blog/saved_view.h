// Saved views: queries of the author's that have become pages.
//
// The build finds the posts, since that takes the full text; what it has found is a file that the
// manifest names, `v/<start of its SHA-256>.txt`: the numbers of the posts in the view's order, in
// decimal, each with a line break. Posts are counted from the oldest, 0, so that publishing one
// changes no number.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace daybook {

struct SavedView {
  std::string name;
  std::string query;
  std::string description;  // plain text, may be empty
  std::string list;         // site path of the file
  std::string sha256;       // of that file, base64url
  std::size_t posts = 0;

  bool operator==(const SavedView&) const = default;
};

std::string write_view_list(const std::vector<std::size_t>& numbers);

// `posts` is how many the blog has. Errors where a line is no number below it, or stands twice.
Result<std::vector<std::size_t>> read_view_list(std::string_view text, std::size_t posts);

}  // namespace daybook
