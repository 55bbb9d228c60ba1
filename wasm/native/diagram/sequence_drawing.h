// A sequence diagram as an SVG file.
#pragma once

#include "native/diagram/diagram.h"
#include "native/diagram/sequence.h"
#include "native/diagram/sheet.h"

namespace daybook {

Diagram draw_sequence(const Sequence& sequence, const DiagramTexts& texts);

}  // namespace daybook
