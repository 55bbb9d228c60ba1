// Files of an index that look like real ones, made by a seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/search/cards.h"
#include "core/search/positions.h"
#include "core/search/root.h"
#include "core/search/shard.h"

namespace daybook {

struct SampleTerm {
  std::string folded;
  std::string exact;
  std::vector<std::uint32_t> documents;
  std::vector<std::uint8_t> symbols;
};

struct SampleShard {
  std::uint32_t documents = 0;
  std::vector<SampleTerm> terms;
  std::uint32_t word_postings = 0;
  std::string
      bytes;  // with two position files, the first of 5,000 postings where there are as many
};

SampleShard sample_shard(std::uint32_t documents, unsigned seed);
std::vector<PlacedPosting> sample_places(std::size_t count, unsigned seed);
Root sample_root();
std::vector<Card> sample_cards();

}  // namespace daybook
