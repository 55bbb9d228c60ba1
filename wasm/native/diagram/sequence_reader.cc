#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/base/text.h"
#include "native/diagram/diagram_source.h"
#include "native/diagram/label.h"
#include "native/diagram/limits.h"
#include "native/diagram/sequence.h"
#include "native/diagram/sequence_arrow.h"
#include "native/diagram/text_cursor.h"

namespace daybook {
namespace {

constexpr std::string_view kBlocks[] = {"alt", "break", "critical", "loop", "opt", "par"};

struct SectionWord {
  std::string_view word;
  std::string_view block;  // the block that it continues
};

constexpr SectionWord kSections[] = {{"and", "par"}, {"else", "alt"}, {"option", "critical"}};

// Lines that need a script.
constexpr std::string_view kIgnored[] = {"destroy", "details", "link", "links", "properties"};

// Words that name the colour of a box, which Daybook's colours replace.
constexpr std::string_view kColours[] = {
    "aqua",  "beige",  "black",  "blue",     "brown",      "coral", "cyan",   "gold",
    "gray",  "green",  "grey",   "ivory",    "khaki",      "lime",  "linen",  "navy",
    "olive", "orange", "pink",   "plum",     "red",        "teal",  "purple", "salmon",
    "tan",   "white",  "yellow", "lavender", "transparent"};

// Where the statement at the beginning of `line` ends: before a semicolon that is no part of an
// entity such as `#quot;`.
std::size_t statement_length(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != ';') continue;
    std::size_t start = i;
    while (start > 0 && line[start - 1] != '#' && line[start - 1] != '&' &&
           line[start - 1] != ' ') {
      --start;
    }
    if (start == 0 || line[start - 1] == ' ') return i;
  }
  return line.size();
}

std::string_view without_colour(std::string_view title) {
  std::string_view word = title.substr(0, title.find(' '));
  if (word.find('(') != word.npos)
    word = title.substr(0, std::min(title.find(')'), title.size() - 1) + 1);
  const std::string lower = to_ascii_lower(word);
  const bool is_colour = lower.starts_with("rgb") || lower.starts_with("hsl") ||
                         lower.starts_with("light") || lower.starts_with("dark") ||
                         lower.starts_with('#') ||
                         std::ranges::find(kColours, lower) != std::end(kColours);
  return is_colour ? trim(title.substr(word.size())) : title;
}

class SequenceReader {
 public:
  explicit SequenceReader(std::string_view body) : cursor_(body) {}

  Result<Sequence> read() {
    cursor_.skip_white_space();
    cursor_.skip(cursor_.word().size());
    while (!cursor_.at_end()) {
      cursor_.skip_white_space();
      const std::string_view line = cursor_.rest_of_line();
      const std::string_view statement = line.substr(0, statement_length(line));
      if (Result<> read = read_statement(trim(statement)); !read.ok()) return read.error();
      cursor_.skip(statement.size());
      cursor_.take(";");
    }
    if (!blocks_.empty()) {
      return diagram_error(blocks_.back().line,
                           "close this " + blocks_.back().keyword + " with end");
    }
    return std::move(sequence_);
  }

 private:
  struct OpenBlock {
    std::string keyword;
    int line;
  };

  // Everything that begins with a word of its own, else a message.
  Result<> read_statement(std::string_view statement) {
    if (statement.empty()) return Done{};
    const std::string_view word = statement.substr(0, statement.find_first_of(" \t:"));
    const std::string_view rest = trim(statement.substr(word.size()));
    const std::string keyword = to_ascii_lower(word);
    // Participants may be called as the keywords are: `end->>b`, but not `loop a -> b`.
    const auto arrow = find_arrow(statement.substr(0, statement.find(':')));
    const bool is_name = arrow && trim(statement.substr(0, arrow->at)) == word.substr(0, arrow->at);
    if (is_name) return read_message(statement);
    if (keyword == "create") return read_declaration(rest);
    if (keyword == "participant" || keyword == "actor") return read_declaration(statement);
    if (keyword == "note") return read_note(rest);
    if (keyword == "activate") return read_activation(rest, EventKind::kActivate);
    if (keyword == "deactivate") return read_activation(rest, EventKind::kDeactivate);
    if (keyword == "autonumber") return read_autonumber(rest);
    if (keyword == "title") return read_title(rest);
    if (keyword == "box") return open_box(rest);
    if (keyword == "rect") return open_block(EventKind::kOpenShade, keyword, "");
    if (keyword == "end") return close_block();
    if (std::ranges::find(kBlocks, keyword) != std::end(kBlocks)) {
      return open_block(EventKind::kOpenBlock, keyword, rest);
    }
    for (const auto& [section, block] : kSections) {
      if (keyword == section) return open_section(section, block, rest);
    }
    if (std::ranges::find(kIgnored, keyword) != std::end(kIgnored)) return Done{};
    if (arrow) return read_message(statement);
    return cursor_.error("write a message such as A->>B: text instead of " + quoted(statement));
  }

