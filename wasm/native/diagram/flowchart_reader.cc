#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "native/diagram/diagram_source.h"
#include "native/diagram/flowchart.h"
#include "native/diagram/flowchart_builder.h"
#include "native/diagram/flowchart_link.h"
#include "native/diagram/label.h"
#include "native/diagram/text_cursor.h"

namespace daybook {
namespace {

struct Bracket {
  std::string_view open;
  std::string_view close;
  NodeShape shape;
};

// An opening bracket comes before those that are a beginning of it.
constexpr Bracket kBrackets[] = {
    {"(((", ")))", NodeShape::kDoubleCircle},
    {"((", "))", NodeShape::kCircle},
    {"([", "])", NodeShape::kStadium},
    {"(-", "-)", NodeShape::kEllipse},
    {"(", ")", NodeShape::kRounded},
    {"[[", "]]", NodeShape::kSubroutine},
    {"[(", ")]", NodeShape::kCylinder},
    {"[/", "/]", NodeShape::kLeanRight},
    {"[/", "\\]", NodeShape::kTrapezoid},
    {"[\\", "\\]", NodeShape::kLeanLeft},
    {"[\\", "/]", NodeShape::kInvertedTrapezoid},
    {"[", "]", NodeShape::kRectangle},
    {"{{", "}}", NodeShape::kHexagon},
    {"{", "}", NodeShape::kDiamond},
    {">", "]", NodeShape::kFlag},
};

// Lines that only colour, or that need a script.
constexpr std::string_view kIgnored[] = {"class", "classDef", "click", "linkStyle", "style"};

// Where the text that begins after an opening bracket meets `close`, brackets within it skipped;
// npos where the line ends first.
std::size_t find_close(std::string_view line, std::string_view close) {
  int depth = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (depth == 0 && line.substr(i).starts_with(close)) return i;
    const char c = line[i];
    if (c == '(' || c == '[' || c == '{') ++depth;
    if ((c == ')' || c == ']' || c == '}') && depth > 0) --depth;
  }
  // `[a (b]`: brackets that do not match are text.
  return line.find(close);
}

class FlowchartReader {
 public:
  explicit FlowchartReader(std::string_view body) : cursor_(body) {}

  Result<Flowchart> read() {
    read_header();
    while (next_statement()) {
      if (Result<> read = read_statement(); !read.ok()) return read.error();
      if (Result<> ended = end_statement(); !ended.ok()) return ended.error();
    }
    return builder_.finish();
  }

 private:
  // `flowchart LR`; without a direction it goes down.
  void read_header() {
    cursor_.skip_white_space();
    cursor_.skip(cursor_.word().size());
    cursor_.skip_spaces();
    read_direction();
  }

  bool read_direction() {
    const auto direction = direction_of(cursor_.word());
    if (!direction) return false;
    cursor_.skip(cursor_.word().size());
    builder_.set_direction(*direction);
    return true;
  }

  bool next_statement() {
    do cursor_.skip_white_space();
    while (cursor_.take(";"));
    return !cursor_.at_end();
  }

  Result<> end_statement() {
    cursor_.skip_spaces();
    const char next = cursor_.peek();
    if (cursor_.at_end() || next == '\n' || next == ';') return Done{};
    if (cursor_.rest().starts_with("%%")) {
      cursor_.skip(cursor_.rest_of_line().size());
      return Done{};
    }
    return cursor_.error("put a link such as --> or a line end before " +
                         quoted(cursor_.rest_of_line()));
  }

  // True where `keyword` stands here as a word of its own.
  bool at_keyword(std::string_view keyword) const {
    const char next = cursor_.peek(keyword.size());
    return cursor_.word() == keyword &&
           (next == ' ' || next == '\t' || next == '\n' || next == ';' || next == '\0');
  }

  Result<> read_statement() {
    if (at_keyword("subgraph")) return read_subgraph();
    if (at_keyword("end")) {
      cursor_.skip(3);
      return builder_.close_group(cursor_.line());
    }
    if (at_keyword("direction")) return read_direction_statement();
    for (const std::string_view keyword : kIgnored) {
      if (!at_keyword(keyword)) continue;
      const std::string_view line = cursor_.rest_of_line();
      // An address behind `click` may hold a semicolon.
      const std::size_t length = keyword == "click" ? line.size() : line.find(';');
      cursor_.skip(std::min(length, line.size()));
      return Done{};
    }
    return read_chain();
  }

  Result<> read_direction_statement() {
    cursor_.skip(9);
    cursor_.skip_spaces();
    if (read_direction()) return Done{};
    return cursor_.error("write direction LR, RL, TB or BT");
  }

  // `subgraph id [title]`, `subgraph id`, `subgraph "title"` or `subgraph some words`.
  Result<> read_subgraph() {
    const int line = cursor_.line();
    cursor_.skip(8);
    std::string_view rest = cursor_.rest_of_line();
    if (const std::size_t quote = rest.find('"'); quote == rest.npos || rest.find(';') < quote) {
      rest = rest.substr(0, rest.find(';'));
    }
    cursor_.skip(rest.size());
    rest = trim(rest);
    const std::size_t open = rest.find('[');
    std::string_view id = rest;
    std::string_view title = rest;
    if (open != rest.npos && open > 0 && rest.ends_with(']')) {
      id = trim(rest.substr(0, open));
      title = rest.substr(open + 1, rest.size() - open - 2);
    }
    TRY(const std::string label, read_label(title, cursor_));
    if (id.size() > 1 && id.starts_with('"') && id.ends_with('"')) id = id.substr(1, id.size() - 2);
    return builder_.open_group(id, label, line);
  }

