// Permalink patterns: `/posts/:year/:month/:slug/` and a post's facts give a site path.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"

namespace daybook {

struct PermalinkFacts {
  std::optional<Date> date;  // local to the post's own offset
  std::string_view slug;
  std::string_view title;
  std::string_view section;  // may hold slashes, may be empty
};

// Tokens: :year :month :day (padded), :yearday (1 to 366), :slug :title :section. The result has
// no leading slash, ends with one, and holds no empty, `.` or `..` segment. An unknown token, a
// date token without a date and a result without any segment are errors.
Result<std::string> expand_permalink(std::string_view pattern, const PermalinkFacts& facts);

// A path an author wrote (`/a/b`, `a/b/`, `a/b/index.html`) as such a site path. Empty for the
// root and for what is not a path at all.
std::string normalise_page_path(std::string_view written);

}  // namespace daybook
