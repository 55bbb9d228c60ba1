// The search page: a form, and the place for what the script finds.
#include "core/base/url.h"
#include "core/blog/route.h"
#include "core/page/html.h"
#include "core/page/views.h"

namespace daybook {

Page search_view(const Blog& blog) {
  const Words& words = blog.site().words;
  Page page{PageKind::kSearch};
  page.path = kSearchPath;
  page.title = words[Word::kSearch];
  page.is_indexable = false;

  Html html;
  html.raw("<div class=\"masthead\">\n<h1>").text(page.title).raw("</h1>\n</div>\n");
  html.raw("<form class=\"filter search\" id=\"search\" role=\"search\">\n");
  html.raw("<label for=\"search-query\">").text(words[Word::kSearchLabel]).raw("</label>\n");
  html.raw("<input id=\"search-query\" type=\"search\" name=\"q\" autocomplete=\"off\"");
  html.attribute("placeholder", words[Word::kSearchHint]).raw(" spellcheck=\"false\">\n");
  html.raw("<button type=\"submit\" class=\"visually-hidden\" tabindex=\"-1\">");
  html.text(words[Word::kSearch]).raw("</button>\n");
  html.raw("<p class=\"note\">").text(words[Word::kSearchHelp]).raw("</p>\n</form>\n");
  // Until a script knows better.
  html.raw("<div id=\"found\">\n<p class=\"note\">").text(words[Word::kSearchNeeds]);
  html.raw(" <a").attribute("href", relative_url(page.path, kArchivesPath)).raw(">");
  html.text(words[Word::kArchive]).raw("</a></p>\n</div>\n");
  page.main = html.take();
  return page;
}

}  // namespace daybook
