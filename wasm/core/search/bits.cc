#include "core/search/bits.h"

#include <bit>
#include <utility>

namespace daybook {
namespace {

// A choice among `count` takes `bits` bits, but for the `shorter` values in the middle, from
// `first` on, which take one less.
struct Middle {
  unsigned bits;
  std::uint32_t shorter;
  std::uint32_t first;
};

Middle middle_of(std::uint32_t count) {
  const auto bits = static_cast<unsigned>(std::bit_width(count - 1));
  const auto shorter = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - count);
  return {bits, shorter, (count - shorter) / 2};
}

}  // namespace

void BitWriter::bits(std::uint32_t value, unsigned count) {
  if (count == 0) return;
  const std::uint64_t kept = value & (~std::uint64_t{0} >> (64 - count));
  buffer_ = buffer_ << count | kept;
  pending_ += count;
  while (pending_ >= 8) {
    pending_ -= 8;
    bytes_ += static_cast<char>(buffer_ >> pending_ & 0xFF);
  }
}

void BitWriter::number(std::uint32_t value, unsigned order) {
  const std::uint32_t shifted = value + (1U << order);
  const auto width = static_cast<unsigned>(std::bit_width(shifted));
  bits(0, width - 1 - order);
  bits(shifted, width);
}

void BitWriter::below(std::uint32_t value, std::uint32_t count) {
  if (count <= 1) return;
  const auto [width, shorter, first] = middle_of(count);
  const std::uint32_t turned = value >= first ? value - first : value + count - first;
  if (turned < shorter) {
    bits(turned, width - 1);
  } else {
    bits(turned + shorter, width);
  }
}

std::string BitWriter::take() {
  if (pending_ > 0) bits(0, 8 - pending_);
  std::string taken = std::move(bytes_);
  *this = BitWriter();
  return taken;
}

void BitWriter::append(const BitWriter& other) {
  for (const char byte : other.bytes_) bits(static_cast<unsigned char>(byte), 8);
  bits(static_cast<std::uint32_t>(other.buffer_), other.pending_);
}

BitReader::BitReader(std::string_view bytes, std::size_t begin)
    : bytes_(bytes), next_(begin / 8), loaded_(next_ * 8) {
  bits(begin % 8);
}

// Keeps at least 32 bits ready.
void BitReader::load() {
  while (available_ < 32) {
    const unsigned byte = next_ < bytes_.size() ? static_cast<unsigned char>(bytes_[next_]) : 0;
    ++next_;
    loaded_ += 8;
    buffer_ = buffer_ << 8 | byte;
    available_ += 8;
  }
}

std::uint32_t BitReader::peek(unsigned count) {
  load();
  return static_cast<std::uint32_t>(buffer_ >> (available_ - count)) & ((1U << count) - 1);
}

std::uint32_t BitReader::bits(unsigned count) {
  if (count == 0 || !is_good_) return 0;
  load();
  available_ -= count;
  const auto value = static_cast<std::uint32_t>(buffer_ >> available_);
  return count == 32 ? value : value & ((1U << count) - 1);
}

std::uint32_t BitReader::number(unsigned order) {
  load();
  const std::uint64_t top = buffer_ << (64 - available_);
  const auto zeros = static_cast<unsigned>(std::countl_zero(top));
  const unsigned width = zeros + 1 + order;
  if (width > static_cast<unsigned>(std::bit_width(kMaxNumber)) + 1) {
    fail();
    return 0;
  }
  bits(zeros);
  return bits(width) - (1U << order) * (is_good_ ? 1U : 0U);
}

std::uint32_t BitReader::below(std::uint32_t count) {
  if (count <= 1) return 0;
  const auto [width, shorter, first] = middle_of(count);
  std::uint32_t turned = bits(width - 1);
  if (turned >= shorter) turned = (turned << 1 | bits(1)) - shorter;
  return turned >= count - first ? turned - (count - first) : turned + first;
}

}  // namespace daybook
