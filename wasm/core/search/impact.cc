#include "core/search/impact.h"

#include <algorithm>

#include "core/search/shard.h"

namespace daybook {
namespace {

constexpr std::uint64_t kTitleWeight = 5;
constexpr std::uint64_t kLabelsWeight = 3;
constexpr std::uint64_t kHeadingsWeight = 2;
constexpr std::uint64_t kTextWeight = 1;

// Fractions are 256ths. How much of a field's length matters, and where half of all is reached.
constexpr std::uint64_t kOne = 256;
constexpr std::uint64_t kTitleLengthShare = 128;
constexpr std::uint64_t kTextLengthShare = 192;
constexpr std::uint64_t kHalf = 307;

// The weight of so many words in a field of this length.
std::uint64_t weigh(std::uint64_t count, std::uint64_t weight, std::uint64_t length,
                    std::uint32_t mean, std::uint64_t length_share) {
  if (count == 0) return 0;
  const std::uint64_t relative = length * kOne * kOne / std::max<std::uint64_t>(mean, 1);
  const std::uint64_t divisor = kOne - length_share + length_share * relative / kOne;
  return count * weight * kOne * kOne / std::max<std::uint64_t>(divisor, 1);
}

}  // namespace

unsigned impact_of(const WordCounts& counts, const PostLengths& lengths, const FieldLengths& mean) {
  const std::uint64_t weight =
      weigh(counts.title, kTitleWeight, lengths.title, mean.title, kTitleLengthShare) +
      counts.labels * kLabelsWeight * kOne +
      weigh(counts.headings, kHeadingsWeight, lengths.headings, mean.headings, kTextLengthShare) +
      weigh(counts.text, kTextWeight, lengths.text, mean.text, kTextLengthShare);
  const std::uint64_t impact = (kMaxImpact + 1) * weight / (weight + kHalf);
  return static_cast<unsigned>(std::min<std::uint64_t>(impact, kMaxImpact));
}

}  // namespace daybook
