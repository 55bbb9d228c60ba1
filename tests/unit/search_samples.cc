#include "unit/search_samples.h"

#include <algorithm>
#include <map>
#include <random>
#include <utility>

namespace daybook {
namespace {

std::uint32_t pick(std::mt19937& random, std::uint32_t below) {
  return static_cast<std::uint32_t>(random() % below);
}

std::string sample_word(std::mt19937& random) {
  std::string word;
  for (std::uint32_t i = 0; i < 2 + pick(random, 8); ++i) {
    word += static_cast<char>('a' + std::min(pick(random, 26), pick(random, 26)));
  }
  return word;
}

std::vector<std::uint32_t> sample_numbers(std::mt19937& random, std::uint32_t most,
                                          std::uint32_t steps) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t at = pick(random, steps); numbers.size() < most;
       at += 1 + pick(random, steps)) {
    numbers.push_back(at);
  }
  return numbers;
}

}  // namespace

SampleShard sample_shard(std::uint32_t documents, unsigned seed) {
  std::mt19937 random(seed);
  std::map<std::pair<std::string, std::string>, SampleTerm> terms;
  for (int i = 0; i < 700; ++i) {
    SampleTerm term;
    term.folded = i < 9 ? std::string(1, static_cast<char>(2 + i % 4)) : "";
    term.folded += sample_word(random);
    term.exact = term.folded;
    if (i % 50 == 49) term.exact += "\u00E9";
    const std::uint32_t sparseness = 1 + pick(random, documents);
    for (std::uint32_t document = 0; document < documents; ++document) {
      if (pick(random, sparseness) == 0) term.documents.push_back(document);
    }
    if (term.documents.empty()) term.documents.push_back(pick(random, documents));
    for (std::size_t j = 0; j < term.documents.size(); ++j) {
      term.symbols.push_back(static_cast<std::uint8_t>(pick(random, pick(random, 31) + 2)));
    }
    terms[{term.folded, term.exact}] = std::move(term);
  }
  SampleShard shard{documents, {}, 0, {}};
  ShardWriter writer(documents);
  for (auto& [key, term] : terms) {
    Postings postings{term.documents, {}};
    if (!is_facet(term.folded)) {
      for (const std::uint8_t symbol : term.symbols) postings.symbols.push_back({symbol});
      shard.word_postings += static_cast<std::uint32_t>(term.documents.size());
    }
    writer.add(term.folded, term.exact, std::move(postings));
    shard.terms.push_back(std::move(term));
  }
  const std::uint32_t first = std::min<std::uint32_t>(shard.word_postings, 5'000);
  shard.bytes = writer.write({first, shard.word_postings - first});
  return shard;
}

std::vector<PlacedPosting> sample_places(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<PlacedPosting> all;
  for (std::size_t i = 0; i < count; ++i) {
    PlacedPosting posting;
    if (pick(random, 5) == 0) {
      posting.symbol.value = Symbol::kTitle;
      posting.places.title = sample_numbers(random, pick(random, 4), 6);
    }
    posting.places.text = sample_numbers(random, pick(random, 1 + pick(random, 30)), 1'000);
    all.push_back(std::move(posting));
  }
  return all;
}

Root sample_root() {
  Segment base;
  base.digits = "0123456789abcdef";
  base.documents = 1'000;
  base.months = {{2025 * 12 + 3, 500}, {2025 * 12 + 2, 1}, {1999 * 12, 399}};
  base.separators = {"b", "car", "cat", "dog", "zz"};
  base.large_terms = {"cafe", large_term("cafe", "caf\u00E9"), "the"};
  base.deleted = {0, 17, 999};
  base.has_word_list = true;
  Segment added;
  added.digits = "fedcba9876543210";
  added.documents = 4;
  added.months = {{2025 * 12 + 4, 3}};
  added.newer = {0, 0, 12, 1'000};
  return {{"en", "de-AT"}, {"and", "the"}, {base, added}};
}

std::vector<Card> sample_cards() {
  return {{"Hello, World", "posts/hello-world/", Date{2025, 3, 16}, {"linux", "C++"}, 0},
          {"Other", "posts/another/", Date{2025, 3, 16}, {}, 0},
          {"\u65E5\u672C\u8A9E", "posts/\u65E5\u672C\u8A9E/", Date{1, 1, 1}, {"C++", "x"}, 1},
          {"", "posts/", std::nullopt, {}, 0},
          {"About", "posts/about/", std::nullopt, {"linux"}, 3}};
}

}  // namespace daybook
