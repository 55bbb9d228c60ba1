// How wide text is, without asking a font: a drawing must come out the same on every machine, and
// fit whichever of its fonts the reader has.
#pragma once

#include <string_view>

namespace daybook {

// Pixels that `text`, one line, needs at `font_size` in any of the fonts that drawings name,
// rounded up: in the narrowest of them about a sixth more than it takes.
int text_width(std::string_view text, int font_size);

}  // namespace daybook
