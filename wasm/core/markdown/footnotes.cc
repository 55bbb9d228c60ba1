#include "core/markdown/footnotes.h"

#include <charconv>
#include <string_view>

namespace daybook {

std::string note_id(int number) { return "fn-" + std::to_string(number); }

std::string note_reference_id(int number, int reference) {
  std::string id = "fnref-" + std::to_string(number);
  if (reference > 1) id.append("-").append(std::to_string(reference));
  return id;
}

int referenced_note(const cmark_node* reference) {
  const std::string_view digits = view(reference->as.literal);
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

void number_note_references(cmark_node* document) {
  for (cmark_node* node = document->first_child; node != nullptr; node = node->next) {
    if (node->type == CMARK_NODE_FOOTNOTE_DEFINITION) node->footnote.def_count = 0;
  }
  TreeWalk walk(document);
  while (walk.next()) {
    cmark_node* node = walk.node();
    if (!walk.is_entering()) continue;
    if (node->type == CMARK_NODE_IMAGE) {
      walk.skip_children();
    } else if (node->type == CMARK_NODE_FOOTNOTE_REFERENCE) {
      node->footnote.ref_ix = ++node->parent_footnote_def->footnote.def_count;
    }
  }
}

}  // namespace daybook
