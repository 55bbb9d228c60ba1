#include "core/search/index_files.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/search/segment_file.h"

namespace daybook {
namespace {

Error refusal(std::string_view path) {
  return {"these are not the bytes that the index names; fetch them again", std::string(path)};
}

const Segment* find_segment(const Root& root, std::string_view digits) {
  for (const Segment& segment : root.segments) {
    if (segment.digits == digits) return &segment;
  }
  return nullptr;
}

// How many cards a file named c and a number has.
std::uint32_t cards_in(const Segment& segment, std::string_view name) {
  std::uint64_t file = 0;
  std::from_chars(name.data() + 1, name.data() + name.size(), file);
  if (file > segment.documents / kCardsInFile) return 0;
  const std::uint32_t begin = static_cast<std::uint32_t>(file) * kCardsInFile;
  return std::min(segment.documents - begin, kCardsInFile);
}

}  // namespace

std::size_t IndexFiles::File::memory() const {
  std::size_t sum = bytes.size() + (shard ? shard->memory() : 0);
  if (!cards) return sum;
  for (const Card& card : *cards) {
    sum += sizeof(Card) + card.title.size() + card.path.size();
    for (const std::string& tag : card.tags) sum += sizeof(tag) + tag.size();
  }
  return sum;
}

Result<Done> IndexFiles::supply(std::string_view path, std::string_view bytes) {
  const auto name = parse_index_path(path);
  if (!name || !is_intact(*name, bytes)) return refusal(path);
  if (name->name.empty()) return supply_root(path, bytes);
  if (file(path) != nullptr) return Done{};
  const Segment* segment = find_segment(root_, name->segment);
  if (segment == nullptr) return refusal(path);
  auto file = std::make_unique<File>();
  file->path = path;
  file->bytes = bytes.substr(kSealBytes);
  const char kind = name->name.front();
  const bool is_shard = kind == 't' || kind == 'l';
  if (is_shard && name->name.find('-') == std::string::npos) {
    file->shard = Shard::read(file->bytes, segment->documents);
    if (!file->shard) return refusal(path);
  }
  if (kind == 'c') {
    file->cards = read_cards(file->bytes, cards_in(*segment, name->name));
    if (!file->cards) return refusal(path);
  }
  kept_ += file->memory();
  files_.push_back(std::move(file));
  while (kept_ > kMaxKept) {
    kept_ -= files_.front()->memory();
    files_.erase(files_.begin());
  }
  return Done{};
}

Result<Done> IndexFiles::supply_root(std::string_view path, std::string_view bytes) {
  auto root = read_root(bytes);
  if (!root) return refusal(path);
  root_ = std::move(*root);
  has_root_ = true;
  number_documents();
  std::erase_if(files_, [&](const auto& file) {
    const auto name = parse_index_path(file->path);
    if (find_segment(root_, name->segment) != nullptr) return false;
    kept_ -= file->memory();
    return true;
  });
  return Done{};
}

void IndexFiles::number_documents() {
  places_.clear();
  for (std::uint32_t s = 0; s < root_.segments.size(); ++s) {
    const Segment& segment = root_.segments[s];
    std::vector<Place> merged;
    merged.reserve(places_.size() + segment.documents);
    std::uint32_t number = 0;
    for (std::uint32_t older = 0; older <= places_.size(); ++older) {
      const auto comes_here = [&] {
        return number < segment.documents &&
               (older == places_.size() ||
                (number < segment.newer.size() && segment.newer[number] <= older));
      };
      while (comes_here()) merged.push_back({s, number++, false});
      if (older < places_.size()) merged.push_back(places_[older]);
    }
    for (Place& place : merged) {
      if (place.segment == s) {
        place.is_deleted =
            std::binary_search(segment.deleted.begin(), segment.deleted.end(), place.number);
      }
    }
    places_ = std::move(merged);
  }
  numbers_.assign(root_.segments.size(), {});
  for (std::uint32_t document = 0; document < places_.size(); ++document) {
    numbers_[places_[document].segment].push_back(document);
  }
}

const IndexFiles::File* IndexFiles::file(std::string_view path) const {
  for (const auto& file : files_) {
    if (file->path == path) return file.get();
  }
  return nullptr;
}

std::string IndexFiles::path_of(std::size_t segment, std::string_view name) const {
  return segment_path(root_.segments[segment].digits, name);
}

std::optional<std::string_view> IndexFiles::find(std::size_t segment, std::string_view name) const {
  const File* found = file(path_of(segment, name));
  return found == nullptr ? std::nullopt : std::optional<std::string_view>(found->bytes);
}

const Shard* IndexFiles::find_shard(std::size_t segment, std::string_view name) const {
  const File* found = file(path_of(segment, name));
  return found == nullptr || !found->shard ? nullptr : &*found->shard;
}

const std::vector<Card>* IndexFiles::find_cards(std::size_t segment, std::uint32_t number) const {
  const File* found = file(path_of(segment, file_name('c', number)));
  return found == nullptr || !found->cards ? nullptr : &*found->cards;
}

std::optional<std::string_view> IndexReader::get(std::size_t segment, std::string_view name) {
  auto found = files_.find(segment, name);
  if (!found) need(segment, name);
  return found;
}

const Shard* IndexReader::get_shard(std::size_t segment, std::string_view name) {
  const Shard* found = files_.find_shard(segment, name);
  if (found == nullptr) need(segment, name);
  return found;
}

const std::vector<Card>* IndexReader::get_cards(std::size_t segment, std::uint32_t file) {
  const std::vector<Card>* found = files_.find_cards(segment, file);
  if (found == nullptr) need(segment, file_name('c', file));
  return found;
}

void IndexReader::need(std::size_t segment, std::string_view name) {
  Need need{files_.path_of(segment, name), ""};
  if (std::find(needs_.begin(), needs_.end(), need) == needs_.end()) {
    needs_.push_back(std::move(need));
  }
}

}  // namespace daybook
