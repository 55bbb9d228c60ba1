// The files that other programs read: feeds with the full text of the newest posts, the sitemap,
// robots.txt and llms.txt. All addresses in them are absolute, so they exist for a site that knows
// its URL.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/blog/blog.h"
#include "core/blog/route.h"

namespace daybook {

inline constexpr std::size_t kFeedPosts = 20;

struct FeedEntry {
  const Post* post = nullptr;
  std::string html;  // its text, all addresses absolute
};

// What a feed is about.
struct Feed {
  FeedFormat format = FeedFormat::kRss;
  std::string path;  // site path of its own
  std::string page;  // site path of the page that shows the same
  std::string title;
  std::string description;
};

std::string feed_file(const Site& site, const Feed& feed, const std::vector<FeedEntry>& entries);

// Every page that search engines may show: the index, pages outside it, and `posts`. A sitemap
// holds at most kMaxSitemapUrls.
inline constexpr std::size_t kMaxSitemapUrls = 50'000;
std::string sitemap_file(const Blog& blog, const std::vector<const Post*>& posts);

std::string robots_file(const Site& site);

// The site as a list of its Markdown, https://llmstxt.org.
std::string llms_file(const Blog& blog, const std::vector<const Post*>& posts);

}  // namespace daybook
