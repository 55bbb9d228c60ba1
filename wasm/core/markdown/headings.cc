#include "core/markdown/headings.h"

#include <algorithm>
#include <iterator>

#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/markdown/footnotes.h"
#include "core/markdown/heading_ids.h"
#include "core/markdown/plain_text.h"

namespace daybook {
namespace {

constexpr int kLowestLevel = 6;

struct FoundHeading {
  cmark_node* node;
  std::string written_id;  // empty where the author gave none
  std::string text;
};

bool may_be_in_id(char32_t code_point) {
  return is_word_character(code_point) || code_point == '-' || code_point == '_' ||
         code_point == '.' || code_point == ':';
}

bool is_id(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!may_be_in_id(next_code_point(text, i))) return false;
  }
  return !text.empty();
}

// Cuts `{#id}` from the end of a heading's text and gives the id; empty where there is none.
std::string cut_written_id(cmark_node* heading) {
  constexpr std::string_view kOpening = "{#";
  cmark_node* last = heading->last_child;
  if (last == nullptr || last->type != CMARK_NODE_TEXT) return {};
  const std::string_view text = view(last->as.literal);
  const std::size_t opening = text.rfind(kOpening);
  if (opening == std::string_view::npos || text.back() != '}') return {};
  const std::size_t begin = opening + kOpening.size();
  std::string id(text.substr(begin, text.size() - begin - 1));
  if (!is_id(id)) return {};
  const std::size_t end = text.substr(0, opening).find_last_not_of(" \t");
  const std::string kept(text.substr(0, end == std::string_view::npos ? 0 : end + 1));
  cmark_node_set_literal(last, kept.c_str());
  return id;
}

std::vector<FoundHeading> find_headings(cmark_node* document) {
  std::vector<FoundHeading> headings;
  TreeWalk walk(document);
  while (walk.next()) {
    cmark_node* node = walk.node();
    if (node->type != CMARK_NODE_HEADING || !walk.is_entering()) continue;
    std::string id = cut_written_id(node);
    std::string text = plain_text(node, ImageText::kAlternative);
    if (!text.empty()) headings.push_back({node, std::move(id), std::move(text)});
  }
  return headings;
}

// Quotes, dashes and ellipses as they are typed: smart punctuation may have been at work on one of
// two texts alone.
std::string as_typed(std::string_view text) {
  constexpr std::string_view kTypographic = "\u2018\u2019\u201C\u201D\u2013\u2014\u2026";
  constexpr std::string_view kTyped[] = {"'", "'", "\"", "\"", "--", "---", "..."};
  constexpr std::size_t kBytes = kTypographic.size() / std::size(kTyped);
  std::string out;
  while (!text.empty()) {
    const std::size_t mark = kTypographic.find(text.substr(0, kBytes));
    const bool is_mark = text.size() >= kBytes && mark != std::string_view::npos;
    const std::size_t used = is_mark ? kBytes : 1;
    out += is_mark ? kTyped[mark / kBytes] : text.substr(0, 1);
    text.remove_prefix(used);
  }
  return out;
}

auto first_of_level_one(std::vector<FoundHeading>& headings) {
  return std::find_if(headings.begin(), headings.end(), [](const FoundHeading& heading) {
    return heading.node->as.heading.level == 1;
  });
}

void move_down(const std::vector<FoundHeading>& headings) {
  for (const FoundHeading& heading : headings) {
    int& level = heading.node->as.heading.level;
    level = std::min(level + 1, kLowestLevel);
  }
}

// The ids that the writer makes of a footnote's number and the number of a reference to it.
void reserve_note_ids(const cmark_node* document, HeadingIds& ids) {
  int number = 0;
  for (const cmark_node* node = document->first_child; node != nullptr; node = node->next) {
    if (node->type != CMARK_NODE_FOOTNOTE_DEFINITION) continue;
    ++number;
    ids.reserve(note_id(number));
    for (int i = 1; i <= node->footnote.def_count; ++i) ids.reserve(note_reference_id(number, i));
  }
}

std::vector<Heading> name_headings(std::vector<FoundHeading>& found, HeadingIds& ids) {
  std::vector<Heading> headings;
  headings.reserve(found.size());
  // An id that its author wrote is promised to others: it goes before any that is made.
  for (FoundHeading& heading : found) {
    heading.node->user_data = heading.node;
    std::string id = heading.written_id.empty() ? std::string() : ids.take(heading.written_id);
    headings.push_back({heading.node->as.heading.level, std::move(id), std::move(heading.text)});
  }
  for (Heading& heading : headings) {
    if (heading.id.empty()) heading.id = ids.take(heading_slug(heading.text));
  }
  return headings;
}

}  // namespace

SettledHeadings settle_headings(cmark_node* document, std::string_view title) {
  SettledHeadings settled;
  auto found = find_headings(document);
  auto first = first_of_level_one(found);
  if (first != found.end()) {
    settled.title = first->text;
    if (as_typed(first->text) == as_typed(collapse_space(title))) {
      cmark_node_unlink(first->node);
      found.erase(first);
      first = first_of_level_one(found);
    }
  }
  if (first != found.end()) move_down(found);
  HeadingIds ids;
  reserve_note_ids(document, ids);
  settled.headings = name_headings(found, ids);
  return settled;
}

bool is_listed_heading(const cmark_node* heading) { return heading->user_data != nullptr; }

}  // namespace daybook
