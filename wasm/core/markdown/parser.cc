#include "core/markdown/parser.h"

#include <parser.h>

extern "C" {
#include <autolink.h>
}

#include <array>
#include <cstddef>

#include "core/markdown/math_syntax.h"
#include "core/markdown/piece_budget.h"
#include "core/markdown/task_items.h"

namespace daybook {
namespace {

using GfmExtensions = std::array<cmark_syntax_extension*, 3>;

// Made once, by the first thread to come, and only read from then on. cmark's own list of them is
// not asked, since it comes with those that nobody here uses.
const GfmExtensions& gfm_extensions() {
  static const GfmExtensions extensions = {
      create_table_extension(), create_strikethrough_extension(), create_autolink_extension()};
  return extensions;
}

Error too_many_pieces() {
  return {"split the document: it has more Markdown in it than fits in memory", {}};
}

// The beginning of `text` up to the first of the characters that end a line. In CR LF both do.
std::string_view first_line(std::string_view text, std::string_view ends) {
  const std::size_t end = ends.size() == 1 ? text.find(ends.front()) : text.find_first_of(ends);
  return end == std::string_view::npos ? text : text.substr(0, end + 1);
}

}  // namespace

Result<cmark_node*> parse_markdown(ArenaSession& arena, std::string_view text,
                                   const Syntax& syntax) {
  if (text.size() > kMaxMarkdownBytes) {
    return Error{"split the document: it is longer than 1 MB of Markdown", {}};
  }
  // Positions are asked for since lines are not counted inside code spans without.
  int options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SOURCEPOS;
  if (syntax.dialect != Dialect::kCommonMark) options |= CMARK_OPT_FOOTNOTES;
  if (syntax.punctuation == Punctuation::kSmart) options |= CMARK_OPT_SMART;
  cmark_parser* parser = cmark_parser_new_with_mem(options, arena.memory());
  MathSyntax math(text);
  // Before tables, which take any line for a row of theirs.
  if (syntax.dialect == Dialect::kArticle) math.attach(parser, syntax.inline_math);
  const GfmExtensions& extensions = gfm_extensions();
  if (syntax.dialect != Dialect::kCommonMark) {
    for (cmark_syntax_extension* extension : extensions) {
      cmark_parser_attach_syntax_extension(parser, extension);
    }
  }
  // Line by line, since one line of a table may become thousands of cells.
  const bool is_open_ended = !text.empty() && text.back() != '\n' && text.back() != '\r';
  const bool has_returns = text.find('\r') != std::string_view::npos;
  const std::string_view ends = has_returns ? "\r\n" : "\n";
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = first_line(rest, ends);
    if (!has_room_for_line(arena.pieces(), line)) return too_many_pieces();
    rest.remove_prefix(line.size());
    math.begin_line(text.size() - rest.size());
    cmark_parser_feed(parser, line.data(), line.size());
  }
  // The last line must be in the tree too before that is measured.
  if (is_open_ended) cmark_parser_feed(parser, "\n", 1);
  math.settle_blocks();
  if (!has_room_for_inlines(arena.pieces(), text.size(), parser->root, syntax.punctuation)) {
    return too_many_pieces();
  }
  cmark_node* document = cmark_parser_finish(parser);
  document->user_data = nullptr;
  if (syntax.dialect != Dialect::kCommonMark) mark_task_items(document);
  return document;
}

}  // namespace daybook
