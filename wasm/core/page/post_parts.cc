#include "core/page/post_parts.h"

#include <algorithm>

#include "core/base/url.h"
#include "core/blog/route.h"
#include "core/page/ledger.h"

namespace daybook {
namespace {

// A page lists its headings by itself from this length on.
constexpr std::size_t kWordsWorthContents = 400;
constexpr std::size_t kHeadingsWorthContents = 3;

constexpr std::size_t kWordsPerMinute = 220;

bool is_listed(const Heading& heading) { return heading.level == 2 || heading.level == 3; }

bool wants_contents(const Post& post, const MarkdownDocument& document) {
  const auto headings =
      std::count_if(document.headings.begin(), document.headings.end(), is_listed);
  switch (post.table_of_contents) {
    case TableOfContents::kShown: return headings > 0;
    case TableOfContents::kHidden: return false;
    case TableOfContents::kAuto: break;
  }
  return static_cast<std::size_t>(headings) >= kHeadingsWorthContents &&
         document.words >= kWordsWorthContents;
}

std::string author_html(const Author& author) {
  Html html;
  const bool is_web = author.url.starts_with("https://") || author.url.starts_with("http://");
  if (is_web) html.raw("<a rel=\"author\"").attribute("href", author.url).raw(">");
  html.text(author.name);
  if (is_web) html.raw("</a>");
  return html.take();
}

// «by A, B and C»: the words are trusted, the names escaped before they are filled in.
void write_authors(Html& html, const Words& words, const std::vector<Author>& authors) {
  if (authors.empty()) return;
  std::string names = author_html(authors.front());
  for (std::size_t i = 1; i < authors.size(); ++i) {
    const std::string next = author_html(authors[i]);
    if (i + 1 == authors.size()) {
      names = words.fill(Word::kAnd, {{"a", names}, {"b", next}});
    } else {
      names += std::string(words[Word::kListSeparator]) + next;
    }
  }
  html.raw("<p class=\"byline\">").raw(words.fill(Word::kBy, {{"authors", names}})).raw("</p>\n");
}

void write_breadcrumbs(Html& html, const Site& site, const Post& post) {
  if (!post.date) return;
  const std::string year = std::to_string(local_date(*post.date).year);
  html.raw("<nav class=\"breadcrumbs\"").attribute("aria-label", site.words[Word::kBreadcrumbs]);
  html.raw(">\n<ol>\n<li><a").attribute("href", relative_url(post.path, kArchivesPath)).raw(">");
  html.text(site.words[Word::kArchive]).raw("</a></li>\n<li><a");
  html.attribute("href", relative_url(post.path, archive_year_path(year, 1))).raw(">");
  html.text(year).raw("</a></li>\n</ol>\n</nav>\n");
}

void write_dateline(Html& html, const Site& site, const Post& post, std::size_t words) {
  const Words& texts = site.words;
  html.raw("<p class=\"dateline\">");
  if (post.date) {
    const auto day = static_cast<std::size_t>(day_of_year(local_date(*post.date)));
    write_date(html, site, *post.date);
    html.raw(" <span class=\"folio\">").text(texts.count(site.language, Word::kDay, day));
    html.raw("</span>");
    if (post.updated && local_date(*post.updated) != local_date(*post.date)) {
      Html date;
      write_date(date, site, *post.updated);
      html.raw(" <span class=\"updated\">");
      html.raw(texts.fill(Word::kUpdated, {{"date", date.take()}})).raw("</span>");
    }
  }
  const std::size_t minutes = (words + kWordsPerMinute - 1) / kWordsPerMinute;
  if (minutes > 0) {
    html.raw(" <span class=\"reading-time\">");
    html.text(texts.count(site.language, Word::kReadingTime, minutes)).raw("</span>");
  }
  html.raw("</p>\n");
}

void write_link(Html& html, const Post& from, const PostLink& to) {
  html.raw("<a").attribute("href", relative_url(from.path, to.path)).raw(">").text(to.title);
  html.raw("</a>");
}

void write_neighbour(Html& html, const Site& site, const Post& post, const Post& other,
                     std::string_view relation, Word word) {
  html.raw("<a").attribute("rel", relation);
  html.attribute("href", relative_url(post.path, other.path)).raw("><span>");
  html.text(site.words[word]).raw("</span> <span");
  write_language(html, site, other.language);
  html.raw(">").text(other.title).raw("</span></a>\n");
}

}  // namespace

void write_post_header(Html& html, const Site& site, const Post& post, std::size_t words) {
  html.raw("<header class=\"post-header\">\n");
  write_breadcrumbs(html, site, post);
  write_dateline(html, site, post, post.date ? words : 0);
  html.raw("<h1");
  write_language(html, site, post.language);
  html.raw(">").text(post.title).raw("</h1>\n");
  write_authors(html, site.words, post.authors);
  write_tag_list(html, site, post.path, post.tags);
  html.raw("</header>\n");
}

void write_contents(Html& html, const Site& site, const Post& post,
                    const MarkdownDocument& document) {
  if (!wants_contents(post, document)) return;
  html.raw("<nav class=\"contents\"").attribute("aria-label", site.words[Word::kContents]);
  html.raw(">\n<details>\n<summary>").text(site.words[Word::kContents]).raw("</summary>\n<ol");
  write_language(html, site, post.language);
  html.raw(">\n");
  bool is_nested = false;
  bool is_open = false;
  for (const Heading& heading : document.headings) {
    if (!is_listed(heading)) continue;
    // A third level without a second above it stands as one.
    const bool nests = heading.level == 3 && is_open;
    if (nests && !is_nested) html.raw("\n<ol>\n");
    if (!nests && is_nested) html.raw("</ol>\n");
    if (!nests && is_open) html.raw("</li>\n");
    html.raw("<li><a").attribute("href", "#" + heading.id).raw(">").text(heading.text).raw("</a>");
    if (nests) html.raw("</li>\n");
    is_nested = nests;
    is_open = true;
  }
  if (is_nested) html.raw("</ol>\n");
  html.raw("</li>\n</ol>\n</details>\n</nav>\n");
}

void write_series(Html& html, const Site& site, const Post& post,
                  const std::vector<PostLink>& series) {
  if (series.size() < 2) return;
  const auto own = std::find_if(series.begin(), series.end(),
                                [&](const PostLink& part) { return part.path == post.path; });
  const std::string part = std::to_string(own - series.begin() + 1);
  const std::string count = std::to_string(series.size());
  Html name;
  name.raw("<a").attribute("href", relative_url(post.path, series_path(tag_slug(post.series), 1)));
  name.raw(">").text(post.series).raw("</a>");
  html.raw("<nav class=\"series\"").attribute("aria-label", site.words[Word::kSeries]);
  html.raw(">\n<p>");
  html.raw(
      site.words.fill(Word::kSeriesPart, {{"n", part}, {"count", count}, {"series", name.take()}}));
  html.raw("</p>\n<ol>\n");
  for (const PostLink& link : series) {
    html.raw("<li>");
    if (link.path == post.path) {
      html.raw("<span aria-current=\"page\">").text(link.title).raw("</span>");
    } else {
      write_link(html, post, link);
    }
    html.raw("</li>\n");
  }
  html.raw("</ol>\n</nav>\n");
}

void write_related(Html& html, const Site& site, const Post& post,
                   const std::vector<PostLink>& related) {
  if (related.empty()) return;
  html.raw("<section class=\"related\" aria-labelledby=\"related\">\n<h2 id=\"related\">");
  html.text(site.words[Word::kRelated]).raw("</h2>\n<ul>\n");
  for (const PostLink& link : related) {
    html.raw("<li>");
    write_link(html, post, link);
    html.raw("</li>\n");
  }
  html.raw("</ul>\n</section>\n");
}

void write_neighbours(Html& html, const Site& site, const Post& post, const Post* before,
                      const Post* after) {
  if (before == nullptr && after == nullptr) return;
  html.raw("<nav class=\"neighbours\"").attribute("aria-label", site.words[Word::kNeighbours]);
  html.raw(">\n");
  if (before != nullptr) {
    write_neighbour(html, site, post, *before, "prev", Word::kPreviousPost);
  }
  if (after != nullptr) write_neighbour(html, site, post, *after, "next", Word::kNextPost);
  html.raw("</nav>\n");
}

}  // namespace daybook
