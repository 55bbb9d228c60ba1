#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "core/search/cards.h"
#include "core/search/fingerprints.h"
#include "core/search/positions.h"
#include "core/search/root.h"
#include "core/search/segment_file.h"
#include "core/search/shard.h"
#include "unit/search_samples.h"

namespace daybook {
namespace {

std::vector<std::uint32_t> as_vector(std::span<const std::uint32_t> numbers) {
  return {numbers.begin(), numbers.end()};
}

}  // namespace

TEST_CASE("a shard gives back its terms and their postings") {
  const SampleShard sample = sample_shard(3'000, 7);
  const auto shard = Shard::read(sample.bytes, sample.documents);
  REQUIRE(shard.has_value());
  REQUIRE(shard->size() == sample.terms.size());
  for (std::size_t i = 0; i < sample.terms.size(); ++i) {
    const SampleTerm& term = sample.terms[i];
    REQUIRE(shard->folded(i) == term.folded);
    REQUIRE(shard->exact(i) == term.exact);
    REQUIRE(shard->count(i) == term.documents.size());
    const auto postings = shard->postings(i);
    REQUIRE(postings.has_value());
    REQUIRE(as_vector(postings->documents) == term.documents);
    REQUIRE(postings->symbols.size() == (is_facet(term.folded) ? 0 : term.documents.size()));
    for (std::size_t j = 0; j < postings->symbols.size(); ++j) {
      REQUIRE(postings->symbols[j].value == term.symbols[j]);
    }
    REQUIRE(shard->lower_bound(term.folded) <= i);
    REQUIRE(shard->folded(shard->lower_bound(term.folded)) == term.folded);
  }
  CHECK(shard->lower_bound("~") == shard->size());
  CHECK(shard->position_files() == std::vector<std::uint32_t>{0, 5'000, sample.word_postings});
}

TEST_CASE("postings of a shard may be asked for in any order, and stay where they are") {
  const SampleShard sample = sample_shard(600, 9);
  const auto shard = Shard::read(sample.bytes, sample.documents);
  REQUIRE(shard.has_value());
  std::vector<std::optional<PostingsView>> read(sample.terms.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    const std::size_t term = i * 7 % read.size();
    read[term] = shard->postings(term);
  }
  for (std::size_t i = 0; i < read.size(); ++i) {
    REQUIRE(read[i].has_value());
    REQUIRE(as_vector(read[i]->documents) == sample.terms[i].documents);
    REQUIRE(shard->postings(i)->documents.data() == read[i]->documents.data());
  }
  CHECK(shard->memory() > sample.word_postings * 5);
}

TEST_CASE("a shard without terms is one too") {
  const std::string bytes = ShardWriter(0).write({});
  const auto shard = Shard::read(bytes, 0);
  REQUIRE(shard.has_value());
  CHECK(shard->size() == 0);
}

TEST_CASE("positions are read as they were written") {
  const auto places = sample_places(500, 3);
  const std::string bytes = write_positions(places);
  PositionReader in(bytes);
  for (const PlacedPosting& wanted : places) {
    const auto read = in.next(wanted.symbol);
    REQUIRE(read.has_value());
    REQUIRE(*read == wanted.places);
  }
}

TEST_CASE("a root is read as it was written") {
  const Root root = sample_root();
  CHECK(read_root(write_root(root)) == root);
  CHECK(read_root(write_root(Root{})) == Root{});
  CHECK(root.segments.front().dated() == 900);
  CHECK(!read_root("").has_value());
  CHECK(!read_root("{}").has_value());
}

TEST_CASE("a large term has two forms") {
  CHECK(split_large_term(large_term("the", "the")).exact == "the");
  const std::string cafe = large_term("cafe", "caf\u00E9");
  CHECK(split_large_term(cafe).folded == "cafe");
  CHECK(split_large_term(cafe).exact == "caf\u00E9");
}

TEST_CASE("cards are read as they were written") {
  const auto cards = sample_cards();
  const std::string bytes = write_cards(cards);
  CHECK(read_cards(bytes, static_cast<std::uint32_t>(cards.size())) == cards);
  CHECK(read_cards(write_cards({}), 0)->empty());
}

TEST_CASE("fingerprints are read as they were written") {
  const Fingerprints known{{1, 2, 300'000}, {0, 1, 0xFFFFFFFFFFFFFFFF}};
  CHECK(read_fingerprints(write_fingerprints(known)) == known);
  const Fingerprints listed{{1, 2, 3}, {4}, "c0 17\nt0 10\n"};
  CHECK(read_fingerprints(write_fingerprints(listed)) == listed);
  CHECK(!read_fingerprints("shorter").has_value());
}

TEST_CASE("files of the index are known by their names") {
  CHECK(!parse_index_path("posts.json").has_value());
  CHECK(!parse_index_path("s/0123456789abcde.dbs").has_value());
  CHECK(!parse_index_path("s/0123456789abcdefg.dbs").has_value());
  CHECK(!parse_index_path("s/0123456789abcdef/.dbs").has_value());
  CHECK(!parse_index_path("s/0123456789abcdef/../x.dbs").has_value());
  const auto root = parse_index_path("s/0123456789abcdef.dbs");
  REQUIRE(root.has_value());
  CHECK(root->name.empty());
  const auto shard = parse_index_path(segment_path("0123456789abcdef", file_name('t', 12)));
  REQUIRE(shard.has_value());
  CHECK(shard->segment == "0123456789abcdef");
  CHECK(shard->name == "t12");
  CHECK(position_file_name("t12", 3) == "t12-3");
}

TEST_CASE("a file says what it is: damaged, moved and foreign ones are refused") {
  std::map<std::string, std::string> files = {{"t0", "one"}, {"t1", "other"}, {"w", ""}};
  const std::string segment = seal_segment(files);
  CHECK(segment.size() == 16);
  for (const auto& [name, bytes] : files) {
    CHECK(is_intact({segment, name}, bytes));
    CHECK(!is_intact({segment, "t2"}, bytes));
    CHECK(!is_intact({"0123456789abcdef", name}, bytes));
    CHECK(!is_intact({segment, name}, bytes.substr(0, bytes.size() - 1)));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      std::string damaged = bytes;
      damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
      REQUIRE(!is_intact({segment, name}, damaged));
    }
  }
  CHECK(!is_intact({segment, "t0"}, std::string(kMaxIndexFileBytes + 1, 'x')));

  std::map<std::string, std::string> others = {{"t0", "one"}, {"t1", "different"}, {"w", ""}};
  CHECK(seal_segment(others) != segment);

  const std::string root = write_root(sample_root());
  const auto name = parse_index_path(root_path(root));
  REQUIRE(name.has_value());
  CHECK(is_intact(*name, root));
  CHECK(!is_intact(*name, root + " "));
}

}  // namespace daybook
