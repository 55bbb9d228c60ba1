#include "native/diagram/sequence_layout.h"

#include <algorithm>
#include <utility>

#include "native/diagram/lifelines.h"
#include "native/diagram/sequence_columns.h"

namespace daybook {
namespace {

constexpr int kHeadHeight = 36;  // of a single line
constexpr int kHeadAbove = 8;
constexpr int kPersonHeight = 34;
constexpr int kMirrorFrom = 480;  // pixels, from which on the heads are repeated below

constexpr int kBeforeEvent = 12;
constexpr int kTextAbove = 4;  // from a text to its line
constexpr int kSelfHeight = 22;
constexpr int kNoteAbove = 7;
constexpr int kTabHeight = 20;
constexpr int kBeforeFrame = 14;
constexpr int kAfterFrame = 12;
constexpr int kLifelineEnd = 18;
constexpr int kAroundLifeline = 20;  // from a frame to the lifelines in it
constexpr int kTextAside = 8;        // from a message's text to a lifeline

class SequencePlacer {
 public:
  explicit SequencePlacer(const Sequence& sequence)
      : sequence_(sequence),
        columns_(place_participants(sequence)),
        bars_(sequence.participants.size()) {}

  PlacedSequence place() {
    place_heads();
    const int top = y_;
    for (next_ = 0; next_ < sequence_.events.size();) place_event(next_++);
    y_ += kLifelineEnd;
    for (std::size_t i = 0; i < bars_.size(); ++i) {
      while (!bars_[i].empty()) end_bar(i);
    }
    std::ranges::stable_sort(placed_bars_, {}, &PlacedBar::depth);
    for (const PlacedBar& bar : placed_bars_) placed_.bars.push_back(bar.box);
    const int bottom = y_;
    if (bottom - top > kMirrorFrom) add_heads();
    for (const int x : columns_.x) placed_.lifelines.push_back({x, top, bottom});
    place_boxes();
    placed_.height = y_;
    clear_texts(placed_);
    shift_right(placed_, -left_);
    placed_.width = right_ - left_;
    return std::move(placed_);
  }

 private:
  struct OpenFrame {
    std::size_t event;
    int top;
    int left;
    int right;
    std::vector<int> dividers;
  };

  struct PlacedBar {
    Box box;
    std::size_t depth;
  };

  const TextBlock& text_of(std::size_t event) const { return columns_.texts[event]; }

  // Notes that something reaches from `left` to `right`, and with it the frame around it.
  void cover(int left, int right) {
    left_ = std::min(left_, left);
    right_ = std::max(right_, right);
    if (frames_.empty()) return;
    frames_.back().left = std::min(frames_.back().left, left);
    frames_.back().right = std::max(frames_.back().right, right);
  }

  void cover_lifeline(std::size_t participant) {
    const int x = columns_.x[participant];
    cover(x - kAroundLifeline, x + kAroundLifeline);
  }

  void place_heads() {
    int height = kHeadHeight;
    int above = 0;
    for (std::size_t i = 0; i < columns_.heads.size(); ++i) {
      height = std::max(height, columns_.heads[i].height + 2 * kHeadAbove);
      if (sequence_.participants[i].is_person) above = kPersonHeight;
    }
    int title = 0;
    for (const SequenceBox& box : sequence_.boxes) {
      title = std::max(
          {title, kBoxPad, wrap_text(box.title, kBoxTitleWidth, kSmallFontSize).height + kBoxPad});
    }
    y_ = title;
    head_height_ = height + above;
    add_heads();
  }

  // Persons reach above the text by their figure, boxes do not.
  void add_heads() {
    for (std::size_t i = 0; i < columns_.heads.size(); ++i) {
      const int half = columns_.head_widths[i] / 2;
      const bool is_person = sequence_.participants[i].is_person;
      const int height = is_person
                             ? head_height_
                             : std::max(kHeadHeight, columns_.heads[i].height + 2 * kHeadAbove);
      const int bottom = y_ + head_height_;
      const Box box{columns_.x[i] - half, bottom - height, columns_.x[i] + half, bottom};
      placed_.heads.push_back({box, columns_.heads[i], is_person});
      cover(box.left, box.right);
    }
    y_ += head_height_;
  }

  void place_event(std::size_t index) {
    const SequenceEvent& event = sequence_.events[index];
    switch (event.kind) {
      case EventKind::kMessage:
        y_ += kBeforeEvent;
        if (event.from == event.to) {
          place_self_message(index);
        } else {
          place_message(index);
        }
        break;
      case EventKind::kNote: place_note(index); break;
      case EventKind::kActivate: bars_[event.from].push_back(y_); break;
      case EventKind::kDeactivate: end_bar(event.from); break;
      case EventKind::kOpenBlock:
      case EventKind::kOpenShade: open_frame(index); break;
      case EventKind::kNextSection: next_section(index); break;
      case EventKind::kCloseBlock: close_frame(); break;
    }
  }

