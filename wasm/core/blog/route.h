// Routes: which page a URL names, and the site path of every page Daybook makes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace daybook {

enum class FeedFormat { kRss, kAtom, kJson };

enum class RouteKind {
  kIndex,        // ``, `page/2/`
  kArchives,     // `archives/`
  kArchiveYear,  // `archives/2025/`, `archives/2025/page/2/`
  kTags,         // `tags/`
  kTag,          // `tags/linux/`, `tags/linux/page/2/`
  kSeries,       // `series/tables-on-s3/`, `series/tables-on-s3/page/2/`
  kNotFound,     // `404.html`
  kFeed,         // `rss.xml`, `tags/linux/atom.xml`, `feed.json`, each of the site or of a tag
  kSitemap,      // `sitemap.xml`
  kRobots,       // `robots.txt`
  kLlms,         // `llms.txt`
  kOffline,      // `offline/`
  kOfflineList,  // `offline/list.json`, for the service worker alone
  kOther,        // a post or page, to be looked up by its path
};

struct Route {
  RouteKind kind = RouteKind::kOther;
  std::string path;  // decoded, without query; `index.html` cut off
  std::string slug;  // for kTag and kSeries, and for the feed of a tag
  FeedFormat feed = FeedFormat::kRss;
  int year = 0;                 // for kArchiveYear
  std::size_t page_number = 1;  // from 1
  std::string query;            // `q` of the query string, decoded; for kIndex
  // `of` of the query string, another site path, for kOffline*; nothing without a query
  std::optional<std::string> about;
};

// `url` is relative to the site's root, percent-encoded, with or without a query; a fragment is
// ignored. Every text has a route.
Route parse_route(std::string_view url);

std::string index_path(std::size_t page_number);
std::string archive_year_path(std::string_view year, std::size_t page_number);
std::string tag_path(std::string_view slug, std::size_t page_number);
std::string series_path(std::string_view slug, std::size_t page_number);

// `slug` is a tag's, or empty for the feed of the site.
std::string feed_path(FeedFormat format, std::string_view slug);

inline constexpr std::string_view kSitemapPath = "sitemap.xml";
inline constexpr std::string_view kRobotsPath = "robots.txt";
inline constexpr std::string_view kLlmsPath = "llms.txt";
inline constexpr std::string_view kArchivesPath = "archives/";
inline constexpr std::string_view kTagsPath = "tags/";
inline constexpr std::string_view kNotFoundPath = "404.html";
inline constexpr std::string_view kWebManifestPath = "manifest.webmanifest";  // by the build
inline constexpr std::string_view kOfflinePath = "offline/";
inline constexpr std::string_view kOfflineListPath = "offline/list.json";

// The slug of the page of a tag or series; never empty (a name without a single letter goes by its
// bytes).
std::string tag_slug(std::string_view name);

}  // namespace daybook
