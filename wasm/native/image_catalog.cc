#include "native/image_catalog.h"

#include <algorithm>
#include <utility>

#include "native/image_size.h"

namespace daybook {
namespace {

// `-480w` or `@2x`: what a variant's name has between the stem and the ending.
bool is_variant_mark(std::string_view mark) {
  if (mark.size() < 3) return false;
  const bool is_width = mark.front() == '-' && mark.back() == 'w';
  const bool is_density = mark.front() == '@' && mark.back() == 'x';
  const std::string_view digits = mark.substr(1, mark.size() - 2);
  return (is_width || is_density) &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void ImageCatalog::add(std::string path, std::filesystem::path file) {
  files_.insert_or_assign(std::move(path), std::move(file));
}

std::optional<PublishedImage> ImageCatalog::find(std::string_view path) const {
  const auto own = files_.find(path);
  if (own == files_.end()) return std::nullopt;
  const auto size = image_size_of(own->second);
  if (!size) return std::nullopt;
  PublishedImage facts{size->width, size->height, {}};

  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return facts;
  const std::string_view stem = path.substr(0, dot);
  const std::string_view ending = path.substr(dot);
  for (auto file = files_.lower_bound(stem); file != files_.end(); ++file) {
    const std::string_view other = file->first;
    if (!other.starts_with(stem)) break;
    if (!other.ends_with(ending) || other.size() <= path.size()) continue;
    const std::string_view mark =
        other.substr(stem.size(), other.size() - stem.size() - ending.size());
    if (!is_variant_mark(mark)) continue;
    if (const auto variant = image_size_of(file->second)) {
      facts.variants.push_back({file->first, variant->width});
    }
  }
  std::sort(facts.variants.begin(), facts.variants.end(),
            [](const PublishedVariant& a, const PublishedVariant& b) { return a.width < b.width; });
  return facts;
}

}  // namespace daybook
