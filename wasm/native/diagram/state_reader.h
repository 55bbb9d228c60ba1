// State diagrams, which are flowcharts to all that comes after: states are nodes, composite states
// are groups.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "native/diagram/flowchart.h"

namespace daybook {

// `body` as DiagramSource has it, from the word `stateDiagram-v2` on.
Result<Flowchart> read_state_diagram(std::string_view body);

}  // namespace daybook
