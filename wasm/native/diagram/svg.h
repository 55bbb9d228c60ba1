// SVG as text, in Daybook's colours for light and dark. Colours are attributes, which every program
// that draws SVG knows; the dark ones are a style that overrides them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "native/diagram/geometry.h"
#include "native/diagram/label.h"

namespace daybook {

// The path data of one shape: `M0 0L10 0`, numbers with two decimals at the most.
class SvgPath {
 public:
  SvgPath& move(Position to);
  SvgPath& line(Position to);
  SvgPath& curve(Position control1, Position control2, Position to);
  // A part of an ellipse, clockwise, less than half of it unless `large`.
  SvgPath& arc(double radius_x, double radius_y, Position to);
  SvgPath& close();

  bool empty() const { return data_.empty(); }
  const std::string& data() const { return data_; }

 private:
  void add(char command, std::initializer_list<double> numbers);

  std::string data_;
  Position at_;
};

// How things are painted; each is a class with an attribute.
enum class Paint {
  kShape,     // nodes: surface, outlined
  kDecision,  // the same, outlined in the accent colour
  kGroup,     // what lies behind nodes
  kShade,     // the same without its outline
  kBorder,    // its outline alone
  kCover,     // surface without an outline
  kLine,      // an outline alone
  kDotted,
  kThick,
  kMessage,  // a line in the colour of quiet text
  kReply,    // the same, dashed
  kNote,     // surface in a dotted outline
  kArrow,    // filled with the accent colour
  kAccentLine,
  kInk,  // filled with the text colour
};

enum class Tone { kInk, kMuted };
enum class Anchor { kMiddle, kStart };

class SvgFile {
 public:
  // Paints what follows so, up to the next call.
  void paint(Paint paint);
  void path(const SvgPath& path);
  void rectangle(const Box& box, int radius);
  void circle(Position centre, double radius);

  // Text is painted over everything. `centre` is that of the block; with Anchor::kStart it is the
  // middle of the side where the lines begin to the left of all else.
  void text(const TextBlock& block, Position centre, Tone tone, Anchor anchor = Anchor::kMiddle);
  void heading(const TextBlock& block, Position centre);

  // The whole file, `width` by `height` pixels.
  std::string finish(int width, int height, std::string_view title, std::string_view description);

 private:
  void close_group();
  void lines(std::string& out, const TextBlock& block, Position centre, Anchor anchor);

  std::string body_;
  std::string ink_;
  std::string muted_;
  std::string headings_;
  std::string closing_;  // of the group of shapes that is open
};

// At most two decimals, without a trailing zero.
std::string svg_number(double value);

}  // namespace daybook
