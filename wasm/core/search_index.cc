#include "core/search_index.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/base/date.h"
#include "core/search/indexed_post.h"

namespace daybook {
namespace {

// Most posts first, then by name.
std::vector<std::string> languages_of(const Site& site, const std::vector<PublishedPost>& posts) {
  std::map<std::string, std::size_t> counts;
  for (const PublishedPost& published : posts) {
    const std::string& own = published.post->language;
    ++counts[own.empty() ? site.language : own];
  }
  std::vector<std::string> languages;
  for (const auto& [language, count] : counts) languages.push_back(language);
  std::stable_sort(
      languages.begin(), languages.end(),
      [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
  return languages;
}

// By the day that is shown, which may be another than that of the moment elsewhere.
bool is_of_later_day(const PublishedPost& a, const PublishedPost& b) {
  const auto day = [](const PublishedPost& published) -> std::optional<Date> {
    if (!published.post->date) return std::nullopt;
    return local_date(*published.post->date);
  };
  return day(b) < day(a);
}

}  // namespace

WrittenIndex write_search_index(const Site& site, std::vector<PublishedPost> posts,
                                std::vector<PublishedPost> pages, std::string_view earlier,
                                const ReadIndexFile& read_file, const ForEachIndex& for_each) {
  std::stable_sort(posts.begin(), posts.end(), is_of_later_day);
  const std::size_t dated = posts.size();
  posts.insert(posts.end(), pages.begin(), pages.end());
  IndexSource source;
  source.fingerprints.resize(posts.size());
  for_each(posts.size(), [&](std::size_t i) {
    source.fingerprints[i] = fingerprint_of(site, *posts[i].post, posts[i].markdown);
  });
  source.languages = languages_of(site, posts);
  source.read = [&](std::size_t i) {
    IndexedPost indexed = read_indexed_post(site, *posts[i].post, posts[i].markdown);
    if (i >= dated) indexed.card.date.reset();
    return indexed;
  };
  return update_index(earlier, read_file, source, for_each);
}

}  // namespace daybook
