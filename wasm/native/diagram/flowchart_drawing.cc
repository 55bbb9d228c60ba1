#include "native/diagram/flowchart_drawing.h"

#include <algorithm>

#include "native/diagram/flowchart_layout.h"
#include "native/diagram/node_shape.h"

namespace daybook {
namespace {

class FlowchartDrawer {
 public:
  FlowchartDrawer(const Flowchart& chart, const PlacedFlowchart& placed, const Point& origin)
      : chart_(chart), placed_(placed), x_(origin.x), y_(origin.y) {}

  SvgFile draw() {
    draw_groups();
    draw_lines();
    draw_covers();
    draw_ends();
    draw_nodes();
    return std::move(svg_);
  }

 private:
  Position shifted(const Position& at) const { return {at.x + x_, at.y + y_}; }

  Box shifted(const Box& box) const {
    return {box.left + x_, box.top + y_, box.right + x_, box.bottom + y_};
  }

  void draw_groups() {
    for (const PlacedGroup& group : placed_.groups) {
      svg_.paint(Paint::kGroup);
      svg_.rectangle(shifted(group.box), 6);
      svg_.text(group.title, shifted(group.title_at), Tone::kMuted, Anchor::kStart);
    }
  }

  void draw_covers() {
    for (const PlacedGroup& group : placed_.groups) {
      if (!group.covers_links) continue;
      const int left = static_cast<int>(group.title_at.x);
      const int middle = static_cast<int>(group.title_at.y);
      const int half = group.title.height / 2;
      svg_.paint(Paint::kCover);
      svg_.rectangle(
          shifted(Box{left - 2, middle - half, left + group.title.width + 2, middle + half}), 2);
    }
  }

  void draw_lines() {
    const std::pair<LineStyle, Paint> styles[] = {{LineStyle::kSolid, Paint::kLine},
                                                  {LineStyle::kDotted, Paint::kDotted},
                                                  {LineStyle::kThick, Paint::kThick}};
    for (const auto& [style, paint] : styles) {
      for (const PlacedLink& link : placed_.links) {
        if (link.style != style) continue;
        svg_.paint(paint);
        svg_.path(path_of(link));
        svg_.text(link.label, shifted(link.label_at), Tone::kMuted);
      }
    }
  }

  SvgPath path_of(const PlacedLink& link) const {
    SvgPath path;
    for (const Stroke& stroke : link.strokes) {
      path.move(shifted(stroke.start));
      Position at = stroke.start;
      for (const auto& [control1, control2, end] : stroke.curves) {
        const bool is_straight = (at.x == control1.x && at.x == control2.x && at.x == end.x) ||
                                 (at.y == control1.y && at.y == control2.y && at.y == end.y);
        if (is_straight) {
          path.line(shifted(end));
        } else {
          path.curve(shifted(control1), shifted(control2), shifted(end));
        }
        at = end;
      }
    }
    return path;
  }

  void draw_ends() {
    std::vector<PlacedEnd> ends;
    for (const PlacedLink& link : placed_.links) {
      if (link.style == LineStyle::kHidden) continue;
      for (const PlacedEnd& end : link.ends) ends.push_back({end.kind, shifted(end.tip), end.way});
    }
    draw_line_ends(svg_, ends);
  }

  // Decisions after all others, so that each colour is named once.
  void draw_nodes() {
    const auto is_decision = [](NodeShape shape) {
      return shape == NodeShape::kDiamond || shape == NodeShape::kChoice;
    };
    for (const bool decisions : {false, true}) {
      for (std::size_t i = 0; i < chart_.nodes.size(); ++i) {
        const NodeShape shape = chart_.nodes[i].shape;
        if (is_decision(shape) == decisions) draw_shape(svg_, shape, shifted(placed_.nodes[i].box));
      }
    }
    for (std::size_t i = 0; i < chart_.nodes.size(); ++i) {
      const Box& box = placed_.nodes[i].box;
      const Position shift = text_shift(chart_.nodes[i].shape);
      svg_.text(placed_.nodes[i].text,
                shifted(Position{box.centre_x() + shift.x, box.centre_y() + shift.y}), Tone::kInk);
    }
  }

  const Flowchart& chart_;
  const PlacedFlowchart& placed_;
  int x_;
  int y_;
  SvgFile svg_;
};

}  // namespace

Diagram draw_flowchart(const Flowchart& chart, const DiagramTexts& texts) {
  const PlacedFlowchart placed = place_flowchart(chart);
  const Sheet sheet(placed.width, placed.height, texts);
  return sheet.finish(FlowchartDrawer(chart, placed, sheet.origin()).draw());
}

}  // namespace daybook
