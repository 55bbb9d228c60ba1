// Definition lists: a term on a line of its own, and below it, with or without a blank line
// between, its definition behind a colon and a space. Several terms may share several definitions.
#pragma once

#include "core/markdown/tree.h"

namespace daybook {

// True where a line may begin a definition: reason to look closer.
bool may_define(const cmark_node* paragraph);

// Makes a definition list of a paragraph that is one; what precedes it may belong to it. Lists that
// follow each other become one.
void make_definition_list(cmark_node* paragraph);

}  // namespace daybook
