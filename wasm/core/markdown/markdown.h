// Markdown in, a document out: HTML together with what the page around it needs to know.
//
// CommonMark 0.31.2 and GFM (tables, strikethrough, autolinks, task lists, footnotes), and what
// authors of articles write beyond them: callouts, definition lists, figures, code with marked and
// numbered lines, formulas, diagrams, notes in the margin. Any text is valid Markdown; only text or
// HTML past the limits below is refused.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
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

// The same image in another size: told by its width, or where that is 0 by its density.
struct ImageVariant {
  std::string url;  // published
  int width = 0;    // in pixels
  int density = 1;  // pixels for one of the image itself, per side: 2 for `name@2x.png`
};

struct ImageFacts {
  int width = 0;  // in pixels; 0 where it is not known
  int height = 0;
  std::vector<ImageVariant> variants;  // without the image itself; all by width, or all by density
};

// What is known of the image at a published destination.
using ImageLookup = std::function<std::optional<ImageFacts>(std::string_view destination)>;

struct DiagramImage {
  std::string url;  // published
  int width = 0;    // in pixels
  int height = 0;
  std::string alternative;
};

// The image that was drawn of a diagram, by its source: all that its fence holds.
using DiagramLookup = std::function<std::optional<DiagramImage>(std::string_view source)>;

enum class InlineMath {
  kOff,  // dollar signs in running text are text; blocks in `$$` and fences `math` are formulas
  kOn,   // `$x$` in running text is a formula
};

enum class Punctuation {
  kAsWritten,
  kSmart,  // "a" -- 'b' ... become curly quotes, dashes and ellipses
};

enum class NotePlacement {
  kMargin,  // a footnote that is mere text stands beside its reference, others at the end
  kEnd,
};

enum class RawHtml {
  kOmitted,
  kTrusted,  // what trusted_html.h lets through
};

// What the core says in a document with words of its own: plain text, for translating.
struct MarkdownWords {
  std::string_view note = "Note";
  std::string_view tip = "Tip";
  std::string_view important = "Important";
  std::string_view warning = "Warning";
  std::string_view caution = "Caution";
  std::string_view footnotes = "Footnotes";
  std::string_view back_to_reference = "Back to reference {number}";
  std::string_view formula = "Formula";
  std::string_view table = "Table";
  std::string_view diagram = "Diagram";
};

// Every lookup may be empty: destinations stay as written, nothing is known of images, and no
// diagram was drawn.
struct MarkdownOptions {
  // The document's title, plain text: a first heading of level 1 that repeats it is left out, and
  // if other headings of level 1 remain, all headings move one level down.
  std::string_view title = {};
  LinkResolver resolve = {};
  ImageLookup image = {};
  DiagramLookup diagram = {};
  // How wide images stand in the page, as the attribute `sizes` says it.
  std::string_view image_sizes = "100vw";
  InlineMath inline_math = InlineMath::kOff;
  Punctuation punctuation = Punctuation::kAsWritten;
  NotePlacement notes = NotePlacement::kMargin;
  RawHtml raw_html = RawHtml::kOmitted;
  MarkdownWords words = {};
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

// A fence of the language `mermaid`.
struct DiagramFence {
  std::string source;
  int line = 0;  // of the Markdown, from 1
};

struct MarkdownDocument {
  std::string html;
  std::vector<Heading> headings;
  std::vector<Link> links;
  std::vector<DiagramFence> diagrams;
  std::string title;      // plain text of the first heading of level 1; empty where there is none
  std::string summary;    // plain text before `<!-- more -->`, else of the first paragraph
  std::size_t words = 0;  // of running text; ideographs count one each
  std::size_t raw_html_omitted = 0;  // pieces of raw HTML left out (comments do not count)
  bool has_code = false;             // code in a language that can be highlighted
  bool has_math = false;             // formulas
};

// What stands below a heading, up to the next.
struct MarkdownSection {
  std::string id;       // of its heading; empty for what stands before the first
  std::string heading;  // plain text
  std::string text;     // plain text and code; a line break between blocks, and nowhere else
};

// `markdown` is the body alone, front matter cut off. Invalid UTF-8 reads as U+FFFD.
Result<MarkdownDocument> render_markdown(std::string_view markdown, const MarkdownOptions& options);

// The same document as sections: every heading of it, in order, behind what stands before the
// first, be that empty.
Result<std::vector<MarkdownSection>> read_sections(std::string_view markdown,
                                                   const MarkdownOptions& options);

}  // namespace daybook
