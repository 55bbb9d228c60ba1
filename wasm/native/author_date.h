// Dates in the many shapes that authors of other engines were allowed.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/date.h"

namespace daybook {

// Everything parse_written_date() reads, and also `2025/11/10` for its date, `Nov 10 2025`,
// `November 10, 2025` and `10 November 2025` (Astro's own templates), and a year repeated after
// the time, as in `2023-01-29 18:30:22 2023 -0800` (cut from git's output).
std::optional<WrittenDate> parse_author_date(std::string_view text);

}  // namespace daybook
