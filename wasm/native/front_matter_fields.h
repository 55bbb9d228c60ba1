// What each field of front matter means for a post.
#pragma once

#include <string_view>
#include <vector>

#include "native/content.h"
#include "native/front_matter_keys.h"
#include "native/problem.h"

namespace daybook {

// Fills `source` with what `keys` say, and leaves alone what they do not. A link that is no path
// of this site goes to `keys.unknown`. `timezone` as for read_source().
void read_fields(SortedKeys& keys, std::string_view timezone, SourceFile& source,
                 std::vector<Problem>& problems);

}  // namespace daybook
