#include "native/diagram/flowchart_layout.h"

#include <algorithm>
#include <map>
#include <utility>

#include "native/diagram/flowchart_frames.h"
#include "native/diagram/group_titles.h"
#include "native/diagram/layered_layout.h"
#include "native/diagram/link_strokes.h"
#include "native/diagram/node_shape.h"
#include "native/diagram/turn.h"

namespace daybook {
namespace {

constexpr int kNodeTextWidth = 190;
constexpr int kLinkTextWidth = 160;
constexpr int kTitleWidth = 180;

constexpr int kGroupPad = 16;
constexpr int kLinkTextPad = 4;

constexpr std::size_t kMaxLooseRow = 4;  // nodes without a link that stand side by side

int even(int value) { return value + value % 2; }

// What a group keeps free inside its border, as it is seen.
struct Margins {
  int top;
  int right;
  int bottom;
  int left;
};

Margins margins_of(const TextBlock& title) {
  const int top = title.empty() ? kGroupPad : even(title.height) + 2 * kTitlePad;
  return {top, kGroupPad, kGroupPad, kGroupPad};
}

int title_room(const TextBlock& title) {
  return title.empty() ? 0 : even(title.width) + 2 * kTitlePad;
}

class FlowchartPlacer {
 public:
  explicit FlowchartPlacer(const Flowchart& chart) : chart_(chart) { measure_texts(); }

  PlacedFlowchart place() {
    std::vector<FlowFrame> frames = frames_of(chart_);
    sizes_.resize(chart_.groups.size());
    std::vector<LaidOut> laid_out;
    for (const FlowFrame& frame : frames) {
      laid_out.push_back(lay_out_frame(frame));
      const Size whole = laid_out.back().turn.whole();
      if (frame.group == kNone) continue;
      const Margins margins = margins_of(placed_.groups[frame.group].title);
      const int width = std::max(whole.width + margins.left + margins.right,
                                 title_room(placed_.groups[frame.group].title));
      sizes_[frame.group] = {even(width), even(whole.height + margins.top + margins.bottom)};
    }
    // From the whole chart inwards, as places become known.
    for (std::size_t i = frames.size(); i > 0; --i) put(frames[i - 1], laid_out[i - 1]);
    const Size whole = laid_out.back().turn.whole();
    placed_.width = whole.width;
    placed_.height = whole.height;
    place_titles(placed_);
    return std::move(placed_);
  }

 private:
  // The layout of a frame, with the numbers that the chart's parts have in it.
  struct LaidOut {
    Turn turn;
    LayoutGraph graph;
    Layout layout;
    std::vector<FlowTarget> nodes;  // nodes and closed groups
  };

  void measure_texts() {
    for (const FlowNode& node : chart_.nodes) {
      placed_.nodes.push_back({.text = wrap_text(node.label, kNodeTextWidth)});
    }
    for (const FlowGroup& group : chart_.groups) {
      placed_.groups.push_back({.title = wrap_text(group.title, kTitleWidth, kSmallFontSize)});
    }
    for (const FlowLink& link : chart_.links) {
      placed_.links.push_back(
          {.style = link.style, .label = wrap_text(link.label, kLinkTextWidth, kSmallFontSize)});
    }
  }

  Size size_of(const FlowTarget& target, Axis flow) const {
    if (target.group != kNone) return sizes_[target.group];
    return shape_size(chart_.nodes[target.node].shape, placed_.nodes[target.node].text, flow);
  }

  // Groups are as rectangles.
  NodeShape shape_of(const FlowTarget& target) const {
    return target.group == kNone ? chart_.nodes[target.node].shape : NodeShape::kRectangle;
  }

  LaidOut lay_out_frame(const FlowFrame& frame) const {
    LaidOut out{.turn = Turn(frame.direction, 0, 0)};
    std::vector<std::size_t> group_in(chart_.groups.size(), kNone);
    for (const std::size_t g : frame.open_groups) {
      group_in[g] = out.graph.groups.size();
      const std::size_t parent = chart_.groups[g].parent;
      out.graph.groups.push_back(
          layout_group(g, out.turn, parent == kNone ? kNone : group_in[parent]));
    }
    const auto add = [&](const FlowTarget& target) {
      const Size size = size_of(target, out.turn.flow());
      const Size turned = out.turn.size(size);
      const std::size_t group = container_of(chart_, target);
      const int span = shape_port_span(shape_of(target), size, out.turn.side(BoxSide::kBottom));
      out.nodes.push_back(target);
      out.graph.nodes.push_back({.width = turned.width,
                                 .height = turned.height,
                                 .port_span = span,
                                 .group = group == kNone ? kNone : group_in[group]});
    };
    // In the order of the fence, which layout keeps where it can.
    for (const std::size_t n : frame.nodes) add({.node = n});
    for (const std::size_t g : frame.closed_groups) add({.group = g});
    add_links(frame, group_in, out);
    stack_loose_nodes(out.graph);
    out.layout = lay_out(out.graph);
    out.turn = Turn(frame.direction, out.layout.width, out.layout.height);
    return out;
  }

