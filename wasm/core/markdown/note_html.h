// References to footnotes, sidenotes, and the ways back.
#pragma once

#include "core/markdown/html_output.h"
#include "core/markdown/markdown.h"

namespace daybook {

void write_note_reference(HtmlOutput& out, const cmark_node* reference, bool is_inside_link);

// What stands before and behind the text of the sidenote of a reference.
void open_sidenote(HtmlOutput& out, const cmark_node* reference);
void close_sidenote(HtmlOutput& out, const cmark_node* reference, const MarkdownWords& words);

// From note `number` at the end of the document to each reference to it.
void write_back_links(HtmlOutput& out, const cmark_node* note, int number,
                      const MarkdownWords& words);

}  // namespace daybook
