// A sequence diagram with everything in its place.
#pragma once

#include <vector>

#include "native/diagram/label.h"
#include "native/diagram/line_end.h"
#include "native/diagram/sequence.h"
#include "native/diagram/svg.h"

namespace daybook {

struct PlacedHead {
  Box box;
  TextBlock text;
  bool is_person = false;
};

// A piece of an upright line, such as the one below a participant.
struct Lifeline {
  int x = 0;
  int top = 0;
  int bottom = 0;
};

struct PlacedFrame {
  Box box;
  TextBlock keyword;  // in the upper left corner
  Box tab;
};

struct PlacedText {
  TextBlock block;
  Position at;
  Tone tone = Tone::kInk;
  Anchor anchor = Anchor::kMiddle;
};

struct PlacedNote {
  Box box;
  TextBlock text;
};

struct PlacedMessage {
  LineStyle style = LineStyle::kSolid;
  std::vector<Position> points;  // two, or four to oneself
};

struct PlacedNumber {
  int number = 0;
  Position at;
};

struct PlacedSequence {
  int width = 0;
  int height = 0;
  std::vector<Box> boxes;  // behind participants
  std::vector<Lifeline> box_sides;
  std::vector<Box> shades;  // behind messages
  std::vector<PlacedHead> heads;
  std::vector<Lifeline> lifelines;
  std::vector<Box> bars;  // of activations, outer ones first
  std::vector<PlacedFrame> frames;
  std::vector<PlacedMessage> dividers;
  std::vector<PlacedNote> notes;
  std::vector<PlacedMessage> messages;
  std::vector<PlacedEnd> ends;
  std::vector<PlacedNumber> numbers;
  std::vector<PlacedText> texts;
};

PlacedSequence place_sequence(const Sequence& sequence);

}  // namespace daybook
