// The root of the index: what has to be known before any other file is asked for.
//
// The index is one or more segments: a base and what was added since. No segment ever changes; a
// post that changes or goes is deleted here, and its new version is in a later segment.
//
// The file, in bits (bits.h):
//   bits(8)     kRootVersion
//   texts       languages of the documents, those of most documents first
//   texts       function words, folded: they are not searched for where there are other words
//   number      of segments, and for each:
//     bits(32), bits(32)   its digits
//     number(12)  of documents
//     number(12)  of documents with a date, which come first
//     number      of months with documents, the newest first, and for each
//       number    of months between it and the one before; the first: since year 0, number(12)
//       number(4) of documents, less 1
//     texts       for each shard but the first, a text above all folded forms of the shard before
//                 it, and not above any of its own
//     texts       the large terms: folded, and where it is another byte 1 and the exact form
//     number      of deleted documents, and the set of them (number_set.h)
//     bits(1)     whether it has a list of words (spelling.h)
//     for each document, unless none came in segments before: how many of those are newer, and the
//                 document's own number added; a set below the number of all documents so far
// Texts are a list (sorted_texts.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

inline constexpr std::uint32_t kMaxDocuments = 1 << 20;  // of a segment

struct Month {
  std::uint32_t number = 0;  // 12 · year + month, January being 0
  std::uint32_t documents = 0;

  bool operator==(const Month&) const = default;
};

struct Segment {
  std::string digits;
  std::uint32_t documents = 0;  // those that are deleted included
  std::vector<Month> months;
  std::vector<std::string> separators;  // of shards 1, 2 …
  std::vector<std::string> large_terms;
  std::vector<std::uint32_t> deleted;
  std::vector<std::uint32_t> newer;  // for each document; empty in the first segment
  bool has_word_list = false;

  std::uint32_t dated() const;

  bool operator==(const Segment&) const = default;
};

struct Root {
  std::vector<std::string> languages;  // most documents first; BCP 47
  std::vector<std::string> function_words;
  std::vector<Segment> segments;

  bool operator==(const Root&) const = default;
};

std::string write_root(const Root& root);

// Any bytes are safe; nothing for those that are no root.
std::optional<Root> read_root(std::string_view bytes);

// A large term as the root has it, and its two forms.
std::string large_term(std::string_view folded, std::string_view exact);
struct LargeTerm {
  std::string_view folded;
  std::string_view exact;
};
LargeTerm split_large_term(std::string_view text);

}  // namespace daybook
