#include "core/search/search.h"

#include <algorithm>
#include <utility>

#include "core/search/evaluation.h"
#include "core/search/spelling.h"
#include "core/search/title_marks.h"

namespace daybook {

SearchReply Search::ask(const Query& query, std::size_t count, Missing missing) const {
  IndexReader reader(files_);
  const Ranking ranking = evaluate(reader, query, count);
  SearchReply reply;
  if (!reader.needs().empty() && missing == Missing::kAskedFor) {
    reply.needs = reader.needs();
    return reply;
  }
  reply.total = ranking.total;
  const TitleMarks marks(query, files_.root());
  for (const std::uint32_t document : ranking.first) {
    const auto& [segment, number, is_deleted] = files_.place(document);
    const std::vector<Card>* cards = reader.get_cards(segment, number / kCardsInFile);
    if (cards == nullptr) continue;
    const Card& card = (*cards)[number % kCardsInFile];
    const auto& languages = files_.root().languages;
    Hit hit{card.path, marks.split(card.title), card.date, card.tags, ""};
    if (card.language < languages.size()) hit.language = languages[card.language];
    reply.hits.push_back(std::move(hit));
  }
  reply.is_complete = reader.needs().empty();
  if (!reply.is_complete && missing == Missing::kAskedFor) reply.hits.clear();
  if (reply.is_complete && reply.total == 0) correct(reader, ranking, reply);
  reply.needs = reader.needs();
  return reply;
}

// The first text that has a word near it.
void Search::correct(IndexReader& reader, const Ranking& ranking, SearchReply& reply) {
  const auto& segments = reader.files().root().segments;
  if (ranking.unknown.empty() || segments.empty() || !segments.front().has_word_list) return;
  const auto bytes = reader.get(0, "w");
  if (!bytes) return;
  const Spelling words(*bytes);
  for (const Condition* condition : ranking.unknown) {
    const auto near = words.nearest(condition->text, 1);
    if (near.empty()) continue;
    reply.correction = {condition->text, near.front()};
    return;
  }
}

}  // namespace daybook
