// The files of an index that have come so far.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/need.h"
#include "core/base/result.h"
#include "core/search/cards.h"
#include "core/search/root.h"
#include "core/search/shard.h"

namespace daybook {

class IndexFiles {
 public:
  // Takes a file under its path (segment_file.h), the root before all others. Refuses bytes that
  // are not what the path asks for or make no sense; nothing changes then. Another root is another
  // index: what it has no use for is dropped. Files push out the oldest where all of them, with
  // their postings, might take more than kMaxKept bytes.
  Result<Done> supply(std::string_view path, std::string_view bytes);
  static constexpr std::size_t kMaxKept = 48 << 20;

  bool has_root() const { return has_root_; }
  const Root& root() const { return root_; }

  // All documents of all segments, newest first; deleted ones keep their numbers.
  std::uint32_t documents() const { return static_cast<std::uint32_t>(places_.size()); }
  bool is_deleted(std::uint32_t document) const { return places_[document].is_deleted; }

  struct Place {
    std::uint32_t segment = 0;
    std::uint32_t number = 0;  // within the segment
    bool is_deleted = false;
  };
  const Place& place(std::uint32_t document) const { return places_[document]; }

  // The number among all documents of a segment's own.
  std::uint32_t document(std::size_t segment, std::uint32_t number) const {
    return numbers_[segment][number];
  }

  std::string path_of(std::size_t segment, std::string_view name) const;

  // A file of a segment without its seal, a shard, or the cards of a file; nothing where it has
  // not come.
  std::optional<std::string_view> find(std::size_t segment, std::string_view name) const;
  const Shard* find_shard(std::size_t segment, std::string_view name) const;
  const std::vector<Card>* find_cards(std::size_t segment, std::uint32_t file) const;

 private:
  struct File {
    std::string path;
    std::string bytes;  // without seal
    std::optional<Shard> shard;
    std::optional<std::vector<Card>> cards;

    std::size_t memory() const;
  };

  Result<Done> supply_root(std::string_view path, std::string_view bytes);
  void number_documents();
  const File* file(std::string_view path) const;

  bool has_root_ = false;
  Root root_;
  std::vector<Place> places_;
  std::vector<std::vector<std::uint32_t>> numbers_;
  // Oldest first. Each is a block of its own, since shards look into their bytes.
  std::vector<std::unique_ptr<File>> files_;
  std::size_t kept_ = 0;
};

// Files of the index for one question, which notes what it lacks.
class IndexReader {
 public:
  explicit IndexReader(const IndexFiles& files) : files_(files) {}

  const IndexFiles& files() const { return files_; }

  std::optional<std::string_view> get(std::size_t segment, std::string_view name);
  const Shard* get_shard(std::size_t segment, std::string_view name);
  const std::vector<Card>* get_cards(std::size_t segment, std::uint32_t file);

  // In the order they were asked for, each once.
  const std::vector<Need>& needs() const { return needs_; }

 private:
  void need(std::size_t segment, std::string_view name);

  const IndexFiles& files_;
  std::vector<Need> needs_;
};

}  // namespace daybook
