#include "core/markdown/footnotes.h"

#include <charconv>
#include <string_view>

#include "core/markdown/task_items.h"

namespace daybook {
namespace {

bool has_only_paragraphs(const cmark_node* note) {
  for (const cmark_node* node = note->first_child; node != nullptr; node = node->next) {
    if (node->type != CMARK_NODE_PARAGRAPH) return false;
  }
  return note->first_child != nullptr;
}

// A link holds no links, a label names a box, headings and titles are names of their own, and
// a table has no room.
bool excludes_sidenotes(cmark_node* node) {
  const bool is_title_or_term =
      node->type == CMARK_NODE_CUSTOM_BLOCK && !CMARK_NODE_BLOCK_P(node->first_child);
  return node->type == CMARK_NODE_LINK || node->type == CMARK_NODE_HEADING ||
         node->type == CMARK_NODE_TABLE || node->type == CMARK_NODE_FOOTNOTE_DEFINITION ||
         (node->type == CMARK_NODE_PARAGRAPH && is_task_text(node)) || is_title_or_term;
}

}  // namespace

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

void settle_notes(cmark_node* document, NotePlacement placement) {
  for (cmark_node* node = document->first_child; node != nullptr; node = node->next) {
    if (node->type == CMARK_NODE_FOOTNOTE_DEFINITION) node->footnote.def_count = 0;
  }
  int depth = 0;  // inside what no sidenote may stand in
  cmark_node* note = nullptr;
  TreeWalk walk(document);
  while (walk.next()) {
    cmark_node* node = walk.node();
    if (node->type == CMARK_NODE_FOOTNOTE_DEFINITION) {
      note = walk.is_entering() ? node : nullptr;
      if (note != nullptr && !has_only_paragraphs(note)) note->user_data = nullptr;
    }
    if (excludes_sidenotes(node)) depth += walk.is_entering() ? 1 : -1;
    if (!walk.is_entering()) continue;
    if (node->type == CMARK_NODE_IMAGE) {
      walk.skip_children();
    } else if (node->type == CMARK_NODE_FOOTNOTE_REFERENCE) {
      cmark_node* definition = node->parent_footnote_def;
      node->footnote.ref_ix = ++definition->footnote.def_count;
      const bool is_first = node->footnote.ref_ix == 1;
      if (is_first && depth == 0 && placement == NotePlacement::kMargin)
        definition->user_data = node;
      if (note != nullptr) note->user_data = nullptr;
    }
  }
}

bool is_sidenote(const cmark_node* note) { return note->user_data != nullptr; }

bool has_sidenote(const cmark_node* reference) {
  return reference->parent_footnote_def->user_data == reference;
}

}  // namespace daybook
