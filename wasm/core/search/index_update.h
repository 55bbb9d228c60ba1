// From the index of an earlier build to that of the posts as they are now.
//
// Segments stay as they are as long as they can. New and changed posts go into a small segment of
// their own, which grows with each build until it is joined with a larger one, and in the end all
// are written anew: so what one post costs a site's host does not grow with the site.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/root.h"
#include "core/search/segment_writer.h"

namespace daybook {

// A base, one of up to kAddedSegmentPosts, and one that grows to kSmallSegmentPosts.
inline constexpr std::size_t kMaxSegments = 3;
inline constexpr std::size_t kSmallSegmentPosts = 3;
inline constexpr std::size_t kAddedSegmentPosts = 100;

struct IndexSource {
  std::vector<std::uint64_t> fingerprints;       // of the posts, newest first, none twice
  std::function<IndexedPost(std::size_t)> read;  // from any thread
  std::vector<std::string> languages;            // of the posts, those of most posts first
};

// The bytes of an index file of the earlier build, by path; nothing where it is not there.
using ReadIndexFile = std::function<std::optional<std::string>(const std::string& path)>;

struct WrittenIndex {
  std::string root_path;
  std::map<std::string, std::string> files;  // by path; the root among them
  std::vector<std::string> segments;         // digits of all
  std::vector<std::string> kept_segments;    // of those whose files are as they were
};

// `earlier` is the path of the earlier root, empty where there is none. One that cannot be read, or
// was written by another version, counts as none.
WrittenIndex update_index(std::string_view earlier, const ReadIndexFile& read_file,
                          const IndexSource& source, const ForEachIndex& for_each);

}  // namespace daybook
