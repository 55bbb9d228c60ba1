#include "core/search/segment_file.h"

#include <algorithm>
#include <vector>

#include "core/base/sha256.h"

namespace daybook {
namespace {

constexpr std::string_view kEnding = ".dbs";
constexpr std::size_t kDigits = 16;

bool is_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

bool is_name_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-';
}

std::string_view as_text(const Sha256& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string digits_of(const Sha256& digest) { return hex(digest).substr(0, kDigits); }

// Of the file's name and its bytes without the seal.
Sha256 digest_file(std::string_view name, std::string_view content) {
  std::string text(name);
  text += '\0';
  text += content;
  return sha256(text);
}

std::string seal_of(std::string_view segment, const Sha256& file) {
  std::string text(segment);
  text += as_text(file);
  return std::string(as_text(sha256(text)).substr(0, kSealBytes));
}

}  // namespace

std::optional<IndexFileName> parse_index_path(std::string_view path) {
  if (!path.starts_with(kIndexFolder) || !path.ends_with(kEnding)) return std::nullopt;
  path.remove_prefix(kIndexFolder.size());
  path.remove_suffix(kEnding.size());
  const std::string_view segment = path.substr(0, kDigits);
  if (segment.size() < kDigits || !std::all_of(segment.begin(), segment.end(), is_digit)) {
    return std::nullopt;
  }
  path.remove_prefix(kDigits);
  if (path.empty()) return IndexFileName{std::string(segment), {}};
  const std::string_view name = path.substr(1);
  const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), is_name_character);
  if (path.front() != '/' || !is_name) return std::nullopt;
  return IndexFileName{std::string(segment), std::string(name)};
}

std::string root_path(std::string_view root) {
  return std::string(kIndexFolder) + digits_of(sha256(root)) + std::string(kEnding);
}

std::string segment_path(std::string_view segment, std::string_view name) {
  std::string path(kIndexFolder);
  path += segment;
  path += '/';
  path += name;
  path += kEnding;
  return path;
}

std::string file_name(char kind, std::size_t number) { return kind + std::to_string(number); }

std::string position_file_name(std::string_view shard, std::size_t number) {
  return std::string(shard) + '-' + std::to_string(number);
}

bool is_intact(const IndexFileName& name, std::string_view bytes) {
  if (bytes.size() > kMaxIndexFileBytes) return false;
  if (name.name.empty()) return digits_of(sha256(bytes)) == name.segment;
  if (bytes.size() < kSealBytes) return false;
  const Sha256 file = digest_file(name.name, bytes.substr(kSealBytes));
  return bytes.substr(0, kSealBytes) == seal_of(name.segment, file);
}

std::string seal_segment(std::map<std::string, std::string>& files) {
  std::string all;
  std::vector<Sha256> digests;
  for (const auto& [name, content] : files) {
    digests.push_back(digest_file(name, content));
    all += as_text(digests.back());
  }
  const std::string segment = digits_of(sha256(all));
  auto digest = digests.begin();
  for (auto& [name, content] : files) content.insert(0, seal_of(segment, *digest++));
  return segment;
}

}  // namespace daybook
