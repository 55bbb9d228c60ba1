#include "core/markdown/definition_lists.h"

#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "core/markdown/task_items.h"

namespace daybook {
namespace {

constexpr const char* kListOpening = "<dl>\n";

bool begins_definition(std::string_view line) {
  return line.starts_with(": ") || line.starts_with(":\t");
}

bool begins_definition(const cmark_node* node) {
  return node != nullptr && node->type == CMARK_NODE_TEXT &&
         begins_definition(view(node->as.literal));
}

std::size_t count_in_source(std::string_view source) {
  std::size_t definitions = 0;
  while (!source.empty()) {
    source.remove_prefix(std::min(source.find_first_not_of(" \t"), source.size()));
    definitions += begins_definition(source) ? 1 : 0;
    source.remove_prefix(std::min(source.find('\n'), source.size() - 1) + 1);
  }
  return definitions;
}

std::size_t count_in_tree(const cmark_node* paragraph) {
  std::size_t definitions = 0;
  for (const cmark_node* node = paragraph->first_child; node != nullptr; node = node->next) {
    const bool begins_line = node->prev == nullptr || is_line_break(node->prev);
    definitions += begins_line && begins_definition(node) ? 1 : 0;
  }
  return definitions;
}

void cut_sign(cmark_node* text) {
  const std::string_view literal = view(text->as.literal);
  const std::string definition(
      literal.substr(std::min(literal.find_first_not_of(" \t", 1), literal.size())));
  cmark_node_set_literal(text, definition.c_str());
}

// Moves the lines of `paragraph` to the end of `list`: each is a term up to the first definition,
// and goes on with the definition before it from there on.
void move_lines(cmark_node* paragraph, cmark_node* list) {
  cmark_node* entry = nullptr;
  bool is_defining = false;
  while (cmark_node* node = paragraph->first_child) {
    if (entry == nullptr) {
      is_defining = is_defining || begins_definition(node);
      entry = is_defining ? new_custom_block(list, "<dd>", "</dd>\n")
                          : new_custom_block(list, "<dt>", "</dt>\n");
      cmark_node_append_child(list, entry);
      if (is_defining) cut_sign(node);
    }
    const bool ends_entry = is_line_break(node) && (!is_defining || begins_definition(node->next));
    if (ends_entry) {
      cmark_node_unlink(node);
      entry = nullptr;
    } else {
      cmark_node_append_child(entry, node);
    }
  }
  cmark_node_unlink(paragraph);
}

}  // namespace

bool may_define(const cmark_node* paragraph) {
  const std::string_view source = source_of(paragraph);
  return source.starts_with(':') || source.find("\n:") != std::string_view::npos;
}

void make_definition_list(cmark_node* paragraph) {
  // What only looks like one in the tree, or only in the source, was escaped or is code.
  const std::size_t definitions = count_in_tree(paragraph);
  if (definitions == 0 || definitions != count_in_source(source_of(paragraph))) return;
  const bool has_term = !begins_definition(paragraph->first_child);
  cmark_node* before = paragraph->prev;
  const bool follows_term = !has_term && before != nullptr &&
                            before->type == CMARK_NODE_PARAGRAPH && !is_task_text(before);
  cmark_node* list = follows_term ? before->prev : before;
  const bool follows_list = list != nullptr && list->type == CMARK_NODE_CUSTOM_BLOCK &&
                            view(list->as.custom.on_enter) == kListOpening;
  if (is_task_text(paragraph) || (!has_term && !follows_term && !follows_list)) return;

  if (!follows_list) {
    list = new_custom_block(paragraph, kListOpening, "</dl>\n");
    cmark_node_insert_before(follows_term ? before : paragraph, list);
  }
  if (follows_term) move_lines(before, list);
  move_lines(paragraph, list);
}

}  // namespace daybook
