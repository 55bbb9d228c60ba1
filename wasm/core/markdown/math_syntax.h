// Formulas: blocks between `$$`, and on request `$…$` and `$$…$$` in running text, by GitHub's
// rules. Nothing inside is Markdown.
#pragma once

#include <parser.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/markdown/markdown.h"
#include "core/markdown/tree.h"

namespace daybook {

// The language of fences that hold a formula.
inline constexpr std::string_view kMathLanguage = "math";

// The formulas of one parse; it must stay where it is until the tree is complete.
//
// A block begins with a line that begins with `$$` and ends with the first one that ends with
// `$$`; only where the first says nothing else may blank lines stand between. Blocks become
// fences of kMathLanguage. One without an end, or with nothing in it, is a paragraph after all.
class MathSyntax {
 public:
  explicit MathSyntax(std::string_view text) : text_(text) {}
  MathSyntax(const MathSyntax&) = delete;
  MathSyntax& operator=(const MathSyntax&) = delete;

  // Takes the document node's user_data.
  void attach(cmark_parser* parser, InlineMath inline_math);

  // Before each line is fed: where it ends in the text.
  void begin_line(std::size_t end) { line_end_ = end; }

  // After the last line, before cmark reads what stands inside the blocks.
  void settle_blocks();

 private:
  struct Block {
    cmark_node* node;
    bool may_have_blank_lines;
    bool is_closed;
  };

  // From where on the inline content at this address has no closing sign, so that it is looked
  // through once.
  struct Memory {
    const char* content;
    std::size_t from;
  };

  // What cmark calls.
  static cmark_node* open_block(cmark_syntax_extension* extension, int is_indented,
                                cmark_parser* parser, cmark_node* parent, unsigned char* input,
                                int length);
  static int continue_block(cmark_syntax_extension* extension, cmark_parser* parser,
                            unsigned char* input, int length, cmark_node* node);
  static cmark_node* match_inline(cmark_syntax_extension* extension, cmark_parser* parser,
                                  cmark_node* parent, unsigned char character,
                                  cmark_inline_parser* inlines);

  bool may_close_later();
  std::size_t find_closing(std::string_view content, std::size_t from, std::size_t dollars);

  std::string_view text_;
  std::size_t line_end_ = 0;
  std::size_t last_closing_ = std::string_view::npos;  // until it is looked for
  std::vector<Block> blocks_;
  Memory no_closing_[2] = {};  // of one dollar sign, of two
};

// True for a formula in running text, which otherwise is a code span.
bool is_inline_math(const cmark_node* node);

}  // namespace daybook
