// How lines look and end, in every kind of diagram.
#pragma once

namespace daybook {

enum class LineStyle { kSolid, kDotted, kThick, kHidden };

enum class LineEnd {
  kPlain,
  kArrow,
  kOpen,  // an arrow of two strokes
  kCross,
  kCircle,
};

}  // namespace daybook
