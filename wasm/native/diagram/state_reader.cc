#include "native/diagram/state_reader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "native/diagram/diagram_source.h"
#include "native/diagram/flowchart_builder.h"
#include "native/diagram/flowchart_link.h"
#include "native/diagram/text_cursor.h"

namespace daybook {
namespace {

struct Stereotype {
  std::string_view mark;
  NodeShape shape;
};

constexpr Stereotype kStereotypes[] = {
    {"<<choice>>", NodeShape::kChoice}, {"<<fork>>", NodeShape::kBar},
    {"<<join>>", NodeShape::kBar},      {"[[choice]]", NodeShape::kChoice},
    {"[[fork]]", NodeShape::kBar},      {"[[join]]", NodeShape::kBar},
};

// Lines that only colour, or that need a script.
constexpr std::string_view kIgnored[] = {"class", "classDef", "click", "hide", "scale", "style"};

constexpr std::string_view kStartOrEnd = "[*]";

std::string_view without_class(std::string_view id) { return trim(id.substr(0, id.find(":::"))); }

class StateReader {
 public:
  explicit StateReader(std::string_view body) : cursor_(body) {}

  Result<Flowchart> read() {
    cursor_.skip_white_space();
    cursor_.skip(cursor_.rest_of_line().size());
    for (cursor_.skip_white_space(); !cursor_.at_end(); cursor_.skip_white_space()) {
      const std::string_view line = cursor_.rest_of_line();
      if (Result<> read = read_line(trim(line)); !read.ok()) return read.error();
      cursor_.skip(cursor_.rest_of_line().size());
    }
    if (!scopes_.empty()) return diagram_error(scopes_.back().line, "close this state with }");
    return builder_.finish();
  }

 private:
  // A composite state, or one of several regions in it: each begins and ends for itself.
  struct Scope {
    std::size_t number;
    int line;
  };

  Result<> read_line(std::string_view line) {
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    const std::string_view rest = trim(line.substr(word.size()));
    if (line == "}") return close_state();
    if (line == "--") {
      if (!scopes_.empty()) scopes_.back().number = ++last_scope_;
      return Done{};
    }
    if (line.find("-->") != line.npos) return read_transition(line);
    if (word == "direction") return read_direction(rest);
    if (word == "state") return read_state(rest);
    if (word == "note") return read_note(rest);
    if (std::ranges::find(kIgnored, word) != std::end(kIgnored)) return Done{};
    return read_description(line);
  }

  Result<> read_direction(std::string_view word) {
    const auto direction = direction_of(word);
    if (!direction) return cursor_.error("write direction LR, RL, TB or BT");
    builder_.set_direction(*direction);
    return Done{};
  }

  Result<std::size_t> name_state(std::string_view id) {
    id = without_class(id);
    if (id.empty()) return cursor_.error("name a state on both sides of the arrow");
    TRY(const std::size_t node, builder_.name_node(id, cursor_.line()));
    FlowNode& state = builder_.node(node);
    if (state.shape == NodeShape::kRectangle) state.shape = NodeShape::kRounded;
    return node;
  }

  // `[*]` is another dot in every composite state, and another as a beginning than as an end.
  Result<std::size_t> name_end(std::string_view id, NodeShape dot) {
    if (without_class(id) != kStartOrEnd) return name_state(id);
    const std::size_t scope = scopes_.empty() ? 0 : scopes_.back().number;
    const std::string name =
        (dot == NodeShape::kStart ? "[*] start " : "[*] end ") + std::to_string(scope);
    TRY(const std::size_t node, builder_.name_node(name, cursor_.line()));
    builder_.node(node).shape = dot;
    builder_.node(node).label.clear();
    return node;
  }

  // `a --> b : label`
  Result<> read_transition(std::string_view line) {
    const std::size_t arrow = line.find("-->");
    const std::string_view target = line.substr(arrow + 3);
    std::size_t colon = target.find(':');
    if (target.substr(std::min(colon, target.size())).starts_with(":::")) {
      colon = target.find(':', colon + 3);
    }
    FlowLink link{.line = cursor_.line()};
    TRY(link.from.node, name_end(line.substr(0, arrow), NodeShape::kStart));
    TRY(link.to.node, name_end(target.substr(0, colon), NodeShape::kEnd));
    if (colon != target.npos) {
      TRY(link.label, read_label(target.substr(colon + 1), cursor_));
    }
    return builder_.add_link(std::move(link));
  }

