#include "core/page/feeds.h"

#include <algorithm>

#include "core/base/json_writer.h"
#include "core/base/text.h"
#include "core/page/html.h"

namespace daybook {
namespace {

constexpr std::string_view kXmlDeclaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

// XML knows no control characters, not even as references.
std::string without_controls(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 || c == '\t' || c == '\n') out += c;
  }
  return out;
}

// `<name>text</name>`, unless there is no text.
void element(Html& xml, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  xml.raw("<").raw(name).raw(">").text(without_controls(text)).raw("</").raw(name).raw(">\n");
}

void link(Html& xml, std::string_view relation, std::string_view type, std::string_view url) {
  xml.raw("<link").attribute("rel", relation);
  if (!type.empty()) xml.attribute("type", type);
  xml.attribute("href", url).raw("/>\n");
}

Timestamp changed(const Post& post) {
  const Timestamp written = post.date.value_or(Timestamp{});
  const Timestamp updated = post.updated.value_or(written);
  return updated.utc_seconds > written.utc_seconds ? updated : written;
}

Timestamp last_change(const std::vector<FeedEntry>& entries) {
  Timestamp last;
  for (const FeedEntry& entry : entries) {
    const Timestamp time = changed(*entry.post);
    if (time.utc_seconds > last.utc_seconds) last = time;
  }
  return last;
}

// The address that names a post for good: its own, also where it was published elsewhere first.
std::string post_url(const Site& site, const Post& post) { return absolute_url(site, post.path); }

const std::vector<Author>& authors_of(const Site& site, const Post& post) {
  return post.authors.empty() ? site.authors : post.authors;
}

std::string rss_file(const Site& site, const Feed& feed, const std::vector<FeedEntry>& entries) {
  Html xml;
  xml.raw(kXmlDeclaration);
  xml.raw(
      "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n");
  element(xml, "title", feed.title);
  element(xml, "link", absolute_url(site, feed.page));
  element(xml, "description", feed.description.empty() ? feed.title : feed.description);
  element(xml, "language", site.language);
  if (!entries.empty()) element(xml, "lastBuildDate", format_rfc822(last_change(entries)));
  xml.raw("<atom:link rel=\"self\" type=\"application/rss+xml\"");
  xml.attribute("href", absolute_url(site, feed.path)).raw("/>\n");
  for (const FeedEntry& entry : entries) {
    const Post& post = *entry.post;
    xml.raw("<item>\n");
    element(xml, "title", post.title);
    element(xml, "link", post_url(site, post));
    element(xml, "guid", post_url(site, post));
    if (post.date) element(xml, "pubDate", format_rfc822(*post.date));
    for (const Author& author : authors_of(site, post)) element(xml, "dc:creator", author.name);
    for (const std::string& tag : post.tags) element(xml, "category", tag);
    element(xml, "description", post.description);
    element(xml, "content:encoded", entry.html);
    xml.raw("</item>\n");
  }
  return xml.raw("</channel>\n</rss>\n").take();
}

void atom_authors(Html& xml, const std::vector<Author>& authors) {
  for (const Author& author : authors) {
    xml.raw("<author>\n");
    element(xml, "name", author.name);
    element(xml, "uri", author.url);
    xml.raw("</author>\n");
  }
}

std::string atom_file(const Site& site, const Feed& feed, const std::vector<FeedEntry>& entries) {
  Html xml;
  xml.raw(kXmlDeclaration).raw("<feed xmlns=\"http://www.w3.org/2005/Atom\"");
  xml.attribute("xml:lang", site.language).raw(">\n");
  element(xml, "title", feed.title);
  element(xml, "subtitle", feed.description);
  element(xml, "id", absolute_url(site, feed.path));
  element(xml, "updated", format_rfc3339(last_change(entries)));
  link(xml, "self", "application/atom+xml", absolute_url(site, feed.path));
  link(xml, "alternate", "text/html", absolute_url(site, feed.page));
  // An entry needs an author, if not its own then the feed's.
  atom_authors(xml, site.authors.empty() ? std::vector<Author>{{site.title, ""}} : site.authors);
  for (const FeedEntry& entry : entries) {
    const Post& post = *entry.post;
    xml.raw("<entry");
    if (!post.language.empty()) xml.attribute("xml:lang", post.language);
    xml.raw(">\n");
    element(xml, "title", post.title);
    element(xml, "id", post_url(site, post));
    link(xml, "alternate", "text/html", post_url(site, post));
    if (post.date) element(xml, "published", format_rfc3339(*post.date));
    element(xml, "updated", format_rfc3339(changed(post)));
    atom_authors(xml, post.authors);
    for (const std::string& tag : post.tags) {
      xml.raw("<category").attribute("term", without_controls(tag)).raw("/>\n");
    }
    element(xml, "summary", post.description);
    xml.raw("<content type=\"html\">").text(without_controls(entry.html)).raw("</content>\n");
    xml.raw("</entry>\n");
  }
  return xml.raw("</feed>\n").take();
}

