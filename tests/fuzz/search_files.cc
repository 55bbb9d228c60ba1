// Files of the search index without the seal that protects them: every reader of the format. The
// first byte of the input chooses the reader, the second how many documents there are.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/search/cards.h"
#include "core/search/fingerprints.h"
#include "core/search/positions.h"
#include "core/search/root.h"
#include "core/search/search.h"
#include "core/search/segment_file.h"
#include "core/search/shard.h"
#include "core/search/spelling.h"
#include "fuzz/claim.h"

namespace daybook {
namespace {

void read_shard(std::string_view bytes, std::uint32_t documents) {
  const auto shard = Shard::read(bytes, documents);
  if (!shard) return;
  for (std::size_t term = 0; term < shard->size(); ++term) {
    (void)shard->folded(term);
    (void)shard->exact(term);
    const auto postings = shard->postings(term);
    if (!postings) continue;
    claim(postings->documents.size() == shard->count(term), "as many postings as were announced");
    for (const std::uint32_t document : postings->documents) {
      claim(document < documents, "postings are of documents that there are");
    }
  }
  claim(shard->lower_bound("m") <= shard->size(), "a place among the terms");
}

void read_positions(std::string_view bytes) {
  PositionReader in(bytes);
  for (unsigned i = 0; i < 300; ++i) {
    if (!in.next({static_cast<std::uint8_t>(i % kSymbols)})) return;
  }
}

// A root that is taken is searched, with nothing else there.
void search_with_root(std::string_view bytes) {
  Search search;
  if (!search.supply(root_path(bytes), bytes).ok()) return;
  for (const char* query : {"word", "\"two words\"", "after:2024 -tag:x", "w sort:old"}) {
    (void)search.ask(parse_query(query, Typing::kGoingOn), 10, Missing::kDoneWithout);
    (void)search.ask(parse_query(query, Typing::kDone), 10);
  }
}

}  // namespace
}  // namespace daybook

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  if (size < 2) return 0;
  const std::uint32_t documents = 1 + data[1] * 16U;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  switch (data[0] % 6) {
    case 0: read_shard(bytes, documents); break;
    case 1: read_positions(bytes); break;
    case 2: search_with_root(bytes); break;
    case 3: (void)read_cards(bytes, 1 + documents % kCardsInFile); break;
    case 4: (void)read_fingerprints(bytes); break;
    default: (void)Spelling(bytes).nearest("spelling", 5); break;
  }
  return 0;
}
