// Bytes that no writer has made, handed to every reader of the index: nothing is read outside, no
// loop is endless, no memory is asked for without measure. What comes out does not matter.
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "core/search/cards.h"
#include "core/search/fingerprints.h"
#include "core/search/positions.h"
#include "core/search/root.h"
#include "core/search/shard.h"
#include "unit/search_samples.h"

namespace daybook {
namespace {

using Reading = std::function<void(const std::string& bytes)>;

// `reading` of cut, flipped and overwritten versions of `bytes`, and of noise.
void torture(const std::string& bytes, const Reading& reading) {
  std::mt19937 random(11);
  const std::size_t steps = std::max<std::size_t>(bytes.size() / 60, 1);
  for (std::size_t size = 0; size < bytes.size(); size += steps) reading(bytes.substr(0, size));
  for (int trial = 0; trial < 150; ++trial) {
    std::string changed = bytes;
    for (int flips = 0; flips < 1 + trial % 4; ++flips) {
      // The beginning is where counts and codes are.
      const std::size_t range =
          trial % 2 == 0 ? changed.size() : std::min<std::size_t>(changed.size(), 80);
      if (range == 0) break;
      changed[random() % range] ^= static_cast<char>(1 << random() % 8);
    }
    reading(changed);
  }
  for (int trial = 0; trial < 150; ++trial) {
    std::string noise(random() % 400, '\0');
    const unsigned kind = static_cast<unsigned>(trial) % 3;
    for (char& byte : noise) byte = static_cast<char>(kind == 0 ? 0 : kind == 1 ? 0xFF : random());
    if (!noise.empty() && kind != 2) noise[random() % noise.size()] = static_cast<char>(random());
    reading(noise);
  }
}

}  // namespace

TEST_CASE("no bytes harm the reader of shards") {
  const SampleShard sample = sample_shard(400, 5);
  torture(sample.bytes, [&](const std::string& bytes) {
    const auto shard = Shard::read(bytes, sample.documents);
    if (!shard) return;
    for (std::size_t i = 0; i < shard->size(); i += 1 + shard->size() / 20) {
      const auto postings = shard->postings(i);
      if (!postings) continue;
      REQUIRE(postings->documents.size() == shard->count(i));
      for (const std::uint32_t document : postings->documents) REQUIRE(document < sample.documents);
      REQUIRE(shard->folded(i).size() + shard->exact(i).size() < 600);
    }
    REQUIRE(shard->lower_bound("m") <= shard->size());
  });
}

TEST_CASE("no bytes harm the reader of positions") {
  const auto places = sample_places(300, 3);
  torture(write_positions(places), [&](const std::string& bytes) {
    PositionReader in(bytes);
    for (const PlacedPosting& posting : places) {
      if (!in.next(posting.symbol)) return;
    }
  });
}

TEST_CASE("no bytes harm the reader of roots") {
  torture(write_root(sample_root()), [](const std::string& bytes) {
    const auto root = read_root(bytes);
    if (!root) return;
    for (const Segment& segment : root->segments) {
      REQUIRE(segment.documents <= kMaxDocuments);
      REQUIRE(segment.dated() <= segment.documents);
    }
  });
}

TEST_CASE("no bytes harm the readers of cards and fingerprints") {
  const auto cards = sample_cards();
  torture(write_cards(cards), [](const std::string& bytes) { read_cards(bytes, kCardsInFile); });
  torture(write_fingerprints({{1, 2, 3}, {4, 5}, "c0 17\n"}),
          [](const std::string& bytes) { read_fingerprints(bytes); });
}

}  // namespace daybook
