// HTML as readers get it: semantic, accessible, without inline styles or scripts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/markdown/markdown.h"
#include "core/markdown/tree.h"

namespace daybook {

struct BlogHtml {
  std::string html;
  std::size_t raw_html_omitted = 0;
};

// `headings` are the document's, in its order. Links and images without a destination are
// written as their text.
Result<BlogHtml> write_blog_html(cmark_node* document, const std::vector<Heading>& headings);

}  // namespace daybook
