#include "native/diagram/node_shape.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace daybook {
namespace {

constexpr int kAside = 16;  // from text to outline
constexpr int kAbove = 10;
constexpr int kMinWidth = 56;
constexpr int kCorner = 3;
constexpr int kRoundCorner = 9;

constexpr int kSubroutineBar = 7;
constexpr int kCylinderRise = 7;  // half the height of its lid
constexpr int kFlagNotch = 12;
constexpr int kRing = 4;  // between the circles of a double circle

constexpr int kStartSize = 18;
constexpr int kEndSize = 20;
constexpr int kChoiceSize = 30;
constexpr int kBarLength = 72;
constexpr int kBarWidth = 6;

int even(double value) { return 2 * static_cast<int>(std::ceil(value / 2)); }

// How far the slanted sides of a parallelogram or trapezoid lean.
int lean(int height) { return std::min(height / 3, 20); }

// What the points of a hexagon stand out.
int hexagon_point(int height) { return std::min(height / 3, 20); }

bool is_circle(NodeShape shape) {
  return shape == NodeShape::kCircle || shape == NodeShape::kDoubleCircle ||
         shape == NodeShape::kEllipse || shape == NodeShape::kStart || shape == NodeShape::kEnd;
}

// What an ellipse leaves free beside `offset` of its half axis `along`, of the other one.
double ellipse_inset(double offset, double along, double other) {
  const double part = std::min(1.0, std::abs(offset) / along);
  return other * (1 - std::sqrt(1 - part * part));
}

SvgPath polygon(std::initializer_list<Position> corners) {
  SvgPath path;
  for (const Position& corner : corners) path.empty() ? path.move(corner) : path.line(corner);
  path.close();
  return path;
}

void draw_cylinder(SvgFile& svg, const Box& box) {
  const double radius = box.width() / 2.0;
  const double top = box.top + kCylinderRise;
  const double bottom = box.bottom - kCylinderRise;
  const Position left{static_cast<double>(box.left), top};
  const Position right{static_cast<double>(box.right), top};
  SvgPath path;
  path.move(left).arc(radius, kCylinderRise, right).line({right.x, bottom});
  path.arc(radius, kCylinderRise, {left.x, bottom}).close();
  // The near edge of the lid.
  path.move(right).arc(radius, kCylinderRise, left);
  svg.path(path);
}

void draw_slanted(SvgFile& svg, NodeShape shape, const Box& box) {
  const double slant = lean(box.height());
  const bool top_left = shape == NodeShape::kLeanRight || shape == NodeShape::kTrapezoid;
  const bool top_right = shape == NodeShape::kLeanLeft || shape == NodeShape::kTrapezoid;
  svg.path(polygon({{box.left + (top_left ? slant : 0), static_cast<double>(box.top)},
                    {box.right - (top_right ? slant : 0), static_cast<double>(box.top)},
                    {box.right - (top_right ? 0 : slant), static_cast<double>(box.bottom)},
                    {box.left + (top_left ? 0 : slant), static_cast<double>(box.bottom)}}));
}

}  // namespace

Size shape_size(NodeShape shape, const TextBlock& text, Axis flow) {
  const int w = text.width;
  const int h = text.height;
  const int height = even(std::max(h, line_height(kFontSize)) + 2 * kAbove);
  switch (shape) {
    case NodeShape::kStadium: return {even(std::max(w + 2 * kAside + 12, kMinWidth)), height};
    case NodeShape::kSubroutine: return {even(w + 2 * (kAside + kSubroutineBar)), height};
    case NodeShape::kCylinder:
      return {even(std::max(w + 2 * kAside, kMinWidth)), height + 2 * kCylinderRise};
    case NodeShape::kFlag: return {even(w + 2 * kAside + kFlagNotch), height};
    case NodeShape::kCircle:
    case NodeShape::kDoubleCircle: {
      const int ring = shape == NodeShape::kDoubleCircle ? 2 * kRing : 0;
      const int side = even(std::max(std::hypot(w, h) + 14, 44.0)) + ring;
      return {side, side};
    }
    case NodeShape::kEllipse: return {even(w * 1.25 + 28), even(h * 1.25 + 20)};
    // A box fits into a rhombus where its shares of the width and of the height sum up to one.
    case NodeShape::kDiamond: return {even((w + 12) / 0.6), even((std::max(h, 20) + 4) / 0.4)};
    case NodeShape::kHexagon: return {even(w + 2 * (kAbove + hexagon_point(height))), height};
    case NodeShape::kLeanRight:
    case NodeShape::kLeanLeft:
    case NodeShape::kTrapezoid:
    case NodeShape::kInvertedTrapezoid: return {even(w + 2 * (kAbove + lean(height))), height};
    case NodeShape::kStart: return {kStartSize, kStartSize};
    case NodeShape::kEnd: return {kEndSize, kEndSize};
    case NodeShape::kChoice: return {kChoiceSize, kChoiceSize};
    case NodeShape::kBar:
      return flow == Axis::kDown ? Size{kBarLength, kBarWidth} : Size{kBarWidth, kBarLength};
    case NodeShape::kRectangle:
    case NodeShape::kRounded:
    case NodeShape::kNote: break;
  }
  return {even(std::max(w + 2 * kAside, kMinWidth)), height};
}

