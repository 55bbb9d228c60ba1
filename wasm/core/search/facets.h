// Facets as terms of the index: a mark and a name as names compare, `Open Source` as open-source.
//
// An author is found by each word of the name and what follows it, so that words of it side by side
// are the beginning of one of these; a language by itself. Where a query asks for a name, `matches`
// tells which of the terms that begin with it are meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/search/indexed_post.h"
#include "core/search/shard.h"

namespace daybook {

// The name that is asked for, or that a document has, without its mark.
std::string facet_name(FacetMark mark, std::string_view text);

// All terms of a document that are facets, each once.
std::vector<std::string> facets_of(const IndexedPost& post);

}  // namespace daybook
