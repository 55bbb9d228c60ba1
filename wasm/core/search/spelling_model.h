// What the reader and the writer of a spelling file share: the probabilities of its bits.
//
// Both code one bit after another with a probability of 12 bits that learns from each: the coder
// narrows an interval of 32 bits, whose leading bytes are written once they are settled.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace daybook {

inline constexpr std::size_t kMaxShared = 15;
inline constexpr std::size_t kMaxSpellingWordBytes = 63;

// Contexts of the bits; each has as many probabilities as its numbers have values.
class SpellingModel {
 public:
  static constexpr int kSharedBits = 4;
  static constexpr int kByteBits = 8;
  static constexpr int kClassBits = 3;

  SpellingModel() : probabilities_(kContexts * kSymbols, kHalf) {}

  // Codes one word behind `previous`, with a coder whose `code(probability, bit)` writes the bit or
  // returns the one that was written. On reading the numbers given count for nothing.
  template <class Coder>
  std::size_t shared(Coder& coder, std::string_view previous, std::size_t value) {
    return number(coder, kShared + bounded(previous), kSharedBits, value);
  }

  // The byte of a word at `place`, whose bytes before it are `word`: the first that it does not
  // share follows from the one that it takes the place of, every other from the one before it.
  template <class Coder>
  std::size_t byte(Coder& coder, std::string_view previous, std::string_view word, bool is_first,
                   std::size_t value) {
    const std::size_t context = is_first ? kFirstByte + byte_at(previous, word.size())
                                         : kOtherByte + byte_at(word, word.size() - 1);
    return number(coder, context, kByteBits, value);
  }

  template <class Coder>
  std::size_t commonness(Coder& coder, std::string_view word, std::size_t value) {
    return number(coder, kClass + bounded(word), kClassBits, value);
  }

 private:
  static constexpr std::uint16_t kHalf = 2048;
  static constexpr int kRate = 4;
  static constexpr std::size_t kSymbols = 256;
  static constexpr std::size_t kFirstByte = 0;
  static constexpr std::size_t kOtherByte = 256;
  static constexpr std::size_t kShared = 512;
  static constexpr std::size_t kClass = kShared + kMaxShared + 1;
  static constexpr std::size_t kContexts = kClass + kMaxShared + 1;

  static std::size_t bounded(std::string_view word) {
    return word.size() < kMaxShared ? word.size() : kMaxShared;
  }
  static std::size_t byte_at(std::string_view text, std::size_t place) {
    return place < text.size() ? static_cast<unsigned char>(text[place]) : 0;
  }

  template <class Coder>
  std::size_t number(Coder& coder, std::size_t context, int bits, std::size_t value) {
    std::uint16_t* probabilities = &probabilities_[context * kSymbols];
    std::size_t node = 1;
    for (int i = bits - 1; i >= 0; --i) {
      std::uint16_t& probability = probabilities[node];
      const bool bit = coder.code(probability, (value >> i & 1) != 0);
      probability =
          static_cast<std::uint16_t>(bit ? probability + ((2 * kHalf - probability) >> kRate)
                                         : probability - (probability >> kRate));
      node = 2 * node + (bit ? 1 : 0);
    }
    return node - (std::size_t{1} << bits);
  }

  std::vector<std::uint16_t> probabilities_;
};

// Where the bits 1 of an interval end: a probability of 12 bits never takes it whole.
inline std::uint32_t middle_of(std::uint32_t low, std::uint32_t high, std::uint16_t probability) {
  return low + ((high - low) >> 12) * probability;
}

}  // namespace daybook
