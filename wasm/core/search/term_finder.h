// The terms of all segments that are meant by a word or a name, and the documents that hold it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/search/asked_term.h"
#include "core/search/index_files.h"

namespace daybook {

struct FoundTerm {
  std::size_t segment = 0;
  const Shard* shard = nullptr;  // as long as the files stay as they are
  std::string shard_name;
  std::size_t number = 0;  // in the shard
  Closeness closeness = Closeness::kNone;
};

std::vector<FoundTerm> find_terms(IndexReader& reader, const AskedTerm& asked);

// How well each document matches a part of a query.
class Matches {
 public:
  explicit Matches(std::size_t documents) : values_(documents, 0) {}

  static constexpr unsigned kMaxWeight = 63;

  std::size_t size() const { return values_.size(); }
  bool has(std::size_t document) const { return values_[document] != 0; }
  bool is_in_title(std::size_t document) const { return (values_[document] & kTitle) != 0; }
  unsigned weight(std::size_t document) const { return values_[document] & kMaxWeight; }

  // Keeps the greater weight; a hit in the title stays one.
  void add(std::size_t document, unsigned weight, bool is_in_title) {
    const unsigned value = values_[document];
    const unsigned best = weight > (value & kMaxWeight) ? weight : value & kMaxWeight;
    values_[document] =
        static_cast<std::uint8_t>(kMatches | (is_in_title ? kTitle : 0) | (value & kTitle) | best);
  }
  void remove(std::size_t document) { values_[document] = 0; }
  void leave_title(std::size_t document) {
    values_[document] = static_cast<std::uint8_t>(values_[document] & ~kTitle);
  }

  // What matches either, both (the lesser weight), or not this.
  void add_all(const Matches& others);
  void keep_common(const Matches& others);
  void invert();

 private:
  static constexpr unsigned kMatches = 0x80;
  static constexpr unsigned kTitle = 0x40;

  std::vector<std::uint8_t> values_;
};

enum class Within { kAnywhere, kTitle };

// The documents that hold a term that is meant.
Matches match_terms(const IndexFiles& files, const std::vector<FoundTerm>& terms, Within within);

}  // namespace daybook
