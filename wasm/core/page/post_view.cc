// A post, and a page outside the index.
#include "core/base/url.h"
#include "core/blog/published_source.h"
#include "core/page/ledger.h"
#include "core/page/post_parts.h"
#include "core/page/post_text.h"
#include "core/page/social_image.h"
#include "core/page/views.h"

namespace daybook {
namespace {

// A search engine shows about this much of a description.
constexpr std::size_t kMetaDescriptionBytes = 200;

}  // namespace

Result<Page> post_view(const Blog& blog, const Post& post, std::string_view published_source) {
  const Site& site = blog.site();
  const PublishedSource source = read_published_source(published_source);
  TRY(const MarkdownDocument document, render_post(blog, post, source, PostUse::kPage));

  Page page{post.date ? PageKind::kPost : PageKind::kPage};
  page.path = post.path;
  page.title = post.title;
  page.description = post.description.empty() ? shorten(document.summary, kMetaDescriptionBytes)
                                              : post.description;
  page.canonical_url = post.canonical_url;
  page.image = post.image.url;
  page.image_alt = post.image.alt;
  if (std::string drawn = social_image_path(site, post); !drawn.empty()) {
    page.image = std::move(drawn);
    page.image_alt = post.title;
    page.has_social_image = true;
  }
  page.published = post.date;
  page.updated = post.updated;
  page.is_indexable = !post.is_unlisted;
  page.has_code = document.has_code;
  page.has_math = document.has_math;

  const auto number = blog.number_of(post);
  const Post* before = number ? blog.post(*number + 1) : nullptr;
  const Post* after = number && *number > 0 ? blog.post(*number - 1) : nullptr;
  if (before != nullptr) page.previous_path = before->path;
  if (after != nullptr) page.next_path = after->path;

  Html html;
  html.raw("<article class=\"post\">\n");
  write_post_header(html, site, post, document.words);
  write_contents(html, site, post, document);
  write_series(html, site, post, source.data.series);
  html.raw("<div class=\"prose\"");
  write_language(html, site, post.language);
  html.raw(">\n").raw(document.html).raw("</div>\n</article>\n");
  write_related(html, site, post, source.data.related);
  write_neighbours(html, site, post, before, after);
  if (before == nullptr && after == nullptr) {
    html.raw("<p class=\"after\"><a").attribute("href", relative_url(page.path, "")).raw(">");
    html.text(site.words[Word::kAllEntries]).raw("</a></p>\n");
  }
  page.main = html.take();
  return page;
}

}  // namespace daybook
