// What stands in a fence around the diagram proper: front matter, comments, words for those who
// cannot see the picture.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace daybook {

struct DiagramSource {
  // The diagram alone: all else is blank, so that lines and offsets are those of the fence.
  std::string body;
  std::string title;                   // `title:` of the front matter, to be seen
  std::string accessible_title;        // accTitle
  std::string accessible_description;  // accDescr
};

// `text` must be valid UTF-8.
Result<DiagramSource> read_diagram_source(std::string_view text);

// `line N: message`, `line` from 1.
Error diagram_error(int line, std::string message);

// `text`, cut to what fits into a message, in double quotes.
std::string quoted(std::string_view text);

}  // namespace daybook