  LayoutGroup layout_group(std::size_t g, const Turn& turn, std::size_t parent) const {
    const TextBlock& title = placed_.groups[g].title;
    const Margins margins = margins_of(title);
    LayoutGroup group{.parent = parent};
    const auto margin = [&](BoxSide side) {
      switch (turn.side(side)) {
        case BoxSide::kTop: return margins.top;
        case BoxSide::kRight: return margins.right;
        case BoxSide::kBottom: return margins.bottom;
        case BoxSide::kLeft: return margins.left;
      }
      return 0;
    };
    group.top = margin(BoxSide::kTop);
    group.bottom = margin(BoxSide::kBottom);
    group.left = margin(BoxSide::kLeft);
    group.right = margin(BoxSide::kRight);
    const Size least = turn.size({title_room(title), 0});
    group.min_width = least.width;
    group.min_height = least.height;
    return group;
  }

  void add_links(const FlowFrame& frame, const std::vector<std::size_t>& group_in,
                 LaidOut& out) const {
    const auto to_layout = [&](const FlowTarget& target) -> FlowTarget {
      if (target.group != kNone && group_in[target.group] != kNone) {
        return {.group = group_in[target.group]};
      }
      const auto found = std::ranges::find(out.nodes, target);
      return {.node = static_cast<std::size_t>(found - out.nodes.begin())};
    };
    for (const std::size_t i : frame.links) {
      const FlowLink& link = chart_.links[i];
      LayoutLink drawn{
          .from = to_layout(link.from), .to = to_layout(link.to), .length = link.length};
      const TextBlock& label = placed_.links[i].label;
      if (!label.empty()) {
        // The line breaks off before the text, so that needs room along the line alone.
        const int beside = out.turn.is_level() ? 0 : kLinkTextPad;
        const int along = out.turn.is_level() ? kLinkTextPad : 0;
        const Size size =
            out.turn.size({even(label.width) + 2 * (beside + along), even(label.height)});
        drawn.label_width = size.width;
        drawn.label_height = size.height;
      }
      out.graph.links.push_back(drawn);
    }
  }

  // Nodes of one group without a link would all stand beside each other; many of them are put into
  // rows, by links that are not drawn.
  static void stack_loose_nodes(LayoutGraph& graph) {
    std::vector<bool> is_linked(graph.nodes.size(), false);
    for (const LayoutLink& link : graph.links) {
      for (const FlowTarget& end : {link.from, link.to}) {
        if (end.node != kNone) is_linked[end.node] = true;
      }
    }
    std::map<std::size_t, std::vector<std::size_t>> loose;  // by group
    for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
      if (!is_linked[n]) loose[graph.nodes[n].group].push_back(n);
    }
    for (const auto& [group, nodes] : loose) {
      if (nodes.size() <= kMaxLooseRow) continue;
      std::size_t row = 3;
      while (row * row < nodes.size()) ++row;
      for (std::size_t i = row; i < nodes.size(); ++i) {
        graph.links.push_back({.from = {.node = nodes[i - row]}, .to = {.node = nodes[i]}});
      }
    }
  }

  // Puts what a frame holds where the frame is, which the frame around it has settled.
  void put(const FlowFrame& frame, const LaidOut& laid_out) {
    Point origin;
    if (frame.group != kNone) {
      const PlacedGroup& group = placed_.groups[frame.group];
      const Margins margins = margins_of(group.title);
      const int spare =
          group.box.width() - margins.left - margins.right - laid_out.turn.whole().width;
      origin = {group.box.left + margins.left + spare / 2, group.box.top + margins.top};
    }
    const Turn& turn = laid_out.turn;
    const auto shifted = [&origin](Box box) {
      return Box{box.left + origin.x, box.top + origin.y, box.right + origin.x,
                 box.bottom + origin.y};
    };
    for (std::size_t i = 0; i < laid_out.nodes.size(); ++i) {
      const LayoutNode& node = laid_out.graph.nodes[i];
      const Point& centre = laid_out.layout.nodes[i];
      const Box box = shifted(turn.box({centre.x - node.width / 2, centre.y - node.height / 2,
                                        centre.x + node.width / 2, centre.y + node.height / 2}));
      const FlowTarget& target = laid_out.nodes[i];
      if (target.group == kNone) {
        placed_.nodes[target.node].box = box;
      } else {
        placed_.groups[target.group].box = box;
      }
    }
    for (std::size_t i = 0; i < frame.open_groups.size(); ++i) {
      placed_.groups[frame.open_groups[i]].box = shifted(turn.box(laid_out.layout.groups[i]));
    }
    for (std::size_t i = 0; i < frame.links.size(); ++i) {
      put_link(frame.links[i], laid_out, i, origin);
    }
  }

  void put_link(std::size_t index, const LaidOut& laid_out, std::size_t i, const Point& origin) {
    const LayoutRoute& route = laid_out.layout.routes[i];
    const LayoutLink& link = laid_out.graph.links[i];
    LinkEnds ends;
    const auto end_of = [&](const FlowTarget& target) {
      LinkEnd end;
      if (target.group != kNone) return end;
      const FlowTarget& drawn = laid_out.nodes[target.node];
      end.shape = shape_of(drawn);
      end.size = size_of(drawn, laid_out.turn.flow());
      end.centre = laid_out.layout.nodes[target.node];
      return end;
    };
    ends.from = end_of(link.from);
    ends.to = end_of(link.to);
    ends.from.kind = chart_.links[index].start;
    ends.to.kind = chart_.links[index].end;
    draw_strokes(route, ends, laid_out.turn, origin, placed_.links[index]);
  }

  const Flowchart& chart_;
  PlacedFlowchart placed_;
  std::vector<Size> sizes_;  // of closed groups
};

}  // namespace

PlacedFlowchart place_flowchart(const Flowchart& chart) { return FlowchartPlacer(chart).place(); }

}  // namespace daybook
