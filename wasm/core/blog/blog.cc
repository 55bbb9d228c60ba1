#include "core/blog/blog.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "core/blog/route.h"

namespace daybook {
namespace {

// The key under which each post's facets are counted, and the name under which they are shown.
struct Counted {
  std::string key;
  std::string name;
};

std::vector<Facet> count(const std::vector<const Post*>& posts,
                         std::vector<Counted> (*facets_of)(const Post&)) {
  std::vector<Facet> facets;
  std::map<std::string, std::size_t> position;
  for (const Post* post : posts) {
    for (Counted& counted : facets_of(*post)) {
      const auto [entry, is_new] = position.try_emplace(std::move(counted.key), facets.size());
      if (is_new) facets.push_back({std::move(counted.name), 0});
      ++facets[entry->second].posts;
    }
  }
  return facets;
}

void sort_posts(std::vector<const Post*>& posts, bool (*comes_first)(const Post&, const Post&)) {
  std::sort(posts.begin(), posts.end(),
            [=](const Post* a, const Post* b) { return comes_first(*a, *b); });
}

template <class Lists>
std::vector<const Post*> sorted_list(const Lists& lists, std::string_view key) {
  const auto list = lists.find(key);
  if (list == lists.end()) return {};
  std::vector<const Post*> posts = list->second;
  sort_newest_first(posts);
  return posts;
}

}  // namespace

std::vector<Facet> count_tags(const std::vector<const Post*>& posts) {
  auto facets = count(posts, [](const Post& post) {
    std::vector<Counted> tags;
    for (const std::string& tag : post.tags) {
      std::string slug = tag_slug(tag);
      const bool is_known = std::any_of(
          tags.begin(), tags.end(), [&](const Counted& counted) { return counted.key == slug; });
      if (!is_known) tags.push_back({std::move(slug), tag});
    }
    return tags;
  });
  sort_facets(facets, is_more_used);
  return facets;
}

std::vector<Facet> count_years(const std::vector<const Post*>& posts) {
  auto facets = count(posts, [](const Post& post) {
    std::vector<Counted> years;
    if (post.date) {
      const std::string year = std::to_string(local_date(*post.date).year);
      years.push_back({year, year});
    }
    return years;
  });
  sort_facets(facets, [](const Facet& a, const Facet& b) {
    return a.name.size() != b.name.size() ? a.name.size() > b.name.size() : a.name > b.name;
  });
  return facets;
}

std::vector<Facet> count_series(const std::vector<const Post*>& posts) {
  auto facets = count(posts, [](const Post& post) {
    std::vector<Counted> series;
    if (!post.series.empty()) series.push_back({tag_slug(post.series), post.series});
    return series;
  });
  sort_facets(facets, [](const Facet& a, const Facet& b) { return a.name < b.name; });
  return facets;
}

bool is_newer(const Post& a, const Post& b) {
  if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
  if (a.date && a.date->utc_seconds != b.date->utc_seconds) {
    return a.date->utc_seconds > b.date->utc_seconds;
  }
  return a.path < b.path;
}

bool comes_first_in_series(const Post& a, const Post& b) {
  if (a.series_order.has_value() != b.series_order.has_value()) return a.series_order.has_value();
  if (a.series_order && *a.series_order != *b.series_order) {
    return *a.series_order < *b.series_order;
  }
  return is_newer(b, a);
}

void sort_newest_first(std::vector<const Post*>& posts) { sort_posts(posts, is_newer); }

void sort_as_series(std::vector<const Post*>& posts) { sort_posts(posts, comes_first_in_series); }

void sort_facets(std::vector<Facet>& facets, FacetOrder comes_first) {
  std::sort(facets.begin(), facets.end(), comes_first);
}

bool is_more_used(const Facet& a, const Facet& b) {
  return a.posts != b.posts ? a.posts > b.posts : a.name < b.name;
}

Result<Done> Blog::set_head(ManifestPage page) {
  if (!page.head) return Error{"the first manifest page has no head", ""};
  const std::size_t announced = page.head->total_posts;
  const std::size_t here = page.posts.size();
  if (announced < here || (announced > here && !page.next)) {
    return Error{"the manifest announces " + std::to_string(announced) + " posts and holds " +
                     std::to_string(here) + "; give it a next page or correct the total",
                 ""};
  }
  has_head_ = true;
  head_ = std::move(*page.head);
  runs_.clear();
  by_path_.clear();
  by_source_.clear();
  by_tag_.clear();
  by_year_.clear();
  by_series_.clear();

  runs_.push_back({{"", "", page.posts.size()}, 0, true, std::move(page.posts)});
  if (page.next) append_run(*page.next);
  index_pages(head_.pages);
  index_posts(runs_.front().posts);
  // A manifest written by hand need not count what is all there.
  if (is_complete() && head_.tags.empty()) {
    head_.tags = count_tags(loaded_posts());
    head_.total_tags = head_.tags.size();
  }
  if (is_complete() && head_.years.empty()) head_.years = count_years(loaded_posts());
  return Done{};
}

Result<Done> Blog::add_page(std::string_view path, ManifestPage page) {
  Run* run = find_run(path);
  if (run == nullptr)
    return Error{"no manifest page of this blog has this name", std::string(path)};
  if (run->is_loaded) return Done{};
  // Where a manifest written by hand does not say how many posts a page has, its being there does.
  if (run->reference.posts != 0 && page.posts.size() != run->reference.posts) {
    return Error{"the manifest page holds " + std::to_string(page.posts.size()) +
                     " posts instead of " + std::to_string(run->reference.posts),
                 std::string(path)};
  }
  run->reference.posts = page.posts.size();
  run->is_loaded = true;
  run->posts = std::move(page.posts);
  index_posts(run->posts);

  // `run` does not outlive this: appending may move the runs.
  const bool is_last = run == &runs_.back();
  if (is_last && !page.older.empty()) {
    for (const ManifestReference& older : page.older) append_run(older);
  } else if (is_last && page.next) {
    append_run(*page.next);
  }
  return Done{};
}

bool Blog::is_complete() const {
  return has_head_ &&
         std::all_of(runs_.begin(), runs_.end(), [](const Run& run) { return run.is_loaded; });
}

const Post* Blog::post(std::size_t index) const {
  for (const Run& run : runs_) {
    if (run.is_loaded && index >= run.first && index - run.first < run.posts.size()) {
      return &run.posts[index - run.first];
    }
  }
  return nullptr;
}

std::optional<std::size_t> Blog::number_of(const Post& post) const {
  for (const Run& run : runs_) {
    const std::less<const Post*> is_before;
    const Post* begin = run.posts.data();
    if (is_before(&post, begin) || !is_before(&post, begin + run.posts.size())) continue;
    return run.first + static_cast<std::size_t>(&post - begin);
  }
  return std::nullopt;
}

std::vector<const Post*> Blog::loaded_posts() const {
  std::vector<const Post*> posts;
  for (const Run& run : runs_) {
    for (const Post& post : run.posts) posts.push_back(&post);
  }
  return posts;
}

std::vector<const Post*> Blog::posts_tagged(std::string_view slug) const {
  return sorted_list(by_tag_, slug);
}

std::vector<const Post*> Blog::posts_of_year(int year) const {
  return sorted_list(by_year_, std::to_string(year));
}

std::vector<const Post*> Blog::posts_in_series(std::string_view slug) const {
  return sorted_list(by_series_, slug);
}

std::optional<std::span<const Post>> Blog::page_posts(std::size_t page) const {
  if (!runs_[page].is_loaded) return std::nullopt;
  return runs_[page].posts;
}

const Post* Blog::find(std::string_view path) const {
  const auto entry = by_path_.find(path);
  return entry == by_path_.end() ? nullptr : entry->second;
}

std::string_view Blog::path_of_source(std::string_view source) const {
  const auto entry = by_source_.find(source);
  return entry == by_source_.end() ? std::string_view() : std::string_view(entry->second->path);
}

std::vector<ManifestReference> Blog::missing(std::size_t begin, std::size_t end) const {
  std::vector<ManifestReference> references;
  for (const Run& run : runs_) {
    if (run.is_loaded) continue;
    // The last run known may lead to more; its own bounds say nothing then.
    const bool is_open = run.reference.posts == 0 || &run == &runs_.back();
    const bool overlaps = run.first < end && (is_open || run.first + run.reference.posts > begin);
    if (overlaps) references.push_back(run.reference);
  }
  return references;
}

std::vector<std::string> Blog::manifest_paths() const {
  std::vector<std::string> paths;
  for (const Run& run : runs_) {
    if (!run.reference.path.empty()) paths.push_back(run.reference.path);
  }
  return paths;
}

std::optional<std::vector<Facet>> Blog::tags() const {
  if (!head_.tags.empty() && head_.tags.size() == head_.total_tags) return head_.tags;
  if (is_complete()) return count_tags(loaded_posts());
  return std::nullopt;
}

std::optional<std::vector<Facet>> Blog::years() const {
  if (!head_.years.empty()) return head_.years;
  if (is_complete()) return count_years(loaded_posts());
  return std::nullopt;
}

std::optional<std::vector<Facet>> Blog::series() const {
  if (head_.series) return head_.series;
  if (is_complete()) return count_series(loaded_posts());
  return std::nullopt;
}

const ManifestReference* Blog::reference(std::string_view path) const {
  const Run* run = find_run(path);
  return run == nullptr ? nullptr : &run->reference;
}

void Blog::index_pages(const std::vector<Post>& pages) {
  for (const Post& page : pages) {
    by_path_.try_emplace(page.path, &page);
    by_source_.try_emplace(page.source, &page);
  }
}

void Blog::index_posts(const std::vector<Post>& posts) {
  index_pages(posts);
  for (const Post& post : posts) {
    for (const std::string& tag : post.tags) {
      auto& tagged = by_tag_[tag_slug(tag)];
      // Two spellings of one tag count once.
      if (tagged.empty() || tagged.back() != &post) tagged.push_back(&post);
    }
    if (!post.series.empty()) by_series_[tag_slug(post.series)].push_back(&post);
    if (post.date) by_year_[std::to_string(local_date(*post.date).year)].push_back(&post);
  }
}

const Blog::Run* Blog::find_run(std::string_view path) const {
  const auto run = std::find_if(runs_.begin(), runs_.end(), [&](const Run& candidate) {
    return candidate.reference.path == path;
  });
  return path.empty() || run == runs_.end() ? nullptr : &*run;
}

Blog::Run* Blog::find_run(std::string_view path) {
  return const_cast<Run*>(std::as_const(*this).find_run(path));
}

void Blog::append_run(const ManifestReference& reference) {
  const Run& last = runs_.back();
  runs_.push_back({reference, last.first + last.reference.posts, false, {}});
}

}  // namespace daybook
