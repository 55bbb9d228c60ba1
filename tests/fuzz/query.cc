// A query, as it comes in an address: the filter, the search and the snippet of it, over a blog of
// posts in several languages.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/url.h"
#include "core/blog/manifest.h"
#include "core/daybook.h"
#include "fuzz/claim.h"

namespace daybook {
namespace {

constexpr std::string_view kBody = "# Größe\n\nStraße und Café, 東京都の天気, हिन्दी शब्द.\n";

std::vector<Post> make_posts() {
  constexpr const char* kTitles[] = {"Running tests", "Café im Größenwahn", "東京の天気", "हिन्दी"};
  std::vector<Post> posts;
  for (const char* title : kTitles) {
    Post post;
    post.path = "posts/p" + std::to_string(posts.size()) + "/";
    post.source = post.path + "index.md";
    post.title = title;
    post.date = Timestamp{1'772'755'200 - static_cast<std::int64_t>(posts.size()) * 86'400, 0};
    post.tags = {"Linux", "C++"};
    post.authors = {{.name = "A. Author"}};
    posts.push_back(post);
  }
  return posts;
}

Daybook make_blog() {
  Site site;
  site.title = "T";
  Daybook daybook;
  claim(daybook.supply(kHeadPath, write_manifest(site, make_posts(), {}).back().bytes).ok(),
        "the manifest is taken");
  claim(daybook.supply("posts/p0/index.md", kBody).ok(), "the post is taken");
  return daybook;
}

}  // namespace
}  // namespace daybook

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  static Daybook blog = make_blog();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string query = encode_path(text);
  for (const std::string& url : {"?q=" + query, "?" + std::string(text), "search?q=" + query,
                                 "snippet?path=posts/p0/&q=" + query}) {
    const auto reply = blog.ask(url);
    claim(reply.ok(), "every query has an answer");
    claim(reply.value().page || !reply.value().needs.empty(), "a page or needs");
  }
  return 0;
}
