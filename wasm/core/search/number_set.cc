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
  std::array<Part, 34> parts;
  std::size_t open = 0;
  parts[open++] = {0, count, 0, bound};
  while (open > 0) {
    const Part part = parts[--open];
    if (part.begin == part.end) continue;
    const std::uint32_t size = part.end - part.begin;
    const std::uint32_t middle = part.begin + size / 2;
    const std::uint32_t low = part.low + size / 2;
    const std::uint32_t number = settle(middle, low, part.high - part.low - size + 1);
    parts[open++] = {middle + 1, part.end, number + 1, part.high};
    parts[open++] = {part.begin, middle, part.low, number};
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

std::vector<std::uint32_t> read_number_set(BitReader& in, std::uint32_t count,
                                           std::uint32_t bound) {
  std::vector<std::uint32_t> numbers;
  if (count > bound) {
    in.fail();
    return numbers;
  }
  numbers.resize(count);
  for_each_middle(count, bound,
                  [&](std::uint32_t middle, std::uint32_t low, std::uint32_t choices) {
                    return numbers[middle] = low + in.below(choices);
                  });
  return numbers;
}

}  // namespace daybook
