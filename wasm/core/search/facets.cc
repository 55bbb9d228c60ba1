#include "core/search/facets.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/blog/route.h"
#include "core/search/sorted_texts.h"

namespace daybook {

std::string facet_name(FacetMark mark, std::string_view text) {
  return mark == FacetMark::kLanguage ? to_ascii_lower(text) : fold(tag_slug(text));
}

std::vector<std::string> facets_of(const IndexedPost& post) {
  std::vector<std::string> facets;
  const auto add = [&](FacetMark mark, std::string_view name) {
    if (name.size() >= kMaxSortedText) return;
    std::string facet(1, static_cast<char>(mark));
    facet += name;
    facets.push_back(std::move(facet));
  };
  for (const std::string& tag : post.card.tags) {
    add(FacetMark::kTag, facet_name(FacetMark::kTag, tag));
  }
  if (!post.series.empty()) {
    add(FacetMark::kSeries, facet_name(FacetMark::kSeries, post.series));
  }
  for (const std::string& author : post.authors) {
    const std::string name = facet_name(FacetMark::kAuthor, author);
    for (std::size_t begin = 0; begin < name.size();) {
      add(FacetMark::kAuthor, std::string_view(name).substr(begin));
      begin = std::min(name.find('-', begin), name.size() - 1) + 1;
    }
  }
  add(FacetMark::kLanguage, facet_name(FacetMark::kLanguage, post.language));
  std::sort(facets.begin(), facets.end());
  facets.erase(std::unique(facets.begin(), facets.end()), facets.end());
  return facets;
}

}  // namespace daybook
