// Routes: which page a URL names, and the site path of every page Daybook makes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/blog/narrowing.h"

namespace daybook {

enum class FeedFormat { kRss, kAtom, kJson };

enum class RouteKind {
  kIndex,        // ``, `page/2/`
  kArchives,     // `archives/`
  kArchiveYear,  // `archives/2025/`, `archives/2025/page/2/`
  kTags,         // `tags/`
  kTag,          // `tags/linux/`, `tags/linux/page/2/`
  kSeries,       // `series/tables-on-s3/`, `series/tables-on-s3/page/2/`
  kView,         // `views/databases/`, `views/databases/page/2/`
  kSearch,       // `search/`
  kNotFound,     // `404.html`
  kFeed,         // `rss.xml`, `tags/linux/atom.xml`, `feed.json`, each of the site, a tag or a view
  kSitemap,      // `sitemap.xml`
  kRobots,       // `robots.txt`
  kLlms,         // `llms.txt`
  kOffline,      // `offline/`
  kOfflineList,  // `offline/list.json`, for the service worker alone
  kOther,        // a post or page, to be looked up by its path
};

struct Route {
  RouteKind kind = RouteKind::kOther;
  std::string path;         // decoded, without query; `index.html` cut off
  std::string slug;         // for kTag, kSeries and kView, and for the feed of a tag or view
  bool is_of_view = false;  // the feed of a view
  FeedFormat feed = FeedFormat::kRss;
  int year = 0;                 // for kArchiveYear
  std::size_t page_number = 1;  // from 1
  Narrowing narrowing;          // for kIndex
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
std::string view_path(std::string_view slug, std::size_t page_number);

// `page` is the path of what the feed is of: a tag, a view, or empty for the site.
std::string feed_path(FeedFormat format, std::string_view page);

inline constexpr std::string_view kSitemapPath = "sitemap.xml";
inline constexpr std::string_view kRobotsPath = "robots.txt";
inline constexpr std::string_view kLlmsPath = "llms.txt";
inline constexpr std::string_view kArchivesPath = "archives/";
inline constexpr std::string_view kTagsPath = "tags/";
inline constexpr std::string_view kViewsPath = "views/";
inline constexpr std::string_view kSearchPath = "search/";
inline constexpr std::string_view kNotFoundPath = "404.html";
inline constexpr std::string_view kWebManifestPath = "manifest.webmanifest";  // by the build
inline constexpr std::string_view kOfflinePath = "offline/";
inline constexpr std::string_view kOfflineListPath = "offline/list.json";

// The slug of the page of a tag or series; never empty (a name without a single letter goes by its
// bytes).
std::string tag_slug(std::string_view name);

}  // namespace daybook
