#include "core/search/index_update.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/search/fingerprints.h"
#include "core/search/function_words.h"
#include "core/search/segment_file.h"

namespace daybook {
namespace {

// So much of a segment may be deleted before it is written anew: one in so many.
constexpr std::size_t kMaxDeletedShare = 5;
constexpr std::size_t kDeletedAnyway = 20;

// A segment of the earlier index, and what has become of its posts.
struct Earlier {
  Segment segment;
  Fingerprints known;
  std::vector<std::size_t> now;  // the number of each among the posts; kGone where it is gone
};

constexpr std::size_t kGone = static_cast<std::size_t>(-1);

// For each of `posts`, ascending, how many of `documents` come before it.
std::vector<std::uint32_t> count_newer(const std::vector<std::size_t>& documents,
                                       const std::vector<std::size_t>& posts) {
  std::vector<std::uint32_t> counts;
  std::size_t at = 0;
  std::uint32_t newer = 0;
  for (const std::size_t post : posts) {
    for (; at < documents.size() && (documents[at] == kGone || documents[at] < post); ++at) {
      if (documents[at] != kGone) newer = static_cast<std::uint32_t>(at + 1);
    }
    counts.push_back(newer);
  }
  return counts;
}

// Puts `posts` among `documents`, each behind so many of these as are newer.
void join(std::vector<std::size_t>& documents, const std::vector<std::uint32_t>& newer,
          const std::vector<std::size_t>& posts) {
  std::vector<std::size_t> joined;
  std::size_t next = 0;
  for (std::size_t i = 0; i <= documents.size(); ++i) {
    while (next < posts.size() &&
           (next >= newer.size() ? i == documents.size() : newer[next] <= i)) {
      joined.push_back(posts[next++]);
    }
    if (i < documents.size()) joined.push_back(documents[i]);
  }
  documents = std::move(joined);
}

class Updater {
 public:
  Updater(const IndexSource& source, const ForEachIndex& for_each)
      : source_(source), for_each_(for_each), languages_(source.languages) {}

  WrittenIndex run(std::string_view earlier, const ReadIndexFile& read_file) {
    if (!read_earlier(earlier, read_file)) segments_.clear();
    find_posts();
    write_new(first_to_replace());
    return finish();
  }

 private:
  bool read_earlier(std::string_view path, const ReadIndexFile& read_file);
  void find_posts();
  std::size_t first_to_replace() const;
  void write_new(std::size_t first);
  WrittenIndex finish();

  std::size_t live_posts(std::size_t segment) const {
    const auto& now = segments_[segment].now;
    return now.size() - static_cast<std::size_t>(std::count(now.begin(), now.end(), kGone));
  }