int shape_port_span(NodeShape shape, const Size& size, BoxSide side) {
  const int length = side == BoxSide::kTop || side == BoxSide::kBottom ? size.width : size.height;
  const bool is_pointed = shape == NodeShape::kDiamond || shape == NodeShape::kChoice;
  const bool is_dot = shape == NodeShape::kStart || shape == NodeShape::kEnd;
  if (is_pointed || is_dot) return 0;
  if (is_circle(shape)) return length / 5;
  const int corner = shape == NodeShape::kRounded ? kRoundCorner : 2 * kCorner;
  return std::max(0, length / 2 - std::max(corner, length / 10));
}

double shape_inset(NodeShape shape, const Size& size, BoxSide side, double offset) {
  const bool is_level = side == BoxSide::kTop || side == BoxSide::kBottom;
  const double along = (is_level ? size.width : size.height) / 2.0;
  const double other = (is_level ? size.height : size.width) / 2.0;
  const double part = std::min(1.0, std::abs(offset) / along);
  if (is_circle(shape)) return ellipse_inset(offset, along, other);
  switch (shape) {
    case NodeShape::kDiamond:
    case NodeShape::kChoice: return other * part;
    case NodeShape::kCylinder: return is_level ? ellipse_inset(offset, along, kCylinderRise) : 0;
    case NodeShape::kStadium: return is_level ? 0 : ellipse_inset(offset, along, along);
    case NodeShape::kHexagon: return is_level ? 0 : hexagon_point(size.height) * part;
    case NodeShape::kFlag: return side == BoxSide::kLeft ? kFlagNotch * (1 - part) : 0;
    case NodeShape::kLeanRight:
    case NodeShape::kLeanLeft:
    case NodeShape::kTrapezoid:
    case NodeShape::kInvertedTrapezoid: {
      if (is_level) return 0;
      const bool leans_at_top =
          shape == NodeShape::kTrapezoid ||
          shape == (side == BoxSide::kLeft ? NodeShape::kLeanRight : NodeShape::kLeanLeft);
      const double down = 0.5 + offset / (2 * along);  // 0 at the top, 1 at the bottom
      return lean(size.height) * (leans_at_top ? 1 - down : down);
    }
    default: return 0;
  }
}

Position text_shift(NodeShape shape) {
  if (shape == NodeShape::kCylinder) return {0, kCylinderRise / 2.0};
  if (shape == NodeShape::kFlag) return {kFlagNotch / 2.0, 0};
  return {};
}

void draw_shape(SvgFile& svg, NodeShape shape, const Box& box) {
  const Position centre{static_cast<double>(box.centre_x()), static_cast<double>(box.centre_y())};
  const double left = box.left;
  const double top = box.top;
  const double right = box.right;
  const double bottom = box.bottom;
  const bool is_decision = shape == NodeShape::kDiamond || shape == NodeShape::kChoice;
  const bool is_dot = shape == NodeShape::kStart || shape == NodeShape::kBar;
  svg.paint(is_decision ? Paint::kDecision : is_dot ? Paint::kInk : Paint::kShape);
  switch (shape) {
    case NodeShape::kRectangle: svg.rectangle(box, kCorner); break;
    case NodeShape::kRounded: svg.rectangle(box, kRoundCorner); break;
    case NodeShape::kNote: svg.rectangle(box, 0); break;
    case NodeShape::kBar: svg.rectangle(box, kBarWidth / 2); break;
    case NodeShape::kStadium: svg.rectangle(box, box.height() / 2); break;
    case NodeShape::kSubroutine: {
      svg.rectangle(box, kCorner);
      SvgPath bars;
      bars.move({left + kSubroutineBar, top}).line({left + kSubroutineBar, bottom});
      bars.move({right - kSubroutineBar, top}).line({right - kSubroutineBar, bottom});
      svg.path(bars);
      break;
    }
    case NodeShape::kCylinder: draw_cylinder(svg, box); break;
    case NodeShape::kCircle:
    case NodeShape::kStart: svg.circle(centre, box.width() / 2.0); break;
    case NodeShape::kDoubleCircle:
      svg.circle(centre, box.width() / 2.0);
      svg.circle(centre, box.width() / 2.0 - kRing);
      break;
    case NodeShape::kEnd:
      svg.circle(centre, box.width() / 2.0);
      svg.paint(Paint::kInk);
      svg.circle(centre, box.width() / 2.0 - kRing);
      break;
    case NodeShape::kEllipse: {
      SvgPath path;
      path.move({left, centre.y}).arc(box.width() / 2.0, box.height() / 2.0, {right, centre.y});
      path.arc(box.width() / 2.0, box.height() / 2.0, {left, centre.y}).close();
      svg.path(path);
      break;
    }
    case NodeShape::kFlag:
      svg.path(polygon({{left, top},
                        {right, top},
                        {right, bottom},
                        {left, bottom},
                        {left + kFlagNotch, centre.y}}));
      break;
    case NodeShape::kDiamond:
    case NodeShape::kChoice:
      svg.path(polygon({{centre.x, top}, {right, centre.y}, {centre.x, bottom}, {left, centre.y}}));
      break;
    case NodeShape::kHexagon: {
      const double point = hexagon_point(box.height());
      svg.path(polygon({{left + point, top},
                        {right - point, top},
                        {right, centre.y},
                        {right - point, bottom},
                        {left + point, bottom},
                        {left, centre.y}}));
      break;
    }
    case NodeShape::kLeanRight:
    case NodeShape::kLeanLeft:
    case NodeShape::kTrapezoid:
    case NodeShape::kInvertedTrapezoid: draw_slanted(svg, shape, box); break;
  }
}

}  // namespace daybook
