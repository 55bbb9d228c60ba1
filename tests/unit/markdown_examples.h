// Tables of Markdown and the HTML that readers get.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "core/markdown/markdown.h"

namespace daybook {

struct Example {
  const char* markdown;
  const char* html;
};

// The HTML, or the error's text.
inline std::string html_of(std::string_view markdown, const MarkdownOptions& options = {}) {
  const auto document = render_markdown(markdown, options);
  return document.ok() ? document.value().html : document.error().text();
}

template <std::size_t kCount>
void check(const Example (&examples)[kCount], const MarkdownOptions& options = {}) {
  for (const Example& example : examples) {
    INFO(example.markdown);
    CHECK(html_of(example.markdown, options) == example.html);
  }
}

}  // namespace daybook
