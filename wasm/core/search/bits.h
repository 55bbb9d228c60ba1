// Numbers as bits: how every file of the index is written and read. The highest bit comes first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace daybook {

// What number() can hold. Positions, counts and identifiers stay far below it.
inline constexpr std::uint32_t kMaxNumber = (1U << 28) - 1;

class BitWriter {
 public:
  // The lowest `count` <= 32 bits of `value`.
  void bits(std::uint32_t value, unsigned count);

  // Any number up to kMaxNumber; the smaller, the shorter. Exponential Golomb code of order
  // `order`: right where most are below 2^order.
  void number(std::uint32_t value, unsigned order = 0);

  // A number below `count`, all of which are equally likely but for those in the middle, which
  // take a bit less. Nothing is written where there is no choice.
  void below(std::uint32_t value, std::uint32_t count);

  // In bits.
  std::size_t size() const { return bytes_.size() * 8 + pending_; }

  // All bits, the last byte filled up with zeros. The writer is empty then.
  std::string take();

  // Puts the bits of another writer behind these.
  void append(const BitWriter& other);

 private:
  std::string bytes_;
  std::uint64_t buffer_ = 0;  // its lowest `pending_` bits are not in bytes_ yet
  unsigned pending_ = 0;      // < 8
};

// Reads what BitWriter has written. Any bytes are safe: behind their end there are zeros without
// end, and is_good() tells that somebody asked for them.
class BitReader {
 public:
  // Begins at a bit of `bytes`, which must outlive the reader.
  explicit BitReader(std::string_view bytes, std::size_t begin = 0);

  std::uint32_t bits(unsigned count);
  std::uint32_t number(unsigned order = 0);
  std::uint32_t below(std::uint32_t count);

  // The next `count` <= 16 bits, which stay to be read, and the way past them.
  std::uint32_t peek(unsigned count);
  void skip(unsigned count) { available_ -= count; }

  // How many bits were read, from the first byte on.
  std::size_t position() const { return loaded_ - available_; }

  // False once something was read that is not there, or fail() was called.
  bool is_good() const { return is_good_ && position() <= bytes_.size() * 8; }

  // For callers that find nonsense: reading goes on, and gives zeros.
  void fail() { is_good_ = false; }

 private:
  void load();

  std::string_view bytes_;
  std::size_t next_ = 0;      // byte to load
  std::size_t loaded_ = 0;    // bits, those behind the end included
  std::uint64_t buffer_ = 0;  // its lowest `available_` bits are to be read
  unsigned available_ = 0;
  bool is_good_ = true;
};

}  // namespace daybook
