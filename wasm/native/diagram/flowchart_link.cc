#include "native/diagram/flowchart_link.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/base/text.h"
#include "native/diagram/label.h"
#include "native/diagram/limits.h"

namespace daybook {
namespace {

// What a run of `-`, `=`, `.` or `~` says.
struct LinkMark {
  LineStyle style = LineStyle::kSolid;
  LineEnd start = LineEnd::kPlain;
  LineEnd end = LineEnd::kPlain;
  int length = 0;        // 0 where a label follows and a second mark ends the link
  std::size_t size = 0;  // in bytes
};

char at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

std::size_t count_of(std::string_view text, std::size_t from, char c) {
  return std::min(text.find_first_not_of(c, from), text.size()) - from;
}

// Arrow, cross and circle: what ends a link; `<` begins one.
LineEnd end_sign(char c) {
  switch (c) {
    case '>':
    case '<': return LineEnd::kArrow;
    case 'x': return LineEnd::kCross;
    case 'o': return LineEnd::kCircle;
    default: return LineEnd::kPlain;
  }
}

// `-->`, `--`, `===`: two or more of `sign`, and an end.
std::optional<LinkMark> straight_mark(std::string_view text, std::size_t from, char sign) {
  const std::size_t count = count_of(text, from, sign);
  if (count < 2) return std::nullopt;
  LinkMark mark;
  mark.style = sign == '-' ? LineStyle::kSolid : LineStyle::kThick;
  const char next = at(text, from + count);
  mark.end = next == '<' ? LineEnd::kPlain : end_sign(next);
  const bool has_end = mark.end != LineEnd::kPlain;
  mark.length = static_cast<int>(count) - (has_end ? 1 : 2);
  mark.size = from + count + (has_end ? 1 : 0);
  return mark;
}

// `-.->`, `-.`: dots after `from`, a dash and an end.
std::optional<LinkMark> dotted_mark(std::string_view text, std::size_t from) {
  const std::size_t dots = count_of(text, from, '.');
  if (dots == 0) return std::nullopt;
  LinkMark mark;
  mark.style = LineStyle::kDotted;
  mark.size = from + dots;
  if (at(text, mark.size) != '-') return mark;
  const char next = at(text, ++mark.size);
  mark.length = static_cast<int>(dots);
  mark.end = next == '<' ? LineEnd::kPlain : end_sign(next);
  if (mark.end != LineEnd::kPlain) ++mark.size;
  return mark;
}

// The mark at the beginning of `text`.
std::optional<LinkMark> first_mark(std::string_view text) {
  if (const std::size_t tildes = count_of(text, 0, '~'); tildes >= 3) {
    return LinkMark{
        .style = LineStyle::kHidden, .length = static_cast<int>(tildes) - 2, .size = tildes};
  }
  const LineEnd start = at(text, 0) == '>' ? LineEnd::kPlain : end_sign(at(text, 0));
  const std::size_t from = start == LineEnd::kPlain ? 0 : 1;
  std::optional<LinkMark> mark;
  if (at(text, from) == '-' && at(text, from + 1) == '.') mark = dotted_mark(text, from + 1);
  if (at(text, from) == '-' && !mark) mark = straight_mark(text, from, '-');
  if (at(text, from) == '=') mark = straight_mark(text, from, '=');
  if (mark) mark->start = start;
  return mark;
}

// The mark that ends a link after its label, at the beginning of `text`.
std::optional<LinkMark> last_mark(std::string_view text, LineStyle style) {
  std::optional<LinkMark> mark;
  if (style == LineStyle::kDotted) {
    mark = dotted_mark(text, at(text, 0) == '-' ? 1 : 0);
  } else {
    mark = straight_mark(text, 0, style == LineStyle::kSolid ? '-' : '=');
  }
  return mark && mark->length > 0 ? mark : std::nullopt;
}

std::string_view closing_run(LineStyle style) {
  switch (style) {
    case LineStyle::kDotted: return ".-";
    case LineStyle::kThick: return "==";
    default: return "--";
  }
}

std::string_view closing_example(LineStyle style) {
  switch (style) {
    case LineStyle::kDotted: return ".->";
    case LineStyle::kThick: return "==>";
    default: return "-->";
  }
}

// The label between two marks and the second of them.
Result<> read_rest(TextCursor& cursor, FlowLink& link, LinkMark& mark) {
  cursor.skip_spaces();
  std::string_view raw;
  if (cursor.peek() == '"') {
    TRY(raw, cursor.take_quoted());
    cursor.skip_spaces();
  } else {
    raw = cursor.rest_of_line();
    raw = raw.substr(0, std::min(raw.find(closing_run(mark.style)), raw.size()));
    // A dotted link ends in as many dots as it likes.
    while (mark.style == LineStyle::kDotted && raw.ends_with('.')) raw.remove_suffix(1);
    cursor.skip(raw.size());
  }
  const auto last = last_mark(cursor.rest(), mark.style);
  if (!last) {
    return cursor.error("close the label of this link with " +
                        std::string(closing_example(mark.style)));
  }
  TRY(link.label, read_label(raw, cursor));
  mark.length = last->length;
  mark.end = last->end;
  cursor.skip(last->size);
  return Done{};
}

}  // namespace

bool begins_link(std::string_view text) { return first_mark(text).has_value(); }

Result<FlowLink> read_link(TextCursor& cursor) {
  FlowLink link;
  link.line = cursor.line();
  LinkMark mark = first_mark(cursor.rest()).value_or(LinkMark{});
  cursor.skip(mark.size);
  if (mark.length == 0) {
    if (Result<> rest = read_rest(cursor, link, mark); !rest.ok()) return rest.error();
  }
  link.style = mark.style;
  link.start = mark.start;
  link.end = mark.end;
  link.length = std::min(mark.length, kMaxLinkLength);
  cursor.skip_spaces();
  if (cursor.peek() != '|') return link;
  cursor.skip(1);
  cursor.skip_spaces();
  std::string_view raw;
  if (cursor.peek() == '"') {
    TRY(raw, cursor.take_quoted());
    cursor.skip_spaces();
    if (!cursor.take("|")) return cursor.error("close the label of this link with |");
  } else {
    TRY(raw, cursor.take_until("|"));
  }
  TRY(link.label, read_label(raw, cursor));
  return link;
}

Result<std::string> read_label(std::string_view raw, const TextCursor& cursor) {
  raw = trim(raw);
  if (raw.size() > 1 && raw.starts_with('"') && raw.ends_with('"')) {
    raw = raw.substr(1, raw.size() - 2);
  }
  if (raw.size() > kMaxLabelBytes) {
    return cursor.error("shorten this label to " + std::to_string(kMaxLabelBytes) + " bytes");
  }
  return plain_label(raw);
}

}  // namespace daybook
