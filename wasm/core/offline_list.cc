#include "core/offline_list.h"

#include "core/base/json_writer.h"
#include "core/base/url.h"
#include "core/blog/route.h"
#include "core/daybook.h"

namespace daybook {

OfflineSelection select_for_offline(const Blog& blog, std::string_view path) {
  if (const Post* post = blog.find(path)) return {{post}, false};
  OfflineSelection selection{{}, !blog.is_complete()};
  const Route route = parse_route(encode_path(path));
  if (route.kind == RouteKind::kTag) selection.posts = blog.posts_tagged(route.slug);
  if (route.kind == RouteKind::kSeries) selection.posts = blog.posts_in_series(route.slug);
  if (path.empty()) {
    selection.posts = blog.loaded_posts();
    for (const Post& page : blog.head().pages) selection.posts.push_back(&page);
  }
  return selection;
}

std::string offline_list(const Blog& blog, const std::vector<const Post*>& posts) {
  const Site& site = blog.site();
  const Assets& assets = site.assets;
  JsonWriter json;
  json.begin_object().member("total", blog.size());
  if (site.is_kept_offline) json.member("offline", *site.is_kept_offline);
  json.key("assets").begin_array();
  for (const std::string* asset : {&assets.core, &assets.script, &assets.theme, &assets.style,
                                   &assets.font, &assets.custom, &assets.icon, &assets.code}) {
    if (!asset->empty()) json.value(encode_path(*asset));
  }
  json.end_array().key("manifest").begin_array();
  for (const std::string& path : blog.manifest_paths()) json.value(path);
  json.end_array().key("entries").begin_array();
  for (const Post* post : posts) {
    json.line().begin_object().member("path", encode_path(post->path));
    json.member("title", post->title).member("url", source_url(*post));
    json.member("bytes", post->bytes).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace daybook
