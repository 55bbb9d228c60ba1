#include "native/diagram/sheet.h"

#include <algorithm>

namespace daybook {
namespace {

constexpr int kMargin = 8;
constexpr int kMaxTitleWidth = 480;
constexpr int kTitleGap = 16;

// Titles are bold, which is wider than the text that is measured.
int bold_width(const TextBlock& heading) { return heading.width * 11 / 10; }

}  // namespace

Sheet::Sheet(int width, int height, const DiagramTexts& texts)
    : texts_(texts), heading_(wrap_text(texts.title, kMaxTitleWidth)) {
  const int inner = std::max(width, bold_width(heading_));
  const int above = heading_.empty() ? 0 : heading_.height + kTitleGap;
  width_ = inner + 2 * kMargin;
  height_ = height + above + 2 * kMargin;
  origin_ = {kMargin + (inner - width) / 2, kMargin + above};
}

Diagram Sheet::finish(SvgFile svg) const {
  svg.heading(heading_, {width_ / 2.0, kMargin + heading_.height / 2.0});
  return {.svg = svg.finish(width_, height_, texts_.name, texts_.description),
          .width = width_,
          .height = height_};
}

}  // namespace daybook
