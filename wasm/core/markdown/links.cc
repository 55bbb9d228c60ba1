#include "core/markdown/links.h"

#include "core/markdown/url_policy.h"

namespace daybook {

std::vector<Link> publish_links(cmark_node* document, const LinkResolver& resolve) {
  std::vector<Link> links;
  int line = 0;
  TreeWalk walk(document);
  while (walk.next()) {
    cmark_node* node = walk.node();
    // Nodes that extensions make do not always know their line; the text before them does.
    if (walk.is_entering() && node->start_line != 0) line = node->start_line;
    const bool is_image = node->type == CMARK_NODE_IMAGE;
    if (!walk.is_entering() || (!is_image && node->type != CMARK_NODE_LINK)) continue;
    const LinkKind kind = is_image ? LinkKind::kImage : LinkKind::kLink;
    const Link& link = links.emplace_back(Link{std::string(view(node->as.link.url)), kind, line});
    const std::string published = resolve ? resolve(link.destination, kind) : link.destination;
    if (!may_publish(published, kind)) {
      cmark_node_set_url(node, "");
    } else if (published != link.destination) {
      cmark_node_set_url(node, published.c_str());
    }
    // Inside an image there is only its alternative text.
    if (is_image) walk.skip_children();
  }
  return links;
}

}  // namespace daybook
