// No bytes harm the readers of the index. Files are sealed, so each reader is handed the bytes by
// itself.
#include "core/search/shard.h"

#include "core/blog/saved_view.h"
#include "core/search/cards.h"
#include "core/search/fingerprints.h"
#include "core/search/positions.h"
#include "core/search/search.h"
#include "core/search/segment_file.h"
#include "core/search/spelling.h"
#include "fuzz/fuzz.h"

constexpr std::uint32_t kDocuments = 1000;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  const std::string_view text = as_text(data, size);
  if (const auto shard = Shard::read(text, kDocuments)) {
    for (std::size_t i = 0; i < shard->size(); ++i) {
      demand(shard->folded(i).size() + shard->exact(i).size() < 600, "a term without end");
      const auto postings = shard->postings(i);
      if (!postings) continue;
      demand(postings->documents.size() == shard->count(i), "other postings than announced");
      for (const std::uint32_t document : postings->documents) {
        demand(document < kDocuments, "a document that is not there");
      }
    }
    demand(shard->lower_bound("m") <= shard->size(), "a place behind the last term");
  }
  PositionReader positions(text);
  for (unsigned i = 0; i < 300; ++i) {
    if (!positions.next({static_cast<std::uint8_t>(i % kSymbols)})) break;
  }
  read_cards(text, kCardsInFile);
  read_fingerprints(text);
  [[maybe_unused]] const auto numbers = read_view_list(text, kDocuments);
  parse_index_path(text);
  Spelling(text).nearest("postgas", 5);
  Search search;
  if (!search.supply(root_path(text), text).ok()) return 0;
  for (const char* query : {"a post \"of it\"", "after:2024 -tag:x", "w sort:old"}) {
    search.ask(parse_query(query, Typing::kGoingOn), 10, Missing::kDoneWithout);
    search.ask(parse_query(query), 10);
  }
  return 0;
}
