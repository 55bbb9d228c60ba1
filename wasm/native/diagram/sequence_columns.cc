#include "native/diagram/sequence_columns.h"

#include <algorithm>
#include <utility>

namespace daybook {
namespace {

constexpr int kHeadTextWidth = 150;
constexpr int kHeadPad = 14;
constexpr int kMinHeadWidth = 76;
constexpr int kHeadGap = 20;

constexpr int kMessageTextWidth = 220;
constexpr int kWiderByGap = 80;  // where a message goes further than to the next lifeline
constexpr int kMaxMessageTextWidth = 380;
constexpr int kNoteTextWidth = 200;
constexpr int kConditionWidth = 240;
constexpr int kMessagePad = 14;  // on both sides of a message's text
constexpr int kNumberWidth = 20;

int even(int value) { return value + value % 2; }

TextBlock block_of(const SequenceEvent& event) {
  switch (event.kind) {
    case EventKind::kMessage: {
      const std::size_t gaps = std::max(event.from, event.to) - std::min(event.from, event.to);
      const int more = gaps < 2 ? 0 : static_cast<int>(gaps - 1) * kWiderByGap;
      return wrap_text(event.text, std::min(kMessageTextWidth + more, kMaxMessageTextWidth),
                       kMessageFontSize);
    }
    case EventKind::kNote: return wrap_text(event.text, kNoteTextWidth, kMessageFontSize);
    case EventKind::kOpenBlock:
    case EventKind::kNextSection: return wrap_text(event.text, kConditionWidth, kSmallFontSize);
    default: return {};
  }
}

class ParticipantPlacer {
 public:
  explicit ParticipantPlacer(const Sequence& sequence) : sequence_(sequence) {}

  SequenceColumns place() {
    measure_heads();
    for (const SequenceEvent& event : sequence_.events) columns_.texts.push_back(block_of(event));
    need_for_heads();
    need_for_events();
    solve();
    return std::move(columns_);
  }

 private:
  // The lifelines from `first` to `last` must be `distance` apart.
  struct Need {
    std::size_t first;
    std::size_t last;
    int distance;
  };

  void measure_heads() {
    for (const Participant& participant : sequence_.participants) {
      TextBlock text = wrap_text(participant.label, kHeadTextWidth);
      columns_.head_widths.push_back(even(std::max(text.width + 2 * kHeadPad, kMinHeadWidth)));
      columns_.heads.push_back(std::move(text));
    }
  }

  void need(std::size_t first, std::size_t last, int distance) {
    if (first < last && last < sequence_.participants.size()) {
      needs_.push_back({first, last, distance});
    }
  }

  // What reaches `distance` to the right or left of a lifeline; beyond the outermost is room.
  void need_right(std::size_t participant, int distance) {
    need(participant, participant + 1, distance);
  }
  void need_left(std::size_t participant, int distance) {
    if (participant > 0) need(participant - 1, participant, distance);
  }

  void need_for_heads() {
    for (std::size_t i = 1; i < columns_.head_widths.size(); ++i) {
      int gap = kHeadGap;
      for (const SequenceBox& box : sequence_.boxes) {
        if (box.first == i || box.last + 1 == i) gap += kBoxPad;
      }
      need(i - 1, i, (columns_.head_widths[i - 1] + columns_.head_widths[i]) / 2 + gap);
    }
  }

