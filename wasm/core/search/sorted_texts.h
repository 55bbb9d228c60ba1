// Texts that follow each other, best in order, each as how many bytes it shares with the one before
// it, and the bytes that are its own.
//
// Before the texts stand two codes (prefix_code.h): of the counts of shared bytes, kLongShare
// being followed by how many more there are (number), and of the bytes. A byte 0 ends a text;
// texts hold none. Callers may have endings of their own: bytes below kFirstText.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/bits.h"
#include "core/search/prefix_code.h"

namespace daybook {

inline constexpr unsigned kTextEnd = 0;
inline constexpr std::size_t kMaxSortedText = 255;  // bytes; longer ones are not written

// All texts are counted first, then the codes are written, then the texts.
class SortedTextWriter {
 public:
  void count(std::string_view before, std::string_view text, unsigned ending = kTextEnd);
  void write_codes(BitWriter& out);
  void write(BitWriter& out, std::string_view before, std::string_view text,
             unsigned ending = kTextEnd) const;

 private:
  static constexpr unsigned kLongShare = 15;
  friend class SortedTextReader;

  std::array<std::uint32_t, kLongShare + 1> share_counts_{};
  std::array<std::uint32_t, 256> byte_counts_{};
  PrefixCode shares_;
  PrefixCode bytes_;
};

class SortedTextReader {
 public:
  // Reads the codes.
  explicit SortedTextReader(BitReader& in);

  // Makes the next text of the one before it, and returns its ending. `endings` are the bytes that
  // end a text: those below it.
  unsigned next(BitReader& in, std::string& text, unsigned endings = 1) const;

 private:
  PrefixCode shares_;
  PrefixCode bytes_;
};

// A list of texts, its length first (number).
void write_sorted_texts(BitWriter& out, const std::vector<std::string>& texts);

// More than `most` texts fail `in`.
std::vector<std::string> read_sorted_texts(BitReader& in, std::uint32_t most);

}  // namespace daybook
