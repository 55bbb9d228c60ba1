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
  if (route.path == kTagsPath) return RouteKind::kTags;
  constexpr std::array<std::pair<std::string_view, RouteKind>, 3> kLists = {{
      {"tags", RouteKind::kTag},
      {"series", RouteKind::kSeries},
      {"views", RouteKind::kView},
  }};
  for (const auto& [folder, kind] : kLists) {
    if (segments[0] != folder || segments.size() == 1) continue;
    const std::string_view slug = segments[1];
    if (!take_page_number(segments, 2, route)) return RouteKind::kOther;
    route.slug = slug;
    return kind;
  }
  return route.path == kSearchPath ? RouteKind::kSearch : RouteKind::kOther;
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
    route.is_of_view = folder.starts_with(kViewsPath);
    const std::size_t start = (route.is_of_view ? kViewsPath : kTagsPath).size();
    const bool is_of_list = (route.is_of_view || folder.starts_with(kTagsPath)) &&
                            folder.size() > start && folder.find('/', start) == folder.size() - 1;
    if (!folder.empty() && !is_of_list) continue;
    route.kind = RouteKind::kFeed;
    route.feed = static_cast<FeedFormat>(i);
    if (is_of_list) route.slug = folder.substr(start, folder.size() - start - 1);
    return true;
  }
  return false;
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
  constexpr std::string_view kAbout = "of=";
  const std::string_view query =
      query_at < without_fragment.size() ? without_fragment.substr(query_at + 1) : "";
  if (has_own_name(route)) {
    if (query.starts_with(kAbout)) {
      route.about = to_valid_utf8(decode_query(query.substr(kAbout.size())));
    }
    return route;
  }
  // Every page is a folder; a path without its closing slash is none of ours.
  if (!route.path.empty() && !route.path.ends_with('/')) return route;

  auto segments = split(route.path, '/');
  segments.pop_back();
  route.kind = kind_of(segments, route);
  if (route.kind == RouteKind::kIndex) route.narrowing = parse_narrowing(query);
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

std::string view_path(std::string_view slug, std::size_t page_number) {
  return with_page_number("views/" + std::string(slug) + "/", page_number);
}

std::string feed_path(FeedFormat format, std::string_view page) {
  return std::string(page) + std::string(kFeedFiles[static_cast<std::size_t>(format)]);
}

std::string tag_slug(std::string_view name) {
  std::string slug = path_slug(name);
  if (slug.empty()) slug = hex(sha256(name)).substr(0, 8);
  return slug;
}

}  // namespace daybook
