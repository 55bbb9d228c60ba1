// What all drawings have around them: a margin, and the title above.
#pragma once

#include <string_view>

#include "native/diagram/diagram.h"
#include "native/diagram/geometry.h"
#include "native/diagram/label.h"
#include "native/diagram/svg.h"

namespace daybook {

// What a reader sees and hears of a drawing beside its content.
struct DiagramTexts {
  std::string_view title;  // written above it
  std::string_view name;   // for those who cannot see it
  std::string_view description;
};

class Sheet {
 public:
  // For content of this size.
  Sheet(int width, int height, const DiagramTexts& texts);

  // Where the content's upper left corner lies.
  Point origin() const { return origin_; }

  // The whole file; its alternative text is the caller's to write.
  Diagram finish(SvgFile svg) const;

 private:
  DiagramTexts texts_;
  TextBlock heading_;
  int width_;
  int height_;
  Point origin_;
};

}  // namespace daybook