  Result<std::string> label(std::string_view raw) const {
    if (raw.size() > kMaxLabelBytes) {
      return cursor_.error("shorten this text to " + std::to_string(kMaxLabelBytes) + " bytes");
    }
    return plain_label(raw);
  }

  Result<std::size_t> name_participant(std::string_view id) {
    id = trim(id);
    if (id.empty()) return cursor_.error("name a participant on both sides of the arrow");
    const auto [entry, is_new] =
        participants_.try_emplace(std::string(id), sequence_.participants.size());
    if (!is_new) return entry->second;
    if (sequence_.participants.size() == kMaxParticipants) {
      return cursor_.error("draw at most " + std::to_string(kMaxParticipants) + " participants");
    }
    TRY(std::string text, label(id));
    sequence_.participants.push_back({.id = entry->first, .label = std::move(text)});
    activations_.push_back(0);
    return entry->second;
  }

  // `participant A as Label`
  Result<> read_declaration(std::string_view statement) {
    const std::string_view word = statement.substr(0, statement.find(' '));
    const std::string_view rest = trim(statement.substr(word.size()));
    if (rest.find("@{") != rest.npos) {
      return cursor_.error("write participant A as Label; @{ } is not drawn");
    }
    const std::size_t as = rest.find(" as ");
    const std::string_view id = trim(rest.substr(0, as));
    if (id.empty()) return cursor_.error("name the participant: participant A as Label");
    TRY(const std::size_t index, name_participant(id));
    Participant& participant = sequence_.participants[index];
    participant.is_person = to_ascii_lower(word) == "actor";
    if (as != rest.npos) {
      TRY(participant.label, label(rest.substr(as + 4)));
    }
    return Done{};
  }

  Result<> add(SequenceEvent event) {
    if (sequence_.events.size() == kMaxSequenceEvents) {
      return cursor_.error("split this diagram; one is drawn up to " +
                           std::to_string(kMaxSequenceEvents) + " lines");
    }
    sequence_.events.push_back(std::move(event));
    return Done{};
  }

  // `A->>+B: text`
  Result<> read_message(std::string_view statement) {
    const std::size_t colon = std::min(statement.find(':'), statement.size());
    const std::string_view ends = statement.substr(0, colon);
    const SequenceArrow arrow = find_arrow(ends).value_or(SequenceArrow{});
    if (++messages_ > kMaxMessages) {
      return cursor_.error("draw at most " + std::to_string(kMaxMessages) + " messages");
    }
    SequenceEvent event{.style = arrow.style, .start = arrow.start, .end = arrow.end};
    TRY(event.from, name_participant(ends.substr(0, arrow.at)));
    std::string_view target = trim(ends.substr(arrow.at + arrow.size));
    event.activates = target.starts_with('+');
    event.deactivates = target.starts_with('-');
    if (event.activates || event.deactivates) target.remove_prefix(1);
    TRY(event.to, name_participant(target));
    std::string_view text = trim(statement.substr(std::min(colon + 1, statement.size())));
    for (const std::string_view prefix : {"nowrap:", "wrap:"}) {
      if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
    }
    TRY(event.text, label(text));
    if (number_step_ != 0) {
      event.number = next_number_;
      next_number_ += number_step_;
    }
    const std::size_t from = event.from;
    const std::size_t to = event.to;
    if (event.activates) {
      if (Result<> done = count_activation(to); !done.ok()) return done.error();
    }
    if (event.deactivates) {
      if (Result<> done = count_deactivation(from); !done.ok()) return done.error();
    }
    return add(std::move(event));
  }

  Result<> count_activation(std::size_t participant) {
    if (++activations_[participant] <= kMaxActivationDepth) return Done{};
    return cursor_.error("activate a participant at most " + std::to_string(kMaxActivationDepth) +
                         " times at once");
  }

  Result<> count_deactivation(std::size_t participant) {
    if (activations_[participant] == 0) {
      return cursor_.error("activate " + quoted(sequence_.participants[participant].id) +
                           " before this ends its activation");
    }
    --activations_[participant];
    return Done{};
  }

  Result<> read_activation(std::string_view id, EventKind kind) {
    TRY(const std::size_t participant, name_participant(id));
    Result<> counted = kind == EventKind::kActivate ? count_activation(participant)
                                                    : count_deactivation(participant);
    if (!counted.ok()) return counted.error();
    return add({.kind = kind, .from = participant});
  }

