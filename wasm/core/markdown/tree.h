// Reading cmark's tree of nodes without copying and without recursion.
#pragma once

#include <node.h>

extern "C" {
#include <strikethrough.h>
#include <table.h>
}

#include <string_view>

namespace daybook {

inline std::string_view view(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

// The lines of a paragraph as its author wrote them, without what its containers begin lines with.
inline std::string_view source_of(const cmark_node* paragraph) {
  const cmark_strbuf& source = paragraph->content;
  return {reinterpret_cast<const char*>(source.ptr), static_cast<std::size_t>(source.size)};
}

inline bool is_line_break(const cmark_node* node) {
  return node->type == CMARK_NODE_SOFTBREAK || node->type == CMARK_NODE_LINEBREAK;
}

// A block that is written as `opening`, its children, `closing`: constants, never an author's text.
inline cmark_node* new_custom_block(cmark_node* beside, const char* opening, const char* closing) {
  cmark_node* node = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_BLOCK, cmark_node_mem(beside));
  node->as.custom = {cmark_chunk_literal(opening), cmark_chunk_literal(closing)};
  return node;
}

// True for paragraphs of a list without blank lines, which get no <p>.
inline bool is_tight_paragraph(const cmark_node* paragraph) {
  const cmark_node* item = paragraph->parent;
  return item != nullptr && item->parent != nullptr && item->parent->type == CMARK_NODE_LIST &&
         item->parent->as.list.tight;
}

// 'l', 'c', 'r', or 0 where the delimiter row says nothing.
inline char cell_alignment(const cmark_node* cell) {
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(cell->parent->parent);
  return static_cast<char>(alignments[cell->as.cell_index]);
}

// Visits `root` and everything below it in document order: a node that can have children twice,
// on entering and on leaving, any other once, on entering.
class TreeWalk {
 public:
  explicit TreeWalk(cmark_node* root) : iterator_(cmark_iter_new(root)) {}
  ~TreeWalk() { cmark_iter_free(iterator_); }
  TreeWalk(const TreeWalk&) = delete;
  TreeWalk& operator=(const TreeWalk&) = delete;

  // Moves to the next visit; false after the last.
  bool next() {
    event_ = cmark_iter_next(iterator_);
    return event_ != CMARK_EVENT_DONE;
  }

  cmark_node* node() const { return cmark_iter_get_node(iterator_); }
  bool is_entering() const { return event_ == CMARK_EVENT_ENTER; }

  // While entering a node that can have children: goes on to leaving it.
  void skip_children() {
    cmark_iter_reset(iterator_, node(), CMARK_EVENT_EXIT);
    event_ = CMARK_EVENT_EXIT;
  }

 private:
  cmark_iter* iterator_;
  cmark_event_type event_ = CMARK_EVENT_NONE;
};

}  // namespace daybook
