// The layered layout of a directed graph, after Sugiyama: nodes on ranks, links running down
// between them. Directions other than downwards are the caller's to turn.
//
// Groups are rectangles that hold their nodes and nothing else; no two of them overlap unless one
// lies within the other. Long links run straight beside the nodes that they pass.
//
// Graphviz was tried first (2.42, dot, with clusters): of 200 random graphs within our limits it
// gave up on 45, aborted the process on one and was busy with one for more than 30 seconds. It
// would also bring 97 packages, and serve one thread at a time.
#pragma once

#include <cstddef>
#include <vector>

#include "native/diagram/flowchart.h"
#include "native/diagram/geometry.h"

namespace daybook {

// All sizes are even numbers of pixels.
struct LayoutNode {
  int width = 0;
  int height = 0;
  int port_span = 0;  // how far from its centre a link may meet the top or bottom
  std::size_t group = kNone;
};

struct LayoutGroup {
  std::size_t parent = kNone;  // comes before it
  // The least distance from what lies inside to the border.
  int top = 0;
  int bottom = 0;
  int left = 0;
  int right = 0;
  int min_width = 0;
  int min_height = 0;
};

struct LayoutLink {
  FlowTarget from;
  FlowTarget to;
  int label_width = 0;  // 0 without a label
  int label_height = 0;
  int length = 1;
};

struct LayoutGraph {
  std::vector<LayoutNode> nodes;
  std::vector<LayoutGroup> groups;  // each holds a node at some depth
  std::vector<LayoutLink> links;
};

enum class RouteKind {
  kLayered,  // `points` go down, each below the one before
  kLoop,     // from a node to itself: points[0] and points[1] on its right side
  kDirect,   // a straight line between two places on one rank
};

struct LayoutRoute {
  RouteKind kind = RouteKind::kLayered;
  std::vector<Point> points;
  bool upwards = false;          // the link's first end is the last point
  std::size_t label_at = kNone;  // the label fills the way from this point to the next
  Point label;                   // its centre
  int reach = 0;                 // of a loop: how far it swings out
};

struct Layout {
  int width = 0;
  int height = 0;
  std::vector<Point> nodes;  // centres
  std::vector<Box> groups;
  std::vector<LayoutRoute> routes;
};

Layout lay_out(const LayoutGraph& graph);

}  // namespace daybook
