// Addresses: every text has a route, and whatever page it names lies inside the site.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/url.h"
#include "core/blog/manifest.h"
#include "core/daybook.h"
#include "fuzz/claim.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  const std::string url(reinterpret_cast<const char*>(data), size);
  const Route route = parse_route(url);
  claim(parse_route(encode_path(route.path)).path == route.path, "a path keeps its route");

  static const Daybook blog = [] {
    Post post;
    post.path = "posts/a/";
    post.source = "posts/a/index.md";
    post.title = "A";
    post.tags = {"x"};
    Daybook daybook;
    claim(daybook.supply(kHeadPath, write_manifest(Site{}, {post}, {}).back().bytes).ok(),
          "the manifest is taken");
    return daybook;
  }();
  const auto reply = blog.page(url);
  claim(reply.ok(), "every address has an answer");
  for (const Need& need : reply.value().needs) {
    claim(!is_absolute_url(need.url) && !need.url.starts_with('/'), need.url);
    claim(need.url.find("..") == std::string::npos, need.url);
  }
  if (reply.value().page) (void)blog.document(*reply.value().page);
  return 0;
}