  void need_for_events() {
    struct Block {
      std::size_t event;
      std::size_t first = kNone;
      std::size_t last = 0;
      int width = 0;
    };
    std::vector<Block> blocks;
    std::vector<int> active(sequence_.participants.size(), 0);
    const auto bar = [&active](std::size_t participant) {
      const int count = active[participant];
      return count == 0 ? 0 : kBarHalf + (count - 1) * kBarStep;
    };
    for (std::size_t i = 0; i < sequence_.events.size(); ++i) {
      const SequenceEvent& event = sequence_.events[i];
      const TextBlock& text = columns_.texts[i];
      if (event.kind == EventKind::kActivate || event.activates) {
        ++active[event.activates ? event.to : event.from];
      }
      switch (event.kind) {
        case EventKind::kMessage:
          need_for_message(event, text, bar(event.from), bar(event.to));
          break;
        case EventKind::kNote: need_for_note(event, text, bar(event.from)); break;
        case EventKind::kOpenBlock:
        case EventKind::kOpenShade: blocks.push_back({.event = i}); break;
        default: break;
      }
      if (!blocks.empty()) {
        Block& block = blocks.back();
        if (event.kind == EventKind::kOpenBlock || event.kind == EventKind::kNextSection) {
          const int tab = event.kind == EventKind::kOpenBlock ? keyword_block(event).width : 0;
          block.width = std::max(block.width, tab + text.width + 3 * kTabPad);
        }
        if (event.from != kNone) {
          const std::size_t to = event.to == kNone ? event.from : event.to;
          block.first = std::min({block.first, event.from, to});
          block.last = std::max({block.last, event.from, to});
        }
      }
      if (event.kind == EventKind::kCloseBlock && !blocks.empty()) {
        const Block closed = blocks.back();
        blocks.pop_back();
        if (closed.first == kNone) continue;
        need(closed.first, closed.last, closed.width - 2 * kFramePad);
        if (!blocks.empty()) {
          blocks.back().first = std::min(blocks.back().first, closed.first);
          blocks.back().last = std::max(blocks.back().last, closed.last);
        }
      }
      if (event.kind == EventKind::kDeactivate || event.deactivates) --active[event.from];
    }
  }

  void need_for_message(const SequenceEvent& event, const TextBlock& text, int from_bar,
                        int to_bar) {
    if (event.from == event.to) {
      need_right(event.from,
                 to_bar + kSelfReach + kSelfTextGap + text.width + kMessagePad + kBarHalf);
      return;
    }
    const int number = event.number < 0 ? 0 : kNumberWidth;
    need(std::min(event.from, event.to), std::max(event.from, event.to),
         text.width + 2 * kMessagePad + number + std::max(from_bar, to_bar));
  }

  void need_for_note(const SequenceEvent& event, const TextBlock& text, int bar) {
    const int width = text.width + 2 * kNotePad;
    switch (event.place) {
      case NotePlace::kLeft: need_left(event.from, width + 2 * kNoteGap); break;
      case NotePlace::kRight: need_right(event.from, width + 2 * kNoteGap + bar); break;
      case NotePlace::kOver:
        if (event.from == event.to) {
          need_left(event.from, width / 2 + kNoteGap);
          need_right(event.from, width / 2 + kNoteGap);
        } else {
          need(event.from, event.to, width - 2 * kNoteOverhang);
        }
        break;
    }
  }

  // Narrow needs first; what a wider one lacks is shared out between all gaps that it spans.
  void solve() {
    std::vector<int> gaps(sequence_.participants.size(), 0);
    std::ranges::stable_sort(needs_, {}, [](const Need& need) { return need.last - need.first; });
    for (const auto& [first, last, distance] : needs_) {
      int missing = distance;
      for (std::size_t i = first; i < last; ++i) missing -= gaps[i];
      if (missing <= 0) continue;
      const int count = static_cast<int>(last - first);
      for (std::size_t i = first; i < last; ++i) gaps[i] += even((missing + count - 1) / count);
    }
    int x = 0;
    for (const int gap : gaps) {
      columns_.x.push_back(x);
      x += gap;
    }
  }

  const Sequence& sequence_;
  SequenceColumns columns_;
  std::vector<Need> needs_;
};

}  // namespace

SequenceColumns place_participants(const Sequence& sequence) {
  return ParticipantPlacer(sequence).place();
}

TextBlock keyword_block(const SequenceEvent& event) {
  return wrap_text(event.keyword, kConditionWidth, kSmallFontSize);
}

}  // namespace daybook
