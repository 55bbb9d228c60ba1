// What a host keeps of a blog so that its pages can be drawn without a network.
#pragma once

#include <string>
#include <vector>

#include "core/blog/blog.h"

namespace daybook {

// The published sources of a page (`post/x/`), of all posts of a tag (`tags/linux/`) or series
// (`series/x/`), or of the whole blog (``) and its pages; nothing for any other path. Complete
// once the posts are there: `needs_all` tells that it takes every manifest page.
struct OfflineSelection {
  std::vector<const Post*> posts;
  bool needs_all = false;
};
OfflineSelection select_for_offline(const Blog& blog, std::string_view path);

// `offline/list.json?of=PATH`, which the service worker asks for and nobody publishes; without a
// query it has no entries and needs nothing but the head.
//   {"total": posts in all, "offline": whether the site wants a worker, if it says so,
//    "assets": [site paths],
//    "manifest": [pages of the manifest behind the head, as far as they are known],
//    "entries": [{"path", "title", "url" (of the source, with its hash), "bytes"}]}
std::string offline_list(const Blog& blog, const std::vector<const Post*>& posts);

}  // namespace daybook
