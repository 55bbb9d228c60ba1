// The index, the archives and the tags: pages that list posts.
#include <algorithm>

#include "core/base/text.h"
#include "core/base/url.h"
#include "core/blog/route.h"
#include "core/page/index_parts.h"
#include "core/page/ledger.h"
#include "core/page/views.h"
#include "core/query/query.h"

namespace daybook {
namespace {

using Posts = std::vector<const Post*>;

std::string counted(const Site& site, Word word, std::size_t count, WordPlaces places = {}) {
  return site.words.count(site.language, word, count, places);
}

Posts slice(const Posts& posts, std::size_t number, std::size_t per_page) {
  const std::size_t begin = std::min((number - 1) * per_page, posts.size());
  const std::size_t end = std::min(begin + per_page, posts.size());
  return {posts.begin() + static_cast<std::ptrdiff_t>(begin),
          posts.begin() + static_cast<std::ptrdiff_t>(end)};
}

// `path_of(n)` is the site path of the list's page n.
template <class PathOf>
Pagination paginate(std::size_t number, std::size_t count, PathOf path_of) {
  Pagination pagination{number, count, std::nullopt, std::nullopt};
  if (number > 1) pagination.newer = path_of(number - 1);
  if (number < count) pagination.older = path_of(number + 1);
  return pagination;
}

void set_neighbours(Page& page, const Pagination& pagination) {
  page.previous_path = pagination.newer;
  page.next_path = pagination.older;
}

std::string numbered(const Site& site, const std::string& title, std::size_t number) {
  if (number < 2) return title;
  return site.words.fill(Word::kTitlePage, {{"title", title}, {"n", std::to_string(number)}});
}

// Facets with their counts; `path_of(slug, n)` is the n-th page of one.
void write_counts(Html& html, std::string_view path, const std::vector<Facet>& facets,
                  std::string_view label, std::string (*path_of)(std::string_view, std::size_t)) {
  html.raw("<ul class=\"counts\"").attribute("aria-label", label).raw(">\n");
  for (const Facet& facet : facets) {
    html.raw("<li><a").attribute("href", relative_url(path, path_of(tag_slug(facet.name), 1)));
    html.raw(">").text(facet.name).raw("</a> <span>").number(facet.posts);
    html.raw("</span></li>\n");
  }
  html.raw("</ul>\n");
}

// The posts of one facet, `path_of(n)` being its page n. `about` is HTML that stands above them.
template <class PathOf>
void write_facet_list(Page& page, const Blog& blog, std::string_view title, const Posts& posts,
                      std::size_t number, PathOf path_of, std::string_view about = "",
                      Order order = Order::kNewest) {
  const Site& site = blog.site();
  const auto pagination = paginate(number, page_count(posts.size(), site.posts_per_page), path_of);
  set_neighbours(page, pagination);
  Html html;
  write_masthead(html, title, counted(site, Word::kEntries, posts.size()));
  html.raw(about);
  const Posts shown = slice(posts, number, site.posts_per_page);
  if (order == Order::kBest) {
    write_ranked_ledger(html, site, page.path, shown);
  } else {
    write_ledger(html, site, page.path, shown);
  }
  write_pagination(html, site, page.path, pagination);
  page.main = html.take();
}

}  // namespace

std::size_t page_count(std::size_t posts, std::size_t posts_per_page) {
  return std::max<std::size_t>(1, (posts + posts_per_page - 1) / posts_per_page);
}

Page index_view(const Blog& blog, std::size_t number) {
  const Site& site = blog.site();
  Page page{PageKind::kIndex};
  page.path = index_path(number);
  // Search engines want to be told something.
  page.description = site.description.empty()
                         ? counted(site, Word::kArchiveAbout, blog.size(), {{"site", site.title}})
                         : site.description;
  if (number > 1) page.title = site.words.fill(Word::kPage, {{"n", std::to_string(number)}});
  const auto pagination =
      paginate(number, page_count(blog.size(), site.posts_per_page), index_path);
  set_neighbours(page, pagination);

  Posts posts;
  const std::size_t begin = (number - 1) * site.posts_per_page;
  for (std::size_t i = begin; i < std::min(begin + site.posts_per_page, blog.size()); ++i) {
    if (const Post* post = blog.post(i)) posts.push_back(post);
  }

  Html html;
  write_index_start(html, site, page.path, "");
  write_choices(html, blog, page.path);
  if (blog.size() == 0) {
    html.raw("<p class=\"note\">").text(site.words[Word::kNothingYet]).raw("</p>\n");
  }
  if (number == 1) write_pinned(html, site, page.path, blog.head().pinned);
  write_ledger(html, site, page.path, posts);
  write_pagination(html, site, page.path, pagination);
  html.raw("</div>\n");
  page.main = html.take();
  return page;
}

Page archives_view(const Blog& blog, const std::vector<Facet>& years, const Posts& posts) {
  const Site& site = blog.site();
  Page page{PageKind::kArchives};
  page.path = kArchivesPath;
  page.title = site.words[Word::kArchive];
  page.description = counted(site, Word::kArchiveAbout, blog.size(), {{"site", site.title}});

  Html html;
  write_masthead(html, escape_html(page.title), counted(site, Word::kEntries, blog.size()));
  write_counts(html, page.path, years, site.words[Word::kYears], archive_year_path);
  write_compact_ledger(html, site, page.path, posts);
  page.main = html.take();
  return page;
}

Page archive_year_view(const Blog& blog, const Facet& year, const Posts& posts,
                       std::size_t number) {
  const Site& site = blog.site();
  Page page{PageKind::kArchives};
  page.path = archive_year_path(year.name, number);
  page.title = numbered(site, year.name, number);
  page.description = site.words.fill(Word::kYearAbout, {{"year", year.name}, {"site", site.title}});
  write_facet_list(page, blog, year.name, posts, number,
                   [&](std::size_t n) { return archive_year_path(year.name, n); });
  return page;
}

Page tag_view(const Blog& blog, const Facet& tag, const Posts& posts, std::size_t number) {
  const Site& site = blog.site();
  const std::string slug = tag_slug(tag.name);
  Page page{PageKind::kTag};
  page.path = tag_path(slug, number);
  page.title = numbered(site, tag.name, number);
  page.description = site.words.fill(Word::kTagAbout, {{"tag", tag.name}, {"site", site.title}});
  page.feeds = tag_path(slug, 1);
  Html title;
  title.raw("<span class=\"tag-sign\" aria-hidden=\"true\">#</span>").text(tag.name);
  write_facet_list(page, blog, title.take(), posts, number,
                   [&](std::size_t n) { return tag_path(slug, n); });
  return page;
}

Page series_view(const Blog& blog, const Facet& series, Posts posts, std::size_t number) {
  const Site& site = blog.site();
  const std::string slug = tag_slug(series.name);
  Page page{PageKind::kSeries};
  page.path = series_path(slug, number);
  page.title = numbered(site, series.name, number);
  page.description =
      site.words.fill(Word::kSeriesAbout, {{"series", series.name}, {"site", site.title}});
  sort_as_series(posts);
  write_facet_list(page, blog, escape_html(series.name), posts, number,
                   [&](std::size_t n) { return series_path(slug, n); });
  return page;
}

Page saved_view_view(const Blog& blog, const SavedView& view, const Posts& posts,
                     std::size_t number) {
  const Site& site = blog.site();
  const std::string slug = tag_slug(view.name);
  Page page{PageKind::kView};
  page.path = view_path(slug, number);
  page.title = numbered(site, view.name, number);
  page.description = view.description;
  page.feeds = view_path(slug, 1);
  // Where a reader can go on asking.
  Html about;
  if (!view.description.empty()) about.raw("<p>").text(view.description).raw("</p>\n");
  const std::string search =
      relative_url(page.path, kSearchPath) + "?q=" + encode_query(view.query);
  about.raw("<p class=\"note\"><a").attribute("href", search).raw("><code>");
  about.text(view.query).raw("</code></a></p>\n");
  write_facet_list(
      page, blog, escape_html(view.name), posts, number,
      [&](std::size_t n) { return view_path(slug, n); }, about.take(),
      parse_query(view.query).order.value_or(Order::kNewest));
  return page;
}

Page tags_view(const Blog& blog, const std::vector<Facet>& tags, const std::vector<Facet>& series) {
  const Site& site = blog.site();
  Page page{PageKind::kTags};
  page.path = kTagsPath;
  page.title = site.words[Word::kTags];
  page.description = site.words.fill(Word::kTagsAbout, {{"site", site.title}});
  auto by_name = tags;
  sort_facets(by_name, [](const Facet& a, const Facet& b) {
    const std::string folded_a = fold(a.name);
    const std::string folded_b = fold(b.name);
    return folded_a != folded_b ? folded_a < folded_b : a.name < b.name;
  });

  Html html;
  write_masthead(html, escape_html(page.title), counted(site, Word::kTagCount, tags.size()));
  write_counts(html, page.path, by_name, site.words[Word::kTags], tag_path);
  if (!series.empty()) {
    html.raw("<h2>").text(site.words[Word::kSeries]).raw("</h2>\n");
    write_counts(html, page.path, series, site.words[Word::kSeries], series_path);
  }
  page.main = html.take();
  return page;
}

Page file_view(std::string path, std::string text) {
  Page page{PageKind::kFile};
  page.path = std::move(path);
  page.main = std::move(text);
  return page;
}

Page not_found_view(const Blog& blog) {
  const Site& site = blog.site();
  Page page{PageKind::kNotFound};
  page.status = 404;
  page.path = kNotFoundPath;
  page.title = site.words[Word::kNotFoundTitle];
  page.description = site.words[Word::kNotFoundText];
  page.is_indexable = false;
  Html html;
  write_masthead(html, escape_html(site.words[Word::kNotFound]), page.description);
  html.raw("<p class=\"ways\"><a").attribute("href", relative_url(page.path, "")).raw(">");
  html.text(site.words.fill(Word::kAllEntriesOf, {{"site", site.title}}));
  html.raw("</a> <a").attribute("href", relative_url(page.path, kArchivesPath)).raw(">");
  html.text(site.words[Word::kArchive]).raw("</a></p>\n");
  page.main = html.take();
  return page;
}

}  // namespace daybook
