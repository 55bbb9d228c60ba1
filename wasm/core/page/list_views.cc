// The index, the archives and the tags: pages that list posts.
#include <algorithm>

#include "core/base/url.h"
#include "core/blog/route.h"
#include "core/page/ledger.h"
#include "core/page/views.h"

namespace daybook {
namespace {

using Posts = std::vector<const Post*>;

std::string entries_counted(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " entry" : " entries");
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

std::string numbered(std::string title, std::size_t number) {
  if (number > 1) title += ", page " + std::to_string(number);
  return title;
}

// The filter is a form that script runs; the index itself is its action on every page.
void write_filter(Html& html, std::string_view path, std::string_view query) {
  html.raw("<form class=\"filter\" id=\"filter\" role=\"search\"");
  html.attribute("action", relative_url(path, "")).raw(">\n");
  html.raw("<label for=\"query\">Filter the entries</label>\n");
  html.raw(
      "<input id=\"query\" type=\"search\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\"");
  html.raw(" placeholder=\"Title, tag, year …\"");
  html.attribute("value", query)
      .raw(
          ">\n<button type=\"submit\" class=\"visually-hidden\" "
          "tabindex=\"-1\">Filter</button>\n</form>\n");
}

void write_index_start(Html& html, const Blog& blog, std::string_view path,
                       std::string_view query) {
  html.raw("<div class=\"masthead\">\n<h1>").text(blog.site().title).raw("</h1>\n");
  if (!blog.site().description.empty()) {
    html.raw("<p>").text(blog.site().description).raw("</p>\n");
  }
  html.raw("</div>\n");
  write_filter(html, path, query);
  html.raw("<div id=\"entries\">\n");
}

void write_list_start(Html& html, std::string_view title, std::string_view note) {
  html.raw("<div class=\"masthead\">\n<h1>").raw(title).raw("</h1>\n<p>").text(note);
  html.raw("</p>\n</div>\n");
}

}  // namespace

std::size_t page_count(std::size_t posts, std::size_t posts_per_page) {
  return std::max<std::size_t>(1, (posts + posts_per_page - 1) / posts_per_page);
}

Page index_view(const Blog& blog, std::size_t number) {
  const Site& site = blog.site();
  Page page{PageKind::kIndex};
  page.path = index_path(number);
  page.description = site.description;
  if (number > 1) page.title = "Page " + std::to_string(number);
  const auto pagination =
      paginate(number, page_count(blog.size(), site.posts_per_page), index_path);
  set_neighbours(page, pagination);

  Posts posts;
  const std::size_t begin = (number - 1) * site.posts_per_page;
  for (std::size_t i = begin; i < std::min(begin + site.posts_per_page, blog.size()); ++i) {
    if (const Post* post = blog.post(i)) posts.push_back(post);
  }

  Html html;
  write_index_start(html, blog, page.path, "");
  if (blog.size() == 0) html.raw("<p class=\"note\">Nothing has been entered yet.</p>\n");
  write_ledger(html, page.path, posts);
  write_pagination(html, page.path, pagination);
  html.raw("</div>\n");
  page.main = html.take();
  return page;
}

Page filtered_index_view(const Blog& blog, std::string_view query, const Posts& matches,
                         Coverage coverage) {
  Page page{PageKind::kIndex};
  page.description = blog.site().description;
  page.is_indexable = false;
  const Posts shown = slice(matches, 1, kMaxMatchesShown);

  Html html;
  write_index_start(html, blog, page.path, query);
  html.raw("<p class=\"note\" data-count>");
  if (matches.empty()) {
    html.raw("No entries match");
  } else {
    html.text(entries_counted(matches.size())).raw(matches.size() == 1 ? " matches" : " match");
  }
  if (coverage == Coverage::kPostsSoFar) html.raw(" so far; older ones are on their way");
  if (shown.size() < matches.size()) {
    html.raw("; here are the newest ").number(shown.size());
  }
  html.raw(".</p>\n");
  write_ledger(html, page.path, shown);
  html.raw("</div>\n");
  page.main = html.take();
  return page;
}

Page archives_view(const Blog& blog, const std::vector<Facet>& years, const Posts& posts) {
  Page page{PageKind::kArchives};
  page.path = kArchivesPath;
  page.title = "Archive";
  page.description =
      "All " + entries_counted(blog.size()) + " of " + blog.site().title + ", by year.";

  Html html;
  write_list_start(html, "Archive", entries_counted(blog.size()));
  html.raw("<ul class=\"counts\" aria-label=\"Years\">\n");
  for (const Facet& year : years) {
    html.raw("<li><a").attribute("href", relative_url(page.path, archive_year_path(year.name, 1)));
    html.raw(">").text(year.name);
    html.raw("</a> <span>").number(year.posts).raw("</span></li>\n");
  }
  html.raw("</ul>\n");
  write_compact_ledger(html, page.path, posts);
  page.main = html.take();
  return page;
}

Page archive_year_view(const Blog& blog, const Facet& year, const Posts& posts,
                       std::size_t number) {
  const std::size_t per_page = blog.site().posts_per_page;
  Page page{PageKind::kArchives};
  page.path = archive_year_path(year.name, number);
  page.title = numbered(year.name, number);
  page.description = "The entries of " + year.name + " in " + blog.site().title + ".";
  const auto pagination = paginate(number, page_count(posts.size(), per_page),
                                   [&](std::size_t n) { return archive_year_path(year.name, n); });
  set_neighbours(page, pagination);

  Html html;
  write_list_start(html, year.name, entries_counted(posts.size()));
  write_ledger(html, page.path, slice(posts, number, per_page));
  write_pagination(html, page.path, pagination);
  page.main = html.take();
  return page;
}

Page tag_view(const Blog& blog, const Facet& tag, const Posts& posts, std::size_t number) {
  const std::size_t per_page = blog.site().posts_per_page;
  const std::string slug = tag_slug(tag.name);
  Page page{PageKind::kTag};
  page.path = tag_path(slug, number);
  page.title = numbered(tag.name, number);
  page.description = "Entries about " + tag.name + " in " + blog.site().title + ".";
  const auto pagination = paginate(number, page_count(posts.size(), per_page),
                                   [&](std::size_t n) { return tag_path(slug, n); });
  set_neighbours(page, pagination);

  Html title;
  title.raw("<span class=\"tag-sign\" aria-hidden=\"true\">#</span>").text(tag.name);
  Html html;
  write_list_start(html, title.take(), entries_counted(posts.size()));
  write_ledger(html, page.path, slice(posts, number, per_page));
  write_pagination(html, page.path, pagination);
  page.main = html.take();
  return page;
}

Page tags_view(const Blog& blog, const std::vector<Facet>& tags) {
  Page page{PageKind::kTags};
  page.path = kTagsPath;
  page.title = "Tags";
  page.description = "What " + blog.site().title + " is about.";
  auto by_name = tags;
  sort_facets(by_name, [](const Facet& a, const Facet& b) {
    const std::string folded_a = fold(a.name);
    const std::string folded_b = fold(b.name);
    return folded_a != folded_b ? folded_a < folded_b : a.name < b.name;
  });

  Html html;
  write_list_start(html, "Tags",
                   std::to_string(tags.size()) + (tags.size() == 1 ? " tag" : " tags"));
  html.raw("<ul class=\"counts\">\n");
  for (const Facet& tag : by_name) {
    html.raw("<li><a").attribute("href", relative_url(page.path, tag_path(tag_slug(tag.name), 1)));
    html.raw(">").text(tag.name).raw("</a> <span>").number(tag.posts).raw("</span></li>\n");
  }
  html.raw("</ul>\n");
  page.main = html.take();
  return page;
}

Page not_found_view(const Blog& blog) {
  Page page{PageKind::kNotFound};
  page.status = 404;
  page.path = kNotFoundPath;
  page.title = "Page not found";
  page.description = "There is no page at this address.";
  page.is_indexable = false;
  Html html;
  write_list_start(html, "No such entry", "There is no page at this address.");
  html.raw("<p><a").attribute("href", relative_url(page.path, ""));
  html.raw(">All entries of ").text(blog.site().title).raw("</a> or the <a");
  html.attribute("href", relative_url(page.path, kArchivesPath)).raw(">archive</a></p>\n");
  page.main = html.take();
  return page;
}

}  // namespace daybook
