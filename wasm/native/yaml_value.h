// YAML as a tree of values.
#pragma once

#include <string_view>

#include "native/value.h"

namespace daybook {

// `text` is one YAML document that begins on `first_line` of its file: valid UTF-8, line ends LF,
// no control characters but tabs. Empty text is a null.
ParsedValue parse_yaml(std::string_view text, int first_line);

}  // namespace daybook