  // `a`, or `a : description`, of which one may have several.
  Result<> read_description(std::string_view line) {
    const std::string_view plain = line.substr(0, line.find(":::"));
    const std::size_t colon = plain.find(':');
    const std::string_view id = trim(plain.substr(0, colon));
    if (id.empty() || id.find_first_of(" {}\"") != id.npos) {
      return cursor_.error("write a state, a : description or a --> b instead of " + quoted(line));
    }
    TRY(const std::size_t node, name_state(id));
    if (colon == plain.npos) return Done{};
    TRY(const std::string text, read_label(plain.substr(colon + 1), cursor_));
    std::string& label = builder_.node(node).label;
    label = label == id ? text : label + '\n' + text;
    return Done{};
  }

  // `a`, `"description" as a`, `a <<choice>>`, each perhaps with `{`.
  Result<> read_state(std::string_view rest) {
    const bool opens = rest.ends_with('{');
    if (opens) rest = trim(rest.substr(0, rest.size() - 1));
    NodeShape shape = NodeShape::kRounded;
    for (const auto& [mark, meant] : kStereotypes) {
      if (!rest.ends_with(mark)) continue;
      shape = meant;
      rest = trim(rest.substr(0, rest.size() - mark.size()));
    }
    std::string label;
    if (rest.starts_with('"')) {
      const std::size_t close = rest.find('"', 1);
      const std::string_view as = close == rest.npos ? rest : trim(rest.substr(close + 1));
      if (!as.starts_with("as ")) return cursor_.error("write state \"description\" as a");
      TRY(label, read_label(rest.substr(0, close + 1), cursor_));
      rest = trim(as.substr(3));
    }
    TRY(const std::size_t node, name_state(rest));
    FlowNode& state = builder_.node(node);
    if (!label.empty()) state.label = label;
    if (shape != NodeShape::kRounded) {
      state.shape = shape;
      state.label.clear();
    }
    return opens ? open_state(state) : Done{};
  }

  Result<> open_state(const FlowNode& state) {
    const std::string id = state.id;
    const std::string title = state.label;
    if (Result<> opened = builder_.open_group(id, title, cursor_.line()); !opened.ok()) {
      return opened.error();
    }
    scopes_.push_back({++last_scope_, cursor_.line()});
    return Done{};
  }

  Result<> close_state() {
    if (scopes_.empty()) return cursor_.error("remove this }, or open a state before it");
    scopes_.pop_back();
    return builder_.close_group(cursor_.line());
  }

  // `right of a : text`, or `right of a` and lines up to `end note`.
  Result<> read_note(std::string_view rest) {
    const std::size_t of = rest.find("of ");
    if (of == rest.npos) return cursor_.error("write note right of a : text");
    const int line = cursor_.line();
    const std::size_t colon = rest.find(':');
    const std::string_view id =
        trim(rest.substr(of + 3, colon == rest.npos ? colon : colon - of - 3));
    std::string_view raw;
    if (colon != rest.npos) {
      raw = rest.substr(colon + 1);
    } else {
      cursor_.skip(cursor_.rest_of_line().size());
      const std::size_t length = cursor_.rest().find("end note");
      if (length == std::string_view::npos)
        return diagram_error(line, "close this note with end note");
      raw = cursor_.rest().substr(0, length);
      cursor_.skip(length);
    }
    TRY(const std::size_t state, name_state(id));
    TRY(const std::size_t note, builder_.name_node("note " + std::to_string(++notes_), line));
    builder_.node(note).shape = NodeShape::kNote;
    TRY(builder_.node(note).label, read_label(raw, cursor_));
    return builder_.add_link({.from = {.node = state},
                              .to = {.node = note},
                              .style = LineStyle::kDotted,
                              .end = LineEnd::kPlain,
                              .line = line});
  }

  TextCursor cursor_;
  FlowchartBuilder builder_;
  std::vector<Scope> scopes_;
  std::size_t last_scope_ = 0;
  int notes_ = 0;
};

}  // namespace

Result<Flowchart> read_state_diagram(std::string_view body) { return StateReader(body).read(); }

}  // namespace daybook
