// Markdown as the specifications write it in their examples, raw HTML unchecked: for tests of the
// parser. No page is made by this, and core.wasm comes without it.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/markdown/syntax.h"

namespace daybook {

// With the tag filter of kGfm, as cmark-gfm writes it. Within the limits of markdown.h.
Result<std::string> render_specification(std::string_view markdown, Dialect dialect);

}  // namespace daybook
