#include "core/markdown/blog_writer.h"

#include <optional>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/markdown/code_block.h"
#include "core/markdown/code_info.h"
#include "core/markdown/footnotes.h"
#include "core/markdown/headings.h"
#include "core/markdown/html_output.h"
#include "core/markdown/image_html.h"
#include "core/markdown/math_syntax.h"
#include "core/markdown/note_html.h"
#include "core/markdown/plain_text.h"
#include "core/markdown/task_items.h"
#include "core/markdown/trusted_html.h"

namespace daybook {
namespace {

constexpr std::size_t kMaxTableNameBytes = 80;
// A cell with more is told apart, so that style can keep its column from getting too narrow.
constexpr std::size_t kMaxNarrowCellBytes = 32;

constexpr std::string_view kDiagramLanguage = "mermaid";

// True where raw HTML is comments and space, which nobody misses. A comment that is not closed
// swallows what follows: its author will want to know.
bool is_only_comments(std::string_view html) {
  constexpr std::string_view kOpening = "<!--";
  constexpr std::string_view kClosing = "-->";
  for (html = trim(html); !html.empty(); html = trim(html)) {
    if (html.substr(0, kOpening.size()) != kOpening) return false;
    // `<!-->` and `<!--->` are comments too.
    const std::size_t end = html.find(kClosing, 2);
    if (end == std::string_view::npos) return false;
    html.remove_prefix(end + kClosing.size());
  }
  return true;
}

// True for a paragraph that is nothing but an image. In a tight list it would be none, and what
// else is excluded says more than the image.
bool is_figure(const cmark_node* node) {
  const cmark_node* image = node->first_child;
  return node->type == CMARK_NODE_PARAGRAPH && image != nullptr && image == node->last_child &&
         image->type == CMARK_NODE_IMAGE && image->as.link.url.len > 0 &&
         !is_tight_paragraph(node) && !is_task_text(node) &&
         node->parent->type != CMARK_NODE_FOOTNOTE_DEFINITION;
}

class BlogWriter {
 public:
  BlogWriter(MarkdownDocument& document, const MarkdownOptions& options)
      : document_(document), options_(options) {
    if (options.raw_html == RawHtml::kTrusted) trusted_html_.emplace(out_, document, options);
  }

  Result<std::string> write(cmark_node* tree) {
    TreeWalk walk(tree);
    while (walk.next()) {
      visit(walk);
      if (const cmark_node* reference = std::exchange(sidenote_reference_, nullptr)) {
        sidenote(reference);
      }
      if (out_.html().size() > kMaxHtmlBytes) return html_too_long();
    }
    if (last_listed_note_ > 0) out_.raw("</ol>\n</section>\n");
    return out_.take();
  }

 private:
  void visit(TreeWalk& walk) {
    cmark_node* node = walk.node();
    const bool is_entering = walk.is_entering();
    if (trusted_html_ && !is_entering) trusted_html_->leave(node);
    switch (node->type) {
      case CMARK_NODE_PARAGRAPH: paragraph(node, is_entering); return;
      case CMARK_NODE_ITEM: item(node, is_entering); return;
      case CMARK_NODE_HEADING:
        if (is_listed_heading(node)) heading(is_entering);
        return;
      case CMARK_NODE_CODE_BLOCK: code_block(node); return;
      case CMARK_NODE_CODE: code(node); return;
      case CMARK_NODE_CUSTOM_BLOCK: custom_block(node, is_entering); return;
      case CMARK_NODE_HTML_BLOCK:
        out_.line();
        raw_html(node);
        out_.line();
        return;
      case CMARK_NODE_HTML_INLINE: raw_html(node); return;
      case CMARK_NODE_THEMATIC_BREAK:
        out_.line();
        out_.raw("<hr>\n");
        return;
      case CMARK_NODE_LINEBREAK: out_.raw("<br>\n"); return;
      case CMARK_NODE_STRONG: out_.raw(is_entering ? "<strong>" : "</strong>"); return;
      case CMARK_NODE_LINK: link(node, is_entering); return;
      case CMARK_NODE_IMAGE:
        image(node);
        walk.skip_children();
        return;
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        if (is_entering) ++notes_;
        if (is_sidenote(node)) {
          walk.skip_children();
        } else {
          note(node, is_entering);
        }
        return;
      case CMARK_NODE_FOOTNOTE_REFERENCE:
        if (is_entering) note_reference(node);
        return;
      default: break;
    }
    if (write_common(out_, node, is_entering)) return;
    if (node->type == CMARK_NODE_TABLE) table(node, is_entering);
    if (node->type == CMARK_NODE_TABLE_ROW) table_row(node, is_entering);
    if (node->type == CMARK_NODE_TABLE_CELL) table_cell(node, is_entering);
  }

