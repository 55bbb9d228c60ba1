// Text without markup.
#pragma once

#include <cstddef>
#include <string>

#include "core/markdown/tree.h"

namespace daybook {

enum class ImageText { kAlternative, kNone };

// True for nodes that are text or code, and for those that part words as a space does: line breaks,
// and the raw HTML that authors write for want of a line break in a table.
bool is_text(const cmark_node* node);
bool parts_words(const cmark_node* node);

// What `root` reads like, up to the node `end` where that is given: text and code, a line break
// as a space, white space collapsed.
std::string plain_text(cmark_node* root, ImageText images, const cmark_node* end = nullptr);

// An image's alternative text as the specification writes it: nothing collapsed.
std::string alternative_text(cmark_node* image);

// Words of running text below `root`: code blocks and alternative texts do not count, and
// ideographs, which know no spaces, count one each.
std::size_t count_words(cmark_node* root);

}  // namespace daybook
