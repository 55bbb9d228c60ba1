// The last touches to a sequence diagram's layout.
#pragma once

#include "native/diagram/sequence_layout.h"

namespace daybook {

// Breaks lifelines, bars and the sides of boxes where a text lies over them, so that it stands free
// on any background.
void clear_texts(PlacedSequence& placed);

// Moves everything by `distance`.
void shift_right(PlacedSequence& placed, int distance);

}  // namespace daybook
