// Destinations of links and images.
#pragma once

#include <vector>

#include "core/markdown/markdown.h"
#include "core/markdown/tree.h"

namespace daybook {

// Replaces every destination by what `resolve` makes of it, and by nothing where the result may
// not be published. Gives the destinations as they were written, in document order.
std::vector<Link> publish_links(cmark_node* document, const LinkResolver& resolve);

}  // namespace daybook
