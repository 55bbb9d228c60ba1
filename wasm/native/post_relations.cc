#include "native/post_relations.h"

#include <algorithm>
#include <map>
#include <string>

#include "core/blog/blog.h"
#include "core/blog/related.h"
#include "core/blog/route.h"

namespace daybook {
namespace {

PostLink link_to(const Post& post) { return {post.path, post.title}; }

void list_series(const std::vector<RelatedPost>& posts) {
  std::map<std::string, std::vector<RelatedPost>> series;
  for (const RelatedPost& post : posts) {
    if (!post.post->series.empty()) series[tag_slug(post.post->series)].push_back(post);
  }
  for (auto& [slug, parts] : series) {
    std::sort(parts.begin(), parts.end(), [](const RelatedPost& a, const RelatedPost& b) {
      return comes_first_in_series(*a.post, *b.post);
    });
    std::vector<PostLink> links;
    for (const RelatedPost& part : parts) links.push_back(link_to(*part.post));
    for (const RelatedPost& part : parts) part.data->series = links;
  }
}

void list_related(std::vector<RelatedPost>& posts) {
  std::sort(posts.begin(), posts.end(),
            [](const RelatedPost& a, const RelatedPost& b) { return is_newer(*b.post, *a.post); });
  std::vector<RelatedText> texts;
  for (const RelatedPost& post : posts) {
    std::vector<std::string> tags;
    for (const std::string& tag : post.post->tags) tags.push_back(tag_slug(tag));
    texts.push_back({std::move(tags), post.post->title, post.text});
  }
  const auto related = find_related(texts);
  for (std::size_t i = 0; i < posts.size(); ++i) {
    for (const std::size_t other : related[i]) {
      posts[i].data->related.push_back(link_to(*posts[other].post));
    }
  }
}

}  // namespace

void relate_posts(std::vector<RelatedPost> posts) {
  list_series(posts);
  list_related(posts);
}

}  // namespace daybook
