// A flowchart as an SVG file.
#pragma once

#include "native/diagram/diagram.h"
#include "native/diagram/flowchart.h"
#include "native/diagram/sheet.h"

namespace daybook {

Diagram draw_flowchart(const Flowchart& chart, const DiagramTexts& texts);

}  // namespace daybook
