#include "native/diagram/sequence_drawing.h"

#include <algorithm>
#include <string>
#include <utility>

#include "native/diagram/sequence_layout.h"

namespace daybook {
namespace {

constexpr int kCorner = 3;
constexpr int kNumberFontSize = 10;
constexpr int kNumberWidth = 60;
constexpr double kNumberRadius = 8;
constexpr double kLongNumberRadius = 10.5;

// A head and shoulders, from the top of a person's box down.
constexpr double kFaceRadius = 6.5;
constexpr double kShoulderWidth = 12;  // half of it
constexpr double kShoulderHeight = 13;
constexpr double kFigureHeight = 31;

class SequenceDrawer {
 public:
  SequenceDrawer(const PlacedSequence& placed, const Point& origin)
      : placed_(placed), x_(origin.x), y_(origin.y) {}

  SvgFile draw() {
    draw_backgrounds();
    draw_lifelines();
    draw_frames();
    draw_notes();
    draw_messages();
    draw_heads();
    draw_numbers();
    for (const PlacedText& text : placed_.texts) {
      svg_.text(text.block, shifted(text.at), text.tone, text.anchor);
    }
    return std::move(svg_);
  }

 private:
  Position shifted(const Position& at) const { return {at.x + x_, at.y + y_}; }

  Box shifted(const Box& box) const {
    return {box.left + x_, box.top + y_, box.right + x_, box.bottom + y_};
  }

  Position middle_of(const Box& box) const {
    return shifted(Position{(box.left + box.right) / 2.0, (box.top + box.bottom) / 2.0});
  }

  SvgPath path_of(const std::vector<Lifeline>& lines) const {
    SvgPath path;
    for (const auto& [x, top, bottom] : lines) {
      path.move(shifted(Position{x + 0.0, top + 0.0}));
      path.line(shifted(Position{x + 0.0, bottom + 0.0}));
    }
    return path;
  }

  void draw_backgrounds() {
    for (const Box& box : placed_.boxes) {
      svg_.paint(Paint::kShade);
      svg_.rectangle(shifted(box), 0);
    }
    if (!placed_.boxes.empty()) {
      SvgPath sides = path_of(placed_.box_sides);
      for (const Box& box : placed_.boxes) {
        const Box around = shifted(box);
        for (const int y : {around.top, around.bottom}) {
          sides.move({around.left + 0.0, y + 0.0}).line({around.right + 0.0, y + 0.0});
        }
      }
      svg_.paint(Paint::kBorder);
      svg_.path(sides);
    }
    for (const Box& box : placed_.shades) {
      svg_.paint(Paint::kGroup);
      svg_.rectangle(shifted(box), kCorner);
    }
  }

  void draw_lifelines() {
    if (!placed_.lifelines.empty()) {
      svg_.paint(Paint::kLine);
      svg_.path(path_of(placed_.lifelines));
    }
    for (const Box& bar : placed_.bars) {
      svg_.paint(Paint::kShape);
      svg_.rectangle(shifted(bar), 1);
    }
  }

  void draw_frames() {
    for (const PlacedFrame& frame : placed_.frames) {
      svg_.paint(Paint::kLine);
      svg_.rectangle(shifted(frame.box), kCorner);
    }
    for (const PlacedMessage& divider : placed_.dividers) {
      svg_.paint(Paint::kDotted);
      svg_.path(path_of(divider));
    }
    for (const PlacedFrame& frame : placed_.frames) {
      const Box tab = shifted(frame.tab);
      SvgPath path;
      path.move({tab.left + 0.0, tab.top + 0.0}).line({tab.right + 0.0, tab.top + 0.0});
      path.line({tab.right + 0.0, tab.bottom - 6.0}).line({tab.right - 6.0, tab.bottom + 0.0});
      path.line({tab.left + 0.0, tab.bottom + 0.0}).close();
      svg_.paint(Paint::kShape);
      svg_.path(path);
      svg_.text(frame.keyword, middle_of(frame.tab), Tone::kInk);
    }
  }

  void draw_notes() {
    for (const PlacedNote& note : placed_.notes) {
      svg_.paint(Paint::kNote);
      svg_.rectangle(shifted(note.box), 0);
      svg_.text(note.text, middle_of(note.box), Tone::kInk);
    }
  }

  SvgPath path_of(const PlacedMessage& message) const {
    SvgPath path;
    path.move(shifted(message.points.front()));
    for (std::size_t i = 1; i < message.points.size(); ++i) path.line(shifted(message.points[i]));
    return path;
  }

  void draw_messages() {
    for (const auto& [style, paint] :
         {std::pair(LineStyle::kSolid, Paint::kMessage), {LineStyle::kDotted, Paint::kReply}}) {
      for (const PlacedMessage& message : placed_.messages) {
        if (message.style != style) continue;
        svg_.paint(paint);
        svg_.path(path_of(message));
      }
    }
    std::vector<PlacedEnd> ends = placed_.ends;
    for (PlacedEnd& end : ends) end.tip = shifted(end.tip);
    draw_line_ends(svg_, ends);
  }

  void draw_heads() {
    for (const PlacedHead& head : placed_.heads) {
      svg_.paint(Paint::kShape);
      if (!head.is_person) {
        svg_.rectangle(shifted(head.box), kCorner);
        svg_.text(head.text, middle_of(head.box), Tone::kInk);
        continue;
      }
      draw_person(middle_of(head.box).x, head.box.top + y_);
      Box text = head.box;
      text.top += static_cast<int>(kFigureHeight);
      svg_.text(head.text, middle_of(text), Tone::kInk);
    }
  }

  void draw_person(double x, double top) {
    svg_.circle({x, top + kFaceRadius + 1}, kFaceRadius);
    const double base = top + kFigureHeight;
    SvgPath shoulders;
    shoulders.move({x - kShoulderWidth, base});
    shoulders.arc(kShoulderWidth, kShoulderHeight, {x + kShoulderWidth, base}).close();
    svg_.path(shoulders);
  }

  void draw_numbers() {
    for (const auto& [number, at] : placed_.numbers) {
      svg_.paint(Paint::kShape);
      svg_.circle(shifted(at), number > 99 ? kLongNumberRadius : kNumberRadius);
      svg_.text(wrap_text(std::to_string(number), kNumberWidth, kNumberFontSize), shifted(at),
                Tone::kMuted);
    }
  }

  const PlacedSequence& placed_;
  int x_;
  int y_;
  SvgFile svg_;
};

}  // namespace

Diagram draw_sequence(const Sequence& sequence, const DiagramTexts& texts) {
  const PlacedSequence placed = place_sequence(sequence);
  const Sheet sheet(placed.width, placed.height, texts);
  return sheet.finish(SequenceDrawer(placed, sheet.origin()).draw());
}

}  // namespace daybook