  const IndexSource& source_;
  const ForEachIndex& for_each_;
  std::vector<std::string> languages_;
  std::vector<Earlier> segments_;
  std::vector<std::size_t> fresh_;  // posts that are in no segment
  WrittenIndex written_;
};

bool Updater::read_earlier(std::string_view path, const ReadIndexFile& read_file) {
  const auto read = [&](const std::string& file) -> std::optional<std::string> {
    const auto name = parse_index_path(file);
    auto bytes = name ? read_file(file) : std::nullopt;
    if (!bytes || !is_intact(*name, *bytes)) return std::nullopt;
    return bytes;
  };
  const auto root_bytes = read(std::string(path));
  if (!root_bytes) return false;
  auto root = read_root(*root_bytes);
  if (!root) return false;
  for (Segment& segment : root->segments) {
    const auto bytes = read(segment_path(segment.digits, "f"));
    if (!bytes) return false;
    auto known = read_fingerprints(std::string_view(*bytes).substr(kSealBytes));
    if (!known || known->documents.size() != segment.documents) return false;
    segments_.push_back({std::move(segment), std::move(*known), {}});
  }
  // Cards name languages by their numbers, so these stay.
  languages_ = std::move(root->languages);
  for (const std::string& language : source_.languages) {
    if (std::find(languages_.begin(), languages_.end(), language) == languages_.end()) {
      languages_.push_back(language);
    }
  }
  return true;
}

void Updater::find_posts() {
  std::unordered_map<std::uint64_t, std::size_t> numbers;
  for (std::size_t i = 0; i < source_.fingerprints.size(); ++i) {
    numbers.emplace(source_.fingerprints[i], i);
  }
  std::vector<bool> is_known(source_.fingerprints.size(), false);
  for (Earlier& earlier : segments_) {
    std::vector<std::uint32_t>& deleted = earlier.segment.deleted;
    for (std::uint32_t i = 0; i < earlier.segment.documents; ++i) {
      const auto found = numbers.find(earlier.known.documents[i]);
      // A post that comes back is a new one: others may have taken its place in the order.
      const bool is_gone = found == numbers.end() || is_known[found->second] ||
                           std::binary_search(deleted.begin(), deleted.end(), i);
      earlier.now.push_back(is_gone ? kGone : found->second);
      if (!is_gone) is_known[found->second] = true;
    }
    deleted.clear();
    for (std::uint32_t i = 0; i < earlier.segment.documents; ++i) {
      if (earlier.now[i] == kGone) deleted.push_back(i);
    }
  }
  for (std::size_t i = 0; i < is_known.size(); ++i) {
    if (!is_known[i]) fresh_.push_back(i);
  }
}

// The first segment whose posts are written anew, with those of all behind it and the fresh ones;
// the number of segments where the fresh ones, if there are any, get a segment of their own.
std::size_t Updater::first_to_replace() const {
  const std::size_t count = segments_.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t deleted = segments_[i].segment.deleted.size();
    if (deleted > std::max(segments_[i].now.size() / kMaxDeletedShare, kDeletedAnyway)) return i;
  }
  if (fresh_.empty() || count == 0) return count;
  const bool is_added = count > 1;
  if (is_added && fresh_.size() + live_posts(count - 1) <= kSmallSegmentPosts) return count - 1;
  if (count < kMaxSegments && fresh_.size() <= kAddedSegmentPosts) return count;
  std::size_t added = fresh_.size();
  for (std::size_t i = 1; i < count; ++i) added += live_posts(i);
  return added <= kAddedSegmentPosts ? 1 : 0;
}

void Updater::write_new(std::size_t first) {
  std::vector<std::size_t> posts = fresh_;
  for (std::size_t i = first; i < segments_.size(); ++i) {
    for (const std::size_t post : segments_[i].now) {
      if (post != kGone) posts.push_back(post);
    }
  }
  std::sort(posts.begin(), posts.end());
  if (first == 0) languages_ = source_.languages;

  SegmentSource source;
  source.languages = languages_;
  if (first > 0) source.lengths = segments_.front().known.lengths;
  for (const std::size_t post : posts) {
    source.fingerprints.push_back(source_.fingerprints[post]);
  }
  source.read = [&](std::size_t i) { return source_.read(posts[i]); };
  segments_.resize(first);
  for (const Earlier& kept : segments_) written_.kept_segments.push_back(kept.segment.digits);
  if (posts.empty()) return;

  auto [segment, files] = write_segment(source, for_each_);
  for (auto& [name, bytes] : files) {
    written_.files.emplace(segment_path(segment.digits, name), std::move(bytes));
  }
  segments_.push_back({std::move(segment), {}, std::move(posts)});
}

WrittenIndex Updater::finish() {
  Root root{languages_, function_words(languages_), {}};
  std::vector<std::size_t> joined;  // the documents of all segments so far, as they are now
  for (Earlier& earlier : segments_) {
    Segment& segment = earlier.segment;
    if (segment.newer.empty() && !joined.empty()) segment.newer = count_newer(joined, earlier.now);
    join(joined, segment.newer, earlier.now);
    written_.segments.push_back(segment.digits);
    root.segments.push_back(std::move(segment));
  }
  std::string bytes = write_root(root);
  written_.root_path = daybook::root_path(bytes);
  written_.files.emplace(written_.root_path, std::move(bytes));
  return std::move(written_);
}

}  // namespace

WrittenIndex update_index(std::string_view earlier, const ReadIndexFile& read_file,
                          const IndexSource& source, const ForEachIndex& for_each) {
  return Updater(source, for_each).run(earlier, read_file);
}

}  // namespace daybook
