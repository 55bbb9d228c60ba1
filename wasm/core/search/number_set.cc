#include "core/search/number_set.h"

#include <array>
#include <cstddef>

namespace daybook {
namespace {

// Numbers [begin, end) of the set, which lie in [low, high).
struct Part {
  std::uint32_t begin;
  std::uint32_t end;
  std::uint32_t low;
  std::uint32_t high;
};

// Calls `settle(middle, low, choices)` for each number of a set, in the order of the code; it
// returns the number, which lies in [low, low + choices).
template <class Settle>
void for_each_middle(std::uint32_t count, std::uint32_t bound, Settle settle) {
  // Each step halves what is left, so there are never more than the bits of a count.
  std::array<Part, 33> parts;
  std::size_t open = 0;
  Part part{0, count, 0, bound};
  for (;;) {
    while (part.begin < part.end) {
      const std::uint32_t size = part.end - part.begin;
      const std::uint32_t middle = part.begin + size / 2;
      const std::uint32_t low = part.low + size / 2;
      const std::uint32_t number = settle(middle, low, part.high - part.low - size + 1);
      if (middle + 1 < part.end) parts[open++] = {middle + 1, part.end, number + 1, part.high};
      part.end = middle;
      part.high = number;
    }
    if (open == 0) return;
    part = parts[--open];
  }
}

}  // namespace

void write_number_set(BitWriter& out, std::span<const std::uint32_t> numbers, std::uint32_t bound) {
  for_each_middle(static_cast<std::uint32_t>(numbers.size()), bound,
                  [&](std::uint32_t middle, std::uint32_t low, std::uint32_t choices) {
                    out.below(numbers[middle] - low, choices);
                    return numbers[middle];
                  });
}

void read_number_set(BitReader& in, std::span<std::uint32_t> numbers, std::uint32_t bound) {
  if (numbers.size() > bound) return in.fail();
  for_each_middle(static_cast<std::uint32_t>(numbers.size()), bound,
                  [&](std::uint32_t middle, std::uint32_t low, std::uint32_t choices) {
                    return numbers[middle] = low + in.below(choices);
                  });
}

std::vector<std::uint32_t> read_number_set(BitReader& in, std::uint32_t count,
                                           std::uint32_t bound) {
  std::vector<std::uint32_t> numbers(count <= bound ? count : 0);
  if (count > bound) in.fail();
  read_number_set(in, numbers, bound);
  return numbers;
}

}  // namespace daybook
