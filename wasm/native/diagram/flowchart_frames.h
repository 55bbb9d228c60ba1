// Which parts of a flowchart are laid out together. A subgraph whose inside has no link to its
// outside is a drawing of its own, in its own direction, and a node to what is around it; the
// others are groups of nodes in the layout of the frame around them.
#pragma once

#include <cstddef>
#include <vector>

#include "native/diagram/flowchart.h"

namespace daybook {

struct FlowFrame {
  std::size_t group = kNone;  // kNone for the whole chart
  Direction direction = Direction::kDown;
  std::vector<std::size_t> nodes;
  std::vector<std::size_t> open_groups;    // a parent comes before its children
  std::vector<std::size_t> closed_groups;  // they are frames of their own
  std::vector<std::size_t> links;
};

// Inner frames come before those that hold them; the last is the whole chart.
std::vector<FlowFrame> frames_of(const Flowchart& chart);

}  // namespace daybook
