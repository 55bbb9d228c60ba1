// A code for symbols of which some are frequent and some are rare: canonical Huffman.
//
// It is written as: how many symbols it knows (number), which they are (number_set.h), and for
// each the length of its code, 4 bits. One symbol alone has a code of no bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/search/bits.h"

namespace daybook {

class PrefixCode {
 public:
  static constexpr unsigned kMaxLength = 12;  // of a code, in bits

  PrefixCode() = default;

  // A code for symbols 0, 1, 2 … that occur so many times; the others cannot be written.
  explicit PrefixCode(std::span<const std::uint32_t> counts);

  void write(BitWriter& out, std::uint32_t alphabet) const;
  void put(BitWriter& out, unsigned symbol) const;

  // `alphabet` is the number of symbols there could be. A code that makes no sense fails `in`.
  static PrefixCode read(BitReader& in, std::uint32_t alphabet);

  // Fails `in` where no code fits.
  unsigned get(BitReader& in) const;

 private:
  // A code's symbol and length, as far as the next kAheadBits bits tell it.
  struct Ahead {
    std::uint16_t symbol = 0;
    std::uint8_t length = 0;  // 0 for a longer code
  };
  static constexpr unsigned kAheadBits = 7;

  void order_symbols();
  void look_ahead();
  unsigned get_long(BitReader& in) const;

  std::vector<std::uint8_t> lengths_;                   // by symbol; 0 where it has no code
  std::vector<std::uint16_t> codes_;                    // by symbol; for writing alone
  std::vector<std::uint16_t> symbols_;                  // by code
  std::array<std::uint32_t, kMaxLength + 1> counts_{};  // codes of each length
  std::vector<Ahead> ahead_;                            // by bits; for reading alone
};

}  // namespace daybook
