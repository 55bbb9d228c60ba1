// Examples as the specifications of CommonMark and GFM write them: a fence of 32 backticks and
// the word `example`, the Markdown, a line with a dot, the HTML, and the fence again. `→` stands
// for a tab.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/markdown/specification.h"

namespace daybook {

struct SpecExample {
  int number = 0;  // from 1, as in the published specification
  std::string markdown;
  std::string html;
  bool is_disabled = false;  // by the specification itself
};

std::vector<SpecExample> read_examples(std::string_view spec);

// The example's Markdown as HTML, raw HTML kept; what went wrong where that fails.
std::string render_example(const SpecExample& example, Dialect dialect);

}  // namespace daybook
