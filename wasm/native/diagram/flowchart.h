// What a flowchart says, before anything has a place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "native/diagram/geometry.h"
#include "native/diagram/line_style.h"

namespace daybook {

enum class Direction { kDown, kUp, kRight, kLeft };

enum class NodeShape {
  kRectangle,          // [ ]
  kRounded,            // ( )
  kStadium,            // ([ ])
  kSubroutine,         // [[ ]]
  kCylinder,           // [( )]
  kCircle,             // (( ))
  kDoubleCircle,       // ((( )))
  kEllipse,            // (- -)
  kFlag,               // > ]
  kDiamond,            // { }
  kHexagon,            // {{ }}
  kLeanRight,          // [/ /]
  kLeanLeft,           // [\ \]
  kTrapezoid,          // [/ \]
  kInvertedTrapezoid,  // [\ /]
  kStart,              // state diagrams: the dot that it begins with
  kEnd,                // the dot in a ring
  kBar,                // fork and join
  kChoice,             // a small diamond without text
  kNote,               // a remark on a state
};

struct FlowNode {
  std::string id;
  std::string label;  // lines parted by '\n'
  NodeShape shape = NodeShape::kRectangle;
  std::size_t group = kNone;
  int line = 0;  // where the fence names it first
};

// A subgraph.
struct FlowGroup {
  std::string id;
  std::string title;
  std::size_t parent = kNone;
  std::optional<Direction> direction;
  int line = 0;
};

// One end of a link: a node, or a whole group.
struct FlowTarget {
  std::size_t node = kNone;
  std::size_t group = kNone;

  bool operator==(const FlowTarget&) const = default;
};

struct FlowLink {
  FlowTarget from;
  FlowTarget to;
  std::string label;
  LineStyle style = LineStyle::kSolid;
  LineEnd start = LineEnd::kPlain;
  LineEnd end = LineEnd::kArrow;
  int length = 1;  // how many ranks it bridges at the least
  int line = 0;
};

struct Flowchart {
  Direction direction = Direction::kDown;
  std::vector<FlowNode> nodes;
  std::vector<FlowGroup> groups;  // a parent comes before its children
  std::vector<FlowLink> links;
};

// What `TB`, `TD`, `BT`, `LR` and `RL` mean.
std::optional<Direction> direction_of(std::string_view word);

// True where `group` is `ancestor` or lies within it, at any depth; kNone is in nothing.
bool is_within(const Flowchart& chart, std::size_t group, std::size_t ancestor);

// The group that a link's end lies in: a node's own, or a group's parent.
std::size_t container_of(const Flowchart& chart, const FlowTarget& target);

// A sentence or two that name the nodes and links, for those who cannot see them.
std::string describe(const Flowchart& chart, std::string_view kind);

// `body` as DiagramSource has it, from the word `flowchart` or `graph` on.
Result<Flowchart> read_flowchart(std::string_view body);

}  // namespace daybook
