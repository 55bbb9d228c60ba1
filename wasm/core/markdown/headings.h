// Headings: the title among them, their levels below the page's own, and their ids.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/markdown/markdown.h"
#include "core/markdown/tree.h"

namespace daybook {

struct SettledHeadings {
  std::string title;  // plain text of the first heading of level 1; empty where there is none
  std::vector<Heading> headings;
};

// Makes the headings of `document` fit below a page's own, which says `title`: the first of level 1
// is taken out of the tree if it says the same, however quotes and dashes are set, and if others of
// level 1 remain, all move one level down. Each gets an id of its own: the one its author gave it
// as `{#id}`, which is cut from the tree, or else GitHub's. No id is one that the page or a
// footnote uses. Headings without text are left out of the list.
SettledHeadings settle_headings(cmark_node* document, std::string_view title);

// True for the headings in that list.
bool is_listed_heading(const cmark_node* heading);

}  // namespace daybook