  // Where lines meet a lifeline, or the bar on it.
  int left_edge(std::size_t participant) const {
    return columns_.x[participant] - (bars_[participant].empty() ? 0 : kBarHalf);
  }
  int right_edge(std::size_t participant) const {
    const int count = static_cast<int>(bars_[participant].size());
    return columns_.x[participant] + (count == 0 ? 0 : kBarHalf + (count - 1) * kBarStep);
  }

  void end_bar(std::size_t participant) {
    std::vector<int>& starts = bars_[participant];
    const std::size_t depth = starts.size() - 1;
    const int x = columns_.x[participant] + static_cast<int>(depth) * kBarStep;
    const int bottom = std::max(y_, starts.back() + kBarHalf);
    placed_bars_.push_back({{x - kBarHalf, starts.back(), x + kBarHalf, bottom}, depth});
    starts.pop_back();
  }

  // Begins the bar that a message calls for, with `+` or by `activate` on the next line.
  void begin_bar_of(const SequenceEvent& message) {
    if (message.activates) bars_[message.to].push_back(y_);
    if (next_ >= sequence_.events.size()) return;
    const SequenceEvent& next = sequence_.events[next_];
    if (next.kind != EventKind::kActivate || next.from != message.to) return;
    bars_[message.to].push_back(y_);
    ++next_;
  }

  void place_message(std::size_t index) {
    const SequenceEvent& event = sequence_.events[index];
    const TextBlock& text = text_of(index);
    const int text_top = y_;
    y_ += text.empty() ? 0 : text.height + kTextAbove;
    const bool goes_right = event.from < event.to;
    const int start = goes_right ? right_edge(event.from) : left_edge(event.from);
    begin_bar_of(event);
    const int end = goes_right ? left_edge(event.to) : right_edge(event.to);
    add_line(event, {{static_cast<double>(start), static_cast<double>(y_)},
                     {static_cast<double>(end), static_cast<double>(y_)}});
    if (event.deactivates) end_bar(event.from);
    cover_lifeline(event.from);
    cover_lifeline(event.to);
    if (text.empty()) return;
    const int centre = text_centre(event, text, start, end);
    placed_.texts.push_back({text, {static_cast<double>(centre), text_top + text.height / 2.0}});
    cover(centre - text.width / 2, centre + text.width / 2);
  }

  // In the middle, or, where that would lie over a lifeline, in the gap between two of them that is
  // nearest to the middle, on the sender's side, if it fits there.
  int text_centre(const SequenceEvent& event, const TextBlock& text, int start, int end) const {
    const int middle = (start + end) / 2;
    const std::size_t first = std::min(event.from, event.to);
    const std::size_t last = std::max(event.from, event.to);
    if (last == first + 1) return middle;
    int best = middle;
    int best_distance = -1;
    for (std::size_t n = first; n < last; ++n) {
      const std::size_t gap = event.from < event.to ? n : last - 1 - (n - first);
      const int left = right_edge(gap);
      const int right = left_edge(gap + 1);
      if (right - left < text.width + 2 * kTextAside) continue;
      const int centre = (left + right) / 2;
      const int distance = std::abs(centre - middle);
      if (best_distance >= 0 && distance >= best_distance) continue;
      best = centre;
      best_distance = distance;
    }
    return best;
  }

  void place_self_message(std::size_t index) {
    const SequenceEvent& event = sequence_.events[index];
    const TextBlock& text = text_of(index);
    const int height = std::max(kSelfHeight, text.height);
    const int middle = y_ + height / 2;
    const double start = right_edge(event.from);
    const double top = middle - kSelfHeight / 2.0;
    y_ = middle + kSelfHeight / 2;
    begin_bar_of(event);
    const double end = right_edge(event.from);
    const double reach = std::max(start, end) + kSelfReach;
    add_line(event,
             {{start, top}, {reach, top}, {reach, top + kSelfHeight}, {end, top + kSelfHeight}});
    if (event.deactivates) end_bar(event.from);
    y_ = middle + height / 2;
    cover_lifeline(event.from);
    const int text_left = static_cast<int>(reach) + kSelfTextGap;
    cover(columns_.x[event.from], text_left + text.width + kTextAside);
    if (text.empty()) return;
    placed_.texts.push_back({text,
                             {static_cast<double>(text_left), static_cast<double>(middle)},
                             Tone::kInk,
                             Anchor::kStart});
  }

  void add_line(const SequenceEvent& event, std::vector<Position> points) {
    const auto add_end = [this](LineEnd kind, Position& tip, const Position& before) {
      const double way = tip.x > before.x ? 1 : -1;
      placed_.ends.push_back({kind, tip, {way, 0}});
      tip.x -= way * trim_of(kind);
    };
    if (event.number >= 0) placed_.numbers.push_back({event.number, points.front()});
    add_end(event.end, points.back(), points[points.size() - 2]);
    add_end(event.start, points.front(), points[1]);
    placed_.messages.push_back({event.style, std::move(points)});
  }

