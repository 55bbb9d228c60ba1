// HTML in the making: what the writers of all dialects share.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.h"
#include "core/markdown/tree.h"

namespace daybook {

class HtmlOutput {
 public:
  const std::string& html() const { return html_; }
  std::string take() { return std::move(html_); }

  void raw(std::string_view html) { html_ += html; }
  void text(std::string_view text);
  // `url` inside a quoted attribute: escaped for HTML, and percent-encoded where an author
  // left out to do so.
  void url(std::string_view url);
  void number(int number);
  // Starts a line, unless one was just started.
  void line();

 private:
  std::string html_;
};

// Writes the elements that are the same in every dialect: quotes, lists and their plain items,
// paragraphs, emphasis, code spans and text. False for any other node, with nothing written.
bool write_common(HtmlOutput& out, const cmark_node* node, bool is_entering);

// For HTML of more than kMaxHtmlBytes.
Error html_too_long();

}  // namespace daybook
