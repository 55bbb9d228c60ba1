// Which destinations may stand in a published page.
#pragma once

#include <string_view>

#include "core/markdown/markdown.h"

namespace daybook {

// True for relative references and fragments, http, https, mailto and tel, and in images for
// data: of the raster formats. Judged as browsers read it, which drop controls and spaces.
bool may_publish(std::string_view destination, LinkKind kind);

}  // namespace daybook
