// Distinct words in one block of memory, numbered from 1, so that a text is a row of numbers and a
// question about words is asked once for each word instead of once for each place it stands at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0;

class WordTable {
 public:
  // A word in all the ways it is compared. Views are good until the next add().
  struct Entry {
    std::string_view word;
    std::string_view folded;
    std::string_view stem;
    std::uint16_t group = 0;  // its language, or what else keeps equal words apart
  };

  WordId find(std::string_view word, std::uint16_t group) const;

  // Needs a word that is not there. Texts longer than 65,535 bytes are cut.
  WordId add(const Entry& entry);

  Entry operator[](WordId id) const {
    const Stored& stored = entries_[id - 1];
    return {text(stored.word), text(stored.folded), text(stored.stem), stored.group};
  }

  // Ids are from 1 on and below this.
  WordId end() const { return static_cast<WordId>(entries_.size() + 1); }

 private:
  struct Place {
    std::uint32_t at = 0;
    std::uint16_t size = 0;
  };
  struct Stored {
    Place word, folded, stem;
    std::uint16_t group = 0;
  };

  Place keep(std::string_view text);
  std::string_view text(const Place& place) const { return {texts_.data() + place.at, place.size}; }
  std::size_t slot_of(std::string_view word, std::uint16_t group) const;
  void grow();

  std::string texts_;
  std::vector<Stored> entries_;
  std::vector<WordId> slots_;  // a hash table with open addressing, at most half full
};

}  // namespace daybook
