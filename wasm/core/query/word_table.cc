#include "core/query/word_table.h"

#include <algorithm>

namespace daybook {
namespace {

constexpr std::size_t kFirstSlots = 1024;  // a power of two, as every size after it
constexpr std::size_t kMaxTextBytes = 0xFFFF;

// FNV-1a
std::uint32_t hash(std::string_view word, std::uint16_t group) {
  constexpr std::uint32_t kPrime = 16777619;
  std::uint32_t value = (2166136261U ^ group) * kPrime;
  for (const char c : word) value = (value ^ static_cast<unsigned char>(c)) * kPrime;
  return value;
}

}  // namespace

WordId WordTable::find(std::string_view word, std::uint16_t group) const {
  return slots_.empty() ? kNoWord : slots_[slot_of(word.substr(0, kMaxTextBytes), group)];
}

WordId WordTable::add(const Entry& entry) {
  if (2 * (entries_.size() + 1) > slots_.size()) grow();
  Stored stored;
  stored.group = entry.group;
  stored.word = keep(entry.word);
  // Most words are their own folded form, and begin with their stem.
  stored.folded = entry.folded == entry.word ? stored.word : keep(entry.folded);
  stored.stem = stored.folded;
  if (entry.folded.starts_with(entry.stem)) {
    stored.stem.size = static_cast<std::uint16_t>(std::min(entry.stem.size(), kMaxTextBytes));
  } else {
    stored.stem = keep(entry.stem);
  }
  const std::size_t slot = slot_of(text(stored.word), stored.group);
  entries_.push_back(stored);
  return slots_[slot] = static_cast<WordId>(entries_.size());
}

WordTable::Place WordTable::keep(std::string_view text) {
  text = text.substr(0, kMaxTextBytes);
  const Place place{static_cast<std::uint32_t>(texts_.size()),
                    static_cast<std::uint16_t>(text.size())};
  texts_ += text;
  return place;
}

// Where the word stands, or is to stand.
std::size_t WordTable::slot_of(std::string_view word, std::uint16_t group) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash(word, group) & mask;
  for (; slots_[slot] != kNoWord; slot = (slot + 1) & mask) {
    const Stored& stored = entries_[slots_[slot] - 1];
    if (stored.group == group && text(stored.word) == word) break;
  }
  return slot;
}

void WordTable::grow() {
  slots_.assign(slots_.empty() ? kFirstSlots : 2 * slots_.size(), kNoWord);
  for (WordId id = 1; id < end(); ++id) {
    const Stored& stored = entries_[id - 1];
    slots_[slot_of(text(stored.word), stored.group)] = id;
  }
}

}  // namespace daybook
