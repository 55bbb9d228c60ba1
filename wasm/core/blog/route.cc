#include "core/blog/route.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/base/url.h"

namespace daybook {
namespace {

// A whole positive number without leading zeros, of at most seven digits.
std::optional<std::size_t> parse_number(std::string_view text) {
  if (text.empty() || text.size() > 7 || text.front() == '0') return std::nullopt;
  std::size_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

// Cuts a trailing `page`, `N` off; false where something else stands there. Page 1 has no such
// suffix.
bool take_page_number(std::vector<std::string_view>& segments, std::size_t first, Route& route) {
  if (segments.size() == first) return true;
  if (segments.size() != first + 2 || segments[first] != "page") return false;
  const auto number = parse_number(segments[first + 1]);
  if (!number || *number < 2) return false;
  route.page_number = *number;
  segments.resize(first);
  return true;
}

RouteKind kind_of(std::vector<std::string_view>& segments, Route& route) {
  if (take_page_number(segments, 0, route)) return RouteKind::kIndex;
  if (segments[0] == "archives") {
    if (segments.size() == 1) return RouteKind::kArchives;
    const auto year = parse_number(segments[1]);
    if (!year || *year > 9999 || !take_page_number(segments, 2, route)) return RouteKind::kOther;
    route.year = static_cast<int>(*year);
    return RouteKind::kArchiveYear;
  }
  const bool is_series = segments[0] == "series" && segments.size() > 1;
  if (segments[0] == "tags" || is_series) {
    if (segments.size() == 1) return RouteKind::kTags;
    const std::string_view slug = segments[1];
    if (!take_page_number(segments, 2, route)) return RouteKind::kOther;
    route.slug = slug;
    return is_series ? RouteKind::kSeries : RouteKind::kTag;
  }
  return RouteKind::kOther;
}

constexpr std::array<std::string_view, 3> kFeedFiles = {"rss.xml", "atom.xml", "feed.json"};

// What Daybook has under fixed names, files most of it.
bool has_own_name(Route& route) {
  constexpr std::array<std::pair<std::string_view, RouteKind>, 6> kFiles = {{
      {kNotFoundPath, RouteKind::kNotFound},
      {kOfflinePath, RouteKind::kOffline},
      {kOfflineListPath, RouteKind::kOfflineList},
      {kSitemapPath, RouteKind::kSitemap},
      {kRobotsPath, RouteKind::kRobots},
      {kLlmsPath, RouteKind::kLlms},
  }};
  for (const auto& [path, kind] : kFiles) {
    if (route.path != path) continue;
    route.kind = kind;
    return true;
  }
  for (std::size_t i = 0; i < kFeedFiles.size(); ++i) {
    if (!route.path.ends_with(kFeedFiles[i])) continue;
    std::string_view folder = route.path;
    folder.remove_suffix(kFeedFiles[i].size());
    const bool is_tag = folder.starts_with(kTagsPath) && folder.size() > kTagsPath.size() &&
                        folder.find('/', kTagsPath.size()) == folder.size() - 1;
    if (!folder.empty() && !is_tag) continue;
    route.kind = RouteKind::kFeed;
    route.feed = static_cast<FeedFormat>(i);
    if (is_tag) {
      folder.remove_suffix(1);
      route.slug = folder.substr(kTagsPath.size());
    }
    return true;
  }
  return false;
}

std::string query_value(std::string_view query, std::string_view name) {
  for (const std::string_view pair : split(query, '&')) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (pair.substr(0, equals) != name || equals == pair.size()) continue;
    return to_valid_utf8(decode_query(pair.substr(equals + 1)));
  }
  return "";
}

std::string with_page_number(std::string path, std::size_t page_number) {
  if (page_number > 1) path += "page/" + std::to_string(page_number) + "/";
  return path;
}

}  // namespace

Route parse_route(std::string_view url) {
  const std::string_view without_fragment = url.substr(0, url.find('#'));
  const std::size_t query_at = std::min(without_fragment.find('?'), without_fragment.size());

  Route route;
  route.path = decode_percent(without_fragment.substr(0, query_at));
  constexpr std::string_view kIndexFile = "index.html";
  if (route.path == kIndexFile || route.path.ends_with("/index.html")) {
    route.path.resize(route.path.size() - kIndexFile.size());
  }
  const std::string_view query =
      query_at < without_fragment.size() ? without_fragment.substr(query_at + 1) : "";
  if (has_own_name(route)) {
    if (!query.empty()) route.about = query_value(query, "of");
    return route;
  }
  // Every page is a folder; a path without its closing slash is none of ours.
  if (!route.path.empty() && !route.path.ends_with('/')) return route;

  auto segments = split(route.path, '/');
  segments.pop_back();
  route.kind = kind_of(segments, route);
  if (route.kind == RouteKind::kIndex) route.query = query_value(query, "q");
  return route;
}

std::string index_path(std::size_t page_number) { return with_page_number("", page_number); }

std::string archive_year_path(std::string_view year, std::size_t page_number) {
  return with_page_number("archives/" + std::string(year) + "/", page_number);
}

std::string tag_path(std::string_view slug, std::size_t page_number) {
  return with_page_number("tags/" + std::string(slug) + "/", page_number);
}

std::string series_path(std::string_view slug, std::size_t page_number) {
  return with_page_number("series/" + std::string(slug) + "/", page_number);
}

std::string feed_path(FeedFormat format, std::string_view slug) {
  const std::string folder = slug.empty() ? "" : tag_path(slug, 1);
  return folder + std::string(kFeedFiles[static_cast<std::size_t>(format)]);
}

std::string tag_slug(std::string_view name) {
  std::string slug = path_slug(name);
  if (slug.empty()) slug = hex(sha256(name)).substr(0, 8);
  return slug;
}

}  // namespace daybook
