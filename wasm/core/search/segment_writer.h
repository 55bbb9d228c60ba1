// Posts in, a segment of the index out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/fingerprints.h"
#include "core/search/indexed_post.h"
#include "core/search/root.h"

namespace daybook {

// Calls `work` once for every index below `count`, in any order and from as many threads as the
// caller likes, and returns when all are done.
using ForEachIndex =
    std::function<void(std::size_t count, const std::function<void(std::size_t)>& work)>;

struct SegmentSource {
  std::vector<std::uint64_t> fingerprints;       // of the posts, newest first
  std::function<IndexedPost(std::size_t)> read;  // from any thread
  std::vector<std::string> languages;            // of the root, those of the posts among them
  std::optional<FieldLengths> lengths;           // of an earlier segment, else of these posts
};

struct WrittenSegment {
  Segment segment;                           // without what it has to do with other segments
  std::map<std::string, std::string> files;  // by name, sealed (segment_file.h)
};

// The same posts give the same bytes, whatever the number of threads.
WrittenSegment write_segment(const SegmentSource& source, const ForEachIndex& for_each);

}  // namespace daybook