  void paragraph(const cmark_node* node, bool is_entering) {
    if (is_figure(node)) {
      if (is_entering) out_.line();
      out_.raw(is_entering ? "<figure>" : "</figure>\n");
      return;
    }
    if (is_entering) {
      write_common(out_, node, is_entering);
      if (is_task_text(node)) task_opening(task_state(node->parent));
      return;
    }
    if (is_task_text(node)) out_.raw("</label>");
    if (node->parent->type == CMARK_NODE_FOOTNOTE_DEFINITION && node->next == nullptr) {
      out_.raw(" ");
      write_back_links(out_, node->parent, notes_, options_.words);
    }
    write_common(out_, node, is_entering);
  }

  void item(const cmark_node* node, bool is_entering) {
    if (is_entering && task_state(node) != TaskState::kNone) {
      out_.line();
      out_.raw("<li class=\"task\">");
    } else {
      write_common(out_, node, is_entering);
    }
  }

  // The text of a task is the label of its box.
  void task_opening(TaskState state) {
    out_.raw("<label><input type=\"checkbox\"");
    if (state == TaskState::kDone) out_.raw(" checked");
    out_.raw(" disabled> ");
  }

  // The link to a heading stands beside it, so that it is not part of the heading's name, and
  // takes its own name from the heading.
  void heading(bool is_entering) {
    const Heading& heading = document_.headings[headings_written_];
    if (is_entering) {
      out_.line();
      out_.raw("<div class=\"heading\"><h");
      out_.number(heading.level);
      out_.raw(" id=\"");
      out_.text(heading.id);
      out_.raw("\">");
      return;
    }
    out_.raw("</h");
    out_.number(heading.level);
    out_.raw("><a class=\"anchor\" href=\"#");
    out_.url(heading.id);
    out_.raw("\" aria-labelledby=\"");
    out_.text(heading.id);
    out_.raw("\">#</a></div>\n");
    ++headings_written_;
  }

  // Titles of callouts and terms stand on the line that their blocks begin.
  void custom_block(const cmark_node* node, bool is_entering) {
    const bool is_first_inside =
        node->prev == nullptr && node->parent->type == CMARK_NODE_CUSTOM_BLOCK;
    if (is_entering && !is_first_inside) out_.line();
    out_.raw(view(is_entering ? node->as.custom.on_enter : node->as.custom.on_exit));
  }

  void code(const cmark_node* node) {
    const bool is_math = is_inline_math(node);
    document_.has_math = document_.has_math || is_math;
    if (is_math) out_.raw("<span class=\"math\">");
    write_common(out_, node, true);
    if (is_math) out_.raw("</span>");
  }

  void code_block(const cmark_node* node) {
    const std::string_view code = view(node->as.code.literal);
    const CodeInfo info = parse_code_info(view(node->as.code.info));
    if (info.language == kMathLanguage) {
      formula(code);
    } else if (info.language != kDiagramLanguage || !diagram(code, node->start_line)) {
      document_.has_code = document_.has_code || can_be_highlighted(info);
      write_code_block(out_, info, code);
    }
  }

  // A long formula scrolls, like a table.
  void formula(std::string_view code) {
    document_.has_math = true;
    out_.line();
    out_.raw("<div class=\"math\" role=\"group\" aria-label=\"");
    out_.text(options_.words.formula);
    out_.raw("\" tabindex=\"0\"><code>");
    out_.text(trim(code));
    out_.raw("</code></div>\n");
  }

  // False, with nothing written, where none was drawn.
  bool diagram(std::string_view source, int line) {
    document_.diagrams.push_back({std::string(source), line});
    const auto image = options_.diagram ? options_.diagram(source) : std::nullopt;
    if (image) write_diagram(out_, *image, options_.words.diagram);
    return image.has_value();
  }

  void raw_html(const cmark_node* node) {
    if (trusted_html_) return trusted_html_->write(node);
    if (is_only_comments(view(node->as.literal))) return;
    ++document_.raw_html_omitted;
    out_.raw("<!-- raw HTML omitted -->");
  }

  void link(const cmark_node* node, bool is_entering) {
    const cmark_link& link = node->as.link;
    if (link.url.len == 0) return;
    is_inside_link_ = is_entering;
    if (!is_entering) {
      out_.raw("</a>");
      return;
    }
    out_.raw("<a href=\"");
    out_.url(view(link.url));
    if (link.title.len > 0) {
      out_.raw("\" title=\"");
      out_.text(view(link.title));
    }
    out_.raw("\">");
    // A link needs a name.
    if (node->first_child == nullptr) out_.text(view(link.url));
  }

  void image(cmark_node* node) {
    const cmark_link& link = node->as.link;
    const std::string alternative = plain_text(node, ImageText::kAlternative);
    if (link.url.len == 0) {
      out_.text(alternative);
      return;
    }
    // The first image is likely in view when the page opens. A figure says the title below it.
    const bool is_captioned = is_figure(node->parent);
    const std::string_view title = view(link.title);
    const bool is_lazy = images_written_++ > 0;
    write_image(out_,
                {view(link.url), alternative, is_captioned ? std::string_view() : title, is_lazy},
                options_);
    if (!is_captioned || title.empty()) return;
    out_.raw("<figcaption>");
    out_.text(title);
    out_.raw("</figcaption>");
  }