  // `right of A: text`, `left of A: text`, `over A,B: text`
  Result<> read_note(std::string_view rest) {
    constexpr std::pair<std::string_view, NotePlace> kPlaces[] = {{"left of ", NotePlace::kLeft},
                                                                  {"right of ", NotePlace::kRight},
                                                                  {"over ", NotePlace::kOver}};
    const std::size_t colon = rest.find(':');
    const std::string lower = to_ascii_lower(rest.substr(0, colon));
    for (const auto& [words, place] : kPlaces) {
      if (!lower.starts_with(words) || colon == rest.npos) continue;
      const std::string_view names = rest.substr(words.size(), colon - words.size());
      const std::size_t comma = place == NotePlace::kOver ? names.find(',') : names.npos;
      SequenceEvent event{.kind = EventKind::kNote, .place = place};
      TRY(event.from, name_participant(names.substr(0, comma)));
      event.to = event.from;
      if (comma != names.npos) {
        TRY(event.to, name_participant(names.substr(comma + 1)));
      }
      if (event.from > event.to) std::swap(event.from, event.to);
      TRY(event.text, label(rest.substr(colon + 1)));
      return add(std::move(event));
    }
    return cursor_.error(
        "write Note left of A: text, Note right of A: text or Note over A,B: text");
  }

  // `autonumber`, `autonumber 10 5`, `autonumber off`
  Result<> read_autonumber(std::string_view rest) {
    if (rest == "off") {
      number_step_ = 0;
      return Done{};
    }
    int numbers[] = {1, 1};
    int count = 0;
    for (const std::string_view word : split(rest, ' ')) {
      if (word.empty()) continue;
      const bool is_number =
          word.size() <= 4 && word.find_first_not_of("0123456789") == word.npos && count < 2;
      if (!is_number) return cursor_.error("write autonumber, autonumber 10 5 or autonumber off");
      int number = 0;
      for (const char digit : word) number = number * 10 + (digit - '0');
      numbers[count++] = number;
    }
    next_number_ = numbers[0];
    number_step_ = std::max(numbers[1], 1);
    return Done{};
  }

  Result<> read_title(std::string_view rest) {
    if (rest.starts_with(':')) rest.remove_prefix(1);
    TRY(sequence_.title, label(rest));
    return Done{};
  }

  Result<> open(const std::string& keyword) {
    if (blocks_.size() == kMaxBlockDepth) {
      return cursor_.error("nest blocks at most " + std::to_string(kMaxBlockDepth) + " deep");
    }
    blocks_.push_back({keyword, cursor_.line()});
    return Done{};
  }

  Result<> open_block(EventKind kind, const std::string& keyword, std::string_view condition) {
    if (Result<> opened = open(keyword); !opened.ok()) return opened.error();
    SequenceEvent event{.kind = kind, .keyword = keyword};
    TRY(event.text, label(condition));
    return add(std::move(event));
  }

  Result<> open_section(std::string_view section, std::string_view block,
                        std::string_view condition) {
    if (blocks_.empty() || blocks_.back().keyword != block) {
      return cursor_.error("put this " + std::string(section) + " into " + std::string(block) +
                           " … end");
    }
    SequenceEvent event{.kind = EventKind::kNextSection, .keyword = std::string(section)};
    TRY(event.text, label(condition));
    return add(std::move(event));
  }

  Result<> open_box(std::string_view title) {
    if (!blocks_.empty()) return cursor_.error("put this box outside all blocks");
    if (Result<> opened = open("box"); !opened.ok()) return opened.error();
    SequenceBox box{.first = sequence_.participants.size()};
    TRY(box.title, label(without_colour(title)));
    sequence_.boxes.push_back(std::move(box));
    return Done{};
  }

  Result<> close_block() {
    if (blocks_.empty()) return cursor_.error("remove this end, or open a block before it");
    const bool is_box = blocks_.back().keyword == "box";
    blocks_.pop_back();
    if (!is_box) return add({.kind = EventKind::kCloseBlock});
    SequenceBox& box = sequence_.boxes.back();
    if (box.first == sequence_.participants.size()) {
      sequence_.boxes.pop_back();
    } else {
      box.last = sequence_.participants.size() - 1;
    }
    return Done{};
  }

  TextCursor cursor_;
  Sequence sequence_;
  std::unordered_map<std::string, std::size_t> participants_;
  std::vector<std::size_t> activations_;  // open ones, by participant
  std::vector<OpenBlock> blocks_;
  std::size_t messages_ = 0;
  int next_number_ = 1;
  int number_step_ = 0;  // 0 without numbers
};

}  // namespace

Result<Sequence> read_sequence(std::string_view body) { return SequenceReader(body).read(); }

}  // namespace daybook
