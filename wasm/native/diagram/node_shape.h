// The outlines of nodes: how large they are, where links meet them, how they are drawn.
#pragma once

#include "native/diagram/flowchart.h"
#include "native/diagram/geometry.h"
#include "native/diagram/svg.h"

namespace daybook {

enum class Axis { kAcross, kDown };

// Enough for `text` and some air, in even pixels. Bars lie across the way that the chart runs.
Size shape_size(NodeShape shape, const TextBlock& text, Axis flow);

// How far from the middle of a side a link may still meet it.
int shape_port_span(NodeShape shape, const Size& size, BoxSide side);

// How far inside the box the outline lies, on a line through `side` at `offset` from its middle.
double shape_inset(NodeShape shape, const Size& size, BoxSide side, double offset);

// Where the text goes, from the centre of the box.
Position text_shift(NodeShape shape);

void draw_shape(SvgFile& svg, NodeShape shape, const Box& box);

}  // namespace daybook
