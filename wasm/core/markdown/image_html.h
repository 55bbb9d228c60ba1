// Images, and how their browser finds the right file and place for them.
#pragma once

#include <string_view>

#include "core/markdown/html_output.h"
#include "core/markdown/markdown.h"

namespace daybook {

struct ImageElement {
  std::string_view url;  // published
  std::string_view alternative;
  std::string_view title;  // may be empty
  bool is_lazy = true;
};

// With what `options` know of the image.
void write_image(HtmlOutput& out, const ImageElement& image, const MarkdownOptions& options);

// As the build has drawn it. `name` is what its group is called, in which a wide one scrolls.
void write_diagram(HtmlOutput& out, const DiagramImage& image, std::string_view name);

}  // namespace daybook
