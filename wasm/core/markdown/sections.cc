#include "core/markdown/sections.h"

#include <utility>

#include "core/base/text.h"
#include "core/markdown/headings.h"
#include "core/markdown/plain_text.h"

namespace daybook {
namespace {

// Adds `text` with white space collapsed, in itself and with what stands before it.
void append_text(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
      out += c;
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out += ' ';
    }
  }
}

void end_block(std::string& out) {
  if (out.ends_with(' ')) out.pop_back();
  if (!out.empty() && !out.ends_with('\n')) out += '\n';
}

}  // namespace

std::vector<MarkdownSection> divide_text(cmark_node* document, std::vector<Heading> headings) {
  std::vector<MarkdownSection> sections(1);
  auto heading = headings.begin();
  TreeWalk walk(document);
  while (walk.next()) {
    cmark_node* node = walk.node();
    std::string& out = sections.back().text;
    if (!walk.is_entering()) {
      if (node->type == CMARK_NODE_TABLE_CELL) {
        append_text(out, " ");
      } else if (CMARK_NODE_BLOCK_P(node)) {
        end_block(out);
      }
    } else if (node->type == CMARK_NODE_HEADING) {
      if (is_listed_heading(node) && heading != headings.end()) {
        end_block(out);
        sections.push_back({std::move(heading->id), std::move(heading->text), {}});
        ++heading;
      }
      walk.skip_children();
    } else if (is_text(node)) {
      append_text(out, view(node->as.literal));
    } else if (node->type == CMARK_NODE_CODE_BLOCK) {
      end_block(out);
      append_text(out, view(node->as.code.literal));
      end_block(out);
    } else if (parts_words(node)) {
      append_text(out, " ");
    }
  }
  for (MarkdownSection& section : sections) {
    if (section.text.ends_with('\n')) section.text.pop_back();
  }
  return sections;
}

}  // namespace daybook
