#include "core/markdown/summary.h"

#include <string_view>

#include "core/base/text.h"
#include "core/markdown/plain_text.h"

namespace daybook {
namespace {

// True for raw HTML that begins with the comment by which authors end a summary.
bool is_more_mark(std::string_view html) {
  constexpr std::string_view kOpening = "<!--";
  html = trim(html);
  const std::size_t end = html.find("-->");
  if (html.substr(0, kOpening.size()) != kOpening || end == std::string_view::npos) return false;
  if (end < kOpening.size()) return false;
  const std::string_view word = trim(html.substr(kOpening.size(), end - kOpening.size()));
  return word == "more" || word == "truncate";
}

bool is_mark(const cmark_node* node) {
  return (node->type == CMARK_NODE_HTML_BLOCK || node->type == CMARK_NODE_HTML_INLINE) &&
         is_more_mark(view(node->as.literal));
}

cmark_node* find_mark(cmark_node* document) {
  TreeWalk walk(document);
  while (walk.next()) {
    if (walk.is_entering() && is_mark(walk.node())) return walk.node();
  }
  return nullptr;
}

// The text of the paragraphs before `end`, which may stand inside the last of them.
std::string text_before(cmark_node* document, const cmark_node* end) {
  std::string out;
  TreeWalk walk(document);
  while (walk.next() && walk.node() != end) {
    if (walk.node()->type != CMARK_NODE_PARAGRAPH || !walk.is_entering()) continue;
    out += plain_text(walk.node(), ImageText::kNone, end);
    out += ' ';
  }
  return std::string(trim(out));
}

std::string first_text(cmark_node* document) {
  TreeWalk walk(document);
  while (walk.next()) {
    if (walk.node()->type != CMARK_NODE_PARAGRAPH || !walk.is_entering()) continue;
    std::string text = plain_text(walk.node(), ImageText::kNone);
    if (!text.empty()) return text;
  }
  return {};
}

}  // namespace

std::string summarize(cmark_node* document) {
  if (const cmark_node* mark = find_mark(document)) {
    std::string text = text_before(document, mark);
    if (!text.empty()) return text;
  }
  return first_text(document);
}

}  // namespace daybook
