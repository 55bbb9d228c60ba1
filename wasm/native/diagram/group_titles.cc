#include "native/diagram/group_titles.h"

#include <algorithm>
#include <vector>

namespace daybook {
namespace {

constexpr double kAirBeside = 8;
constexpr int kSamples = 12;  // of a curve

// From left to right.
struct Stretch {
  double from = 0;
  double to = 0;
};

Position at(const Position& start, const std::array<Position, 3>& curve, double t) {
  const double s = 1 - t;
  const double a = s * s * s;
  const double b = 3 * s * s * t;
  const double c = 3 * s * t * t;
  const double d = t * t * t;
  return {a * start.x + b * curve[0].x + c * curve[1].x + d * curve[2].x,
          a * start.y + b * curve[0].y + c * curve[1].y + d * curve[2].y};
}

// Where links lie between the heights `top` and `bottom`.
std::vector<Stretch> find_links(const PlacedFlowchart& placed, double top, double bottom) {
  std::vector<Stretch> found;
  for (const PlacedLink& link : placed.links) {
    if (link.style == LineStyle::kHidden) continue;
    for (const Stroke& stroke : link.strokes) {
      Position before = stroke.start;
      for (const auto& curve : stroke.curves) {
        const Position start = before;
        for (int i = 1; i <= kSamples; ++i) {
          const Position after = at(start, curve, static_cast<double>(i) / kSamples);
          if (std::max(before.y, after.y) >= top && std::min(before.y, after.y) <= bottom) {
            found.push_back({std::min(before.x, after.x), std::max(before.x, after.x)});
          }
          before = after;
        }
      }
    }
  }
  std::ranges::sort(found, {}, &Stretch::from);
  return found;
}

}  // namespace

void place_titles(PlacedFlowchart& placed) {
  for (PlacedGroup& group : placed.groups) {
    const double top = group.box.top + kTitlePad / 2.0;
    const double left = group.box.left + kTitlePad;
    double x = left;
    for (const Stretch& link : find_links(placed, top, top + group.title.height)) {
      const bool is_free =
          link.from >= x + group.title.width + kAirBeside || link.to <= x - kAirBeside;
      if (!is_free) x = link.to + kAirBeside;
    }
    group.covers_links = x + group.title.width + kTitlePad > group.box.right;
    if (group.covers_links) x = left;
    group.title_at = {x, top + group.title.height / 2.0};
  }
}

}  // namespace daybook
