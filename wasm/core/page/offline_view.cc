// The page that tells what is kept for reading offline, and the page in the place of one that is
// not.
#include "core/base/text.h"
#include "core/base/url.h"
#include "core/blog/route.h"
#include "core/page/index_parts.h"
#include "core/page/views.h"

namespace daybook {

Page offline_view(const Blog& blog) {
  const Site& site = blog.site();
  Page page{PageKind::kOffline};
  page.path = kOfflinePath;
  page.title = site.words[Word::kOffline];
  page.description = site.words.fill(Word::kOfflineAbout, {{"site", site.title}});
  page.is_indexable = false;
  Html html;
  write_masthead(html, escape_html(page.title), page.description);
  html.raw("<div id=\"offline\">\n<p>");
  html.text(site.words[Word::kOfflineNeeds]).raw("</p>\n</div>\n");
  page.main = html.take();
  return page;
}

Page not_kept_view(const Blog& blog, std::string_view path) {
  const Site& site = blog.site();
  Page page{PageKind::kOffline};
  page.status = 503;
  page.path = path;
  page.title = site.words[Word::kNotKeptTitle];
  page.description = site.words[Word::kNotKeptText];
  page.is_indexable = false;
  Html html;
  write_masthead(html, escape_html(page.title), page.description);
  html.raw("<p class=\"ways\"><a");
  html.attribute("href", relative_url(page.path, kOfflinePath)).raw(">");
  html.text(site.words[Word::kOffline]).raw("</a> <a");
  html.attribute("href", relative_url(page.path, "")).raw(">");
  html.text(site.words[Word::kAllEntries]).raw("</a></p>\n");
  page.main = html.take();
  return page;
}

}  // namespace daybook
