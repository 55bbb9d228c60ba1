// From the places that a link passes to the curve that is drawn.
#pragma once

#include "native/diagram/flowchart_layout.h"
#include "native/diagram/layered_layout.h"
#include "native/diagram/node_shape.h"
#include "native/diagram/turn.h"

namespace daybook {

// What a link meets, and how it ends there.
struct LinkEnd {
  NodeShape shape = NodeShape::kRectangle;
  Size size;     // as it is seen
  Point centre;  // in the layout
  LineEnd kind = LineEnd::kPlain;
};

struct LinkEnds {
  LinkEnd from;
  LinkEnd to;
};

// Fills in the strokes, ends and label place of `link`, turned, and moved by `origin`.
void draw_strokes(const LayoutRoute& route, const LinkEnds& ends, const Turn& turn,
                  const Point& origin, PlacedLink& link);

}  // namespace daybook
