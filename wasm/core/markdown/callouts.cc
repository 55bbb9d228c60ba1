#include "core/markdown/callouts.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/base/text.h"
#include "core/base/unicode.h"

namespace daybook {
namespace {

constexpr std::string_view kOpening = "[!";

// What authors write for each kind, the kind itself first.
constexpr std::string_view kNames[] = {
    " note info todo abstract summary tldr example quote cite question help faq bug ",
    " tip hint success check done ",
    " important ",
    " warning attention ",
    " caution danger error failure fail missing ",
};

struct Marker {
  std::string name;        // in lower case; empty where there is no callout
  char folding = 0;        // '+' open, '-' closed, or 0: not to be folded
  std::string title;       // the text behind it
  bool ends_here = false;  // no space or text behind it
};

bool is_name(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (!is_word_character(c) && c != '-' && c != '_') return false;
  }
  return !text.empty();
}

// Reads `[!name]`, `[!name]+ Title` and the like; Obsidian's themes read what stands behind the
// bar of `[!name|wide]`.
Marker read_marker(std::string_view text) {
  const std::size_t closing = text.find(']');
  if (!text.starts_with(kOpening) || closing == std::string_view::npos) return {};
  const std::string_view inside = text.substr(0, closing).substr(kOpening.size());
  const std::string_view name = inside.substr(0, inside.find('|'));
  text.remove_prefix(closing + 1);
  Marker marker;
  if (text.starts_with('+') || text.starts_with('-')) {
    marker.folding = text.front();
    text.remove_prefix(1);
  }
  marker.ends_here = text.empty();
  marker.title = text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
  const bool is_parted = marker.ends_here || text.front() == ' ' || text.front() == '\t';
  if (is_parted && is_name(name)) marker.name = to_lower(name);
  return marker;
}

// The place of a name in kNames; its size for any other.
std::size_t kind_of(const std::string& name) {
  const auto names_it = [&](std::string_view names) {
    return names.find(' ' + name + ' ') != std::string_view::npos;
  };
  return static_cast<std::size_t>(std::find_if(std::begin(kNames), std::end(kNames), names_it) -
                                  std::begin(kNames));
}

// The title where the author wrote none.
std::string default_title(const std::string& name, std::size_t kind, const MarkdownWords& words) {
  const std::string_view titles[] = {words.note, words.tip, words.important, words.warning,
                                     words.caution};
  if (kind < std::size(titles)) return std::string(titles[kind]);
  std::string title = name;
  if (title.front() >= 'a' && title.front() <= 'z') title.front() -= 'a' - 'A';
  return title;
}

std::string_view kind_name(std::size_t kind) {
  const std::string_view names = kNames[kind < std::size(kNames) ? kind : 0].substr(1);
  return names.substr(0, names.find(' '));
}

// Moves the first line of a paragraph into `title`, and takes the paragraph away where no other
// follows.
void move_first_line(cmark_node* paragraph, cmark_node* title) {
  while (cmark_node* node = paragraph->first_child) {
    if (is_line_break(node)) {
      cmark_node_unlink(node);
      break;
    }
    cmark_node_append_child(title, node);
  }
  if (paragraph->first_child == nullptr) cmark_node_unlink(paragraph);
}

}  // namespace

bool may_be_callout(const cmark_node* quote) {
  const cmark_node* paragraph = quote->first_child;
  // The source, since the text of `\[!NOTE]` is the same.
  return paragraph != nullptr && paragraph->type == CMARK_NODE_PARAGRAPH &&
         source_of(paragraph).starts_with(kOpening);
}

void make_callout(cmark_node* quote, const MarkdownWords& words) {
  cmark_node* paragraph = quote->first_child;
  cmark_node* text = paragraph->first_child;
  if (text == nullptr || text->type != CMARK_NODE_TEXT) return;
  const Marker marker = read_marker(view(text->as.literal));
  const bool ends_line = text->next == nullptr || is_line_break(text->next);
  if (marker.name.empty() || (marker.ends_here && !ends_line)) return;

  const std::size_t kind = kind_of(marker.name);
  const bool has_title = !marker.title.empty() || !ends_line;
  const std::string title_text = has_title ? marker.title : default_title(marker.name, kind, words);
  cmark_node_set_literal(text, title_text.c_str());

  const bool can_fold = marker.folding != 0;
  cmark_node* title =
      can_fold ? new_custom_block(quote, "<summary class=\"callout-title\">", "</summary>\n")
               : new_custom_block(quote, "<p class=\"callout-title\">", "</p>\n");
  move_first_line(paragraph, title);
  std::string opening = can_fold ? "<details" : "<div";
  opening.append(" class=\"callout\" data-kind=\"").append(kind_name(kind)).append("\"");
  opening.append(can_fold ? marker.folding == '+' ? " open>" : ">" : " role=\"note\">");
  quote->type = CMARK_NODE_CUSTOM_BLOCK;
  cmark_node_set_on_enter(quote, opening.c_str());
  cmark_node_set_on_exit(quote, can_fold ? "</details>\n" : "</div>\n");
  cmark_node_prepend_child(quote, title);
}

}  // namespace daybook
