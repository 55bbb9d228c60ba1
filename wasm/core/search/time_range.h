// Documents of a time.
#pragma once

#include "core/query/query.h"
#include "core/search/term_finder.h"

namespace daybook {

// The documents with a date in `days`.
Matches match_days(IndexReader& reader, const Days& days);

}  // namespace daybook
