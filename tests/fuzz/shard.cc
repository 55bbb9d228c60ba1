// No bytes harm the readers of the index. Files are sealed, so each reader is handed the bytes by
// itself.
#include "core/search/shard.h"

#include "core/blog/saved_view.h"
#include "core/search/cards.h"
#include "core/search/fingerprints.h"
#include "core/search/search.h"
#include "core/search/segment_file.h"
#include "core/search/spelling.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  const std::string_view text = as_text(data, size);
  if (const auto shard = Shard::read(text, 1000)) {
    for (std::size_t i = 0; i < shard->size(); ++i) {
      demand(shard->folded(i).size() + shard->exact(i).size() < 600, "a term without end");
    }
    demand(shard->lower_bound("m") <= shard->size(), "a place behind the last term");
  }
  read_cards(text, kCardsInFile);
  read_fingerprints(text);
  [[maybe_unused]] const auto numbers = read_view_list(text, 1000);
  parse_index_path(text);
  Spelling(text).nearest("postgas", 5);
  Search search;
  if (search.supply(root_path(text), text).ok()) search.ask(parse_query("a post \"of it\""), 10);
  return 0;
}
