// Mermaid's flowcharts, sequence and state diagrams as SVG files, drawn when a blog is built: a
// page shows them like any image, without a script, and offline.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace daybook {

struct Diagram {
  std::string svg;  // a whole file, in light and dark; names no other file
  int width = 0;    // its natural size in CSS pixels
  int height = 0;
  std::string alternative;  // what it shows, in words: the text for `alt`
};

// `source` is the inside of a ```mermaid fence; any bytes are safe. The same source gives the same
// bytes on every machine, whatever fonts it has. An error's `where` is `line 3`, counted from 1 in
// `source`.
Result<Diagram> draw_mermaid(std::string_view source);

}  // namespace daybook
