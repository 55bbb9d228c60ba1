// Ascending numbers below a bound, in few bits: binary interpolative coding (Moffat, Stuiver).
//
// The number in the middle comes first, as a choice among those that leave room for all before and
// all behind it; then the two halves in the same way. Runs of neighbours cost nothing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/search/bits.h"

namespace daybook {

void write_number_set(BitWriter& out, std::span<const std::uint32_t> numbers, std::uint32_t bound);

// As many numbers below `bound` as there is room for; more than there are fail `in`.
void read_number_set(BitReader& in, std::span<std::uint32_t> numbers, std::uint32_t bound);
std::vector<std::uint32_t> read_number_set(BitReader& in, std::uint32_t count, std::uint32_t bound);

}  // namespace daybook
