#include <algorithm>
#include <utility>

#include "native/diagram/layers.h"

namespace daybook {
namespace {

constexpr int kPortGap = 16;
constexpr int kLeastPortGap = 11;
constexpr int kMaxStraightened = 10;
constexpr int kGroupPortMargin = 16;  // from a group's corners
constexpr int kLoopLabelGap = 6;

enum class Side { kTop, kBottom };

// Where one link meets a node or group.
struct Port {
  std::size_t link = 0;
  Side side = Side::kTop;
  int towards = 0;  // the x of what the link comes from
  int x = 0;
};

// Moves the x of `ports`, sorted, as little as needed to have kPortGap between them, and all of
// them between `left` and `right` where there is room for that.
void spread(std::vector<Port*>& ports, int left, int right) {
  const int count = static_cast<int>(ports.size());
  const int gap = count < 2 ? 0 : std::min(kPortGap, (right - left) / (count - 1));
  struct Block {
    int sum;
    int count;
    int mean() const { return sum / count; }
  };
  // With the gaps taken out, places need only not decrease: neighbours that would are averaged.
  std::vector<Block> blocks;
  for (int i = 0; i < count; ++i) {
    blocks.push_back({ports[static_cast<std::size_t>(i)]->x - i * gap, 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().sum += last.sum;
      blocks.back().count += last.count;
    }
  }
  int i = 0;
  const int furthest = std::max(left, right - (count - 1) * gap);
  for (const Block& block : blocks) {
    for (int n = 0; n < block.count; ++n, ++i) {
      ports[static_cast<std::size_t>(i)]->x = std::clamp(block.mean(), left, furthest) + i * gap;
    }
  }
}

class Router {
 public:
  Router(const LayoutGraph& graph, const Ranks& ranks, const Layers& layers, const Columns& columns,
         const Rows& rows)
      : graph_(graph), ranks_(ranks), layers_(layers), columns_(columns), rows_(rows) {}

  std::vector<LayoutRoute> route() {
    place_ports();
    std::vector<LayoutRoute> routes;
    for (std::size_t link = 0; link < graph_.links.size(); ++link) {
      if (is_loop(graph_.links[link])) {
        routes.push_back(loop(link));
      } else if (ranks_.links[link].is_layered) {
        routes.push_back(layered(link));
      } else {
        routes.push_back(direct(link));
      }
    }
    return routes;
  }

 private:
  int x_of_atom(std::size_t atom) const { return columns_.items[layers_.atoms[atom].item]; }

  const RankSpan& band(int rank) const { return rows_.ranks[static_cast<std::size_t>(rank)]; }
  const RankSpan& outer_band(int rank) const { return rows_.outer[static_cast<std::size_t>(rank)]; }

  // A node's box without its loops, or a group's.
  Box box_of(const FlowTarget& target) const {
    if (target.group != kNone) {
      const RankSpan across = columns_.groups[target.group];
      const RankSpan along = rows_.groups[target.group];
      return {across.first, along.first, across.last, along.last};
    }
    const LayoutNode& node = graph_.nodes[target.node];
    const int x = x_of_atom(target.node);
    const RankSpan& rank = band(ranks_.nodes[target.node]);
    const int y = (rank.first + rank.last) / 2;
    return {x - node.width / 2, y - node.height / 2, x + node.width / 2, y + node.height / 2};
  }

  // How far left and right of the centre links may meet a side.
  int port_span(const FlowTarget& target) const {
    if (target.group == kNone) return graph_.nodes[target.node].port_span;
    const RankSpan across = columns_.groups[target.group];
    return std::max(0, (across.last - across.first) / 2 - kGroupPortMargin);
  }

  void place_ports() {
    ports_.resize(graph_.links.size());
    // By node or group and side.
    std::vector<std::vector<Port*>> meeting(2 * (graph_.nodes.size() + graph_.groups.size()));
    const auto at = [&](const FlowTarget& target, Side side) -> std::vector<Port*>& {
      const std::size_t index =
          target.group == kNone ? target.node : graph_.nodes.size() + target.group;
      return meeting[2 * index + (side == Side::kTop ? 0 : 1)];
    };
    for (std::size_t i = 0; i < graph_.links.size(); ++i) {
      const RankedLink& link = ranks_.links[i];
      if (!link.is_layered) continue;
      const auto& atoms = layers_.link_atoms[i];
      auto& [upper, lower] = ports_[i];
      upper = {i, Side::kBottom, next_x(link.lower, atoms, 1), 0};
      lower = {i, Side::kTop, next_x(link.upper, atoms, atoms.size() - 2), 0};
      at(link.upper, Side::kBottom).push_back(&upper);
      at(link.lower, Side::kTop).push_back(&lower);
    }
    for (std::size_t i = 0; i < meeting.size(); ++i) {
      const std::size_t index = i / 2;
      const bool is_node = index < graph_.nodes.size();
      place_side(meeting[i], is_node ? FlowTarget{.node = index}
                                     : FlowTarget{.group = index - graph_.nodes.size()});
    }
    for (std::size_t i = 0; i < graph_.links.size(); ++i) {
      const RankedLink& link = ranks_.links[i];
      if (!link.is_layered || layers_.link_atoms[i].size() > 2) continue;
      straighten(i, at(link.upper, Side::kBottom), at(link.lower, Side::kTop));
    }
  }

  // A link that leaves one node almost above where it meets the next had better run upright: one of
  // its ports moves, if that leaves enough room between it and the others.
  void straighten(std::size_t index, const std::vector<Port*>& beside_upper,
                  const std::vector<Port*>& beside_lower) {
    const RankedLink& link = ranks_.links[index];
    auto& [upper, lower] = ports_[index];
    const int distance = std::abs(upper.x - lower.x);
    if (distance == 0 || distance > kMaxStraightened) return;
    if (can_stand(upper.x, lower, beside_lower, link.lower)) {
      lower.x = upper.x;
    } else if (can_stand(lower.x, upper, beside_upper, link.upper)) {
      upper.x = lower.x;
    }
  }

  bool can_stand(int x, const Port& port, const std::vector<Port*>& beside,
                 const FlowTarget& target) const {
    // A link alone keeps to the middle.
    if (beside.size() < 2 && target.group == kNone) return false;
    if (std::abs(x - box_of(target).centre_x()) > port_span(target)) return false;
    return std::ranges::all_of(beside, [&](const Port* other) {
      return other == &port || std::abs(other->x - x) >= kLeastPortGap;
    });
  }

  // The x of the atom at `i`, or of the middle of the group where `end` is one and lies there.
  int next_x(const FlowTarget& end, const std::vector<std::size_t>& atoms, std::size_t i) const {
    const bool is_end = i == 0 || i + 1 == atoms.size();
    if (is_end && end.group != kNone) return box_of(end).centre_x();
    return x_of_atom(atoms[i]);
  }

  void place_side(std::vector<Port*>& ports, const FlowTarget& target) const {
    if (ports.empty()) return;
    const int centre = box_of(target).centre_x();
    const int span = port_span(target);
    // One link alone meets a node in the middle, but a group where it comes from.
    const bool is_alone = ports.size() == 1 && target.group == kNone;
    for (Port* port : ports) {
      port->x = is_alone ? centre : std::clamp(port->towards, centre - span, centre + span);
    }
    std::ranges::stable_sort(ports, {}, &Port::towards);
    spread(ports, centre - span, centre + span);
  }

  LayoutRoute layered(std::size_t index) const {
    const RankedLink& link = ranks_.links[index];
    const auto& atoms = layers_.link_atoms[index];
    const auto& [upper, lower] = ports_[index];
    LayoutRoute route;
    route.upwards = link.upwards;
    const auto add = [&route](int x, int y) {
      std::vector<Point>& points = route.points;
      if (!points.empty() && points.back().y >= y) return;
      // Of a straight run only the ends are kept, and those of the label on it.
      const std::size_t last = points.size() - 1;
      const bool goes_on = points.size() > 1 && points[last].x == x && points[last - 1].x == x &&
                           route.label_at != last && route.label_at + 1 != last;
      if (goes_on) {
        points.back().y = y;
      } else {
        points.push_back({x, y});
      }
    };
    add(upper.x, box_of(link.upper).bottom);
    add(upper.x, outer_band(link.upper_rank).last);
    for (std::size_t i = 1; i + 1 < atoms.size(); ++i) {
      const LayerAtom& atom = layers_.atoms[atoms[i]];
      const int x = x_of_atom(atoms[i]);
      add(x, outer_band(atom.rank).first);
      if (atom.rank == link.label_rank) {
        route.label = {x, (band(atom.rank).first + band(atom.rank).last) / 2};
        add(x, route.label.y - atom.height / 2);
        route.label_at = route.points.size() - 1;
        add(x, route.label.y + atom.height / 2);
      }
      add(x, outer_band(atom.rank).last);
    }
    add(lower.x, outer_band(link.lower_rank).first);
    add(lower.x, box_of(link.lower).top);
    return route;
  }

  LayoutRoute loop(std::size_t index) const {
    const LayoutLink& link = graph_.links[index];
    LayoutRoute route;
    route.kind = RouteKind::kLoop;
    const Box box = box_of(link.from);
    route.reach = kLoopReach - kLoopLabelGap;
    for (std::size_t i = 0; i < index; ++i) {
      const LayoutLink& inner = graph_.links[i];
      if (inner.from == link.from && is_loop(inner)) route.reach += kLoopReach + inner.label_width;
    }
    const int quarter = box.height() / 4;
    route.points = {{box.right, box.centre_y() - quarter}, {box.right, box.centre_y() + quarter}};
    route.label = {box.right + route.reach + kLoopLabelGap / 2 + link.label_width / 2,
                   box.centre_y()};
    return route;
  }

  LayoutRoute direct(std::size_t index) const {
    const LayoutLink& link = graph_.links[index];
    const Box from = box_of(link.from);
    const Box to = box_of(link.to);
    LayoutRoute route;
    route.kind = RouteKind::kDirect;
    Point start{from.centre_x(), from.centre_y()};
    Point end{to.centre_x(), to.centre_y()};
    if (from.right <= to.left || to.right <= from.left) {
      start.x = from.right <= to.left ? from.right : from.left;
      end.x = from.right <= to.left ? to.left : to.right;
    } else {
      const bool goes_down = start.y <= end.y;
      start.y = goes_down ? from.bottom : from.top;
      end.y = goes_down ? to.top : to.bottom;
    }
    route.points = {start, end};
    route.label = {(start.x + end.x) / 2, (start.y + end.y) / 2};
    return route;
  }

  const LayoutGraph& graph_;
  const Ranks& ranks_;
  const Layers& layers_;
  const Columns& columns_;
  const Rows& rows_;
  std::vector<std::pair<Port, Port>> ports_;  // by link: upper and lower end
};

}  // namespace

std::vector<LayoutRoute> route_links(const LayoutGraph& graph, const Ranks& ranks,
                                     const Layers& layers, const Columns& columns,
                                     const Rows& rows) {
  return Router(graph, ranks, layers, columns, rows).route();
}

Layout lay_out(const LayoutGraph& graph) {
  Layout layout;
  if (graph.nodes.empty()) return layout;
  const Ranks ranks = assign_ranks(graph);
  Layers layers = build_layers(graph, ranks);
  order_layers(layers);
  const Columns columns = place_columns(graph, ranks, layers);
  const Rows rows = place_rows(graph, ranks, layers, columns);
  layout.width = columns.width;
  layout.height = rows.height;
  for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
    const RankSpan& rank = rows.ranks[static_cast<std::size_t>(ranks.nodes[n])];
    layout.nodes.push_back({columns.items[layers.atoms[n].item], (rank.first + rank.last) / 2});
  }
  for (std::size_t g = 0; g < graph.groups.size(); ++g) {
    layout.groups.push_back({columns.groups[g].first, rows.groups[g].first, columns.groups[g].last,
                             rows.groups[g].last});
  }
  layout.routes = route_links(graph, ranks, layers, columns, rows);
  return layout;
}

}  // namespace daybook
