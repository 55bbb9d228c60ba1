// Markdown as the specifications write it in their examples, raw HTML unchecked: for tests of the
// parser. No page is made by this, and core.wasm comes without it.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace daybook {

enum class Specification {
  kCommonMark,  // no extensions
  kGfm,         // with its extensions and tag filter, as cmark-gfm writes them
};

// Within the limits of markdown.h.
Result<std::string> render_specification(std::string_view markdown, Specification specification);

}  // namespace daybook
