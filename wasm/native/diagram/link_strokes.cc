#include "native/diagram/link_strokes.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace daybook {
namespace {

// A curve through points that go down, and never back sideways between two of them: x as a
// monotone cubic function of y (Fritsch and Carlson, 1980), upright at both ends.
class DownwardCurve {
 public:
  explicit DownwardCurve(std::vector<Position> points) : points_(std::move(points)) {
    slopes_.assign(points_.size(), 0);
    for (std::size_t i = 1; i + 1 < points_.size(); ++i) {
      const double above = slope_between(i - 1);
      const double below = slope_between(i);
      if (above * below > 0) slopes_[i] = 2 * above * below / (above + below);
    }
  }

  const std::vector<Position>& points() const { return points_; }

  // From point i to the next.
  std::array<Position, 3> part(std::size_t i) const {
    const Position& a = points_[i];
    const Position& b = points_[i + 1];
    // Upright at both ends, longer arms make a rounder curve.
    const bool is_free = slopes_[i] == 0 && slopes_[i + 1] == 0;
    const double arm = (b.y - a.y) * (is_free ? 0.5 : 1.0 / 3);
    return {Position{a.x + slopes_[i] * arm, a.y + arm},
            Position{b.x - slopes_[i + 1] * arm, b.y - arm}, b};
  }

 private:
  double slope_between(std::size_t i) const {
    return (points_[i + 1].x - points_[i].x) / (points_[i + 1].y - points_[i].y);
  }

  std::vector<Position> points_;
  std::vector<double> slopes_;  // dx / dy
};

class StrokeDrawer {
 public:
  StrokeDrawer(const LayoutRoute& route, const LinkEnds& ends, const Turn& turn,
               const Point& origin, PlacedLink& link)
      : route_(route), ends_(ends), turn_(turn), origin_(origin), link_(link) {}

  void draw() {
    link_.label_at = seen(to_position(route_.label));
    switch (route_.kind) {
      case RouteKind::kLayered: draw_layered(); break;
      case RouteKind::kLoop: draw_loop(); break;
      case RouteKind::kDirect: draw_direct(); break;
    }
  }

 private:
  Position seen(const Position& at) const {
    const Position turned = turn_.position(at);
    return {turned.x + origin_.x, turned.y + origin_.y};
  }

  void add_end(LineEnd kind, const Position& tip, const Position& before) {
    if (kind == LineEnd::kPlain) return;
    const Position from = seen(before);
    const Position to = seen(tip);
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const Position way =
        length == 0 ? Position{0, 1} : Position{(to.x - from.x) / length, (to.y - from.y) / length};
    link_.ends.push_back({kind, to, way});
  }

  // How far inside its box the outline of an end lies at the place `x` of the layout.
  double inset(const LinkEnd& end, BoxSide side, double x) const {
    return end.size.width == 0
               ? 0
               : shape_inset(end.shape, end.size, turn_.side(side), x - end.centre.x);
  }

  void draw_layered() {
    std::vector<Position> points;
    for (const Point& point : route_.points) points.push_back(to_position(point));
    const LinkEnd& upper = route_.upwards ? ends_.to : ends_.from;
    const LinkEnd& lower = route_.upwards ? ends_.from : ends_.to;
    Position& first = points.front();
    Position& last = points.back();
    first.y -= inset(upper, BoxSide::kBottom, first.x);
    last.y += inset(lower, BoxSide::kTop, last.x);
    add_end(upper.kind, first, {first.x, first.y + 1});
    add_end(lower.kind, last, {last.x, last.y - 1});
    first.y += trim_of(upper.kind);
    last.y -= trim_of(lower.kind);

    const DownwardCurve curve(std::move(points));
    Stroke stroke{.start = seen(curve.points().front())};
    for (std::size_t i = 0; i + 1 < curve.points().size(); ++i) {
      if (i == route_.label_at) {
        if (!stroke.curves.empty()) link_.strokes.push_back(std::move(stroke));
        stroke = {.start = seen(curve.points()[i + 1])};
        continue;
      }
      const auto part = curve.part(i);
      stroke.curves.push_back({seen(part[0]), seen(part[1]), seen(part[2])});
    }
    link_.strokes.push_back(std::move(stroke));
  }

  void draw_loop() {
    Position start = to_position(route_.points[0]);
    Position end = to_position(route_.points[1]);
    for (auto* at : {&start, &end}) {
      const double offset = at->y - ends_.from.centre.y;
      at->x -= shape_inset(ends_.from.shape, ends_.from.size, turn_.side(BoxSide::kRight), offset);
    }
    add_end(ends_.to.kind, end, {end.x + 1, end.y});
    add_end(ends_.from.kind, start, {start.x + 1, start.y});
    start.x += trim_of(ends_.from.kind);
    end.x += trim_of(ends_.to.kind);
    // A curve swings out three quarters as far as its control points.
    const double out = route_.points[0].x + route_.reach / 0.75;
    link_.strokes = {{seen(start), {{seen({out, start.y}), seen({out, end.y}), seen(end)}}}};
  }

  void draw_direct() {
    const Position start = to_position(route_.points[0]);
    const Position end = to_position(route_.points[1]);
    add_end(ends_.to.kind, end, start);
    add_end(ends_.from.kind, start, end);
    const Position third{(2 * start.x + end.x) / 3, (2 * start.y + end.y) / 3};
    const Position two_thirds{(start.x + 2 * end.x) / 3, (start.y + 2 * end.y) / 3};
    link_.strokes = {{seen(start), {{seen(third), seen(two_thirds), seen(end)}}}};
  }

  const LayoutRoute& route_;
  const LinkEnds& ends_;
  const Turn& turn_;
  Point origin_;
  PlacedLink& link_;
};

}  // namespace

void draw_strokes(const LayoutRoute& route, const LinkEnds& ends, const Turn& turn,
                  const Point& origin, PlacedLink& link) {
  StrokeDrawer(route, ends, turn, origin, link).draw();
}

}  // namespace daybook
