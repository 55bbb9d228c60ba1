// Where things come to lie: nothing overlaps, groups hold what is theirs, links meet their nodes.
#include <algorithm>
#include <random>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "native/diagram/flowchart_layout.h"
#include "native/diagram/layered_layout.h"
#include "native/diagram/network_simplex.h"
#include "native/diagram/sequence_layout.h"

namespace daybook {
namespace {

bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

bool holds(const Box& outer, const Box& inner) {
  return outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right &&
         outer.bottom >= inner.bottom;
}

bool is_apart_or_nested(const Flowchart& chart, std::size_t g, std::size_t h, const Box& a,
                        const Box& b) {
  if (is_within(chart, g, h)) return holds(b, a);
  if (is_within(chart, h, g)) return holds(a, b);
  return !overlap(a, b);
}

// What is wrong with the places of a chart, in words; nothing where all is well.
std::string fault_in(const Flowchart& chart) {
  const PlacedFlowchart placed = place_flowchart(chart);
  const Box whole{0, 0, placed.width, placed.height};
  for (std::size_t i = 0; i < chart.nodes.size(); ++i) {
    const Box& box = placed.nodes[i].box;
    if (!holds(whole, box)) return chart.nodes[i].id + " is outside";
    for (std::size_t k = 0; k < i; ++k) {
      if (overlap(box, placed.nodes[k].box))
        return chart.nodes[i].id + " overlaps " + chart.nodes[k].id;
    }
    for (std::size_t g = 0; g < chart.groups.size(); ++g) {
      const Box& group = placed.groups[g].box;
      const bool is_right =
          is_within(chart, chart.nodes[i].group, g) ? holds(group, box) : !overlap(group, box);
      if (!is_right) return chart.nodes[i].id + " and group " + chart.groups[g].id;
    }
  }
  for (std::size_t g = 0; g < chart.groups.size(); ++g) {
    for (std::size_t h = 0; h < g; ++h) {
      if (!is_apart_or_nested(chart, g, h, placed.groups[g].box, placed.groups[h].box)) {
        return "group " + chart.groups[g].id + " and group " + chart.groups[h].id;
      }
    }
  }
  return {};
}

int below(std::mt19937& random, std::size_t limit) {
  return static_cast<int>(random() % static_cast<std::uint32_t>(limit));
}

std::string random_chart(std::mt19937& random, std::size_t nodes, std::size_t groups,
                         std::size_t links) {
  constexpr const char* kDirections[] = {"TB", "LR", "RL", "BT"};
  constexpr const char* kArrows[] = {"-->", "-->|label|", "---->", "-.->", "x--o"};
  std::string out = std::string("flowchart ") + kDirections[below(random, 4)] + "\n";
  int open = 0;
  for (std::size_t g = 0; g < groups; ++g) {
    out += "subgraph g" + std::to_string(g) + " [Group " + std::to_string(g) + "]\n";
    if (below(random, 3) == 0) out += "direction LR\n";
    ++open;
    for (int i = below(random, 4); i > 0; --i)
      out += 'n' + std::to_string(below(random, nodes)) + '\n';
    while (open > 7 || (open > 0 && below(random, 2) == 0)) {
      out += "end\n";
      --open;
    }
  }
  for (; open > 0; --open) out += "end\n";
  for (std::size_t i = 0; i < links; ++i) {
    out += 'n' + std::to_string(below(random, nodes)) + ' ' + kArrows[below(random, 5)] + " n" +
           std::to_string(below(random, nodes)) + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("network simplex keeps demands at the least cost") {
  // a → b → d and a → c → d, with c longer; e hangs on d.
  const std::vector<SimplexEdge> edges = {
      {0, 1, 1, 1}, {1, 3, 1, 1}, {0, 2, 2, 1}, {2, 3, 2, 1}, {4, 3, 1, 5}};
  const std::vector<int> positions = solve_network_simplex(5, edges, Balance::kNone);
  int cost = 0;
  for (const SimplexEdge& edge : edges) {
    const int length = positions[edge.head] - positions[edge.tail];
    CHECK(length >= edge.length);
    cost += length * edge.weight;
  }
  CHECK(cost == 13);
  CHECK(std::ranges::min(positions) == 0);
  CHECK(solve_network_simplex(0, {}, Balance::kNone).empty());
  CHECK(solve_network_simplex(3, {}, Balance::kCentre) == std::vector<int>{0, 0, 0});
}

TEST_CASE("nodes of random charts do not overlap, and groups hold their own alone") {
  std::mt19937 random(20'261'123);
  for (int round = 0; round < 150; ++round) {
    const std::string source = random_chart(random, 2 + static_cast<std::size_t>(below(random, 30)),
                                            static_cast<std::size_t>(below(random, 6)),
                                            static_cast<std::size_t>(below(random, 50)));
    const auto chart = read_flowchart(source);
    REQUIRE(chart.ok());
    INFO(source);
    REQUIRE(fault_in(chart.value()) == "");
  }
}

TEST_CASE("charts run the way that they say") {
  struct Case {
    const char* direction;
    int x;
    int y;
  };
  for (const auto& [direction, x, y] : {Case{"TB", 0, 1}, Case{"TD", 0, 1}, Case{"BT", 0, -1},
                                        Case{"LR", 1, 0}, Case{"RL", -1, 0}}) {
    const auto chart = read_flowchart(std::string("graph ") + direction + "\nA --> B");
    REQUIRE(chart.ok());
    const PlacedFlowchart placed = place_flowchart(chart.value());
    const Box& a = placed.nodes[0].box;
    const Box& b = placed.nodes[1].box;
    CHECK((b.centre_x() > a.centre_x()) - (b.centre_x() < a.centre_x()) == x);
    CHECK((b.centre_y() > a.centre_y()) - (b.centre_y() < a.centre_y()) == y);
    REQUIRE(placed.links[0].ends.size() == 1);
    // The arrow's tip lies on B's border.
    const Position tip = placed.links[0].ends[0].tip;
    CHECK(tip.x >= b.left);
    CHECK(tip.x <= b.right);
    CHECK(tip.y >= b.top);
    CHECK(tip.y <= b.bottom);
    CHECK((tip.x == b.left || tip.x == b.right || tip.y == b.top || tip.y == b.bottom));
  }
}

TEST_CASE("a subgraph without links to its inside runs its own way") {
  const auto chart = read_flowchart(
      "graph TB\nsubgraph g\ndirection LR\nA --> B\nend\nsubgraph h\ndirection LR\nC --> D\nend\nD "
      "--> E");
  REQUIRE(chart.ok());
  const PlacedFlowchart placed = place_flowchart(chart.value());
  CHECK(placed.nodes[0].box.centre_y() == placed.nodes[1].box.centre_y());
  CHECK(placed.nodes[2].box.bottom < placed.nodes[3].box.top);
}

TEST_CASE("trees and ladders are drawn without crossings, in the order of their text") {
  const auto chart = read_flowchart(
      "graph TB\na --> b & c & d\nb --> e & f\nc --> g\nd --> h & i\nf --> j\ng --> j");
  REQUIRE(chart.ok());
  const PlacedFlowchart placed = place_flowchart(chart.value());
  const auto x = [&](std::size_t node) { return placed.nodes[node].box.centre_x(); };
  CHECK(x(1) < x(2));
  CHECK(x(2) < x(3));
  CHECK(x(4) < x(5));
  CHECK(x(5) < x(6));
  CHECK(x(6) < x(7));
  CHECK(x(7) < x(8));
}

TEST_CASE("texts of sequence diagrams fit between their lifelines") {
  const auto sequence = read_sequence(
      "sequenceDiagram\nparticipant A\nparticipant B\nparticipant C\nA->>C: a rather long text "
      "that spans two\n"
      "A->>B: a text that needs some room\nNote over A,C: a note that is longer than all the texts "
      "above it\n"
      "C->>C: to itself, at the far end\nalt a condition of some length that must fit into the "
      "frame\nA->>B: x\nend");
  REQUIRE(sequence.ok());
  const PlacedSequence placed = place_sequence(sequence.value());
  for (const PlacedText& text : placed.texts) {
    const int left =
        static_cast<int>(text.at.x) - (text.anchor == Anchor::kStart ? 0 : text.block.width / 2);
    CHECK(left >= 0);
    CHECK(left + text.block.width <= placed.width);
    for (const Lifeline& line : placed.lifelines) {
      const bool is_beside = line.x <= left || line.x >= left + text.block.width;
      const int top = static_cast<int>(text.at.y) - text.block.height / 2;
      CHECK((is_beside || line.bottom <= top || line.top >= top + text.block.height));
    }
  }
}

}  // namespace daybook
