// The text of a document, divided by its headings.
#pragma once

#include <vector>

#include "core/markdown/markdown.h"
#include "core/markdown/tree.h"

namespace daybook {

// `headings` are those that settle_headings gave to `document`.
std::vector<MarkdownSection> divide_text(cmark_node* document, std::vector<Heading> headings);

}  // namespace daybook
