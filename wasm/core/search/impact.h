// How much a post is about a word: BM25F, settled when the index is written, so that a reader needs
// to know of no post how long it is.
//
// A word in the title counts most, then one in tags, then one in headings; among the words of a
// long title or text each counts less; each further one counts less than the one before.
#pragma once

#include <cstdint>

#include "core/search/fingerprints.h"
#include "core/search/post_batch.h"

namespace daybook {

// 0 to kMaxImpact, in whole numbers, the same on every machine.
unsigned impact_of(const WordCounts& counts, const PostLengths& lengths, const FieldLengths& mean);

}  // namespace daybook
