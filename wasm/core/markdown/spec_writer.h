// HTML as the specifications write it in their examples: CommonMark's, and with cmark-gfm's
// elements for the extensions GFM's.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/markdown/markdown.h"
#include "core/markdown/tree.h"

namespace daybook {

Result<std::string> write_spec_html(cmark_node* document, Dialect dialect, RawHtml raw_html);

}  // namespace daybook
