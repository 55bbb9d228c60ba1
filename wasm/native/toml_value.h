// TOML as a tree of values.
#pragma once

#include <string_view>

#include "native/value.h"

namespace daybook {

// `text` is one TOML document that begins on `first_line` of its file; valid UTF-8. Dates and
// times become text as RFC 3339 writes them, with a space between date and time.
ParsedValue parse_toml(std::string_view text, int first_line);

}  // namespace daybook
