// Markdown in, a document out: HTML together with what the page around it needs to know.
//
// CommonMark 0.31.2 and GFM (tables, strikethrough, autolinks, task lists, footnotes). Any text
// is valid Markdown; only text or HTML past the limits below is refused.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace daybook {

inline constexpr std::size_t kMaxMarkdownBytes = 1 << 20;
inline constexpr std::size_t kMaxHtmlBytes = 8 << 20;

enum class LinkKind { kLink, kImage };

// Maps a destination as the author wrote it to the one to publish.
using LinkResolver = std::function<std::string(std::string_view destination, LinkKind kind)>;

struct MarkdownOptions {
  // The document's title, plain text: a first heading of level 1 that repeats it is left out, and
  // if other headings of level 1 remain, all headings move one level down.
  std::string_view title = {};
  LinkResolver resolve = {};  // may be empty: destinations stay as written
};

struct Heading {
  int level = 1;  // as in the HTML
  std::string id;
  std::string text;  // plain
};

// A link or image as written, for checking.
struct Link {
  std::string destination;
  LinkKind kind = LinkKind::kLink;
  int line = 0;  // of the Markdown, from 1
};

struct MarkdownDocument {
  std::string html;
  std::vector<Heading> headings;
  std::vector<Link> links;
  std::string title;      // plain text of the first heading of level 1; empty where there is none
  std::string summary;    // plain text before `<!-- more -->`, else of the first paragraph
  std::size_t words = 0;  // of running text; ideographs count one each
  std::size_t raw_html_omitted = 0;  // pieces of raw HTML left out (comments do not count)
};

// `markdown` is the body alone, front matter cut off. Invalid UTF-8 reads as U+FFFD.
Result<MarkdownDocument> render_markdown(std::string_view markdown, const MarkdownOptions& options);

}  // namespace daybook
