// HTML as readers get it: semantic, accessible, without inline styles or scripts.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/markdown/markdown.h"
#include "core/markdown/tree.h"

namespace daybook {

// The HTML of `tree`, whose headings `document` has in its order. Adds to the document what only
// the writer sees: diagrams, raw HTML, whether there are code and formulas. Links and images
// without a destination are written as their text.
Result<std::string> write_blog_html(MarkdownDocument& document, cmark_node* tree,
                                    const MarkdownOptions& options);

}  // namespace daybook
