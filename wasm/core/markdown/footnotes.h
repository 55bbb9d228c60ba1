// Footnotes: cmark-gfm has put the definitions at the end of the document, in the order of the
// first references to them, and each one's number into the references.
#pragma once

#include <string>

#include "core/markdown/markdown.h"
#include "core/markdown/tree.h"

namespace daybook {

// The ids of footnote `number`, and of the `reference`th reference to it, both from 1.
std::string note_id(int number);
std::string note_reference_id(int number, int reference);

// The number of the footnote that a reference leads to.
int referenced_note(const cmark_node* reference);

// Counts the references anew: cmark-gfm also counts those that no reader will see, in footnotes
// that nothing refers to and in images. A definition's def_count and a reference's ref_ix then
// tell of ids that exist.
//
// With NotePlacement::kMargin a note becomes a sidenote where it is first referred to in running
// text, is made of paragraphs alone, and refers to no other note.
void settle_notes(cmark_node* document, NotePlacement placement);

// True for the definition of a sidenote.
bool is_sidenote(const cmark_node* note);

// True for the reference beside which a sidenote stands.
bool has_sidenote(const cmark_node* reference);

}  // namespace daybook
