// site.json.
#pragma once

#include <string_view>
#include <vector>

#include "native/content.h"
#include "native/problem.h"

namespace daybook {

struct ReadSettings {
  SiteSettings settings;          // defaults for what is absent or wrong
  std::vector<Problem> problems;  // `file` is left empty
};

// `text` is the whole file: an object of `title`, `description`, `url`, `language`, `timezone`,
// `authors` (or `author`), `permalink`, `paginate` (or `posts_per_page`), `menu` (a list of
// `{name, path}` or `{name, url}`), `copyright`, `smartPunctuation`, `rawHtml` ("omit", as
// where it is not given, or "trusted"), `socialImages` (true where not given) and `words` (an
// object of keys of words.h and texts); all of them optional.
ReadSettings read_site_settings(std::string_view text);

}  // namespace daybook
