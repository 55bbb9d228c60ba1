// Markdown to cmark's tree of nodes.
#pragma once

#include <cmark-gfm.h>

#include <string_view>

#include "core/base/result.h"
#include "core/markdown/arena.h"
#include "core/markdown/syntax.h"

namespace daybook {

// The document node. It and everything below lives as long as the session. Fails for text
// of more than kMaxMarkdownBytes, and for text that makes more pieces than the parser has room
// for.
Result<cmark_node*> parse_markdown(ArenaSession& arena, std::string_view text,
                                   const Syntax& syntax);

}  // namespace daybook
