#include "core/markdown/markdown.h"

#include "core/markdown/arena.h"
#include "core/markdown/blog_writer.h"
#include "core/markdown/callouts.h"
#include "core/markdown/definition_lists.h"
#include "core/markdown/footnotes.h"
#include "core/markdown/headings.h"
#include "core/markdown/links.h"
#include "core/markdown/parser.h"
#include "core/markdown/plain_text.h"
#include "core/markdown/sections.h"
#include "core/markdown/summary.h"

namespace daybook {
namespace {

// Makes callouts and definition lists of the blocks that CommonMark reads them as.
void shape_blocks(cmark_node* tree, const MarkdownWords& words) {
  std::vector<cmark_node*> callouts;
  std::vector<cmark_node*> definitions;
  TreeWalk walk(tree);
  while (walk.next()) {
    cmark_node* node = walk.node();
    if (!walk.is_entering()) continue;
    if (node->type == CMARK_NODE_BLOCK_QUOTE && may_be_callout(node)) callouts.push_back(node);
    if (node->type == CMARK_NODE_PARAGRAPH) {
      if (may_define(node)) definitions.push_back(node);
      walk.skip_children();
    }
  }
  for (cmark_node* quote : callouts) make_callout(quote, words);
  for (cmark_node* paragraph : definitions) make_definition_list(paragraph);
}

Result<MarkdownDocument> blog_document(cmark_node* tree, const MarkdownOptions& options) {
  MarkdownDocument document;
  shape_blocks(tree, options.words);
  SettledHeadings settled = settle_headings(tree, options.title);
  document.title = std::move(settled.title);
  document.headings = std::move(settled.headings);
  settle_notes(tree, options.notes);
  document.summary = summarize(tree);
  document.links = publish_links(tree, options.resolve);
  document.words = count_words(tree);
  TRY(document.html, write_blog_html(document, tree, options));
  return document;
}

Syntax syntax_of(const MarkdownOptions& options) {
  return {Dialect::kArticle, options.inline_math, options.punctuation};
}

}  // namespace

Result<MarkdownDocument> render_markdown(std::string_view markdown,
                                         const MarkdownOptions& options) {
  ArenaSession arena;
  TRY(cmark_node * tree, parse_markdown(arena, markdown, syntax_of(options)));
  return blog_document(tree, options);
}

Result<std::vector<MarkdownSection>> read_sections(std::string_view markdown,
                                                   const MarkdownOptions& options) {
  ArenaSession arena;
  TRY(cmark_node * tree, parse_markdown(arena, markdown, syntax_of(options)));
  shape_blocks(tree, options.words);
  SettledHeadings settled = settle_headings(tree, options.title);
  return divide_text(tree, std::move(settled.headings));
}

}  // namespace daybook
