// The layered layout runs down; this turns it the way that a chart runs.
#pragma once

#include "native/diagram/flowchart.h"
#include "native/diagram/node_shape.h"

namespace daybook {

class Turn {
 public:
  // `width` and `height` are those of the layout.
  Turn(Direction direction, int width, int height)
      : direction_(direction), width_(width), height_(height) {}

  bool is_level() const {
    return direction_ == Direction::kRight || direction_ == Direction::kLeft;
  }
  Axis flow() const { return is_level() ? Axis::kAcross : Axis::kDown; }

  // A size, either way.
  Size size(const Size& size) const { return is_level() ? Size{size.height, size.width} : size; }
  Size whole() const { return size({width_, height_}); }

  Position position(const Position& at) const {
    switch (direction_) {
      case Direction::kDown: return at;
      case Direction::kUp: return {at.x, height_ - at.y};
      case Direction::kRight: return {at.y, at.x};
      case Direction::kLeft: return {height_ - at.y, at.x};
    }
    return at;
  }

  Box box(const Box& box) const {
    const Position a = position({static_cast<double>(box.left), static_cast<double>(box.top)});
    const Position b = position({static_cast<double>(box.right), static_cast<double>(box.bottom)});
    const auto least = [](double x, double y) { return static_cast<int>(x < y ? x : y); };
    const auto most = [](double x, double y) { return static_cast<int>(x > y ? x : y); };
    return {least(a.x, b.x), least(a.y, b.y), most(a.x, b.x), most(a.y, b.y)};
  }

  // Where a side of the layout comes to lie.
  BoxSide side(BoxSide side) const {
    const bool is_end = side == BoxSide::kBottom;
    if (side == BoxSide::kLeft) return is_level() ? BoxSide::kTop : side;
    if (side == BoxSide::kRight) return is_level() ? BoxSide::kBottom : side;
    switch (direction_) {
      case Direction::kDown: return side;
      case Direction::kUp: return is_end ? BoxSide::kTop : BoxSide::kBottom;
      case Direction::kRight: return is_end ? BoxSide::kRight : BoxSide::kLeft;
      case Direction::kLeft: return is_end ? BoxSide::kLeft : BoxSide::kRight;
    }
    return side;
  }

 private:
  Direction direction_;
  int width_;
  int height_;
};

}  // namespace daybook
