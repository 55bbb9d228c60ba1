#include "core/markdown/blog_writer.h"

#include "core/base/text.h"
#include "core/markdown/footnotes.h"
#include "core/markdown/headings.h"
#include "core/markdown/html_output.h"
#include "core/markdown/plain_text.h"
#include "core/markdown/task_items.h"

namespace daybook {
namespace {

constexpr std::size_t kMaxTableNameBytes = 80;

// The language of a fenced code block: the first word of its info string, as authors write it
// for other engines too (`rust,ignore`, `js {1,3}`), in characters fit for a class.
std::string code_language(std::string_view info) {
  std::string out;
  for (const char c : to_ascii_lower(info.substr(0, info.find_first_of(" \t,{")))) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
    if (is_word || c == '+' || c == '-' || c == '#' || c == '_' || c == '.') out += c;
  }
  return out;
}

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

class BlogWriter {
 public:
  explicit BlogWriter(const std::vector<Heading>& headings) : headings_(headings) {}

  Result<BlogHtml> write(cmark_node* document) {
    TreeWalk walk(document);
    while (walk.next()) {
      visit(walk);
      if (out_.html().size() > kMaxHtmlBytes) return html_too_long();
    }
    if (notes_ > 0) out_.raw("</ol>\n</section>\n");
    return BlogHtml{out_.take(), raw_html_omitted_};
  }

 private:
  void visit(TreeWalk& walk) {
    cmark_node* node = walk.node();
    const bool is_entering = walk.is_entering();
    switch (node->type) {
      case CMARK_NODE_PARAGRAPH: paragraph(node, is_entering); return;
      case CMARK_NODE_ITEM: item(node, is_entering); return;
      case CMARK_NODE_HEADING:
        if (is_listed_heading(node)) heading(is_entering);
        return;
      case CMARK_NODE_CODE_BLOCK: code_block(node->as.code); return;
      case CMARK_NODE_HTML_BLOCK:
        out_.line();
        raw_html(view(node->as.literal));
        out_.line();
        return;
      case CMARK_NODE_HTML_INLINE: raw_html(view(node->as.literal)); return;
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
      case CMARK_NODE_FOOTNOTE_DEFINITION: note(node, is_entering); return;
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
    if (is_entering) {
      write_common(out_, node, is_entering);
      if (is_task_text(node)) task_opening(task_state(node->parent));
      return;
    }
    if (is_task_text(node)) out_.raw("</label>");
    if (node->parent->type == CMARK_NODE_FOOTNOTE_DEFINITION && node->next == nullptr) {
      out_.raw(" ");
      back_links(node->parent);
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
    const Heading& heading = headings_[headings_written_];
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

  void code_block(const cmark_code& code) {
    const std::string language = code_language(view(code.info));
    out_.line();
    // Wide code scrolls, and by the keyboard only what can have the focus does.
    out_.raw("<pre tabindex=\"0\"><code");
    if (!language.empty()) {
      out_.raw(" class=\"language-");
      out_.text(language);
      out_.raw("\"");
    }
    out_.raw(">");
    out_.text(view(code.literal));
    out_.raw("</code></pre>\n");
  }

  void raw_html(std::string_view html) {
    if (is_only_comments(html)) return;
    ++raw_html_omitted_;
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
    title(link);
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
    out_.raw("<img src=\"");
    out_.url(view(link.url));
    out_.raw("\" alt=\"");
    out_.text(alternative);
    title(link);
    // The first image is likely in view when the page opens.
    if (images_written_ > 0) out_.raw("\" loading=\"lazy");
    out_.raw("\" decoding=\"async\">");
    ++images_written_;
  }

  // Ends the attribute before it.
  void title(const cmark_link& link) {
    if (link.title.len == 0) return;
    out_.raw("\" title=\"");
    out_.text(view(link.title));
  }

  void note(const cmark_node* node, bool is_entering) {
    if (is_entering) {
      if (notes_ == 0) {
        out_.line();
        out_.raw("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n");
        out_.raw("<ol>\n");
      }
      ++notes_;
      out_.raw("<li id=\"");
      out_.raw(note_id(notes_));
      out_.raw("\">");
      return;
    }
    const cmark_node* last = node->last_child;
    if (last == nullptr || last->type != CMARK_NODE_PARAGRAPH) {
      out_.line();
      out_.raw("<p>");
      back_links(node);
      out_.raw("</p>\n");
    }
    out_.raw("</li>\n");
  }

  void note_reference(const cmark_node* node) {
    const int number = referenced_note(node);
    const std::string id = note_reference_id(number, node->footnote.ref_ix);
    // A link cannot stand inside a link.
    if (is_inside_link_) {
      out_.raw("<sup id=\"");
      out_.raw(id);
      out_.raw("\">");
      out_.number(number);
      out_.raw("</sup>");
      return;
    }
    out_.raw("<sup><a class=\"footnote-ref\" id=\"");
    out_.raw(id);
    out_.raw("\" href=\"#");
    out_.raw(note_id(number));
    out_.raw("\" role=\"doc-noteref\">");
    out_.number(number);
    out_.raw("</a></sup>");
  }

  // From the note that is being written to each reference to it.
  void back_links(const cmark_node* note) {
    for (int i = 1; i <= note->footnote.def_count; ++i) {
      if (i > 1) out_.raw(" ");
      out_.raw("<a class=\"footnote-back\" href=\"#");
      out_.raw(note_reference_id(notes_, i));
      out_.raw("\" role=\"doc-backlink\" aria-label=\"Back to reference ");
      out_.number(notes_);
      if (i > 1) {
        out_.raw("-");
        out_.number(i);
      }
      // The selector U+FE0E keeps the arrow from becoming an emoji.
      out_.raw("\">↩\uFE0E");
      if (i > 1) {
        out_.raw("<sup>");
        out_.number(i);
        out_.raw("</sup>");
      }
      out_.raw("</a>");
    }
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

  static std::string table_name(const cmark_node* table) {
    std::string name;
    for (cmark_node* cell = table->first_child->first_child; cell != nullptr; cell = cell->next) {
      const std::string text = plain_text(cell, ImageText::kAlternative);
      if (text.empty()) continue;
      if (!name.empty()) name += ", ";
      name += text;
      if (name.size() > kMaxTableNameBytes) break;
    }
    return name.empty() ? "Table" : shorten(name, kMaxTableNameBytes);
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

  void table_cell(const cmark_node* node, bool is_entering) {
    // A header without text would be one that says nothing.
    const bool is_header = node->parent->prev == nullptr && node->first_child != nullptr;
    if (!is_entering) {
      out_.raw(is_header ? "</th>" : "</td>");
      return;
    }
    out_.raw(is_header ? "<th scope=\"col\"" : "<td");
    switch (cell_alignment(node)) {
      case 'l': out_.raw(" class=\"align-left\">"); break;
      case 'c': out_.raw(" class=\"align-center\">"); break;
      case 'r': out_.raw(" class=\"align-right\">"); break;
      default: out_.raw(">");
    }
  }

  HtmlOutput out_;
  const std::vector<Heading>& headings_;
  std::size_t headings_written_ = 0;
  std::size_t images_written_ = 0;
  std::size_t raw_html_omitted_ = 0;
  bool is_inside_link_ = false;
  int notes_ = 0;
};

}  // namespace

Result<BlogHtml> write_blog_html(cmark_node* document, const std::vector<Heading>& headings) {
  return BlogWriter(headings).write(document);
}

}  // namespace daybook
