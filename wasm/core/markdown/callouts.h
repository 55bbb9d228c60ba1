// Callouts: block quotes that begin with `[!NOTE]` (GitHub), also `[!tip]- A title` (Obsidian),
// which can be folded away.
#pragma once

#include "core/markdown/markdown.h"
#include "core/markdown/tree.h"

namespace daybook {

// True where the first line may be a callout's: reason to look closer.
bool may_be_callout(const cmark_node* quote);

// Makes a callout of a quote that is one: a custom block, whose first child is another, its title.
void make_callout(cmark_node* quote, const MarkdownWords& words);

}  // namespace daybook
