// What a list of posts says of a document.
#pragma once

#include <string>

#include "core/markdown/tree.h"

namespace daybook {

// Plain text of the paragraphs before `<!-- more -->` or `<!-- truncate -->`, or where there is
// no such mark, or no text before it, of the first paragraph that has text.
std::string summarize(cmark_node* document);

}  // namespace daybook