  // `a & b --> c -- label --> d`
  Result<> read_chain() {
    TRY(std::vector<std::size_t> from, read_nodes());
    while (skip_to_link()) {
      TRY(const FlowLink link, read_link(cursor_));
      cursor_.skip_white_space();
      TRY(std::vector<std::size_t> to, read_nodes());
      for (const std::size_t a : from) {
        for (const std::size_t b : to) {
          FlowLink each = link;
          each.from.node = a;
          each.to.node = b;
          if (Result<> added = builder_.add_link(std::move(each)); !added.ok())
            return added.error();
        }
      }
      from = std::move(to);
    }
    return Done{};
  }

  // A link may stand on the line below its first node; nothing else begins like one.
  bool skip_to_link() {
    TextCursor ahead = cursor_;
    ahead.skip_white_space();
    if (!begins_link(ahead.rest())) return false;
    // `o--` and `x--` on a line of their own are nodes.
    const bool is_letter = ahead.peek() == 'o' || ahead.peek() == 'x';
    if (is_letter && ahead.line() != cursor_.line()) return false;
    cursor_ = ahead;
    return true;
  }

  Result<std::vector<std::size_t>> read_nodes() {
    std::vector<std::size_t> nodes;
    do {
      cursor_.skip_spaces();
      TRY(const std::size_t node, read_node());
      nodes.push_back(node);
      cursor_.skip_spaces();
    } while (cursor_.take("&"));
    return nodes;
  }

  // Everything but what begins a bracket, a link, or another statement.
  std::string_view read_id() {
    std::size_t length = 0;
    for (;; ++length) {
      const char c = cursor_.peek(length);
      const char next = cursor_.peek(length + 1);
      if (c == '\0' ||
          std::string_view(" \t\n;&|<>()[]{}\"~^:@,").find(c) != std::string_view::npos) {
        break;
      }
      if (c == '-' && (next == '-' || next == '.' || next == '>')) break;
      if (c == '=' && next == '=') break;
    }
    const std::string_view id = cursor_.rest().substr(0, length);
    cursor_.skip(length);
    return id;
  }

  Result<std::size_t> read_node() {
    const int line = cursor_.line();
    const std::string_view id = read_id();
    if (id.empty()) {
      const std::string_view rest = trim(cursor_.rest_of_line());
      return cursor_.error(rest.empty()
                               ? "name a node at the end of this link"
                               : "write a node such as A[label] instead of " + quoted(rest));
    }
    if (id == "end") return cursor_.error("write End or \"end\" in a label; end closes a subgraph");
    TRY(const std::size_t node, builder_.name_node(id, line));
    if (Result<> shape = read_shape(node); !shape.ok()) return shape.error();
    if (cursor_.take(":::")) cursor_.skip(cursor_.word().size());
    return node;
  }

  Result<> read_shape(std::size_t node) {
    if (cursor_.peek() == '@') {
      return cursor_.error("write the shape as brackets, A[label] or A{label}; @{ } is not drawn");
    }
    for (const Bracket& bracket : kBrackets) {
      if (!cursor_.rest().starts_with(bracket.open)) continue;
      TextCursor ahead = cursor_;
      ahead.skip(bracket.open.size());
      TRY(const auto raw, read_between(ahead, bracket.close));
      // `[/a]` is no parallelogram, but a path.
      if (!raw) continue;
      cursor_ = ahead;
      builder_.node(node).shape = bracket.shape;
      TRY(builder_.node(node).label, read_label(*raw, cursor_));
      return Done{};
    }
    const bool opens = std::string_view("([{").find(cursor_.peek()) != std::string_view::npos;
    if (opens && !cursor_.at_end()) {
      return cursor_.error("close the label " + quoted(cursor_.rest_of_line()) +
                           " with the bracket that fits, or put it in quotes");
    }
    return Done{};
  }

  // The text up to `close`; nothing where it does not come.
  static Result<std::optional<std::string_view>> read_between(TextCursor& cursor,
                                                              std::string_view close) {
    cursor.skip_white_space();
    if (cursor.peek() == '"') {
      TRY(const std::string_view raw, cursor.take_quoted());
      cursor.skip_white_space();
      return cursor.take(close) ? std::optional(raw) : std::nullopt;
    }
    const std::size_t length = find_close(cursor.rest_of_line(), close);
    if (length == std::string_view::npos) return std::optional<std::string_view>();
    const std::string_view raw = cursor.rest().substr(0, length);
    cursor.skip(length + close.size());
    return std::optional(raw);
  }

  TextCursor cursor_;
  FlowchartBuilder builder_;
};

}  // namespace

Result<Flowchart> read_flowchart(std::string_view body) { return FlowchartReader(body).read(); }

}  // namespace daybook
