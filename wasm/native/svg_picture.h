// Pictures of SVG files, drawn by librsvg where this system has it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace daybook {

// A square picture: the drawing in its middle, as large as `share` of the side.
struct PictureFrame {
  int side = 0;           // in pixels
  double share = 1;       // of the side, from 0 to 1
  bool is_paper = false;  // whether the ground is painted; clear otherwise
};

// Whether pictures can be drawn at all: the library is loaded when it is first asked for.
bool can_draw_svg();

// A PNG. Errors: no SVG, or one that cannot be drawn.
Result<std::string> draw_svg(std::string_view svg, const PictureFrame& frame);

}  // namespace daybook
