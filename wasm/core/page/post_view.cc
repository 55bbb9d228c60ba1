// A post, and a page outside the index.
#include "core/base/url.h"
#include "core/blog/published_source.h"
#include "core/blog/route.h"
#include "core/markdown/markdown.h"
#include "core/page/ledger.h"
#include "core/page/views.h"

namespace daybook {
namespace {

// A search engine shows about this much of a description.
constexpr std::size_t kMetaDescriptionBytes = 200;

// Maps what the author wrote to where it is published, relative to the post's page.
class Links {
 public:
  Links(const Blog& blog, const Post& post, const LinkMap& map)
      : blog_(blog), post_(post), map_(map) {}

  std::string resolve(std::string_view written) const {
    if (written.empty() || written.starts_with('#') || is_absolute_url(written)) {
      return std::string(written);
    }
    const std::size_t suffix_at = std::min(written.find_first_of("?#"), written.size());
    const std::string_view target = written.substr(0, suffix_at);
    const std::string_view suffix = written.substr(suffix_at);
    if (target.empty()) return std::string(written);
    return relative_url(post_.path, site_path(target) + std::string(suffix));
  }

 private:
  std::string site_path(std::string_view target) const {
    if (const auto mapped = map_.find(target); mapped != map_.end()) return mapped->second;
    const std::string resolved = resolve_path(post_.source, decode_percent(target));
    const std::string_view page = blog_.path_of_source(resolved);
    return page.empty() ? resolved : std::string(page);
  }

  const Blog& blog_;
  const Post& post_;
  const LinkMap& map_;
};

void write_authors(Html& html, const std::vector<Author>& authors) {
  if (authors.empty()) return;
  html.raw("<span class=\"authors\">by ");
  for (std::size_t i = 0; i < authors.size(); ++i) {
    if (i > 0) html.raw(i + 1 == authors.size() ? " and " : ", ");
    const Author& author = authors[i];
    const bool is_web = author.url.starts_with("https://") || author.url.starts_with("http://");
    if (is_web) html.raw("<a rel=\"author\"").attribute("href", author.url).raw(">");
    html.text(author.name);
    if (is_web) html.raw("</a>");
  }
  html.raw("</span>");
}

void write_header(Html& html, const Post& post) {
  html.raw("<header class=\"post-header\">\n");
  if (post.date) {
    html.raw("<p class=\"dateline\">");
    write_date(html, *post.date);
    html.raw(" <span class=\"folio\">day ");
    html.number(static_cast<std::size_t>(day_of_year(local_date(*post.date)))).raw("</span>");
    if (post.updated && local_date(*post.updated) != local_date(*post.date)) {
      html.raw(" <span class=\"updated\">updated ");
      write_date(html, *post.updated);
      html.raw("</span>");
    }
    html.raw("</p>\n");
  }
  html.raw("<h1>").text(post.title).raw("</h1>\n");
  if (!post.authors.empty()) {
    html.raw("<p class=\"byline\">");
    write_authors(html, post.authors);
    html.raw("</p>\n");
  }
  write_tag_list(html, post.path, post.tags);
  html.raw("</header>\n");
}

}  // namespace

Result<Page> post_view(const Blog& blog, const Post& post, std::string_view published_source) {
  const PublishedSource source = read_published_source(published_source);
  const Links links(blog, post, source.links);
  MarkdownOptions options;
  options.title = post.title;
  options.resolve = [&](std::string_view written, LinkKind) { return links.resolve(written); };
  TRY(const MarkdownDocument document, render_markdown(source.body, options));

  Page page{post.date ? PageKind::kPost : PageKind::kPage};
  page.path = post.path;
  page.title = post.title;
  page.description = post.description.empty() ? shorten(document.summary, kMetaDescriptionBytes)
                                              : post.description;
  page.language = post.language;
  page.canonical_url = post.canonical_url;
  page.image = post.image.url;
  page.published = post.date;
  page.updated = post.updated;
  page.is_indexable = !post.is_unlisted;

  Html html;
  html.raw("<article class=\"post\">\n");
  write_header(html, post);
  html.raw("<div class=\"prose\">\n").raw(document.html).raw("</div>\n</article>\n");
  html.raw("<p class=\"after\"><a").attribute("href", relative_url(page.path, ""));
  html.raw(">All entries</a></p>\n");
  page.main = html.take();
  return page;
}

}  // namespace daybook
