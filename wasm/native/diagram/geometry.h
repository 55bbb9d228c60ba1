// Places and sizes in pixels; y grows downwards.
#pragma once

#include <cstddef>

namespace daybook {

inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Where a whole number of pixels will do.
struct Point {
  int x = 0;
  int y = 0;
};

struct Position {
  double x = 0;
  double y = 0;
};

struct Size {
  int width = 0;
  int height = 0;
};

struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  int width() const { return right - left; }
  int height() const { return bottom - top; }
  int centre_x() const { return (left + right) / 2; }
  int centre_y() const { return (top + bottom) / 2; }
};

enum class BoxSide { kTop, kRight, kBottom, kLeft };

inline Position to_position(const Point& point) {
  return {static_cast<double>(point.x), static_cast<double>(point.y)};
}

}  // namespace daybook
