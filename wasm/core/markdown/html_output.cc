#include "core/markdown/html_output.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"

namespace daybook {
namespace {

constexpr std::string_view kUrlCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~";

constexpr std::array<bool, 256> make_url_table() {
  std::array<bool, 256> table{};
  for (const char c : kUrlCharacters) table[static_cast<unsigned char>(c)] = true;
  return table;
}

constexpr std::array<bool, 256> kIsUrlCharacter = make_url_table();

void write_list(HtmlOutput& out, const cmark_list& list, bool is_entering) {
  const bool is_bullet = list.list_type == CMARK_BULLET_LIST;
  if (!is_entering) {
    out.raw(is_bullet ? "</ul>\n" : "</ol>\n");
    return;
  }
  out.line();
  if (is_bullet) {
    out.raw("<ul>\n");
  } else if (list.start == 1) {
    out.raw("<ol>\n");
  } else {
    out.raw("<ol start=\"");
    out.number(list.start);
    out.raw("\">\n");
  }
}

}  // namespace

void HtmlOutput::text(std::string_view text) { append_html(html_, text); }

void HtmlOutput::url(std::string_view url) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto is_plain = [](char c) { return kIsUrlCharacter[static_cast<unsigned char>(c)]; };
  while (!url.empty()) {
    const auto plain_end = std::find_if_not(url.begin(), url.end(), is_plain);
    const auto plain = static_cast<std::size_t>(plain_end - url.begin());
    html_ += url.substr(0, plain);
    if (plain == url.size()) return;
    const char c = url[plain];
    url.remove_prefix(plain + 1);
    if (c == '&') {
      html_ += "&amp;";
    } else if (c == '\'') {
      html_ += "&#x27;";
    } else {
      const auto byte = static_cast<unsigned char>(c);
      html_ += '%';
      html_ += kDigits[byte >> 4];
      html_ += kDigits[byte & 15];
    }
  }
}

void HtmlOutput::number(int number) { html_ += std::to_string(number); }

void HtmlOutput::line() {
  if (!html_.empty() && html_.back() != '\n') html_ += '\n';
}

bool write_common(HtmlOutput& out, const cmark_node* node, bool is_entering) {
  switch (node->type) {
    case CMARK_NODE_DOCUMENT: return true;
    case CMARK_NODE_BLOCK_QUOTE:
      out.line();
      out.raw(is_entering ? "<blockquote>\n" : "</blockquote>\n");
      return true;
    case CMARK_NODE_LIST: write_list(out, node->as.list, is_entering); return true;
    case CMARK_NODE_ITEM:
      if (is_entering) {
        out.line();
        out.raw("<li>");
      } else {
        out.raw("</li>\n");
      }
      return true;
    case CMARK_NODE_PARAGRAPH:
      if (is_tight_paragraph(node)) return true;
      if (is_entering) {
        out.line();
        out.raw("<p>");
      } else {
        out.raw("</p>\n");
      }
      return true;
    case CMARK_NODE_TEXT: out.text(view(node->as.literal)); return true;
    case CMARK_NODE_CODE:
      out.raw("<code>");
      out.text(view(node->as.literal));
      out.raw("</code>");
      return true;
    case CMARK_NODE_SOFTBREAK: out.raw("\n"); return true;
    case CMARK_NODE_EMPH: out.raw(is_entering ? "<em>" : "</em>"); return true;
    default: break;
  }
  if (node->type == CMARK_NODE_STRIKETHROUGH) {
    out.raw(is_entering ? "<del>" : "</del>");
    return true;
  }
  return false;
}

Error html_too_long() { return {"split the document: its HTML is longer than 8 MB", {}}; }

}  // namespace daybook
