// The words of some posts, gathered by term: what one core works at before the terms of all posts
// are put together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/search/indexed_post.h"
#include "core/search/positions.h"

namespace daybook {

// How often a post holds a word.
struct WordCounts {
  std::uint32_t title = 0;
  std::uint32_t labels = 0;  // tags, authors, series
  std::uint32_t headings = 0;
  std::uint32_t text = 0;  // without those above
};

// What a post has to do with a term. A facet has neither counts nor places.
struct RawPosting {
  std::uint32_t document = 0;
  WordCounts counts;
  Places places;
};

struct PostLengths {
  std::uint32_t title = 0;  // words
  std::uint32_t headings = 0;
  std::uint32_t text = 0;
};

class PostBatch {
 public:
  explicit PostBatch(std::uint32_t first_document) : next_document_(first_document) {}

  // The next post. Returns how long it is.
  PostLengths add(const IndexedPost& post);

  struct Term {
    std::string folded;
    std::string exact;
    std::string postings;  // for RawPostingReader
    std::uint32_t count = 0;
    std::uint32_t last_document = 0;
  };

  // In no order.
  std::vector<Term> take() { return std::move(terms_); }

 private:
  enum class Field : std::uint8_t { kTitle, kLabels, kHeadings, kText };

  // One word of the post that is being added.
  struct Occurrence {
    std::uint32_t term;
    Field field;
    bool has_place;
    std::uint32_t place;
  };

  std::uint32_t term_number(std::string_view folded, std::string_view exact);
  std::uint32_t add_text(std::string_view text, Field field, std::uint32_t& place);
  void add_facets(const IndexedPost& post);
  void write_postings();

  std::vector<Term> terms_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // by exact form, 0 and folded form
  std::string key_;
  std::vector<Occurrence> occurrences_;
  std::uint32_t next_document_;
};

class RawPostingReader {
 public:
  explicit RawPostingReader(std::string_view postings) : rest_(postings) {}

  // The next posting, or null after the last. It is overwritten by the next call.
  const RawPosting* next();

 private:
  std::uint32_t number();

  std::string_view rest_;
  RawPosting posting_;
};

}  // namespace daybook
