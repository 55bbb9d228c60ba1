// How far the participants of a sequence diagram stand apart, so that all texts between them fit.
#pragma once

#include <vector>

#include "native/diagram/label.h"
#include "native/diagram/sequence.h"

namespace daybook {

inline constexpr int kMessageFontSize = 13;

// Half the width of an activation's bar, and how far one within another stands aside.
inline constexpr int kBarHalf = 5;
inline constexpr int kBarStep = 4;

inline constexpr int kSelfReach = 28;  // of a message to oneself
inline constexpr int kSelfTextGap = 6;
inline constexpr int kNoteGap = 12;       // from a lifeline to a note beside it
inline constexpr int kNotePad = 10;       // from a note's text to its edge
inline constexpr int kNoteOverhang = 20;  // of a note over several lifelines
inline constexpr int kFramePad = 10;
inline constexpr int kTabPad = 8;  // beside a block's keyword, and its condition
inline constexpr int kBoxPad = 10;

struct SequenceColumns {
  std::vector<TextBlock> heads;
  std::vector<int> head_widths;
  std::vector<int> x;            // of the lifelines; the first is 0
  std::vector<TextBlock> texts;  // of the events
};

SequenceColumns place_participants(const Sequence& sequence);

// The word on a block's tab.
TextBlock keyword_block(const SequenceEvent& event);

}  // namespace daybook
