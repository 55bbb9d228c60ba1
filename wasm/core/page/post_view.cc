// A post, and a page outside the index.
#include "core/base/url.h"
#include "core/blog/published_source.h"
#include "core/blog/route.h"
#include "core/markdown/markdown.h"
#include "core/page/ledger.h"
#include "core/page/post_parts.h"
#include "core/page/views.h"

namespace daybook {
namespace {

// A search engine shows about this much of a description.
constexpr std::size_t kMetaDescriptionBytes = 200;

// The measure of the text, as web/styles has it.
constexpr std::string_view kImageSizes = "(min-width: 44rem) 38rem, 90vw";

// What the build knows, as the text asks for it: by what the author wrote, and relative to the
// post's page.
class Lookups {
 public:
  Lookups(const Blog& blog, const Post& post, const SourceData& data)
      : blog_(blog), post_(post), data_(data) {}

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

  std::optional<ImageFacts> image(std::string_view published) const {
    const std::string_view target = published.substr(0, published.find_first_of("?#"));
    const auto known = data_.images.find(resolve_path(post_.path, decode_percent(target)));
    if (known == data_.images.end()) return std::nullopt;
    ImageFacts facts{known->second.width, known->second.height, {}};
    for (const PublishedVariant& variant : known->second.variants) {
      facts.variants.push_back({relative_url(post_.path, variant.path), variant.width});
    }
    return facts;
  }

  std::optional<DiagramImage> diagram(std::string_view source) const {
    const auto known = data_.diagrams.find(diagram_key(source));
    if (known == data_.diagrams.end()) return std::nullopt;
    const PublishedDiagram& drawn = known->second;
    return DiagramImage{relative_url(post_.path, drawn.path), drawn.width, drawn.height,
                        drawn.alternative};
  }

 private:
  std::string site_path(std::string_view target) const {
    if (const auto mapped = data_.links.find(target); mapped != data_.links.end()) {
      return mapped->second;
    }
    const std::string resolved = resolve_path(post_.source, decode_percent(target));
    const std::string_view page = blog_.path_of_source(resolved);
    return page.empty() ? resolved : std::string(page);
  }

  const Blog& blog_;
  const Post& post_;
  const SourceData& data_;
};

MarkdownWords markdown_words(const Words& words) {
  MarkdownWords out;
  out.note = words[Word::kNote];
  out.tip = words[Word::kTip];
  out.important = words[Word::kImportant];
  out.warning = words[Word::kWarning];
  out.caution = words[Word::kCaution];
  out.footnotes = words[Word::kFootnotes];
  out.back_to_reference = words[Word::kBackToReference];
  out.formula = words[Word::kFormula];
  out.table = words[Word::kTable];
  return out;
}

}  // namespace

Result<Page> post_view(const Blog& blog, const Post& post, std::string_view published_source) {
  const Site& site = blog.site();
  const PublishedSource source = read_published_source(published_source);
  const Lookups lookups(blog, post, source.data);
  MarkdownOptions options;
  options.title = post.title;
  options.resolve = [&](std::string_view written, LinkKind) { return lookups.resolve(written); };
  options.image = [&](std::string_view published) { return lookups.image(published); };
  options.diagram = [&](std::string_view diagram) { return lookups.diagram(diagram); };
  options.image_sizes = kImageSizes;
  options.inline_math = post.has_math ? InlineMath::kOn : InlineMath::kOff;
  options.punctuation = site.has_smart_punctuation ? Punctuation::kSmart : Punctuation::kAsWritten;
  options.words = markdown_words(site.words);
  TRY(const MarkdownDocument document, render_markdown(source.body, options));

  Page page{post.date ? PageKind::kPost : PageKind::kPage};
  page.path = post.path;
  page.title = post.title;
  page.description = post.description.empty() ? shorten(document.summary, kMetaDescriptionBytes)
                                              : post.description;
  page.canonical_url = post.canonical_url;
  page.image = post.image.url;
  page.published = post.date;
  page.updated = post.updated;
  page.is_indexable = !post.is_unlisted;

  const auto number = blog.number_of(post);
  const Post* before = number ? blog.post(*number + 1) : nullptr;
  const Post* after = number && *number > 0 ? blog.post(*number - 1) : nullptr;
  if (before != nullptr) page.previous_path = before->path;
  if (after != nullptr) page.next_path = after->path;

  Html html;
  html.raw("<article class=\"post\"");
  write_language(html, site, post.language);
  html.raw(">\n");
  write_post_header(html, site, post, document.words);
  write_contents(html, site, post, document);
  write_series(html, site, post, source.data.series);
  html.raw("<div class=\"prose\">\n").raw(document.html).raw("</div>\n</article>\n");
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
