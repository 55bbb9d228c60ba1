#include "core/page/document.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/url.h"
#include "core/blog/route.h"
#include "core/page/content_security_policy.h"
#include "core/page/document_template.h"
#include "core/page/html.h"

namespace daybook {
namespace {

std::string_view kind_name(PageKind kind) {
  switch (kind) {
    case PageKind::kIndex: return "index";
    case PageKind::kPost: return "post";
    case PageKind::kPage: return "page";
    case PageKind::kTags: return "tags";
    case PageKind::kTag: return "tag";
    case PageKind::kArchives: return "archive";
    case PageKind::kNotFound: return "not-found";
  }
  return "";
}

std::string full_title(const Site& site, const Page& page) {
  return page.title.empty() ? site.title : page.title + " · " + site.title;
}

std::string absolute(const Site& site, std::string_view path_or_url) {
  return is_absolute_url(path_or_url) ? std::string(path_or_url)
                                      : site.url + encode_path(path_or_url);
}

// How deep below the root a page that does not exist is still drawn with its style: as many
// segments as permalinks usually have. A deeper one reads without.
constexpr std::array<std::string_view, 5> kDepths = {"", "../", "../../", "../../../",
                                                     "../../../../"};

// How code begins that the script colours.
constexpr std::string_view kCodeInALanguage = "<code class=\"language-";

void write_meta(Html& html, std::string_view attribute, std::string_view name,
                std::string_view content) {
  if (content.empty()) return;
  html.raw("<meta").attribute(attribute, name).attribute("content", content).raw(">\n");
}

void write_link(Html& html, std::string_view relation, std::string_view url) {
  html.raw("<link").attribute("rel", relation).attribute("href", url).raw(">\n");
}

void write_assets(Html& html, const Site& site, const Page& page) {
  const auto each_depth = [&](std::string_view path, auto write) {
    if (path.empty()) return;
    if (page.kind != PageKind::kNotFound) {
      write(relative_url(page.path, path));
      return;
    }
    for (const std::string_view depth : kDepths) write(std::string(depth) + encode_path(path));
  };
  each_depth(site.assets.icon, [&](const std::string& url) {
    html.raw("<link rel=\"icon\" type=\"image/svg+xml\"").attribute("href", url).raw(">\n");
  });
  // Ahead of the style sheet, which a script behind it would wait for. Where the address is unknown
  // the reader gets the theme a little later, from the other script, rather than wait for lookups
  // that miss.
  if (!site.assets.theme.empty() && page.kind != PageKind::kNotFound) {
    html.raw("<script").attribute("src", relative_url(page.path, site.assets.theme));
    html.raw("></script>\n");
  }
  each_depth(site.assets.style, [&](const std::string& url) {
    html.raw("<link rel=\"stylesheet\"").attribute("href", url).raw(">\n");
  });
  each_depth(site.assets.script, [&](const std::string& url) {
    html.raw("<script type=\"module\"").attribute("src", url).raw("></script>\n");
  });
  // The script asks for it too, a round trip later.
  if (!site.assets.code.empty() && page.main.find(kCodeInALanguage) != std::string::npos) {
    write_link(html, "modulepreload", relative_url(page.path, site.assets.code));
  }
}

std::string head(const Site& site, const Page& page) {
  Html html;
  write_meta(html, "name", "description", page.description);
  if (!page.is_indexable) write_meta(html, "name", "robots", "noindex");
  const bool has_address = page.kind != PageKind::kNotFound;
  const std::string canonical = page.canonical_url.empty() && !site.url.empty()
                                    ? absolute(site, page.path)
                                    : page.canonical_url;
  if (has_address && !canonical.empty()) write_link(html, "canonical", canonical);
  if (page.previous_path) write_link(html, "prev", relative_url(page.path, *page.previous_path));
  if (page.next_path) write_link(html, "next", relative_url(page.path, *page.next_path));
  if (has_address) {
    const bool is_article = page.kind == PageKind::kPost;
    write_meta(html, "property", "og:title", page.title.empty() ? site.title : page.title);
    write_meta(html, "property", "og:type", is_article ? "article" : "website");
    write_meta(html, "property", "og:site_name", site.title);
    write_meta(html, "property", "og:description", page.description);
    write_meta(html, "property", "og:url", canonical);
    if (!page.image.empty() && !(site.url.empty() && !is_absolute_url(page.image))) {
      write_meta(html, "property", "og:image", absolute(site, page.image));
    }
    if (page.published) {
      write_meta(html, "property", "article:published_time", format_rfc3339(*page.published));
    }
    if (page.updated) {
      write_meta(html, "property", "article:modified_time", format_rfc3339(*page.updated));
    }
    write_meta(html, "name", "twitter:card",
               page.image.empty() ? "summary" : "summary_large_image");
  }
  if (!site.assets.script.empty()) {
    html.raw("<link rel=\"alternate\" type=\"application/feed+json\"");
    html.attribute("title", site.title).attribute("href", relative_url(page.path, "posts.json"));
    html.raw(">\n");
  }
  write_assets(html, site, page);
  return html.take();
}

std::string header(const Site& site, const Page& page) {
  Html html;
  html.raw("<a class=\"site-title\"").attribute("href", relative_url(page.path, ""));
  if (page.path.empty()) html.raw(" aria-current=\"page\"");
  html.raw(">").text(site.title).raw("</a>\n");
  if (site.menu.empty()) return html.take();
  html.raw("<nav aria-label=\"Site\">\n<ul>\n");
  for (const MenuEntry& entry : site.menu) {
    const bool is_elsewhere = is_absolute_url(entry.path);
    const std::string path = is_elsewhere ? entry.path : resolve_path("", entry.path);
    html.raw("<li><a").attribute("href", is_elsewhere ? path : relative_url(page.path, path));
    if (!is_elsewhere && path == page.path) html.raw(" aria-current=\"page\"");
    html.raw(">").text(entry.name).raw("</a></li>\n");
  }
  html.raw("</ul>\n</nav>\n");
  return html.take();
}

std::string footer(const Site& site) {
  if (site.copyright.empty()) return "";
  return Html().raw("<p>").text(site.copyright).raw("</p>\n").take();
}

}  // namespace

std::string_view text_direction(std::string_view language) {
  constexpr std::array<std::string_view, 10> kRightToLeft = {"ar", "arc", "dv", "fa", "he",
                                                             "ks", "ps",  "sd", "ur", "yi"};
  const std::string primary = to_ascii_lower(language.substr(0, language.find_first_of("-_")));
  const bool is_rtl =
      std::find(kRightToLeft.begin(), kRightToLeft.end(), primary) != kRightToLeft.end();
  return is_rtl ? "rtl" : "ltr";
}

std::string redirect_document(const Site& site, std::string_view from, std::string_view to) {
  const std::string target = relative_url(from, to);
  Html html;
  html.raw("<!doctype html>\n<html").attribute("lang", site.language);
  html.raw(">\n<head>\n<meta charset=\"utf-8\">\n<title>Moved</title>\n");
  html.raw("<meta name=\"robots\" content=\"noindex\">\n");
  write_link(html, "canonical", site.url.empty() ? target : absolute(site, to));
  html.raw("<meta http-equiv=\"refresh\"").attribute("content", "0; url=" + target);
  html.raw(">\n</head>\n<body>\n<p><a").attribute("href", target);
  html.raw(">This page has moved.</a></p>\n</body>\n</html>\n");
  return html.take();
}

std::string document(const Site& site, const Page& page) {
  const std::string& language = page.language.empty() ? site.language : page.language;
  const std::array<std::pair<std::string_view, std::string>, 9> slots = {{
      {"language", escape_html(language)},
      {"direction", std::string(text_direction(language))},
      {"kind", std::string(kind_name(page.kind))},
      {"policy", escape_html(kContentSecurityPolicy)},
      {"title", escape_html(full_title(site, page))},
      {"head", head(site, page)},
      {"header", header(site, page)},
      {"main", page.main},
      {"footer", footer(site)},
  }};
  std::string out;
  out.reserve(kDocumentTemplate.size() + page.main.size() + 4096);
  std::string_view rest = kDocumentTemplate;
  for (std::size_t open = rest.find("{{"); open != std::string_view::npos; open = rest.find("{{")) {
    const std::size_t close = rest.find("}}", open);
    const std::string_view name = rest.substr(open + 2, close - open - 2);
    out += rest.substr(0, open);
    for (const auto& [slot, content] : slots) {
      if (slot == name) out += content;
    }
    rest.remove_prefix(close + 2);
  }
  out += rest;
  return out;
}

}  // namespace daybook
