#include "core/markdown/note_html.h"

#include "core/markdown/footnotes.h"

namespace daybook {
namespace {

// The link itself is left open.
void open_back_link(HtmlOutput& out, std::string_view name_of_class, int number, int reference,
                    const MarkdownWords& words) {
  constexpr std::string_view kNumber = "{number}";
  out.raw("<a class=\"");
  out.raw(name_of_class);
  out.raw("\" href=\"#");
  out.raw(note_reference_id(number, reference));
  out.raw("\" role=\"doc-backlink\" aria-label=\"");
  const std::string_view label = words.back_to_reference;
  const std::size_t before = std::min(label.find(kNumber), label.size());
  out.text(label.substr(0, before));
  out.number(number);
  if (reference > 1) {
    out.raw("-");
    out.number(reference);
  }
  out.text(label.substr(std::min(before + kNumber.size(), label.size())));
  // The selector U+FE0E keeps the arrow from becoming an emoji.
  out.raw("\">↩\uFE0E");
}

}  // namespace

void write_note_reference(HtmlOutput& out, const cmark_node* reference, bool is_inside_link) {
  const int number = referenced_note(reference);
  const std::string id = note_reference_id(number, reference->footnote.ref_ix);
  // A link cannot stand inside a link.
  if (is_inside_link) {
    out.raw("<sup id=\"");
    out.raw(id);
    out.raw("\">");
    out.number(number);
    out.raw("</sup>");
    return;
  }
  const bool is_side = is_sidenote(reference->parent_footnote_def);
  out.raw(is_side ? "<sup class=\"note-ref\"><a id=\"" : "<sup><a class=\"footnote-ref\" id=\"");
  out.raw(id);
  out.raw("\" href=\"#");
  out.raw(note_id(number));
  out.raw("\" role=\"doc-noteref\">");
  out.number(number);
  out.raw("</a></sup>");
}

void open_sidenote(HtmlOutput& out, const cmark_node* reference) {
  const int number = referenced_note(reference);
  out.raw("<span class=\"sidenote\" id=\"");
  out.raw(note_id(number));
  out.raw("\" role=\"doc-footnote\"><span class=\"sidenote-number\">");
  out.number(number);
  out.raw("</span> ");
}

void close_sidenote(HtmlOutput& out, const cmark_node* reference, const MarkdownWords& words) {
  out.raw(" ");
  open_back_link(out, "note-back", referenced_note(reference), 1, words);
  out.raw("</a></span>");
}

void write_back_links(HtmlOutput& out, const cmark_node* note, int number,
                      const MarkdownWords& words) {
  for (int i = 1; i <= note->footnote.def_count; ++i) {
    if (i > 1) out.raw(" ");
    open_back_link(out, "footnote-back", number, i, words);
    if (i > 1) {
      out.raw("<sup>");
      out.number(i);
      out.raw("</sup>");
    }
    out.raw("</a>");
  }
}

}  // namespace daybook
