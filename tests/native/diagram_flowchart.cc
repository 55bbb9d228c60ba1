// What Mermaid's flowchart notation says, as the reader understands it.
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "native/diagram/flowchart.h"

namespace daybook {
namespace {

std::string name_of(const Flowchart& chart, const FlowTarget& target) {
  return target.group == kNone ? chart.nodes[target.node].id
                               : '{' + chart.groups[target.group].id + '}';
}

std::string_view shape_name(NodeShape shape) {
  constexpr std::string_view kNames[] = {
      "rectangle", "rounded",       "stadium",   "subroutine", "cylinder",
      "circle",    "double circle", "ellipse",   "flag",       "diamond",
      "hexagon",   "lean right",    "lean left", "trapezoid",  "inverted trapezoid",
      "start",     "end",           "bar",       "choice",     "note"};
  return kNames[static_cast<std::size_t>(shape)];
}

// `A[label] rectangle in g; …`: everything about the nodes.
std::string nodes_of(std::string_view source) {
  const auto chart = read_flowchart(source);
  if (!chart.ok()) return chart.error().text();
  std::string out;
  for (const FlowNode& node : chart.value().nodes) {
    out += (out.empty() ? "" : "; ") + node.id;
    if (node.label != node.id) out += '[' + node.label + ']';
    if (node.shape != NodeShape::kRectangle) out += ' ' + std::string(shape_name(node.shape));
    if (node.group != kNone) out += " in " + chart.value().groups[node.group].id;
  }
  return out;
}

// `A -->2 B "label"; …`: everything about the links.
std::string links_of(std::string_view source) {
  const auto chart = read_flowchart(source);
  if (!chart.ok()) return chart.error().text();
  constexpr std::string_view kStyles[] = {"--", "..", "==", "~~"};
  constexpr std::string_view kEnds[] = {"", ">", ")", "x", "o"};
  constexpr std::string_view kStarts[] = {"", "<", "(", "x", "o"};
  std::string out;
  for (const FlowLink& link : chart.value().links) {
    out += (out.empty() ? "" : "; ") + name_of(chart.value(), link.from) + ' ';
    out += kStarts[static_cast<std::size_t>(link.start)];
    out += kStyles[static_cast<std::size_t>(link.style)];
    out += kEnds[static_cast<std::size_t>(link.end)];
    if (link.length != 1) out += std::to_string(link.length);
    out += ' ' + name_of(chart.value(), link.to);
    if (!link.label.empty()) out += " \"" + link.label + '"';
  }
  return out;
}

// `g[title] LR in outer; …`: everything about the groups.
std::string groups_of(std::string_view source) {
  const auto chart = read_flowchart(source);
  if (!chart.ok()) return chart.error().text();
  constexpr std::string_view kDirections[] = {"TB", "BT", "LR", "RL"};
  std::string out;
  for (const FlowGroup& group : chart.value().groups) {
    out += (out.empty() ? "" : "; ") + group.id;
    if (group.title != group.id) out += '[' + group.title + ']';
    if (group.direction)
      out += ' ' + std::string(kDirections[static_cast<std::size_t>(*group.direction)]);
    if (group.parent != kNone) out += " in " + chart.value().groups[group.parent].id;
  }
  return out;
}

struct Case {
  std::string_view source;  // behind `flowchart TB\n`
  std::string_view expected;
};

std::string with_header(std::string_view source) { return "flowchart TB\n" + std::string(source); }

}  // namespace

TEST_CASE("flowchart nodes have Mermaid's shapes and labels") {
  constexpr Case kCases[] = {
      {"A", "A"},
      {"A[one] --> B(two)", "A[one]; B[two] rounded"},
      {"a([1]) b", "line 2: put a link such as --> or a line end before \"b\""},
      {"a([1])\nb[[2]]\nc[(3)]\nd((4))\ne(((5)))",
       "a[1] stadium; b[2] subroutine; c[3] cylinder; "
       "d[4] circle; e[5] double circle"},
      {"a{1}\nb{{2}}\nc>3]\nd(-4-)", "a[1] diamond; b[2] hexagon; c[3] flag; d[4] ellipse"},
      {"a[/1/]\nb[\\2\\]\nc[/3\\]\nd[\\4/]",
       "a[1] lean right; b[2] lean left; c[3] trapezoid; d[4] inverted trapezoid"},
      {"a[/api/users]", "a[/api/users]"},
      {"a[f(x) = [1, 2]]", "a[f(x) = [1, 2]]"},
      {"a[\"brackets ] and (parens)\"]", "a[brackets ] and (parens)]"},
      {"a[\"two\nlines\"]", "a[two\nlines]"},
      {"a[one<br>two<br/>three<BR />four]", "a[one\ntwo\nthree\nfour]"},
      {"a[\"`**bold** and *soft*\n  and snake_case`\"]", "a[bold and soft\nand snake_case]"},
      {"a[\"#quot;#9829;#35;&amp;&#60; #x; 100% C#\"]", "a[\"♥#&< #x; 100% C#]"},
      {"a[<b>x</b> < y <unknown>]", "a[x < y <unknown>]"},
      {"a[fa:fa-car Car]", "a[Car]"},
      {"a:::red --> b[B]:::blue", "a; b[B]"},
      {"my-node.v2 --> other_node", "my-node.v2; other_node"},
      {"größe --> 節点", "größe; 節点"},
      {"A[first]\nA --> B\nA[second]", "A[second]; B"},
      {"A; B ;C;", "A; B; C"},
      {"A %% a comment", "A"},
      {"classDef red fill:#f00;\nstyle A fill:#f9f,stroke:#333\nlinkStyle 0 stroke:red\n"
       "class A,B red\nclick A \"https://a.b/;c\" _blank\nA",
       "A"},
      {"classes --> styles --> clicks --> ending", "classes; styles; clicks; ending"},
  };
  for (const auto& [source, expected] : kCases) {
    INFO(source);
    CHECK(nodes_of(with_header(source)) == expected);
  }
}

TEST_CASE("flowchart links have Mermaid's lines, ends, labels and lengths") {
  constexpr Case kCases[] = {
      {"A-->B", "A --> B"},
      {"A --- B\nA -.-> B\nA -.- B\nA ==> B\nA === B\nA ~~~ B",
       "A -- B; A ..> B; A .. B; A ==> B; A == B; A ~~ B"},
      {"A --o B\nA --x B\nA o--o B\nA x--x B\nA <--> B\nA <-.-> B\nA <==> B",
       "A --o B; A --x B; A o--o B; A x--x B; A <--> B; A <..> B; A <==> B"},
      {"A ----> B\nA ---- B\nA -...-> B\nA =====> B", "A -->3 B; A --2 B; A ..>3 B; A ==>4 B"},
      {"A -->|yes| B\nA -- no --> B\nA -. maybe .-> B\nA == sure ==> B\nA -- plain --- B",
       "A --> B \"yes\"; A --> B \"no\"; A ..> B \"maybe\"; A ==> B \"sure\"; A -- B \"plain\""},
      {"A -->|\"a | b\"| B\nA -- \"x --> y\" --> B", "A --> B \"a | b\"; A --> B \"x --> y\""},
      {"A --yes--> B\nA-.no.->B", "A --> B \"yes\"; A ..> B \"no\""},
      {"A --> B --> C", "A --> B; B --> C"},
      {"A & B --> C & D", "A --> C; A --> D; B --> C; B --> D"},
      {"A -->\nB\n--> C", "A --> B; B --> C"},
      {"a-b-->c", "a-b --> c"},
      {"A[x]-->B{y}-->|z|C", "A --> B; B --> C \"z\""},
      {"A --> A", "A --> A"},
      {"A -->\n", "line 3: name a node at the end of this link"},
  };
  for (const auto& [source, expected] : kCases) {
    INFO(source);
    CHECK(links_of(with_header(source)) == expected);
  }
}

TEST_CASE("subgraphs hold the nodes that are first closed in them") {
  CHECK(groups_of(
            with_header("subgraph one\nA\nend\nsubgraph two [The second]\ndirection LR\nsubgraph "
                        "\"three words here\"\nend\nend\nsubgraph with no brackets\nend")) ==
        "one; two[The second] LR; three words here in two; with no brackets");
  CHECK(nodes_of(with_header(
            "A --> B\nsubgraph g\nB --> C\nsubgraph h\nC\nend\nend\nsubgraph i\nB\nend")) ==
        "A; B in g; C in h");
  CHECK(links_of(with_header("subgraph g\nA\nend\ng --> B\nB --> h\nsubgraph h\nC\nend")) ==
        "{g} --> B; B --> {h}");
  CHECK(nodes_of("graph LR; A-->B; subgraph g; C; end; B-->C") == "A; B; C in g");
}

TEST_CASE("what a flowchart cannot hold is said with its line") {
  constexpr Case kCases[] = {
      {"A --> B\nA[open",
       "line 3: close the label \"[open\" with the bracket that fits, or put it in quotes"},
      {"A[\"open]", "line 2: close the quotes that begin here"},
      {"A -- text B", "line 2: close the label of this link with -->"},
      {"A -. text B", "line 2: close the label of this link with .->"},
      {"A -->|text B", "line 2: close this with |"},
      {"subgraph a\nsubgraph b\nend", "line 2: close the subgraph \"a\" with end"},
      {"A\nend", "line 3: remove this end, or open a subgraph before it"},
      {"A --> end", "line 2: write End or \"end\" in a label; end closes a subgraph"},
      {"A@{ shape: rect }",
       "line 2: write the shape as brackets, A[label] or A{label}; @{ } is not drawn"},
      {"direction up", "line 2: write direction LR, RL, TB or BT"},
      {"--> B", "line 2: write a node such as A[label] instead of \"--> B\""},
      {"subgraph g\nA\nend\nA --> g", "line 5: link the subgraph \"g\" with something outside it"},
  };
  for (const auto& [source, expected] : kCases) {
    INFO(source);
    CHECK(nodes_of(with_header(source)) == expected);
  }
}

}  // namespace daybook
