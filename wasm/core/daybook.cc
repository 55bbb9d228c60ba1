#include "core/daybook.h"

#include <algorithm>

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/base/url.h"
#include "core/blog/manifest.h"
#include "core/blog/route.h"
#include "core/offline_list.h"
#include "core/page/document.h"
#include "core/page/feeds.h"
#include "core/page/post_text.h"
#include "core/page/views.h"
#include "core/query/filter.h"
#include "core/search/answer.h"

namespace daybook {
namespace {

// Enough for a feed.
constexpr std::size_t kSourcesKept = kFeedPosts + 4;
constexpr std::size_t kHashPrefix = 16;

constexpr std::string_view kSnippetQuestion = "snippet?";
constexpr std::string_view kSourceName = "index.md";

bool matches_hash(std::string_view bytes, std::string_view hash) {
  return hash.empty() || base64url(sha256(bytes)) == hash;
}

Error mismatch(std::string_view url) {
  return {"these are not the bytes that the manifest names; fetch them again", std::string(url)};
}

Reply found(Page page) { return {std::move(page), {}}; }

// All manifest pages that are known and not there.
std::vector<Need> missing_pages(const Blog& blog, std::size_t begin, std::size_t end) {
  std::vector<Need> needs;
  for (const ManifestReference& reference : blog.missing(begin, end)) {
    needs.push_back({encode_path(reference.path), reference.sha256});
  }
  return needs;
}

// The manifest pages that bring these posts.
std::vector<Need> missing_posts(const Blog& blog, std::span<const std::size_t> numbers) {
  std::vector<Need> needs;
  for (const std::size_t number : numbers) {
    for (Need& need : missing_pages(blog, number, number + 1)) {
      const bool is_known = std::any_of(needs.begin(), needs.end(),
                                        [&](const Need& known) { return known.url == need.url; });
      if (!is_known) needs.push_back(std::move(need));
    }
  }
  return needs;
}

Need list_of(const SavedView& view) { return {encode_path(view.list), view.sha256}; }

Reply everything(const Blog& blog) { return {std::nullopt, missing_pages(blog, 0, blog.size())}; }

Reply narrowed_reply(const Blog& blog, const Route& route, const PreparedPosts& prepared) {
  auto needs = missing_pages(blog, 0, blog.size());
  const Coverage coverage = needs.empty() ? Coverage::kAllPosts : Coverage::kPostsSoFar;
  const Filtered found = filter_posts(prepared, route.narrowing);
  return {narrowed_index_view(blog, route.narrowing, found, coverage), std::move(needs)};
}

Reply index_reply(const Blog& blog, const Route& route) {
  const std::size_t per_page = blog.site().posts_per_page;
  if (route.page_number > page_count(blog.size(), per_page)) return found(not_found_view(blog));
  const std::size_t begin = (route.page_number - 1) * per_page;
  auto needs = missing_pages(blog, begin, std::min(begin + per_page, blog.size()));
  if (!needs.empty()) return {std::nullopt, std::move(needs)};
  return found(index_view(blog, route.page_number));
}

std::vector<std::string> in_pieces(std::string_view text, const std::vector<Mark>& marks) {
  std::vector<std::string> pieces;
  std::size_t end = 0;
  for (const Mark& mark : marks) {
    pieces.emplace_back(text.substr(end, mark.begin - end));
    pieces.emplace_back(text.substr(mark.begin, mark.end - mark.begin));
    end = mark.end;
  }
  pieces.emplace_back(text.substr(end));
  return pieces;
}

// What the manifest can answer, of the posts that are there.
Reply search_reply(const Blog& blog, std::string_view url, const PreparedPosts& prepared) {
  SearchQuestion question = parse_search_question(url);
  if (!question.query.order) question.query.order = Order::kBest;
  const Filtered found = filter_posts(prepared, question.query);
  SearchReply reply;
  reply.total = found.posts.size();
  for (const Post* post : found.posts) {
    if (reply.hits.size() == question.count) break;
    const auto marks = found.matcher.marks(*post, Matcher::Field::kTitle);
    Hit hit{post->path, in_pieces(post->title, marks), std::nullopt, post->tags, post->language};
    if (post->date) hit.date = local_date(*post->date);
    reply.hits.push_back(std::move(hit));
  }
  return {file_view("search", answer_json(question, reply)), missing_pages(blog, 0, blog.size())};
}

// A facet's page, once its count of posts is there: `view` draws page n of them.
template <class View>
Reply facet_reply(const Blog& blog, const std::optional<std::vector<Facet>>& facets,
                  std::size_t number, std::vector<const Post*> posts, View view, auto is_wanted) {
  if (!facets) return everything(blog);
  const auto facet = std::find_if(facets->begin(), facets->end(), is_wanted);
  const bool exists =
      facet != facets->end() && number <= page_count(facet->posts, blog.site().posts_per_page);
  if (!exists) return found(not_found_view(blog));
  if (posts.size() < facet->posts && !blog.is_complete()) return everything(blog);
  return found(view(*facet, posts));
}

const SavedView* find_view(const Blog& blog, std::string_view slug) {
  for (const SavedView& view : blog.site().views) {
    if (tag_slug(view.name) == slug) return &view;
  }
  return nullptr;
}

Reply tag_reply(const Blog& blog, const Route& route) {
  return facet_reply(
      blog, blog.tags(), route.page_number, blog.posts_tagged(route.slug),
      [&](const Facet& tag, const std::vector<const Post*>& posts) {
        return tag_view(blog, tag, posts, route.page_number);
      },
      [&](const Facet& tag) { return tag_slug(tag.name) == route.slug; });
}

Reply series_reply(const Blog& blog, const Route& route) {
  return facet_reply(
      blog, blog.series(), route.page_number, blog.posts_in_series(route.slug),
      [&](const Facet& series, const std::vector<const Post*>& posts) {
        return series_view(blog, series, posts, route.page_number);
      },
      [&](const Facet& series) { return tag_slug(series.name) == route.slug; });
}

Reply year_reply(const Blog& blog, const Route& route) {
  return facet_reply(
      blog, blog.years(), route.page_number, blog.posts_of_year(route.year),
      [&](const Facet& year, const std::vector<const Post*>& posts) {
        return archive_year_view(blog, year, posts, route.page_number);
      },
      [&](const Facet& year) { return year.name == std::to_string(route.year); });
}

// The sitemap and llms.txt, which list every post.
template <class Write>
Reply listing_reply(const Blog& blog, const Route& route, Write write) {
  if (blog.site().url.empty()) return found(not_found_view(blog));
  if (!blog.is_complete()) return everything(blog);
  return found(file_view(route.path, write(blog, blog.loaded_posts())));
}

Reply archives_reply(const Blog& blog) {
  const auto years = blog.years();
  if (!years) return everything(blog);
  if (blog.size() > kMaxArchivePosts) return found(archives_view(blog, *years, {}));
  if (!blog.is_complete()) return everything(blog);
  return found(archives_view(blog, *years, blog.loaded_posts()));
}

// Whether a page of this site may lie at `path`, which anybody may have written.
bool is_page_path(std::string_view path) {
  return path.ends_with('/') && !is_absolute_url(path) && resolve_path("", path) == path;
}

// Whether `source` may be the Markdown of a page.
bool is_source_path(std::string_view source) {
  return source.ends_with(kSourceName) &&
         is_page_path(source.substr(0, source.size() - kSourceName.size()));
}

}  // namespace

std::string source_url(const Post& post) {
  const std::string url = encode_path(post.source);
  return post.sha256.empty() ? url : url + "?h=" + post.sha256.substr(0, kHashPrefix);
}

Result<Done> Daybook::supply(std::string_view url, std::string_view bytes) {
  if (url == kHeadPath) return supply_manifest(url, bytes);
  const std::string path = decode_percent(url);
  if (const ManifestReference* reference = blog_.reference(path)) {
    if (!matches_hash(bytes, reference->sha256)) return mismatch(url);
    return supply_manifest(path, bytes);
  }
  TRY(const Done checked, check_source(url, bytes));
  std::erase_if(sources_, [&](const Supplied& supplied) { return supplied.url == url; });
  if (sources_.size() == kSourcesKept) sources_.erase(sources_.begin());
  sources_.push_back({std::string(url), std::string(bytes)});
  return checked;
}

Result<Done> Daybook::supply_manifest(std::string_view path, std::string_view bytes) {
  TRY(ManifestPage page, read_manifest(path, bytes));
  if (path != kHeadPath) {
    TRY(const Done added, blog_.add_page(path, std::move(page)));
    // Page by page, so that a reader who waits for all of them does not wait for this as well.
    if (prepared_.size() > 0) prepared_.update(blog_);
    return added;
  }
  TRY(const Done set, blog_.set_head(std::move(page)));
  sources_.clear();
  prepared_ = {};
  return set;
}

Result<Done> Daybook::check_source(std::string_view url, std::string_view bytes) const {
  for (const SavedView& view : blog_.site().views) {
    if (url != encode_path(view.list)) continue;
    return matches_hash(bytes, view.sha256) ? Result<Done>(Done{}) : mismatch(url);
  }
  const std::string source = decode_percent(url.substr(0, url.find('?')));
  const Post* post = blog_.find(blog_.path_of_source(source));
  const bool may_come = post == nullptr && !blog_.is_complete() && is_source_path(source);
  if (post == nullptr && !may_come) {
    return Error{"no page of this blog asks for this", std::string(url)};
  }
  if (bytes.size() > kMaxMarkdownBytes) {
    return Error{"the post is longer than 1 MB; divide it", std::string(url)};
  }
  if (post != nullptr && !matches_hash(bytes, post->sha256)) return mismatch(url);
  return Done{};
}

std::optional<std::string_view> Daybook::source_of(std::string_view url,
                                                   std::span<const Resource> resources) const {
  for (const Resource& resource : resources) {
    if (resource.url == url) return resource.bytes;
  }
  for (const Supplied& supplied : sources_) {
    if (supplied.url == url) return supplied.bytes;
  }
  return std::nullopt;
}

Result<Reply> Daybook::ask(std::string_view url) {
  const bool is_search = url.starts_with(kSearchQuestion);
  if (is_search || !parse_route(url).narrowing.is_empty()) prepared_.update(blog_);
  return is_search && blog_.has_head() ? search_reply(blog_, url, prepared_) : page(url);
}

Result<Reply> Daybook::page(std::string_view url, std::span<const Resource> resources) const {
  if (!blog_.has_head()) return Reply{std::nullopt, {{std::string(kHeadPath), ""}}};
  for (const Resource& resource : resources) {
    TRY([[maybe_unused]] const Done checked, check_source(resource.url, resource.bytes));
  }

  if (url.starts_with(kSnippetQuestion)) return snippet_file(url, resources);
  const Route route = parse_route(url);
  if (route.kind == RouteKind::kFeed) return feed(route, resources);
  switch (route.kind) {
    case RouteKind::kIndex: {
      if (route.narrowing.is_empty()) return index_reply(blog_, route);
      if (prepared_.is_current(blog_)) return narrowed_reply(blog_, route, prepared_);
      PreparedPosts prepared;
      prepared.update(blog_);
      return narrowed_reply(blog_, route, prepared);
    }
    case RouteKind::kArchives: return archives_reply(blog_);
    case RouteKind::kArchiveYear: return year_reply(blog_, route);
    case RouteKind::kTag: return tag_reply(blog_, route);
    case RouteKind::kSeries: return series_reply(blog_, route);
    case RouteKind::kTags: {
      const auto tags = blog_.tags();
      const auto series = blog_.series();
      return tags && series ? found(tags_view(blog_, *tags, *series)) : everything(blog_);
    }
    case RouteKind::kView: return saved_view(route, resources);
    case RouteKind::kSearch: return found(search_view(blog_));
    case RouteKind::kNotFound: return found(not_found_view(blog_));
    case RouteKind::kSitemap: return listing_reply(blog_, route, sitemap_file);
    case RouteKind::kLlms: return listing_reply(blog_, route, llms_file);
    case RouteKind::kOffline:
      if (blog_.site().is_kept_offline != true) return found(not_found_view(blog_));
      return found(route.about ? not_kept_view(blog_, *route.about) : offline_view(blog_));
    case RouteKind::kOfflineList: {
      OfflineSelection selection;
      if (route.about) selection = select_for_offline(blog_, *route.about);
      if (selection.needs_all) return everything(blog_);
      return found(file_view(route.path, offline_list(blog_, selection.posts)));
    }
    case RouteKind::kRobots:
      if (blog_.site().url.empty()) return found(not_found_view(blog_));
      return found(file_view(route.path, robots_file(blog_.site())));
    case RouteKind::kFeed:
    case RouteKind::kOther: break;
  }

  const Post* post = blog_.find(route.path);
  if (post == nullptr) {
    return blog_.is_complete() ? found(not_found_view(blog_)) : everything(blog_);
  }
  std::vector<Need> needs;
  if (const auto number = blog_.number_of(*post)) {
    // The entries before and after are named on the page.
    needs = missing_pages(blog_, *number - std::min<std::size_t>(*number, 1),
                          std::min(*number + 2, blog_.size()));
  }
  const auto source = source_of(source_url(*post), resources);
  if (!source) needs.push_back({source_url(*post), post->sha256});
  if (!needs.empty()) return Reply{std::nullopt, std::move(needs)};
  TRY(Page page, post_view(blog_, *post, *source));
  return found(std::move(page));
}

// Nothing while the list is missing.
Result<std::optional<std::vector<std::size_t>>> Daybook::view_numbers(
    const SavedView& view, std::span<const Resource> resources) const {
  const auto list = source_of(encode_path(view.list), resources);
  if (!list) return std::optional<std::vector<std::size_t>>();
  TRY(auto numbers, read_view_list(*list, blog_.size()));
  for (std::size_t& number : numbers) number = blog_.size() - 1 - number;
  return std::optional(std::move(numbers));
}

Result<Reply> Daybook::saved_view(const Route& route, std::span<const Resource> resources) const {
  const SavedView* view = find_view(blog_, route.slug);
  if (view == nullptr) return found(not_found_view(blog_));
  TRY(const auto numbers, view_numbers(*view, resources));
  if (!numbers) return Reply{std::nullopt, {list_of(*view)}};
  const std::size_t per_page = blog_.site().posts_per_page;
  if (route.page_number > page_count(numbers->size(), per_page)) {
    return found(not_found_view(blog_));
  }
  const std::size_t begin = (route.page_number - 1) * per_page;
  const std::size_t end = std::min(begin + per_page, numbers->size());
  auto needs = missing_posts(blog_, std::span(*numbers).subspan(begin, end - begin));
  if (!needs.empty()) return Reply{std::nullopt, std::move(needs)};
  std::vector<const Post*> posts;
  for (const std::size_t number : *numbers) posts.push_back(blog_.post(number));
  return found(saved_view_view(blog_, *view, posts, route.page_number));
}

Result<Reply> Daybook::feed(const Route& route, std::span<const Resource> resources) const {
  const Site& site = blog_.site();
  if (site.url.empty()) return found(not_found_view(blog_));
  Feed feed{route.feed, route.path, "", site.title, site.description};
  std::vector<const Post*> posts;
  if (route.slug.empty() || route.is_of_view) {
    std::vector<std::size_t> numbers;
    if (route.is_of_view) {
      const SavedView* view = find_view(blog_, route.slug);
      if (view == nullptr) return found(not_found_view(blog_));
      TRY(auto in_view, view_numbers(*view, resources));
      if (!in_view) return Reply{std::nullopt, {list_of(*view)}};
      numbers = std::move(*in_view);
      std::sort(numbers.begin(), numbers.end());  // newest first, whatever the view's order
      feed.page = view_path(route.slug, 1);
      feed.title = site.title + ": " + view->name;
      feed.description = view->description;
    } else {
      for (std::size_t i = 0; i < blog_.size(); ++i) numbers.push_back(i);
    }
    if (numbers.size() > kFeedPosts) numbers.resize(kFeedPosts);
    auto needs = missing_posts(blog_, numbers);
    if (!needs.empty()) return Reply{std::nullopt, std::move(needs)};
    for (const std::size_t number : numbers) posts.push_back(blog_.post(number));
  } else {
    auto tagged = tag_reply(blog_, Route{RouteKind::kTag, "", route.slug});
    if (!tagged.page || tagged.page->status != 200) return tagged;
    feed.page = tagged.page->path;
    feed.title = site.title + ": " + tagged.page->title;
    feed.description = tagged.page->description;
    posts = blog_.posts_tagged(route.slug);
    if (posts.size() > kFeedPosts) posts.resize(kFeedPosts);
  }
  return feed_of(route, feed, posts, resources);
}

Result<Reply> Daybook::feed_of(const Route& route, const Feed& feed,
                               const std::vector<const Post*>& posts,
                               std::span<const Resource> resources) const {
  std::vector<Need> needs;
  std::vector<FeedEntry> entries;
  for (const Post* post : posts) {
    const auto source = source_of(source_url(*post), resources);
    if (!source) {
      needs.push_back({source_url(*post), post->sha256});
      continue;
    }
    TRY(MarkdownDocument text,
        render_post(blog_, *post, read_published_source(*source), PostUse::kFeed));
    entries.push_back({post, std::move(text.html)});
  }
  if (!needs.empty()) return Reply{std::nullopt, std::move(needs)};
  return found(file_view(route.path, feed_file(blog_.site(), feed, entries)));
}

Result<SnippetReply> Daybook::snippet(std::string_view path, std::string_view query, Typing typing,
                                      std::span<const Resource> resources) const {
  if (!blog_.has_head()) return SnippetReply{std::nullopt, {{std::string(kHeadPath), ""}}};
  for (const Resource& resource : resources) {
    TRY([[maybe_unused]] const Done checked, check_source(resource.url, resource.bytes));
  }
  const Post* post = blog_.find(path);
  if (post == nullptr && (blog_.is_complete() || !is_page_path(path))) return SnippetReply{};
  const std::string url =
      post != nullptr ? source_url(*post) : encode_path(std::string(path).append(kSourceName));
  const auto text = source_of(url, resources);
  if (!text) {
    return SnippetReply{std::nullopt, {{url, post != nullptr ? post->sha256 : std::string()}}};
  }

  const PublishedSource source = read_published_source(*text);
  Post stranger;
  if (post == nullptr) {
    stranger.title = source.title;
    stranger.description = source.description;
    post = &stranger;
  }
  TRY(const auto sections, post_sections(blog_.site(), *post, source.body));
  const std::string& language = post->language.empty() ? blog_.site().language : post->language;
  return SnippetReply{
      make_snippet(parse_query(query, typing), language, post->description, sections), {}};
}

Result<Reply> Daybook::snippet_file(std::string_view url,
                                    std::span<const Resource> resources) const {
  std::string path;
  std::string words;
  Typing typing = Typing::kDone;
  for (const std::string_view pair : split(url.substr(kSnippetQuestion.size()), '&')) {
    if (pair.starts_with("path=")) path = to_valid_utf8(decode_query(pair.substr(5)));
    if (pair.starts_with("q=")) words = decode_query(pair.substr(2));
    if (pair == "typing=1") typing = Typing::kGoingOn;
  }
  TRY(SnippetReply reply, snippet(path, words, typing, resources));
  if (!reply.needs.empty()) return Reply{std::nullopt, std::move(reply.needs)};
  Page page = file_view("snippet", reply.snippet ? snippet_json(*reply.snippet) : "{}");
  page.status = reply.snippet ? 200 : 404;
  return found(std::move(page));
}

std::vector<std::string> Daybook::list_paths() const {
  std::vector<std::string> paths = {std::string(kArchivesPath), std::string(kTagsPath),
                                    std::string(kSearchPath), std::string(kNotFoundPath)};
  const auto add_list = [&](std::size_t posts, auto path_of) {
    const std::size_t count = page_count(posts, blog_.site().posts_per_page);
    for (std::size_t number = 1; number <= count; ++number) paths.push_back(path_of(number));
  };
  add_list(blog_.size(), index_path);
  for (const Facet& year : blog_.years().value_or(std::vector<Facet>{})) {
    add_list(year.posts, [&](std::size_t number) { return archive_year_path(year.name, number); });
  }
  for (const Facet& tag : blog_.tags().value_or(std::vector<Facet>{})) {
    add_list(tag.posts, [&](std::size_t number) { return tag_path(tag_slug(tag.name), number); });
  }
  for (const Facet& series : blog_.series().value_or(std::vector<Facet>{})) {
    add_list(series.posts,
             [&](std::size_t number) { return series_path(tag_slug(series.name), number); });
  }
  for (const SavedView& view : blog_.site().views) {
    add_list(view.posts,
             [&](std::size_t number) { return view_path(tag_slug(view.name), number); });
  }
  if (blog_.site().is_kept_offline == true) paths.emplace_back(kOfflinePath);
  if (blog_.site().url.empty()) return paths;
  paths.insert(paths.end(),
               {std::string(kSitemapPath), std::string(kRobotsPath), std::string(kLlmsPath)});
  for (const FeedFormat format : {FeedFormat::kRss, FeedFormat::kAtom, FeedFormat::kJson}) {
    paths.push_back(feed_path(format, ""));
    for (const Facet& tag : blog_.tags().value_or(std::vector<Facet>{})) {
      paths.push_back(feed_path(format, tag_path(tag_slug(tag.name), 1)));
    }
    for (const SavedView& view : blog_.site().views) {
      paths.push_back(feed_path(format, view_path(tag_slug(view.name), 1)));
    }
  }
  return paths;
}

std::string Daybook::redirect(std::string_view from, std::string_view to) const {
  return redirect_document(blog_.site(), from, to);
}

std::string Daybook::document(const Page& page) const {
  return daybook::document(blog_.site(), page);
}

}  // namespace daybook
