#include "core/markdown/math_syntax.h"

#include <cmark-gfm-extension_api.h>
#include <syntax_extension.h>

#include <algorithm>
#include <string>

#include "core/base/text.h"

namespace daybook {
namespace {

constexpr std::string_view kSign = "$$";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t count_dollars(std::string_view text) {
  return std::min(text.find_first_not_of('$'), text.size());
}

// True for text that ends with `$$`; the backslash of `\$$` takes one of them away.
bool ends_with_sign(std::string_view trimmed) {
  return trimmed.ends_with(kSign) && !trimmed.ends_with("\\$$");
}

std::string_view view_of(const unsigned char* bytes, int length) {
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

MathSyntax& syntax_of(const cmark_parser* parser) {
  return *static_cast<MathSyntax*>(parser->root->user_data);
}

// Whether a formula that opened with so many dollar signs may end at `i`.
bool closes(std::string_view content, std::size_t i, std::size_t dollars) {
  if (dollars == kSign.size()) return content.substr(i, dollars) == kSign;
  const bool is_amount = i + 1 < content.size() && is_digit(content[i + 1]);
  return !is_space(content[i - 1]) && !is_amount;
}

// What stands inside the signs, without the backticks that GitHub knows: $`x`$.
std::string_view formula_in(std::string_view inside) {
  inside = trim(inside);
  const bool has_backticks = inside.size() > 2 && inside.front() == '`' && inside.back() == '`';
  return has_backticks ? inside.substr(1, inside.size() - 2) : inside;
}

}  // namespace

void MathSyntax::attach(cmark_parser* parser, InlineMath inline_math) {
  // cmark takes pointers to non-const and never writes through them.
  static cmark_syntax_extension blocks = {.last_block_matches = continue_block,
                                          .try_opening_block = open_block};
  static cmark_llist dollar = {.next = nullptr, .data = reinterpret_cast<void*>('$')};
  static cmark_syntax_extension inlines = {.match_inline = match_inline,
                                           .special_inline_chars = &dollar};
  parser->root->user_data = this;
  cmark_parser_attach_syntax_extension(parser, &blocks);
  if (inline_math == InlineMath::kOn) cmark_parser_attach_syntax_extension(parser, &inlines);
}

cmark_node* MathSyntax::open_block(cmark_syntax_extension* extension, int is_indented,
                                   cmark_parser* parser, cmark_node* parent, unsigned char* input,
                                   int length) {
  const std::string_view line = view_of(input, length);
  const auto begin = static_cast<std::size_t>(parser->first_nonspace);
  if (is_indented != 0 || count_dollars(line.substr(begin)) != kSign.size()) return nullptr;
  const std::string_view rest = trim(line.substr(begin + kSign.size()));
  const std::size_t next_sign = rest.find(kSign);
  const bool is_closed =
      next_sign != 0 && next_sign + kSign.size() == rest.size() && ends_with_sign(rest);
  MathSyntax& syntax = syntax_of(parser);
  const bool may_be_open = next_sign == std::string_view::npos && syntax.may_close_later();
  if (!is_closed && !may_be_open) return nullptr;

  // As a block of code it takes each line as it is.
  cmark_node* node =
      cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, parser->first_nonspace + 1);
  node->extension = extension;
  cmark_parser_advance_offset(
      parser, line.data(), parser->first_nonspace - parser->offset + static_cast<int>(kSign.size()),
      0);
  syntax.blocks_.push_back({node, rest.empty(), is_closed});
  return node;
}

int MathSyntax::continue_block(cmark_syntax_extension*, cmark_parser* parser, unsigned char* input,
                               int length, cmark_node*) {
  // No block opens inside another: it is the last one.
  Block& block = syntax_of(parser).blocks_.back();
  if (block.is_closed) return 0;
  if (parser->blank) return block.may_have_blank_lines ? 1 : 0;
  block.is_closed = ends_with_sign(trim(view_of(input + parser->offset, length - parser->offset)));
  return 1;
}

// Where no line behind this one ends with `$$`, a stray one opens nothing.
bool MathSyntax::may_close_later() {
  if (last_closing_ != std::string_view::npos) return last_closing_ >= line_end_;
  last_closing_ = 0;
  for (std::size_t end = text_.size(); last_closing_ == 0;) {
    const std::size_t sign = text_.substr(0, end).rfind(kSign);
    if (sign == std::string_view::npos) break;
    const std::size_t next = text_.find_first_not_of(" \t", sign + kSign.size());
    if (next == std::string_view::npos || is_space(text_[next])) last_closing_ = sign;
    end = sign;
  }
  return last_closing_ >= line_end_;
}

void MathSyntax::settle_blocks() {
  for (const Block& block : blocks_) {
    cmark_node* node = block.node;
    // When cmark closes a block, it moves the lines; the last block may still be open.
    const bool is_open = (node->flags & CMARK_NODE__OPEN) != 0;
    const std::string_view lines =
        is_open ? view_of(node->content.ptr, node->content.size) : view(node->as.code.literal);
    const std::size_t closing = block.is_closed ? lines.rfind(kSign) : 0;
    node->extension = nullptr;
    if (trim(lines.substr(0, closing)).empty()) {
      const std::string text = std::string(kSign).append(lines);
      node->type = CMARK_NODE_PARAGRAPH;
      cmark_strbuf_sets(&node->content, text.c_str());
      continue;
    }
    node->as.code.info = cmark_chunk_literal(kMathLanguage.data());
    if (is_open) {
      cmark_strbuf_truncate(&node->content, static_cast<bufsize_t>(closing));
    } else {
      node->as.code.literal.len = static_cast<bufsize_t>(closing);
    }
  }
}

cmark_node* MathSyntax::match_inline(cmark_syntax_extension* extension, cmark_parser* parser,
                                     cmark_node*, unsigned char character,
                                     cmark_inline_parser* inlines) {
  if (character != '$') return nullptr;
  const cmark_chunk& chunk = *cmark_inline_parser_get_chunk(inlines);
  const std::string_view content = view(chunk);
  const auto begin = static_cast<std::size_t>(cmark_inline_parser_get_offset(inlines));
  const std::size_t dollars = count_dollars(content.substr(begin));
  const std::size_t from = begin + dollars;

  std::string_view literal = content.substr(begin, dollars);
  std::size_t end = from;
  const bool may_open = dollars == kSign.size() ||
                        (dollars == 1 && from < content.size() && !is_space(content[from]));
  const std::size_t closing =
      may_open ? syntax_of(parser).find_closing(content, from, dollars) : std::string_view::npos;
  const bool is_formula = closing != std::string_view::npos;
  if (is_formula) {
    literal = formula_in(content.substr(from, closing - from));
    end = closing + dollars;
  }

  cmark_node* node =
      cmark_node_new_with_mem(is_formula ? CMARK_NODE_CODE : CMARK_NODE_TEXT, parser->mem);
  if (is_formula) node->extension = extension;
  node->as.literal =
      cmark_chunk_dup(&chunk, static_cast<bufsize_t>(literal.data() - content.data()),
                      static_cast<bufsize_t>(literal.size()));
  node->start_line = node->end_line = cmark_inline_parser_get_line(inlines);
  cmark_inline_parser_set_offset(inlines, static_cast<int>(end));
  return node;
}

std::size_t MathSyntax::find_closing(std::string_view content, std::size_t from,
                                     std::size_t dollars) {
  Memory& memory = no_closing_[dollars - 1];
  const bool is_known = memory.content == content.data() && from >= memory.from;
  for (std::size_t i = from; !is_known; ++i) {
    i = content.find_first_of("$\\", i);
    if (i == std::string_view::npos) break;
    if (content[i] == '\\') {
      ++i;
    } else if (i > from && closes(content, i, dollars)) {
      return i;
    }
  }
  memory = {content.data(), from};
  return std::string_view::npos;
}

bool is_inline_math(const cmark_node* node) {
  return node->type == CMARK_NODE_CODE && node->extension != nullptr;
}

}  // namespace daybook
