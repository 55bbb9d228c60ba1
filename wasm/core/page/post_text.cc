#include "core/page/post_text.h"

#include <algorithm>

#include "core/base/url.h"

namespace daybook {
namespace {

// The measure of the text, as web/styles has it.
constexpr std::string_view kImageSizes = "(min-width: 44rem) 38rem, 90vw";

// What the build knows, as the text asks for it: by what the author wrote, and by where it is
// published.
class Lookups {
 public:
  Lookups(const Blog& blog, const Post& post, const SourceData& data, PostUse use)
      : blog_(blog), post_(post), data_(data), use_(use) {}

  std::string resolve(std::string_view written) const {
    const bool is_here = written.empty() || written.starts_with('#');
    if (is_here && use_ == PostUse::kFeed) return address(post_.path) + std::string(written);
    if (is_here || is_absolute_url(written)) return std::string(written);
    const std::size_t suffix_at = std::min(written.find_first_of("?#"), written.size());
    const std::string_view target = written.substr(0, suffix_at);
    const std::string_view suffix = written.substr(suffix_at);
    if (target.empty()) return std::string(written);
    return address(site_path(target)) + std::string(suffix);
  }

  std::optional<ImageFacts> image(std::string_view published) const {
    const auto known =
        data_.images.find(path_of(published.substr(0, published.find_first_of("?#"))));
    if (known == data_.images.end()) return std::nullopt;
    ImageFacts facts{known->second.width, known->second.height, {}};
    for (const PublishedVariant& variant : known->second.variants) {
      facts.variants.push_back({address(variant.path), variant.width});
    }
    return facts;
  }

  std::optional<DiagramImage> diagram(std::string_view source) const {
    const auto known = data_.diagrams.find(diagram_key(source));
    if (known == data_.diagrams.end()) return std::nullopt;
    const PublishedDiagram& drawn = known->second;
    return DiagramImage{address(drawn.path), drawn.width, drawn.height, drawn.alternative};
  }

 private:
  // How a document of this use refers to a site path, and back.
  std::string address(std::string_view path) const {
    if (use_ == PostUse::kFeed) return absolute_url(blog_.site(), path);
    return relative_url(post_.path, path);
  }
  std::string path_of(std::string_view address) const {
    const std::string& root = blog_.site().url;
    if (use_ == PostUse::kPage) return resolve_path(post_.path, decode_percent(address));
    return address.starts_with(root) ? decode_percent(address.substr(root.size())) : "";
  }

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
  PostUse use_;
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
  out.diagram = words[Word::kDiagram];
  return out;
}

// What a post's text is read by, wherever it will be read.
MarkdownOptions reading_options(const Site& site, const Post& post) {
  MarkdownOptions options;
  options.title = post.title;
  options.inline_math = post.has_math ? InlineMath::kOn : InlineMath::kOff;
  options.punctuation = site.has_smart_punctuation ? Punctuation::kSmart : Punctuation::kAsWritten;
  options.raw_html = site.has_trusted_html ? RawHtml::kTrusted : RawHtml::kOmitted;
  options.words = markdown_words(site.words);
  return options;
}

}  // namespace

Result<MarkdownDocument> render_post(const Blog& blog, const Post& post,
                                     const PublishedSource& source, PostUse use) {
  const Lookups lookups(blog, post, source.data, use);
  MarkdownOptions options = reading_options(blog.site(), post);
  options.resolve = [&](std::string_view written, LinkKind) { return lookups.resolve(written); };
  options.image = [&](std::string_view published) { return lookups.image(published); };
  options.diagram = [&](std::string_view diagram) { return lookups.diagram(diagram); };
  options.image_sizes = kImageSizes;
  options.notes = use == PostUse::kPage ? NotePlacement::kMargin : NotePlacement::kEnd;
  return render_markdown(source.body, options);
}

Result<std::vector<MarkdownSection>> post_sections(const Site& site, const Post& post,
                                                   std::string_view body) {
  return read_sections(body, reading_options(site, post));
}

}  // namespace daybook
