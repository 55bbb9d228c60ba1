#include "core/search/search.h"

#include <algorithm>
#include <utility>

#include "core/search/evaluation.h"
#include "core/search/title_marks.h"

namespace daybook {

SearchReply Search::ask(const Query& query, std::size_t count, Missing missing) const {
  IndexReader reader(files_);
  const Ranking ranking = evaluate(reader, query, std::min(count, kMaxHits));
  SearchReply reply;
  if (!reader.needs().empty() && missing == Missing::kAskedFor) {
    reply.needs = reader.needs();
    return reply;
  }
  reply.total = ranking.total;
  const TitleMarks marks(query, files_.root());
  for (const std::uint32_t document : ranking.first) {
    const auto& [segment, number, is_deleted] = files_.place(document);
    const auto cards = reader.get_cards(segment, number / kCardsInFile);
    if (!cards) continue;
    const Card& card = (*cards)[number % kCardsInFile];
    const auto& languages = files_.root().languages;
    Hit hit{card.path, marks.split(card.title), card.date, card.tags, ""};
    if (card.language < languages.size()) hit.language = languages[card.language];
    reply.hits.push_back(std::move(hit));
  }
  reply.needs = reader.needs();
  reply.is_complete = reply.needs.empty();
  if (!reply.is_complete && missing == Missing::kAskedFor) reply.hits.clear();
  return reply;
}

}  // namespace daybook
