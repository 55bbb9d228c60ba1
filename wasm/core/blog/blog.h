// A blog as the manifest tells it: the site, its totals, and the posts that have arrived so far.
//
// Posts are numbered from 0, newest first. They come in runs, one a manifest page; until a run
// is there its posts are missing, and the reference that would bring them can be asked for.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/blog/post.h"
#include "core/blog/site.h"

namespace daybook {

// A manifest page that is named but not yet read.
struct ManifestReference {
  std::string path;    // site path
  std::string sha256;  // base64url; empty where a manifest written by hand gives none
  std::size_t posts = 0;

  bool operator==(const ManifestReference&) const = default;
};

struct Facet {
  std::string name;
  std::size_t posts = 0;

  bool operator==(const Facet&) const = default;
};

// What the first page says beyond its posts.
struct ManifestHead {
  Site site;
  std::size_t total_posts = 0;
  std::size_t total_tags = 0;
  std::vector<Facet> tags;                   // most used first, then by name; at most kMaxHeadTags
  std::vector<Facet> years;                  // newest first; undated posts count in none
  std::optional<std::vector<Facet>> series;  // by name; absent where the manifest does not tell
  std::vector<Post> pages;                   // pages outside the dated index, and unlisted posts
  std::vector<Post> pinned;                  // posts that stand above the index too, newest first
};

inline constexpr std::size_t kMaxHeadTags = 100;

// One manifest page. Page 1 has a head; page 2 lists all older pages, so that they can be
// fetched at once instead of one after another along `next`.
struct ManifestPage {
  std::optional<ManifestHead> head;
  std::vector<Post> posts;
  std::optional<ManifestReference> next;
  std::vector<ManifestReference> older;
};

// Tags counted over `posts`, as ManifestHead::tags without its limit. Spellings that share a slug
// are one tag, named as it is written first.
std::vector<Facet> count_tags(const std::vector<const Post*>& posts);
std::vector<Facet> count_years(const std::vector<const Post*>& posts);
std::vector<Facet> count_series(const std::vector<const Post*>& posts);

// Newest first; undated posts last; equal dates by path.
bool is_newer(const Post& a, const Post& b);
void sort_newest_first(std::vector<const Post*>& posts);

// By series_order, then oldest first; posts without an order after those with one.
bool comes_first_in_series(const Post& a, const Post& b);
void sort_as_series(std::vector<const Post*>& posts);

using FacetOrder = bool (*)(const Facet& a, const Facet& b);
void sort_facets(std::vector<Facet>& facets, FacetOrder comes_first);
bool is_more_used(const Facet& a, const Facet& b);  // equals by name

class Blog {
 public:
  // The first page. Drops all that was known: a new head is a new blog.
  Result<Done> set_head(ManifestPage page);

  // A later page, under the site path it was asked for. Unknown paths are errors.
  Result<Done> add_page(std::string_view path, ManifestPage page);

  bool has_head() const { return has_head_; }
  const Site& site() const { return head_.site; }
  const ManifestHead& head() const { return head_; }

  std::size_t size() const { return head_.total_posts; }
  bool is_complete() const;

  // The post at `index` < size(), or null while it is missing.
  const Post* post(std::size_t index) const;

  // The number of a post of find(); nothing for a page outside the index.
  std::optional<std::size_t> number_of(const Post& post) const;

  // All posts that are there, newest first.
  std::vector<const Post*> loaded_posts() const;

  // The posts that are there of one tag or series, by its slug, or of one year; newest first.
  std::vector<const Post*> posts_tagged(std::string_view slug) const;
  std::vector<const Post*> posts_of_year(int year) const;
  std::vector<const Post*> posts_in_series(std::string_view slug) const;

  // How many manifest pages are known, and the posts of each, nothing while it is missing. What
  // they are and where they lie does not change until the next head.
  std::size_t page_count() const { return runs_.size(); }
  std::optional<std::span<const Post>> page_posts(std::size_t page) const;

  // The post or page at a site path; null where none is known (yet).
  const Post* find(std::string_view path) const;

  // The site path of the page whose Markdown is `source`; empty where none is known.
  std::string_view path_of_source(std::string_view source) const;

  // What to fetch so that posts [begin, end) are there; nothing where they are. While page 2 is
  // missing it is all that is known, so the answer may grow.
  std::vector<ManifestReference> missing(std::size_t begin, std::size_t end) const;

  // The manifest's pages behind the head that are known, there or missing.
  std::vector<std::string> manifest_paths() const;

  // Tags, years and series of all posts; nothing while the head does not tell and posts are
  // missing.
  std::optional<std::vector<Facet>> tags() const;
  std::optional<std::vector<Facet>> years() const;
  std::optional<std::vector<Facet>> series() const;

  // The reference that brought or will bring `path`; null for an unknown one.
  const ManifestReference* reference(std::string_view path) const;

 private:
  struct Run {
    ManifestReference reference;
    std::size_t first = 0;
    bool is_loaded = false;
    std::vector<Post> posts;
  };

  using PostLists = std::map<std::string, std::vector<const Post*>, std::less<>>;

  void index_pages(const std::vector<Post>& pages);
  void index_posts(const std::vector<Post>& posts);
  Run* find_run(std::string_view path);
  const Run* find_run(std::string_view path) const;
  void append_run(const ManifestReference& reference);

  bool has_head_ = false;
  ManifestHead head_;
  std::vector<Run> runs_;
  std::map<std::string, const Post*, std::less<>> by_path_;
  std::map<std::string, const Post*, std::less<>> by_source_;
  PostLists by_tag_;
  PostLists by_year_;
  PostLists by_series_;
};

}  // namespace daybook