  // Sidenotes are numbered too, and leave gaps in the list.
  void note(const cmark_node* node, bool is_entering) {
    if (is_entering) {
      if (last_listed_note_ == 0) {
        out_.line();
        out_.raw("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        out_.text(options_.words.footnotes);
        out_.raw("\">\n<ol>\n");
      }
      out_.raw("<li id=\"");
      out_.raw(note_id(notes_));
      if (notes_ != last_listed_note_ + 1) {
        out_.raw("\" value=\"");
        out_.number(notes_);
      }
      out_.raw("\">");
      last_listed_note_ = notes_;
      return;
    }
    const cmark_node* last = node->last_child;
    if (last == nullptr || last->type != CMARK_NODE_PARAGRAPH) {
      out_.line();
      out_.raw("<p>");
      write_back_links(out_, node, notes_, options_.words);
      out_.raw("</p>\n");
    }
    out_.raw("</li>\n");
  }

  void note_reference(const cmark_node* node) {
    write_note_reference(out_, node, is_inside_link_);
    if (has_sidenote(node)) sidenote_reference_ = node;
  }

  // The text of the note, in place of where it stands in the tree.
  void sidenote(const cmark_node* reference) {
    open_sidenote(out_, reference);
    cmark_node* paragraph = reference->parent_footnote_def->first_child;
    for (; paragraph != nullptr; paragraph = paragraph->next) {
      if (paragraph->prev != nullptr) out_.raw(" <span class=\"sidenote-break\"></span>");
      TreeWalk walk(paragraph);
      while (walk.next()) {
        if (walk.node() != paragraph) visit(walk);
      }
      if (trusted_html_) trusted_html_->leave(paragraph);
    }
    close_sidenote(out_, reference, options_.words);
  }

  // A wide table scrolls in a box of its own, which by the keyboard only works if it can have
  // the focus, and so needs a name: the names of the columns.
  void table(const cmark_node* node, bool is_entering) {
    out_.line();
    if (is_entering) {
      out_.raw("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"");
      out_.text(table_name(node));
      out_.raw("\"><table>\n");
      return;
    }
    if (node->first_child != node->last_child) out_.raw("</tbody>\n");
    out_.raw("</table></div>\n");
  }

  std::string table_name(const cmark_node* table) const {
    std::string name;
    for (cmark_node* cell = table->first_child->first_child; cell != nullptr; cell = cell->next) {
      const std::string text = plain_text(cell, ImageText::kAlternative);
      if (text.empty()) continue;
      if (!name.empty()) name += ", ";
      name += text;
      if (name.size() > kMaxTableNameBytes) break;
    }
    return name.empty() ? std::string(options_.words.table) : shorten(name, kMaxTableNameBytes);
  }

  void table_row(const cmark_node* node, bool is_entering) {
    const bool is_header = node->prev == nullptr;
    if (is_entering) {
      if (is_header) out_.raw("<thead>\n");
      if (!is_header && node->prev->prev == nullptr) out_.raw("<tbody>\n");
      out_.raw("<tr>");
    } else {
      out_.raw("</tr>\n");
      if (is_header) out_.raw("</thead>\n");
    }
  }

  void table_cell(cmark_node* node, bool is_entering) {
    // A header without text would be one that says nothing.
    const bool is_header = node->parent->prev == nullptr && node->first_child != nullptr;
    if (!is_entering) {
      out_.raw(is_header ? "</th>" : "</td>");
      return;
    }
    out_.raw(is_header ? "<th scope=\"col\"" : "<td");
    std::string classes;
    switch (cell_alignment(node)) {
      case 'l': classes = "align-left"; break;
      case 'c': classes = "align-center"; break;
      case 'r': classes = "align-right"; break;
      default: break;
    }
    if (plain_text(node, ImageText::kAlternative).size() > kMaxNarrowCellBytes) {
      classes += classes.empty() ? "long" : " long";
    }
    if (!classes.empty()) out_.raw(" class=\"" + classes + "\"");
    out_.raw(">");
  }

  HtmlOutput out_;
  MarkdownDocument& document_;
  const MarkdownOptions& options_;
  std::optional<TrustedHtml> trusted_html_;
  std::size_t headings_written_ = 0;
  std::size_t images_written_ = 0;
  bool is_inside_link_ = false;
  int notes_ = 0;
  int last_listed_note_ = 0;
  // Set by a visit where a sidenote is to follow.
  const cmark_node* sidenote_reference_ = nullptr;
};

}  // namespace

Result<std::string> write_blog_html(MarkdownDocument& document, cmark_node* tree,
                                    const MarkdownOptions& options) {
  return BlogWriter(document, options).write(tree);
}

}  // namespace daybook
