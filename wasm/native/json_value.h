// JSON as a tree of values.
#pragma once

#include <string_view>

#include "native/value.h"

namespace daybook {

// `text` is one JSON value that begins on `first_line` of its file; valid UTF-8.
ParsedValue parse_json(std::string_view text, int first_line);

}  // namespace daybook
