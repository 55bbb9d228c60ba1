#include "core/markdown/markdown.h"

#include "core/markdown/arena.h"
#include "core/markdown/blog_writer.h"
#include "core/markdown/footnotes.h"
#include "core/markdown/headings.h"
#include "core/markdown/links.h"
#include "core/markdown/parser.h"
#include "core/markdown/plain_text.h"
#include "core/markdown/summary.h"

namespace daybook {
namespace {

Result<MarkdownDocument> blog_document(cmark_node* root, const MarkdownOptions& options) {
  MarkdownDocument document;
  SettledHeadings settled = settle_headings(root, options.title);
  document.title = std::move(settled.title);
  document.headings = std::move(settled.headings);
  number_note_references(root);
  document.summary = summarize(root);
  document.links = publish_links(root, options.resolve);
  document.words = count_words(root);
  TRY(BlogHtml written, write_blog_html(root, document.headings));
  document.html = std::move(written.html);
  document.raw_html_omitted = written.raw_html_omitted;
  return document;
}

}  // namespace

Result<MarkdownDocument> render_markdown(std::string_view markdown,
                                         const MarkdownOptions& options) {
  ArenaSession arena;
  TRY(cmark_node * root, parse_markdown(arena, markdown, Specification::kGfm));
  return blog_document(root, options);
}

}  // namespace daybook
