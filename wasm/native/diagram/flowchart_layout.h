// A flowchart with everything in its place.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "native/diagram/flowchart.h"
#include "native/diagram/label.h"
#include "native/diagram/line_end.h"

namespace daybook {

struct PlacedNode {
  Box box;
  TextBlock text;
};

struct PlacedGroup {
  Box box;
  TextBlock title;
  Position title_at;  // the middle of its left side
  bool covers_links = false;
};

// A line of curves; every curve is two control points and an end.
struct Stroke {
  Position start;
  std::vector<std::array<Position, 3>> curves;
};

struct PlacedLink {
  LineStyle style = LineStyle::kSolid;
  std::vector<Stroke> strokes;  // two where a label stands between
  std::vector<PlacedEnd> ends;
  TextBlock label;
  Position label_at;
};

struct PlacedFlowchart {
  int width = 0;
  int height = 0;
  std::vector<PlacedNode> nodes;
  std::vector<PlacedGroup> groups;
  std::vector<PlacedLink> links;
};

PlacedFlowchart place_flowchart(const Flowchart& chart);

}  // namespace daybook