void json_authors(JsonWriter& json, const std::vector<Author>& authors) {
  if (authors.empty()) return;
  json.key("authors").begin_array();
  for (const Author& author : authors) {
    json.begin_object().member("name", author.name).member_if("url", author.url).end_object();
  }
  json.end_array();
}

std::string json_file(const Site& site, const Feed& feed, const std::vector<FeedEntry>& entries) {
  JsonWriter json;
  json.begin_object().member("version", "https://jsonfeed.org/version/1.1");
  json.member("title", feed.title).member("home_page_url", absolute_url(site, feed.page));
  json.member("feed_url", absolute_url(site, feed.path));
  json.member_if("description", feed.description).member("language", site.language);
  json_authors(json, site.authors);
  json.key("items").begin_array();
  for (const FeedEntry& entry : entries) {
    const Post& post = *entry.post;
    json.line().begin_object().member("id", post_url(site, post));
    json.member("url", post_url(site, post)).member("title", post.title);
    json.member_if("external_url", post.canonical_url).member("content_html", entry.html);
    json.member_if("summary", post.description);
    if (!post.image.url.empty()) json.member("image", absolute_url(site, post.image.url));
    if (post.date) json.member("date_published", format_rfc3339(*post.date));
    if (post.updated) json.member("date_modified", format_rfc3339(*post.updated));
    if (!post.tags.empty()) {
      json.key("tags").begin_array();
      for (const std::string& tag : post.tags) json.value(tag);
      json.end_array();
    }
    json_authors(json, post.authors);
    json.member_if("language", post.language).end_object();
  }
  json.line().end_array().end_object().line();
  return json.take();
}

void sitemap_url(Html& xml, const Site& site, std::string_view path, const Post* post) {
  xml.raw("<url><loc>").text(absolute_url(site, path)).raw("</loc>");
  if (post != nullptr && post->date) {
    xml.raw("<lastmod>").raw(format_rfc3339(changed(*post))).raw("</lastmod>");
  }
  xml.raw("</url>\n");
}

}  // namespace

std::string feed_file(const Site& site, const Feed& feed, const std::vector<FeedEntry>& entries) {
  switch (feed.format) {
    case FeedFormat::kRss: return rss_file(site, feed, entries);
    case FeedFormat::kAtom: return atom_file(site, feed, entries);
    case FeedFormat::kJson: break;
  }
  return json_file(site, feed, entries);
}

std::string sitemap_file(const Blog& blog, const std::vector<const Post*>& posts) {
  const Site& site = blog.site();
  Html xml;
  xml.raw(kXmlDeclaration);
  xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
  sitemap_url(xml, site, "", nullptr);
  std::size_t urls = 1;
  const auto add = [&](const Post& post) {
    const bool is_own = post.canonical_url.empty() && !post.is_unlisted;
    if (!is_own || urls == kMaxSitemapUrls) return;
    sitemap_url(xml, site, post.path, &post);
    ++urls;
  };
  for (const Post& page : blog.head().pages) add(page);
  for (const Post* post : posts) add(*post);
  return xml.raw("</urlset>\n").take();
}

std::string robots_file(const Site& site) {
  return "User-agent: *\nAllow: /\n\nSitemap: " + absolute_url(site, kSitemapPath) + "\n";
}

std::string llms_file(const Blog& blog, const std::vector<const Post*>& posts) {
  const Site& site = blog.site();
  std::string out = "# " + collapse_space(site.title) + "\n";
  if (!site.description.empty()) out += "\n> " + collapse_space(site.description) + "\n";
  const auto add = [&](const Post& post) {
    std::string title = collapse_space(post.title);
    std::replace(title.begin(), title.end(), '[', '(');
    std::replace(title.begin(), title.end(), ']', ')');
    out += "- [" + title + "](" + absolute_url(site, post.source) + ")";
    if (post.date) out += " (" + format_iso_date(local_date(*post.date)) + ")";
    if (!post.description.empty()) out += ": " + collapse_space(post.description);
    out += '\n';
  };
  if (!posts.empty()) out += "\n## Posts\n\n";
  for (const Post* post : posts) add(*post);
  const auto& pages = blog.head().pages;
  const auto is_listed = [](const Post& page) { return !page.is_unlisted; };
  if (std::any_of(pages.begin(), pages.end(), is_listed)) out += "\n## Pages\n\n";
  for (const Post& page : pages) {
    if (is_listed(page)) add(page);
  }
  return out;
}

}  // namespace daybook
