// What holds for every piece of HTML that kBlog writes, whatever the Markdown.
#pragma once

#include <string>
#include <string_view>

#include "core/markdown/markdown.h"

namespace daybook {

// The first fault in `html`; empty where there is none. It is valid UTF-8; its elements are closed
// in order, are only those that Daybook writes, and neither links in links nor blocks in what
// holds none; attributes are only those
// that Daybook writes; ids are unique; links to fragments that Daybook makes have a target; and
// destinations have no scheme that could run anything.
//
// With trusted HTML in it, elements and attributes are those of its list too, and what may stand
// in what is the author's own affair.
std::string fault_in(std::string_view html, RawHtml raw_html = RawHtml::kOmitted);

}  // namespace daybook
