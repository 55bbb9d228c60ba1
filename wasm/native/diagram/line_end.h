// The ends of lines as they are drawn.
#pragma once

#include <span>

#include "native/diagram/geometry.h"
#include "native/diagram/line_style.h"
#include "native/diagram/svg.h"

namespace daybook {

// The end of a line: its tip, and the way it points, one pixel long.
struct PlacedEnd {
  LineEnd kind = LineEnd::kPlain;
  Position tip;
  Position way;
};

// How far before its tip a line stops, so that the tip stays sharp, and a ring empty.
double trim_of(LineEnd kind);

void draw_line_ends(SvgFile& svg, std::span<const PlacedEnd> ends);

}  // namespace daybook
