#include "core/markdown/specification.h"

#include <syntax_extension.h>

extern "C" {
#include <tagfilter.h>
}

#include "core/markdown/html_output.h"
#include "core/markdown/markdown.h"
#include "core/markdown/parser.h"
#include "core/markdown/plain_text.h"
#include "core/markdown/task_items.h"

namespace daybook {
namespace {

class SpecificationWriter {
 public:
  explicit SpecificationWriter(Dialect dialect) : dialect_(dialect) {}

  Result<std::string> write(cmark_node* document) {
    TreeWalk walk(document);
    while (walk.next()) {
      visit(walk);
      if (out_.html().size() > kMaxHtmlBytes) return html_too_long();
    }
    if (notes_ > 0) out_.raw("</ol>\n</section>\n");
    return out_.take();
  }

 private:
  void visit(TreeWalk& walk) {
    cmark_node* node = walk.node();
    const bool is_entering = walk.is_entering();
    switch (node->type) {
      case CMARK_NODE_PARAGRAPH: paragraph(node, is_entering); return;
      case CMARK_NODE_ITEM: item(node, is_entering); return;
      case CMARK_NODE_HEADING: heading(node->as.heading.level, is_entering); return;
      case CMARK_NODE_CODE_BLOCK: code_block(node->as.code); return;
      case CMARK_NODE_HTML_BLOCK: html_block(view(node->as.literal)); return;
      case CMARK_NODE_HTML_INLINE: html_inline(view(node->as.literal)); return;
      case CMARK_NODE_THEMATIC_BREAK:
        out_.line();
        out_.raw("<hr />\n");
        return;
      case CMARK_NODE_LINEBREAK: out_.raw("<br />\n"); return;
      case CMARK_NODE_STRONG: strong(node, is_entering); return;
      case CMARK_NODE_LINK: link(node->as.link, is_entering); return;
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
    const bool ends_note =
        node->parent->type == CMARK_NODE_FOOTNOTE_DEFINITION && node->next == nullptr;
    if (!is_entering && ends_note) {
      out_.raw(" ");
      back_links(node->parent);
    }
    write_common(out_, node, is_entering);
  }

  void item(const cmark_node* node, bool is_entering) {
    write_common(out_, node, is_entering);
    const TaskState state = task_state(node);
    if (!is_entering || state == TaskState::kNone) return;
    out_.raw("<input type=\"checkbox\" ");
    if (state == TaskState::kDone) out_.raw("checked=\"\" ");
    out_.raw("disabled=\"\" /> ");
  }

  void heading(int level, bool is_entering) {
    if (is_entering) out_.line();
    out_.raw(is_entering ? "<h" : "</h");
    out_.number(level);
    out_.raw(is_entering ? ">" : ">\n");
  }

  void code_block(const cmark_code& code) {
    const std::string_view info = view(code.info);
    out_.line();
    if (info.empty()) {
      out_.raw("<pre><code>");
    } else {
      out_.raw("<pre><code class=\"language-");
      out_.text(info.substr(0, info.find_first_of(" \t\n\v\f\r")));
      out_.raw("\">");
    }
    out_.text(view(code.literal));
    out_.raw("</code></pre>\n");
  }

  void html_block(std::string_view html) {
    out_.line();
    html_inline(html);
    out_.line();
  }

  // GFM escapes the `<` of the tags that its filter refuses.
  void html_inline(std::string_view html) {
    if (dialect_ != Dialect::kGfm) {
      out_.raw(html);
      return;
    }
    static cmark_syntax_extension* const filter = create_tagfilter_extension();
    while (!html.empty()) {
      const std::size_t tag = html.find('<');
      out_.raw(html.substr(0, tag));
      if (tag == std::string_view::npos) return;
      html.remove_prefix(tag);
      const auto* bytes = reinterpret_cast<const unsigned char*>(html.data());
      out_.raw(filter->html_filter_func(filter, bytes, html.size()) != 0 ? "<" : "&lt;");
      html.remove_prefix(1);
    }
  }

  // cmark-gfm writes strong text inside strong text without tags of its own.
  void strong(const cmark_node* node, bool is_entering) {
    if (dialect_ == Dialect::kGfm && node->parent->type == CMARK_NODE_STRONG) return;
    out_.raw(is_entering ? "<strong>" : "</strong>");
  }

  void link(const cmark_link& link, bool is_entering) {
    if (!is_entering) {
      out_.raw("</a>");
      return;
    }
    out_.raw("<a href=\"");
    out_.url(view(link.url));
    title(link);
    out_.raw("\">");
  }

  void image(cmark_node* node) {
    out_.raw("<img src=\"");
    out_.url(view(node->as.link.url));
    out_.raw("\" alt=\"");
    out_.text(alternative_text(node));
    title(node->as.link);
    out_.raw("\" />");
  }

  // Ends the attribute before it.
  void title(const cmark_link& link) {
    if (link.title.len == 0) return;
    out_.raw("\" title=\"");
    out_.text(view(link.title));
  }

  void note(const cmark_node* node, bool is_entering) {
    if (is_entering) {
      if (notes_ == 0) out_.raw("<section class=\"footnotes\" data-footnotes>\n<ol>\n");
      ++notes_;
      out_.raw("<li id=\"fn-");
      out_.url(view(node->as.literal));
      out_.raw("\">\n");
      return;
    }
    if (back_links(node)) out_.raw("\n");
    out_.raw("</li>\n");
  }

  void note_reference(const cmark_node* node) {
    const std::string_view label = view(node->parent_footnote_def->as.literal);
    out_.raw("<sup class=\"footnote-ref\"><a href=\"#fn-");
    out_.url(label);
    out_.raw("\" id=\"fnref-");
    out_.url(label);
    if (node->footnote.ref_ix > 1) {
      out_.raw("-");
      out_.number(node->footnote.ref_ix);
    }
    out_.raw("\" data-footnote-ref>");
    out_.url(view(node->as.literal));
    out_.raw("</a></sup>");
  }

  // The links back from the note that is being written; false where it has them already.
  bool back_links(const cmark_node* note) {
    if (notes_with_back_links_ >= notes_) return false;
    notes_with_back_links_ = notes_;
    for (int i = 1; i <= note->footnote.def_count || i == 1; ++i) {
      const std::string suffix = i == 1 ? std::string() : "-" + std::to_string(i);
      const std::string name = std::to_string(notes_) + suffix;
      if (i > 1) out_.raw(" ");
      out_.raw("<a href=\"#fnref-");
      out_.url(view(note->as.literal));
      out_.raw(suffix);
      out_.raw("\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"");
      out_.raw(name);
      out_.raw("\" aria-label=\"Back to reference ");
      out_.raw(name);
      out_.raw("\">↩");
      if (i > 1) {
        out_.raw("<sup class=\"footnote-ref\">");
        out_.number(i);
        out_.raw("</sup>");
      }
      out_.raw("</a>");
    }
    return true;
  }

  void table(const cmark_node* node, bool is_entering) {
    out_.line();
    if (is_entering) {
      out_.raw("<table>");
      return;
    }
    if (node->first_child != node->last_child) out_.raw("</tbody>\n");
    out_.raw("</table>\n");
  }

  void table_row(const cmark_node* node, bool is_entering) {
    out_.line();
    const bool is_header = node->prev == nullptr;
    if (is_entering) {
      if (is_header) out_.raw("<thead>\n");
      if (node->prev != nullptr && node->prev->prev == nullptr) out_.raw("<tbody>\n");
      out_.raw("<tr>");
    } else {
      out_.raw("</tr>\n");
      if (is_header) out_.raw("</thead>\n");
    }
  }

  void table_cell(const cmark_node* node, bool is_entering) {
    const bool is_header = node->parent->prev == nullptr;
    if (!is_entering) {
      out_.raw(is_header ? "</th>" : "</td>");
      return;
    }
    out_.line();
    out_.raw(is_header ? "<th" : "<td");
    switch (cell_alignment(node)) {
      case 'l': out_.raw(" align=\"left\">"); break;
      case 'c': out_.raw(" align=\"center\">"); break;
      case 'r': out_.raw(" align=\"right\">"); break;
      default: out_.raw(">");
    }
  }

  HtmlOutput out_;
  Dialect dialect_;
  int notes_ = 0;
  int notes_with_back_links_ = 0;
};

}  // namespace

Result<std::string> render_specification(std::string_view markdown, Dialect dialect) {
  ArenaSession arena;
  TRY(cmark_node * root, parse_markdown(arena, markdown, {.dialect = dialect}));
  return SpecificationWriter(dialect).write(root);
}

}  // namespace daybook
