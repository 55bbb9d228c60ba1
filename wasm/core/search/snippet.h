// What a post says about a query, in a line or two.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/markdown/markdown.h"
#include "core/query/query.h"

namespace daybook {

// Wide characters (Chinese, Japanese, Korean) take two columns.
inline constexpr std::size_t kSnippetColumns = 160;

struct Snippet {
  std::string heading;            // the id of the section's heading; empty before the first
  std::string section;            // the heading's text
  std::vector<std::string> text;  // plain, marked, plain, …: every second one is what was found
};

// The section where most of what `query` asks for stands close together, in the text or in its
// heading, and a piece of its text around that. Where no section has any of it, a piece of
// `description`, or else of the text's beginning. Text is cut between words, or characters in
// scripts without spaces, and an ellipsis tells where.
Snippet make_snippet(const Query& query, std::string_view language, std::string_view description,
                     const std::vector<MarkdownSection>& sections);

// {"heading":"id","section":"Its text","text":["…plain ","marked"," plain…"]}
std::string snippet_json(const Snippet& snippet);

}  // namespace daybook
