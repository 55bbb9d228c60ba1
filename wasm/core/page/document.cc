#include "core/page/document.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/json_writer.h"
#include "core/base/url.h"
#include "core/blog/route.h"
#include "core/markdown/url_policy.h"
#include "core/page/content_security_policy.h"
#include "core/page/document_template.h"
#include "core/page/html.h"
#include "core/page/ledger.h"
#include "core/page/social_image.h"

namespace daybook {
namespace {

std::string_view kind_name(PageKind kind) {
  switch (kind) {
    case PageKind::kIndex: return "index";
    case PageKind::kPost: return "post";
    case PageKind::kPage: return "page";
    case PageKind::kTags: return "tags";
    case PageKind::kTag: return "tag";
    case PageKind::kSeries: return "series";
    case PageKind::kView: return "view";
    case PageKind::kArchives: return "archive";
    case PageKind::kOffline: return "offline";
    case PageKind::kSearch: return "search";
    case PageKind::kNotFound: return "not-found";
    case PageKind::kFile: break;
  }
  return "";
}

std::string full_title(const Site& site, const Page& page) {
  return page.title.empty() ? site.title : page.title + " · " + site.title;
}

// How deep below the root a page that does not exist is still drawn with its style: as many
// segments as permalinks usually have. A deeper one reads without.
constexpr std::array<std::string_view, 5> kDepths = {"", "../", "../../", "../../../",
                                                     "../../../../"};

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
  // Where the address is unknown a link would name another site's.
  if (site.is_kept_offline == true && page.kind != PageKind::kNotFound) {
    write_link(html, "manifest", relative_url(page.path, kWebManifestPath));
  }
  // Ahead of the style sheet, which a script behind it would wait for. Where the address is unknown
  // the reader gets the theme a little later, from the other script, rather than wait for lookups
  // that miss.
  if (!site.assets.theme.empty() && page.kind != PageKind::kNotFound) {
    html.raw("<script").attribute("src", relative_url(page.path, site.assets.theme));
    html.raw("></script>\n");
  }
  if (!site.assets.font.empty() && page.kind != PageKind::kNotFound) {
    html.raw("<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin");
    html.attribute("href", relative_url(page.path, site.assets.font)).raw(">\n");
  }
  for (const std::string& style : {site.assets.style, site.assets.custom}) {
    each_depth(style, [&](const std::string& url) {
      html.raw("<link rel=\"stylesheet\"").attribute("href", url).raw(">\n");
    });
  }
  each_depth(site.assets.script, [&](const std::string& url) {
    html.raw("<script type=\"module\"").attribute("src", url).raw("></script>\n");
  });
  // The script asks for it too, a round trip later.
  if (!site.assets.code.empty() && page.has_code) {
    write_link(html, "modulepreload", relative_url(page.path, site.assets.code));
  }
  // Holds up the first frame, for a moment at most (web/app/early.ts), so that words do not move
  // when formulas take less room than their TeX.
  if (!site.assets.math.empty() && page.has_math) {
    html.raw("<script type=\"module\" blocking=\"render\"");
    html.attribute("src", relative_url(page.path, site.assets.math)).raw("></script>\n");
  }
}

// For the script, in the languages that it has no words of.
void write_script_words(Html& html, const Words& words) {
  if (words.script_words().empty()) return;
  JsonWriter json;
  json.begin_object();
  for (const auto& [key, text] : words.script_words()) json.member(key, text);
  json.end_object();
  write_meta(html, "name", "words", json.take());
}

void write_feed_links(Html& html, const Site& site, const Page& page) {
  const auto add = [&](std::string_view type, std::string_view path, std::string_view title) {
    html.raw("<link rel=\"alternate\"").attribute("type", type).attribute("title", title);
    html.attribute("href", relative_url(page.path, path)).raw(">\n");
  };
  if (!site.url.empty()) {
    add("application/rss+xml", feed_path(FeedFormat::kRss, ""), site.title);
    add("application/atom+xml", feed_path(FeedFormat::kAtom, ""), site.title);
    if (!page.feeds.empty()) {
      add("application/atom+xml", feed_path(FeedFormat::kAtom, page.feeds), full_title(site, page));
    }
  }
  if (!site.assets.script.empty()) add("application/feed+json", "posts.json", site.title);
}

std::string head(const Site& site, const Page& page) {
  Html html;
  write_meta(html, "name", "description", page.description);
  if (!page.is_indexable) write_meta(html, "name", "robots", "noindex");
  const bool has_address = page.kind != PageKind::kNotFound;
  const std::string canonical = page.canonical_url.empty() && !site.url.empty()
                                    ? absolute_url(site, page.path)
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
      const std::string image = absolute_url(site, page.image);
      write_meta(html, "property", "og:image", image);
      if (page.has_social_image) {
        write_meta(html, "property", "og:image:width", std::to_string(kSocialImageWidth));
        write_meta(html, "property", "og:image:height", std::to_string(kSocialImageHeight));
      }
      write_meta(html, "property", "og:image:alt", page.image_alt);
      write_meta(html, "name", "twitter:image", image);
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
  write_feed_links(html, site, page);
  write_assets(html, site, page);
  write_script_words(html, site.words);
  return html.take();
}

std::string header(const Site& site, const Page& page) {
  Html html;
  html.raw("<a class=\"site-title\"").attribute("href", relative_url(page.path, ""));
  if (page.path.empty()) html.raw(" aria-current=\"page\"");
  html.raw(">").text(site.title).raw("</a>\n");
  if (site.menu.empty()) return html.take();
  html.raw("<nav").attribute("aria-label", site.words[Word::kMenu]).raw(">\n<ul>\n");
  for (const MenuEntry& entry : site.menu) {
    if (!may_publish(entry.path, LinkKind::kLink)) continue;
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

std::string redirect_document(const Site& site, std::string_view from, std::string_view to) {
  const std::string target = relative_url(from, to);
  Html html;
  html.raw("<!doctype html>\n<html").attribute("lang", site.language);
  html.raw(">\n<head>\n<meta charset=\"utf-8\">\n<title>");
  html.text(site.words[Word::kMovedTitle]).raw("</title>\n");
  html.raw("<meta name=\"robots\" content=\"noindex\">\n");
  write_link(html, "canonical", site.url.empty() ? target : absolute_url(site, to));
  html.raw("<meta http-equiv=\"refresh\"").attribute("content", "0; url=" + target);
  html.raw(">\n</head>\n<body>\n<p><a").attribute("href", target);
  html.raw(">").text(site.words[Word::kMoved]).raw("</a></p>\n</body>\n</html>\n");
  return html.take();
}

std::string document(const Site& site, const Page& page) {
  if (page.kind == PageKind::kFile) return page.main;
  const std::array<std::pair<std::string_view, std::string>, 10> slots = {{
      {"language", escape_html(site.language)},
      {"direction", std::string(text_direction(site.language))},
      {"skip", escape_html(site.words[Word::kSkip])},
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
