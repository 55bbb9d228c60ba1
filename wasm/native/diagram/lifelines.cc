#include "native/diagram/lifelines.h"

#include <algorithm>
#include <utility>

namespace daybook {
namespace {

constexpr int kAirBeside = 4;

Box box_of(const PlacedText& text) {
  const int width = text.block.width;
  const int left = static_cast<int>(text.at.x) - (text.anchor == Anchor::kStart ? 0 : width / 2);
  const int top = static_cast<int>(text.at.y) - text.block.height / 2;
  return {left - kAirBeside, top, left + width + kAirBeside, top + text.block.height};
}

// The pieces of the upright strip `left` to `right` that no text lies over.
std::vector<Box> free_pieces(const Box& strip, const std::vector<Box>& texts) {
  std::vector<Box> pieces;
  Box piece = strip;
  for (const Box& text : texts) {
    if (text.right <= strip.left || text.left >= strip.right) continue;
    if (text.bottom <= piece.top || text.top >= piece.bottom) continue;
    if (text.top > piece.top) pieces.push_back({strip.left, piece.top, strip.right, text.top});
    piece.top = std::max(piece.top, text.bottom);
  }
  if (piece.top < piece.bottom) pieces.push_back(piece);
  return pieces;
}

void shift(Box& box, int distance) {
  box.left += distance;
  box.right += distance;
}

}  // namespace

void clear_texts(PlacedSequence& placed) {
  std::vector<Box> texts;
  for (const PlacedText& text : placed.texts) texts.push_back(box_of(text));
  std::ranges::sort(texts, {}, &Box::top);
  for (auto* lines : {&placed.lifelines, &placed.box_sides}) {
    std::vector<Lifeline> pieces;
    for (const auto& [x, top, bottom] : *lines) {
      for (const Box& piece : free_pieces({x, top, x + 1, bottom}, texts)) {
        pieces.push_back({x, piece.top, piece.bottom});
      }
    }
    *lines = std::move(pieces);
  }
  std::vector<Box> bars;
  for (const Box& bar : placed.bars) {
    const std::vector<Box> pieces = free_pieces(bar, texts);
    bars.insert(bars.end(), pieces.begin(), pieces.end());
  }
  placed.bars = std::move(bars);
}

void shift_right(PlacedSequence& placed, int distance) {
  for (Box& box : placed.boxes) shift(box, distance);
  for (Box& box : placed.shades) shift(box, distance);
  for (Box& box : placed.bars) shift(box, distance);
  for (PlacedHead& head : placed.heads) shift(head.box, distance);
  for (auto* lines : {&placed.lifelines, &placed.box_sides}) {
    for (Lifeline& line : *lines) line.x += distance;
  }
  for (PlacedNote& note : placed.notes) shift(note.box, distance);
  for (PlacedEnd& end : placed.ends) end.tip.x += distance;
  for (PlacedNumber& number : placed.numbers) number.at.x += distance;
  for (PlacedText& text : placed.texts) text.at.x += distance;
  for (PlacedFrame& frame : placed.frames) {
    shift(frame.box, distance);
    shift(frame.tab, distance);
  }
  for (auto* lines : {&placed.dividers, &placed.messages}) {
    for (PlacedMessage& line : *lines) {
      for (Position& point : line.points) point.x += distance;
    }
  }
}

}  // namespace daybook
