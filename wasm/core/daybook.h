// Daybook's core: what a blog looks like at a URL, from the bytes it has been given.
//
// The core fetches nothing. Asked for a page it answers with the page, or with the resources it
// lacks; the host gets those its own way, supplies them and asks again. The same questions after
// the same supplies have the same answers, byte for byte, on every platform.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/need.h"
#include "core/base/result.h"
#include "core/blog/blog.h"
#include "core/blog/route.h"
#include "core/markdown/markdown.h"             // hosts may ask what a post says of itself
#include "core/page/content_security_policy.h"  // hosts send it as a header
#include "core/page/feeds.h"
#include "core/page/page.h"
#include "core/page/social_image.h"  // hosts draw what it describes
#include "core/query/prepared_posts.h"
#include "core/query/query.h"
#include "core/search/snippet.h"

namespace daybook {

// Bytes handed in with a question, under the URL of the Need that asked for them.
struct Resource {
  std::string_view url;
  std::string_view bytes;
};

// A page, or needs, or both: a page that can be shown now and would be better with more.
struct Reply {
  std::optional<Page> page;
  std::vector<Need> needs;
};

// A snippet, or what is lacking for it; neither where there is no such post.
struct SnippetReply {
  std::optional<Snippet> snippet;
  std::vector<Need> needs;
};

class Daybook {
 public:
  // Takes a manifest page or a Markdown file. Refuses bytes that do not match their hash, cannot
  // be read, or were never named; nothing changes then. Supplying the head again starts anew.
  // Only the last few Markdown files are kept. While manifest pages are missing, the Markdown of a
  // page that may be in one of them is taken for snippets, though nobody vouches for it yet.
  Result<Done> supply(std::string_view url, std::string_view bytes);

  // The page at `url`: relative to the root, percent-encoded, query allowed. Every URL has an
  // answer, be it the 404 page. `resources` serve this question alone, before what was supplied;
  // a question changes nothing, so that many may be asked at once. Errors: a resource that is
  // refused, a post past the limits of markdown.h.
  Result<Reply> page(std::string_view url, std::span<const Resource> resources = {}) const;

  // The same for a host that asks one question after another: what a filter has to work out is
  // kept for the next key that is typed.
  Result<Reply> ask(std::string_view url);

  // What the post at a site path says about a query. It needs the post's Markdown, but not the
  // manifest page that has the post. Any path and any query are safe. Errors are those of page(),
  // which answers the same as a file: `snippet?path=posts/x/&q=words`, with `&typing=1` while the
  // last word may go on, is the JSON of snippet_json, or `{}` with status 404.
  Result<SnippetReply> snippet(std::string_view path, std::string_view query,
                               Typing typing = Typing::kDone,
                               std::span<const Resource> resources = {}) const;

  // The complete HTML document of a page.
  std::string document(const Page& page) const;

  // The site paths of all pages that list posts, of the 404 page, and, where the site knows its
  // URL, of the feeds, sitemap, robots.txt and llms.txt. Complete once every manifest page is
  // there.
  std::vector<std::string> list_paths() const;

  // A document at site path `from` that sends readers on to `to`.
  std::string redirect(std::string_view from, std::string_view to) const;

  const Blog& blog() const { return blog_; }

 private:
  struct Supplied {
    std::string url;
    std::string bytes;
  };

  Result<std::optional<std::vector<std::size_t>>> view_numbers(
      const SavedView& view, std::span<const Resource> resources) const;
  Result<Reply> saved_view(const Route& route, std::span<const Resource> resources) const;
  Result<Reply> feed(const Route& route, std::span<const Resource> resources) const;
  Result<Reply> feed_of(const Route& route, const Feed& feed, const std::vector<const Post*>& posts,
                        std::span<const Resource> resources) const;
  Result<Done> supply_manifest(std::string_view path, std::string_view bytes);
  Result<Done> check_source(std::string_view url, std::string_view bytes) const;
  std::optional<std::string_view> source_of(std::string_view url,
                                            std::span<const Resource> resources) const;
  Result<Reply> snippet_file(std::string_view url, std::span<const Resource> resources) const;

  Blog blog_;
  PreparedPosts prepared_;         // of blog_, as far as a filter was asked for
  std::vector<Supplied> sources_;  // oldest first
};

// The URL under which a post's Markdown is fetched: `posts/x/index.md?h=<start of its hash>`.
std::string source_url(const Post& post);

}  // namespace daybook
