// What Mermaid's state notation says, as the flowchart that it becomes.
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "native/diagram/diagram.h"
#include "native/diagram/state_reader.h"

namespace daybook {
namespace {

std::string name_of(const Flowchart& chart, const FlowTarget& target) {
  if (target.group != kNone) return '{' + chart.groups[target.group].title + '}';
  const FlowNode& node = chart.nodes[target.node];
  if (node.shape == NodeShape::kStart) return "(start)";
  if (node.shape == NodeShape::kEnd) return "(end)";
  return node.label.empty() ? '<' + node.id + '>' : node.label;
}

// `a > b "label"; …`
std::string read(std::string_view lines) {
  const auto chart = read_state_diagram("stateDiagram-v2\n" + std::string(lines));
  if (!chart.ok()) return chart.error().text();
  std::string out;
  for (const FlowLink& link : chart.value().links) {
    out += (out.empty() ? "" : "; ") + name_of(chart.value(), link.from);
    out += link.end == LineEnd::kArrow ? " > " : " - ";
    out += name_of(chart.value(), link.to);
    if (!link.label.empty()) out += " \"" + link.label + '"';
  }
  return out;
}

struct Case {
  std::string_view lines;
  std::string_view expected;
};

}  // namespace

TEST_CASE("state diagrams have Mermaid's states and transitions") {
  constexpr Case kCases[] = {
      {"[*] --> a\na --> b : go on\nb --> [*]", "(start) > a; a > b \"go on\"; b > (end)"},
      {"a : first\na : second\na --> b:::red : x", "first\nsecond > b \"x\""},
      {"state \"A long name\" as a\na --> b", "A long name > b"},
      {"state c <<choice>>\nstate f <<fork>>\na --> c\nc --> f", "a > <c>; <c> > <f>"},
      {"state \"Outer\" as o {\n[*] --> a\n--\n[*] --> b\n}\n[*] --> o",
       "(start) > a; (start) > b; (start) > {Outer}"},
      {"a --> b\nnote right of a : one<br>two\nnote left of b\n  three\n  four\nend note",
       "a > b; a - one\ntwo; b - three\nfour"},
      {"hide empty description\ndirection LR\nclassDef x fill:#f00\nclass a x\na", ""},
  };
  for (const auto& [lines, expected] : kCases) {
    INFO(lines);
    CHECK(read(lines) == expected);
  }
}

TEST_CASE("what a state diagram cannot hold is said with its line") {
  constexpr Case kCases[] = {
      {"state a {\nb --> c", "line 2: close this state with }"},
      {"}", "line 2: remove this }, or open a state before it"},
      {"a --> b\n --> c", "line 3: name a state on both sides of the arrow"},
      {"a b c", "line 2: write a state, a : description or a --> b instead of \"a b c\""},
      {"note over a", "line 2: write note right of a : text"},
      {"note right of a\nx", "line 2: close this note with end note"},
      {"direction up", "line 2: write direction LR, RL, TB or BT"},
      {"state \"x\" y", "line 2: write state \"description\" as a"},
  };
  for (const auto& [lines, expected] : kCases) {
    INFO(lines);
    CHECK(read(lines) == expected);
  }
}

TEST_CASE("a state diagram is drawn") {
  const auto diagram = draw_mermaid("stateDiagram-v2\n[*] --> Still\nStill --> [*]");
  REQUIRE(diagram.ok());
  CHECK(diagram.value().alternative == "State diagram: start → Still; Still → end");
}

}  // namespace daybook
