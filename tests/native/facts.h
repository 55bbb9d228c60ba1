// What was read of a file, as text, so that a test can be a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "native/front_matter.h"

namespace daybook {

// One fact of `source` by its name: `title`, `date`, `tags` (`a|b`), `image` and so on. `?` where
// it is absent, `unknown fact` for a name that this does not know.
std::string fact(const SourceFile& source, std::string_view name);

// Each problem on a line of its own, as the command prints it.
std::string texts(const std::vector<Problem>& problems);

// A post with this front matter (fences included) in posts/a.md, in the time zone UTC.
ReadSource read_post(std::string_view text);

}  // namespace daybook
