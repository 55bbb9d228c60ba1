// What a sequence diagram says, before anything has a place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "native/diagram/geometry.h"
#include "native/diagram/line_style.h"

namespace daybook {

struct Participant {
  std::string id;
  std::string label;  // lines parted by '\n'
  bool is_person = false;
};

enum class EventKind {
  kMessage,
  kNote,
  kActivate,  // `from` alone
  kDeactivate,
  kOpenBlock,    // `keyword` and `text`: its condition
  kOpenShade,    // a block that is only a background
  kNextSection,  // else, and, option
  kCloseBlock,
};

enum class NotePlace { kLeft, kRight, kOver };

struct SequenceEvent {
  EventKind kind = EventKind::kMessage;
  std::size_t from = kNone;  // participants; of a note the first and last it lies over
  std::size_t to = kNone;
  std::string text;
  std::string keyword;
  LineStyle style = LineStyle::kSolid;
  LineEnd start = LineEnd::kPlain;
  LineEnd end = LineEnd::kPlain;
  bool activates = false;    // the message begins an activation of `to`
  bool deactivates = false;  // or ends one of `from`
  NotePlace place = NotePlace::kOver;
  int number = -1;  // of a message under autonumber
};

// Participants that share a frame, from `first` to `last`.
struct SequenceBox {
  std::string title;
  std::size_t first = 0;
  std::size_t last = 0;
};

struct Sequence {
  std::string title;
  std::vector<Participant> participants;
  std::vector<SequenceBox> boxes;
  std::vector<SequenceEvent> events;
};

// A sentence that names the messages, for those who cannot see them.
std::string describe(const Sequence& sequence);

// `body` as DiagramSource has it, from the word `sequenceDiagram` on.
Result<Sequence> read_sequence(std::string_view body);

}  // namespace daybook
