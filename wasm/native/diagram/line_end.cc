#include "native/diagram/line_end.h"

namespace daybook {
namespace {

constexpr double kArrowLength = 9;
constexpr double kArrowHalf = 3.75;  // half of its width
constexpr double kCrossHalf = 4;
constexpr double kCrossBack = 2;  // from the tip
constexpr double kRingRadius = 4;

}  // namespace

double trim_of(LineEnd kind) {
  switch (kind) {
    case LineEnd::kArrow: return 6;
    case LineEnd::kCircle: return 2 * kRingRadius + 1;
    default: return 0;
  }
}

void draw_line_ends(SvgFile& svg, std::span<const PlacedEnd> ends) {
  SvgPath arrows;
  SvgPath marks;
  for (const auto& [kind, tip, way] : ends) {
    const auto at = [&tip = tip, &way = way](double back, double aside) {
      return Position{tip.x - way.x * back - way.y * aside, tip.y - way.y * back + way.x * aside};
    };
    switch (kind) {
      case LineEnd::kPlain: break;
      case LineEnd::kArrow:
        arrows.move(tip).line(at(kArrowLength, kArrowHalf)).line(at(kArrowLength, -kArrowHalf));
        arrows.close();
        break;
      case LineEnd::kOpen:
        marks.move(at(kArrowLength, kArrowHalf)).line(tip).line(at(kArrowLength, -kArrowHalf));
        break;
      case LineEnd::kCross: {
        const double back = kCrossBack + 2 * kCrossHalf;
        marks.move(at(kCrossBack, kCrossHalf)).line(at(back, -kCrossHalf));
        marks.move(at(kCrossBack, -kCrossHalf)).line(at(back, kCrossHalf));
        break;
      }
      case LineEnd::kCircle:
        marks.move(at(1, 0)).arc(kRingRadius, kRingRadius, at(1 + 2 * kRingRadius, 0));
        marks.arc(kRingRadius, kRingRadius, at(1, 0));
        break;
    }
  }
  if (!marks.empty()) {
    svg.paint(Paint::kAccentLine);
    svg.path(marks);
  }
  if (arrows.empty()) return;
  svg.paint(Paint::kArrow);
  svg.path(arrows);
}

}  // namespace daybook
