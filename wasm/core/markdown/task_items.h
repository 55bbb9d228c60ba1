// Task lists: items that begin with `[ ]` or `[x]`.
//
// cmark-gfm's extension for them looks at the bytes of whole lines: it misses tasks inside quotes,
// and takes `- [ ] see [x]` for done. Here the tree decides.
#pragma once

#include "core/markdown/tree.h"

namespace daybook {

enum class TaskState { kNone, kOpen, kDone };

// Marks the items below `document` that are tasks, and cuts the sign from their text.
void mark_task_items(cmark_node* document);

TaskState task_state(const cmark_node* item);

// True for the paragraph that says what is to be done.
bool is_task_text(const cmark_node* paragraph);

}  // namespace daybook
