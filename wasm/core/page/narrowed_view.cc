// The index narrowed by what a reader typed and chose.
#include <algorithm>

#include "core/page/index_parts.h"
#include "core/page/ledger.h"
#include "core/page/views.h"

namespace daybook {
namespace {

// Whether posts may be missing from the list; an order alone hides none.
bool is_filter(const Narrowing& narrowing) {
  return !narrowing.without("sort").without("more").is_empty();
}

// As many as `show` says, within the limits.
std::size_t shown_of(const Narrowing& narrowing) {
  std::size_t shown = 0;
  for (const char c : narrowing["show"].substr(0, 4)) {
    if (c >= '0' && c <= '9') shown = shown * 10 + static_cast<std::size_t>(c - '0');
  }
  return std::clamp(shown, kMatchesAtFirst, kMaxMatchesShown);
}

void write_count(Html& html, const Site& site, const Narrowing& narrowing, const Filtered& found,
                 Coverage coverage, std::size_t shown) {
  const auto counted = [&](Word word, std::size_t count) {
    return site.words.count(site.language, word, count);
  };
  const std::size_t count = found.posts.size();
  html.raw("<p class=\"note\" data-count>");
  if (count == 0) {
    html.text(site.words[Word::kNoMatch]);
  } else {
    html.text(counted(is_filter(narrowing) ? Word::kMatches : Word::kEntries, count));
  }
  if (coverage == Coverage::kPostsSoFar) html.raw(" ").text(site.words[Word::kMoreOnTheirWay]);
  if (shown < count) html.raw(" ").text(counted(Word::kFirstShown, shown));
  if (count == 0 && coverage == Coverage::kAllPosts) {
    html.raw(" <a href=\"./\">").text(site.words[Word::kAllEntries]).raw("</a>");
  }
  html.raw("</p>\n");
}

}  // namespace

Page narrowed_index_view(const Blog& blog, const Narrowing& narrowing, const Filtered& found,
                         Coverage coverage) {
  const Site& site = blog.site();
  Page page{PageKind::kIndex};
  page.description = site.description;
  page.is_indexable = false;
  auto posts = found.posts;
  posts.resize(std::min(posts.size(), shown_of(narrowing)));

  Html html;
  write_index_start(html, site, page.path, narrowing["q"]);
  write_choices(html, site, narrowing, found);
  html.raw("<div class=\"found\">\n");
  write_count(html, site, narrowing, found, coverage, posts.size());
  if (found.posts.size() > 1) write_orders(html, site, narrowing, found.order);
  html.raw("</div>\n");
  if (found.order == Order::kBest) {
    write_ranked_ledger(html, site, page.path, posts, &found.matcher);
  } else {
    write_ledger(html, site, page.path, posts, &found.matcher);
  }
  if (posts.size() < std::min(found.posts.size(), kMaxMatchesShown)) {
    const std::string more = std::to_string(posts.size() + kMatchesAtFirst);
    html.raw("<p class=\"rest\"><a");
    html.attribute("href", narrowing.with("show", more).suffix()).raw(">");
    html.text(site.words[Word::kShowMore]).raw("</a></p>\n");
  }
  html.raw("</div>\n");
  page.main = html.take();
  return page;
}

}  // namespace daybook
