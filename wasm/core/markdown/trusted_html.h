// Raw HTML in Markdown, of a site whose author is trusted with more than Markdown has.
//
// Nothing passes as it stands. What is on the list of elements and attributes is written anew, tag
// by tag, and everything else is left out: script, style, forms, frames, SVG, handlers of events,
// destinations that url_policy.h refuses, ids that the page uses. What is opened is closed no later
// than the block around it, so that nothing reaches beyond an article.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/markdown/heading_ids.h"
#include "core/markdown/html_output.h"
#include "core/markdown/markdown.h"
#include "core/markdown/tree.h"

namespace daybook {

class TrustedHtml {
 public:
  // Writes to `out`, and notes in `document` what links there are and what is left out.
  TrustedHtml(HtmlOutput& out, MarkdownDocument& document, const MarkdownOptions& options);

  // A piece of raw HTML: of a line or a block.
  void write(const cmark_node* piece);

  // Closes what was opened directly below `block`.
  void leave(const cmark_node* block);

 private:
  struct Tag;
  struct Open {
    const cmark_node* parent;
    std::string_view name;
  };

  void write_tags(std::string_view html);
  std::string_view write_tag(std::string_view html);
  void open(const Tag& tag);
  void close(std::string_view name);
  bool write_attribute(const Tag& tag, std::string_view name, std::string_view written);
  bool take_id(const std::string& id);
  bool write_destination(const Tag& tag, std::string_view name, const std::string& destination);
  void write_image_facts(const Tag& tag, std::string_view published);
  void close_last();

  HtmlOutput& out_;
  MarkdownDocument& document_;
  const MarkdownOptions& options_;
  HeadingIds ids_;
  const cmark_node* piece_ = nullptr;
  std::vector<Open> open_;
};

}  // namespace daybook
