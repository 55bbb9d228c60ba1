// Finds the posts of the views that site.json names, as readers who search would.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/blog/site.h"
#include "core/search_index.h"
#include "native/plan.h"

namespace daybook {

// Fills in what the views of `site` have found, and returns the files that say it. The posts of a
// view are the newest first, or in the order that its query says. `posts` are those of the index,
// newest first; `read_file` has the files of the index that begins at `root`.
Result<std::vector<GeneratedFile>> find_saved_views(Site& site,
                                                    const std::vector<PlannedPage>& posts,
                                                    const SearchRoot& root,
                                                    const ReadIndexFile& read_file);

}  // namespace daybook
