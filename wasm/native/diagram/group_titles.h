// Where the titles of subgraphs stand.
#pragma once

#include "native/diagram/flowchart_layout.h"

namespace daybook {

// Above what a group leaves free for its title; and how far it stands from the border.
inline constexpr int kTitlePad = 10;

// Puts each title into the upper left corner of its group, or as far to the right of it as needed
// that no link runs through it. A title without such a place covers the links behind it.
void place_titles(PlacedFlowchart& placed);

}  // namespace daybook
