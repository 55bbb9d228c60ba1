// Shards: a range of the index's terms, each with the documents that hold it. A term that is found
// in so many that it fills a file has a shard of its own.
//
// A term is a word form, known by its folded form and its exact one (core/query/tokens.h), or a
// facet: a mark (FacetMark) and the folded slug of a tag, author, series or language. Terms are in
// order of their folded forms, bytewise, then of their exact ones. Documents are numbered within
// the segment, newest first.
//
// The file, in bits (bits.h):
//   number      of terms
//   2 codes     of the terms' texts (sorted_texts.h)
//   code        of the symbols of postings (prefix_code.h), below kSymbols
//   number      of position files, and for each
//     number(12)  how many postings of words, in the order of this file, it has the positions of
//   for each term:
//     text      folded, after the one before; kTextEnd, or where the exact form is another
//               kExactFollows and that form, after the folded one
//     number    of postings, less 1
//   for each kBlockTerms terms:
//     number(12)  bits of the block below
//   for each kBlockTerms terms, a block: for each of them
//     set       of documents (number_set.h)
//     symbols   for each document, unless the term is a facet
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/bits.h"
#include "core/search/prefix_code.h"

namespace daybook {

// How much a document is about a word, 0 to kMaxImpact, and whether its title holds the word.
struct Symbol {
  static constexpr unsigned kTitle = 16;

  std::uint8_t value = 0;

  unsigned impact() const { return value % kTitle; }
  bool is_in_title() const { return value >= kTitle; }
};

inline constexpr unsigned kMaxImpact = 15;
inline constexpr unsigned kSymbols = 32;

// The first byte of a facet; a word's is higher.
enum class FacetMark : char { kTag = 2, kAuthor = 3, kSeries = 4, kLanguage = 5 };
inline constexpr char kLastFacetMark = 5;

inline bool is_facet(std::string_view folded) {
  return !folded.empty() && folded.front() <= kLastFacetMark && folded.front() > 0;
}

// The documents of a term; `symbols` is empty for a facet.
struct Postings {
  std::vector<std::uint32_t> documents;
  std::vector<Symbol> symbols;
};
struct PostingsView {
  std::span<const std::uint32_t> documents;
  std::span<const Symbol> symbols;
};

class ShardWriter {
 public:
  explicit ShardWriter(std::uint32_t documents) : documents_(documents) {}

  // In ascending order. `exact` is the folded form where there is no other.
  void add(std::string_view folded, std::string_view exact, Postings postings);

  // `position_files`: how many postings of words each of them covers; the sum is all.
  std::string write(const std::vector<std::uint32_t>& position_files) const;

 private:
  struct Term {
    std::string folded;
    std::string exact;
    Postings postings;
  };

  std::uint32_t documents_;
  std::vector<Term> terms_;
};

// A shard as it was read: its terms at once, their postings when they are first asked for.
class Shard {
 public:
  // Any bytes are safe; nothing for those that are no shard of a segment with so many documents.
  // They must outlive the shard.
  static std::optional<Shard> read(std::string_view bytes, std::uint32_t documents);

  std::size_t size() const { return terms_.size(); }
  std::string_view folded(std::size_t term) const;
  std::string_view exact(std::size_t term) const;
  std::uint32_t count(std::size_t term) const { return terms_[term].count; }

  // The first term whose folded form is not before `folded`.
  std::size_t lower_bound(std::string_view folded) const;

  // Valid as long as the shard. Nothing where the bytes make no sense.
  std::optional<PostingsView> postings(std::size_t term) const;

  // What the shard takes once all postings were asked for, its bytes not included.
  std::size_t memory() const;

  // The number of a word's first posting, among the postings of words in this shard.
  std::uint32_t first_posting(std::size_t term) const { return terms_[term].first_posting; }

  // The position files: the numbers of their first postings, and behind them that of the end.
  const std::vector<std::uint32_t>& position_files() const { return position_files_; }

 private:
  struct Term {
    std::uint32_t text;  // where its folded form begins in texts_; the exact one follows
    std::uint32_t count;
    std::uint32_t first_document;  // among the postings of all terms
    std::uint32_t first_posting;
    std::uint8_t folded_size;
    std::uint8_t exact_size;  // 0 where it is the folded one
  };

  // Terms with the postings of the first of them, in room for those of all.
  struct Block {
    std::size_t position = 0;  // of the next term's postings, in bits
    std::size_t read = 0;      // terms
    std::vector<std::uint32_t> documents;
    std::vector<Symbol> symbols;
  };

  bool read_terms(BitReader& in, std::uint32_t count);
  bool read_postings(Block& block, const Term& term, bool has_symbols) const;

  std::string_view bytes_;
  std::uint32_t documents_ = 0;
  std::string texts_;
  std::vector<Term> terms_;
  std::uint32_t all_postings_ = 0;
  mutable std::vector<Block> blocks_;  // as far as they were asked for
  std::vector<std::uint32_t> position_files_;
  PrefixCode symbols_;
};

}  // namespace daybook
