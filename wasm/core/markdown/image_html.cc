#include "core/markdown/image_html.h"

namespace daybook {
namespace {

// What is wider than this could not be read on a telephone that shows all of it.
constexpr int kLegibleDiagramWidth = 480;

void write_attribute(HtmlOutput& out, std::string_view name, std::string_view value) {
  out.raw(" ");
  out.raw(name);
  out.raw("=\"");
  out.text(value);
  out.raw("\"");
}

void write_size(HtmlOutput& out, int width, int height) {
  if (width <= 0 || height <= 0) return;
  write_attribute(out, "width", std::to_string(width));
  write_attribute(out, "height", std::to_string(height));
}

void open_image(HtmlOutput& out, std::string_view url, std::string_view alternative) {
  out.raw("<img src=\"");
  out.url(url);
  out.raw("\"");
  write_attribute(out, "alt", alternative);
}

void close_image(HtmlOutput& out, bool is_lazy) {
  out.raw(is_lazy ? " loading=\"lazy\" decoding=\"async\">" : " decoding=\"async\">");
}

void write_candidate(HtmlOutput& out, const ImageVariant& variant) {
  out.url(variant.url);
  out.raw(" ");
  out.number(variant.width > 0 ? variant.width : variant.density);
  out.raw(variant.width > 0 ? "w" : "x");
}

void write_variants(HtmlOutput& out, std::string_view url, const ImageFacts& facts,
                    std::string_view sizes) {
  const bool is_by_width = !facts.variants.empty() && facts.variants.front().width > 0;
  if (facts.variants.empty() || (is_by_width && facts.width <= 0)) return;
  out.raw(" srcset=\"");
  for (const ImageVariant& variant : facts.variants) {
    write_candidate(out, variant);
    out.raw(", ");
  }
  // Where widths are told, browsers do not look at `src`.
  write_candidate(out, {std::string(url), is_by_width ? facts.width : 0, 1});
  out.raw("\"");
  if (is_by_width) write_attribute(out, "sizes", sizes);
}

}  // namespace

void write_image(HtmlOutput& out, const ImageElement& image, const MarkdownOptions& options) {
  open_image(out, image.url, image.alternative);
  if (!image.title.empty()) write_attribute(out, "title", image.title);
  if (options.image) {
    if (const std::optional<ImageFacts> facts = options.image(image.url)) {
      write_size(out, facts->width, facts->height);
      write_variants(out, image.url, *facts, options.image_sizes);
    }
  }
  close_image(out, image.is_lazy);
}

void write_diagram(HtmlOutput& out, const DiagramImage& image, std::string_view name) {
  const bool is_wide = image.width > kLegibleDiagramWidth;
  out.line();
  out.raw("<figure class=\"diagram\">");
  if (is_wide) {
    out.raw("<div class=\"wide\" role=\"group\"");
    write_attribute(out, "aria-label", name);
    out.raw(" tabindex=\"0\">");
  }
  open_image(out, image.url, image.alternative);
  write_size(out, image.width, image.height);
  close_image(out, true);
  if (is_wide) out.raw("</div>");
  out.raw("</figure>\n");
}

}  // namespace daybook