  void place_note(std::size_t index) {
    const SequenceEvent& event = sequence_.events[index];
    const TextBlock& text = text_of(index);
    y_ += kBeforeEvent;
    int left = columns_.x[event.from];
    int right = columns_.x[event.to];
    const int width = text.width + 2 * kNotePad + text.width % 2;
    if (event.place == NotePlace::kLeft) {
      right = left_edge(event.from) - kNoteGap;
      left = right - width;
    } else if (event.place == NotePlace::kRight) {
      left = right_edge(event.from) + kNoteGap;
      right = left + width;
    } else {
      const int half = std::max(width, right - left + 2 * kNoteOverhang) / 2;
      const int middle = (left + right) / 2;
      left = middle - half;
      right = middle + half;
    }
    const Box box{left, y_, right, y_ + text.height + 2 * kNoteAbove};
    placed_.notes.push_back({box, text});
    cover(left, right);
    y_ = box.bottom;
  }

  void open_frame(std::size_t index) {
    y_ += kBeforeFrame;
    frames_.push_back({index, y_, kFarRight, -kFarRight, {}});
    if (sequence_.events[index].kind == EventKind::kOpenShade) return;
    y_ += std::max(kTabHeight, text_of(index).height + 4);
  }

  void next_section(std::size_t index) {
    y_ += kBeforeFrame;
    frames_.back().dividers.push_back(y_);
    sections_.push_back({index, y_});
    y_ += text_of(index).empty() ? 0 : text_of(index).height + 4;
  }

  void close_frame() {
    y_ += kAfterFrame;
    OpenFrame frame = std::move(frames_.back());
    frames_.pop_back();
    if (frame.left > frame.right) {
      // Nothing in it: as wide as the diagram.
      frame.left = columns_.x.empty() ? 0 : columns_.x.front() - kAroundLifeline;
      frame.right = columns_.x.empty() ? 0 : columns_.x.back() + kAroundLifeline;
    }
    const SequenceEvent& event = sequence_.events[frame.event];
    Box box{frame.left - kFramePad, frame.top, frame.right + kFramePad, y_};
    if (event.kind == EventKind::kOpenShade) {
      placed_.shades.push_back(box);
      cover(box.left, box.right);
      return;
    }
    const TextBlock keyword = keyword_block(event);
    const Box tab{box.left, box.top, box.left + keyword.width + 2 * kTabPad, box.top + kTabHeight};
    const TextBlock& condition = text_of(frame.event);
    add_condition(condition, tab.right + kTabPad, box.top + 2, box);
    while (!sections_.empty() && sections_.back().second > frame.top) {
      const auto [section, top] = sections_.back();
      sections_.pop_back();
      add_condition(text_of(section), box.left + kTabPad, top + 3, box);
    }
    for (const int y : frame.dividers) {
      placed_.dividers.push_back({LineStyle::kDotted,
                                  {{static_cast<double>(box.left), static_cast<double>(y)},
                                   {static_cast<double>(box.right), static_cast<double>(y)}}});
    }
    placed_.frames.push_back({box, keyword, tab});
    cover(box.left, box.right);
  }

  // A condition begins at `left`; the frame grows to hold it.
  void add_condition(const TextBlock& text, int left, int top, Box& frame) {
    if (text.empty()) return;
    frame.right = std::max(frame.right, left + text.width + kTabPad);
    placed_.texts.push_back(
        {text, {static_cast<double>(left), top + text.height / 2.0}, Tone::kMuted, Anchor::kStart});
  }

  void place_boxes() {
    if (sequence_.boxes.empty()) return;
    const int bottom = y_ + kBoxPad;
    for (const SequenceBox& box : sequence_.boxes) {
      const Box& first = placed_.heads[box.first].box;
      const Box& last = placed_.heads[box.last].box;
      const Box around{first.left - kBoxPad, 0, last.right + kBoxPad, bottom};
      placed_.boxes.push_back(around);
      for (const int x : {around.left, around.right}) {
        placed_.box_sides.push_back({x, around.top, around.bottom});
      }
      cover(around.left, around.right);
      const TextBlock title = wrap_text(box.title, kBoxTitleWidth, kSmallFontSize);
      if (title.empty()) continue;
      placed_.texts.push_back(
          {title, {around.centre_x() + 0.0, (kBoxPad + title.height) / 2.0}, Tone::kMuted});
    }
    y_ = bottom;
  }

  static constexpr int kFarRight = 1 << 28;
  static constexpr int kBoxTitleWidth = 300;

  const Sequence& sequence_;
  SequenceColumns columns_;
  PlacedSequence placed_;
  std::vector<std::vector<int>> bars_;  // where open activations began, by participant
  std::vector<PlacedBar> placed_bars_;
  std::vector<OpenFrame> frames_;
  std::vector<std::pair<std::size_t, int>> sections_;  // events and where they begin
  std::size_t next_ = 0;
  int head_height_ = 0;
  int y_ = 0;
  int left_ = 0;
  int right_ = 0;
};

}  // namespace

PlacedSequence place_sequence(const Sequence& sequence) { return SequencePlacer(sequence).place(); }

}  // namespace daybook
