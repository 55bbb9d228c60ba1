#include "core/markdown/task_items.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace daybook {
namespace {

constexpr std::size_t kSignBytes = 3;

TaskState sign_at_start(std::string_view text) {
  const std::string_view sign = text.substr(0, kSignBytes);
  if (sign == "[ ]") return TaskState::kOpen;
  if (sign == "[x]" || sign == "[X]") return TaskState::kDone;
  return TaskState::kNone;
}

// Cuts the sign and the space after it from the first text of a paragraph; false, with nothing
// cut, where no space or nothing else follows.
bool cut_sign(cmark_node* text) {
  const std::string_view literal = view(text->as.literal);
  const std::string_view rest = literal.substr(kSignBytes);
  const std::size_t begin = rest.find_first_not_of(" \t");
  if (begin == std::string_view::npos && text->next == nullptr) return false;
  if (rest.empty()) {
    if (text->next->type != CMARK_NODE_SOFTBREAK) return false;
    cmark_node_unlink(text->next);
  } else if (begin == 0) {
    return false;
  }
  const std::string kept(rest.substr(std::min(begin, rest.size())));
  cmark_node_set_literal(text, kept.c_str());
  return true;
}

}  // namespace

void mark_task_items(cmark_node* document) {
  TreeWalk walk(document);
  while (walk.next()) {
    cmark_node* item = walk.node();
    if (item->type != CMARK_NODE_ITEM || !walk.is_entering()) continue;
    const cmark_node* paragraph = item->first_child;
    if (paragraph == nullptr || paragraph->type != CMARK_NODE_PARAGRAPH) continue;
    cmark_node* text = paragraph->first_child;
    if (text == nullptr || text->type != CMARK_NODE_TEXT) continue;
    const TaskState state = sign_at_start(view(text->as.literal));
    if (state == TaskState::kNone || !cut_sign(text)) continue;
    item->user_data = item;
    item->as.list.checked = state == TaskState::kDone;
  }
}

TaskState task_state(const cmark_node* item) {
  if (item->type != CMARK_NODE_ITEM || item->user_data == nullptr) return TaskState::kNone;
  return item->as.list.checked ? TaskState::kDone : TaskState::kOpen;
}

bool is_task_text(const cmark_node* paragraph) {
  return paragraph->prev == nullptr && paragraph->parent != nullptr &&
         task_state(paragraph->parent) != TaskState::kNone;
}

}  // namespace daybook
