// A flowchart as an SVG file.
#pragma once

#include <string_view>

#include "native/diagram/diagram.h"
#include "native/diagram/flowchart.h"

namespace daybook {

// `title` is written above it; `name` and `description` are for those who cannot see it.
Diagram draw_flowchart(const Flowchart& chart, std::string_view title, std::string_view name,
                       std::string_view description);

}  // namespace daybook
