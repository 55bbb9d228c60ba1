#include <algorithm>
#include <span>

#include "core/base/json_writer.h"
#include "core/base/sha256.h"
#include "core/base/url.h"
#include "core/blog/manifest.h"

namespace daybook {
namespace {

constexpr std::string_view kFeedVersion = "https://jsonfeed.org/version/1.1";

void write_authors(JsonWriter& json, const std::vector<Author>& authors) {
  if (authors.empty()) return;
  json.key("authors").begin_array();
  for (const Author& author : authors) {
    json.begin_object().member("name", author.name);
    json.member_if("url", author.url).end_object();
  }
  json.end_array();
}

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  if (values.empty()) return;
  json.key(key).begin_array();
  for (const std::string& value : values) json.value(value);
  json.end_array();
}

void write_item_data(JsonWriter& json, const Post& post) {
  json.key("_daybook").begin_object().member("path", post.path);
  if (post.source != post.path + "index.md") json.member("source", post.source);
  json.member_if("sha256", post.sha256);
  if (post.bytes > 0) json.member("bytes", post.bytes);
  write_strings(json, "categories", post.categories);
  json.member_if("series", post.series);
  if (post.series_order) json.member("series_order", *post.series_order);
  if (post.weight) json.member("weight", *post.weight);
  json.member_if("canonical_url", post.canonical_url);
  json.member_if("image_alt", post.image.alt);
  json.member_if("image_caption", post.image.caption);
  if (post.table_of_contents != TableOfContents::kAuto) {
    json.member("toc", post.table_of_contents == TableOfContents::kShown);
  }
  if (post.has_math) json.member("math", true);
  if (post.is_pinned) json.member("pinned", true);
  if (post.is_unlisted) json.member("unlisted", true);
  json.end_object();
}

void write_item(JsonWriter& json, const Site& site, const Post& post) {
  json.begin_object();
  const std::string url =
      site.url.empty() ? "/" + encode_path(post.path) : site.url + encode_path(post.path);
  json.member("id", url);
  if (!site.url.empty()) json.member("url", url);
  json.member("title", post.title);
  json.member("content_text", post.description);
  if (post.date) json.member("date_published", format_rfc3339(*post.date));
  if (post.updated) json.member("date_modified", format_rfc3339(*post.updated));
  write_strings(json, "tags", post.tags);
  write_authors(json, post.authors);
  json.member_if("language", post.language);
  if (!post.image.url.empty()) json.member("image", absolute_url(site, post.image.url));
  write_item_data(json, post);
  json.end_object();
}

void write_items(JsonWriter& json, const Site& site, std::string_view key,
                 std::span<const Post> posts) {
  json.key(key).begin_array();
  for (const Post& post : posts) {
    json.line();
    write_item(json, site, post);
  }
  json.line().end_array();
}

std::vector<Post> pinned_posts(const std::vector<Post>& posts) {
  std::vector<Post> pinned;
  for (const Post& post : posts) {
    if (post.is_pinned && pinned.size() < kMaxPinned) pinned.push_back(post);
  }
  return pinned;
}

void write_reference(JsonWriter& json, const ManifestReference& reference) {
  json.begin_object().member("path", reference.path).member("sha256", reference.sha256);
  json.member("posts", reference.posts).end_object();
}

void write_facets(JsonWriter& json, std::string_view key, const std::vector<Facet>& facets,
                  std::size_t limit) {
  json.key(key).begin_object();
  for (std::size_t i = 0; i < std::min(limit, facets.size()); ++i) {
    json.member(facets[i].name, facets[i].posts);
  }
  json.end_object();
}

void write_feed_start(JsonWriter& json, const Site& site, const ManifestReference* next) {
  json.begin_object().member("version", kFeedVersion).member("title", site.title);
  if (!site.url.empty()) {
    json.member("home_page_url", site.url);
    json.member("feed_url", site.url + std::string(kHeadPath));
  }
  json.member_if("description", site.description).member("language", site.language);
  if (next != nullptr) json.member("next_url", site.url + next->path);
  write_authors(json, site.authors);
}

void write_head_data(JsonWriter& json, const Site& site, const std::vector<Post>& posts,
                     const std::vector<Post>& pages, const ManifestReference* next) {
  std::vector<const Post*> all;
  for (const Post& post : posts) all.push_back(&post);
  const auto tags = count_tags(all);

  json.line().key("_daybook").begin_object();
  json.member("total", posts.size()).member("tags_total", tags.size());
  write_facets(json, "tags", tags, kMaxHeadTags);
  const auto years = count_years(all);
  write_facets(json, "years", years, years.size());
  const auto series = count_series(all);
  write_facets(json, "series", series, series.size());
  json.member("per_page", site.posts_per_page).member_if("copyright", site.copyright);
  json.member_if("url", site.url);
  if (site.has_trusted_html) json.member("trusted_html", true);
  if (site.has_smart_punctuation) json.member("smart_punctuation", true);
  if (site.has_social_images) json.member("social_images", true);
  if (site.is_kept_offline) json.member("offline", *site.is_kept_offline);
  json.key("menu").begin_array();
  for (const MenuEntry& entry : site.menu) {
    json.begin_object().member("name", entry.name).member("path", entry.path).end_object();
  }
  json.end_array();
  if (!site.views.empty()) {
    json.key("views").begin_array();
    for (const SavedView& view : site.views) {
      json.begin_object().member("name", view.name).member("query", view.query);
      json.member_if("description", view.description).member("list", view.list);
      json.member("sha256", view.sha256).member("posts", view.posts).end_object();
    }
    json.end_array();
  }
  json.key("assets").begin_object();
  json.member_if("core", site.assets.core).member_if("script", site.assets.script);
  json.member_if("theme", site.assets.theme).member_if("style", site.assets.style);
  json.member_if("font", site.assets.font).member_if("custom", site.assets.custom);
  json.member_if("icon", site.assets.icon).member_if("code", site.assets.code);
  json.member_if("math", site.assets.math).member_if("search", site.assets.search).end_object();
  if (!site.search.path.empty()) {
    json.key("search").begin_object().member("root", site.search.path);
    json.member_if("sha256", site.search.sha256).key("segments").begin_array();
    for (const std::string& digits : site.search.segments) json.value(digits);
    json.end_array().end_object();
  }
  if (const auto words = site.words.pairs(); !words.empty()) {
    json.key("words").begin_object();
    for (const auto& [key, text] : words) json.member(key, text);
    json.end_object();
  }
  if (next != nullptr) write_reference(json.key("next"), *next);
  write_items(json, site, "pages", pages);
  if (const auto pinned = pinned_posts(posts); !pinned.empty()) {
    write_items(json, site, "pinned", pinned);
  }
  json.end_object();
}

// A page behind the head, and how to refer to it.
struct WrittenPage {
  ManifestFile file;
  ManifestReference reference;
};

WrittenPage write_page(const Site& site, std::span<const Post> posts,
                       const std::vector<WrittenPage>& older_pages, bool lists_older) {
  const ManifestReference* next = older_pages.empty() ? nullptr : &older_pages.back().reference;
  JsonWriter json;
  write_feed_start(json, site, next);
  json.key("_daybook").begin_object();
  if (next != nullptr) write_reference(json.key("next"), *next);
  if (lists_older && next != nullptr) {
    json.key("older").begin_array();
    for (auto page = older_pages.rbegin(); page != older_pages.rend(); ++page) {
      write_reference(json.line(), page->reference);
    }
    json.end_array();
  }
  json.end_object();
  write_items(json, site, "items", posts);
  json.end_object().line();

  WrittenPage written;
  written.file.bytes = json.take();
  const Sha256 digest = sha256(written.file.bytes);
  written.file.path = "m/" + hex(digest).substr(0, 16) + ".json";
  written.reference = {written.file.path, base64url(digest), posts.size()};
  return written;
}

}  // namespace

std::vector<ManifestFile> write_manifest(const Site& site, const std::vector<Post>& posts,
                                         const std::vector<Post>& pages) {
  // Oldest page first: each names the next older one, whose hash must be known.
  const std::size_t in_head = std::min(kHeadPosts, posts.size());
  std::vector<WrittenPage> written;
  for (std::size_t end = posts.size(); end > in_head;) {
    const std::size_t begin = end - in_head > kPagePosts ? end - kPagePosts : in_head;
    const bool is_second = begin == in_head;
    written.push_back(
        write_page(site, std::span(posts).subspan(begin, end - begin), written, is_second));
    end = begin;
  }

  const ManifestReference* next = written.empty() ? nullptr : &written.back().reference;
  JsonWriter json;
  write_feed_start(json, site, next);
  write_head_data(json, site, posts, pages, next);
  write_items(json, site, "items", std::span(posts).first(in_head));
  json.end_object().line();

  std::vector<ManifestFile> files;
  for (WrittenPage& page : written) files.push_back(std::move(page.file));
  files.push_back({std::string(kHeadPath), json.take()});
  return files;
}

}  // namespace daybook
