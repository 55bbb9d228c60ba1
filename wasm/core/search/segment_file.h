// How the files of the index are named, and how a file tells that it is the one that was asked for.
//
// s/<16 digits>.dbs is a root (root.h): the digits begin its SHA-256. s/<16 digits>/<name>.dbs is a
// file of the segment that goes by these digits. It begins with a seal of kSealBytes, which follows
// from the segment, the name and all bytes behind it, so that a damaged file, one of another
// segment and one in another's place are refused; no list of hashes has to be fetched first. The
// segment's digits follow from the names and bytes of all its files.
//
//   t<n>      shard n of its terms (shard.h)
//   l<n>      the shard of its large term n
//   t<n>-<k>, l<n>-<k>   the shard's position file k (positions.h)
//   c<n>      cards of documents (cards.h)
//   w         the words of its documents, for spelling (spelling.h)
//   f         the names of all others, and what the build knows its documents by (fingerprints.h)
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace daybook {

inline constexpr std::string_view kIndexFolder = "s/";
inline constexpr std::size_t kSealBytes = 8;
inline constexpr std::size_t kMaxIndexFileBytes = 4 << 20;

struct IndexFileName {
  std::string segment;  // or the digits of a root
  std::string name;     // empty for a root
};

// Nothing for a path that names no file of an index.
std::optional<IndexFileName> parse_index_path(std::string_view path);

std::string root_path(std::string_view root);  // of the root that consists of these bytes
std::string segment_path(std::string_view segment, std::string_view name);

// The letter, the number and, where there is one, the number of the part.
std::string file_name(char kind, std::size_t number);
std::string position_file_name(std::string_view shard, std::size_t number);

// Whether the bytes under a path are what the path asks for.
bool is_intact(const IndexFileName& name, std::string_view bytes);

// The files of a segment by their names, as they were written; gives each its seal, and returns
// the segment's digits.
std::string seal_segment(std::map<std::string, std::string>& files);

}  // namespace daybook
