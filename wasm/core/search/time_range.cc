#include "core/search/time_range.h"

#include <algorithm>

#include "core/search/cards.h"

namespace daybook {
namespace {

// How many of the documents [begin, end) of a segment, all of one month, are of `date` or later.
std::uint32_t count_from(IndexReader& reader, std::size_t segment, std::uint32_t begin,
                         std::uint32_t end, const Date& date) {
  std::uint32_t counted = 0;
  for (std::uint32_t file = begin / kCardsInFile; file * kCardsInFile < end; ++file) {
    const std::vector<Card>* cards = reader.get_cards(segment, file);
    const std::uint32_t first = file * kCardsInFile;
    for (std::uint32_t i = std::max(begin, first); i < std::min(end, first + kCardsInFile); ++i) {
      const bool is_counted = cards == nullptr || !((*cards)[i - first].date < date);
      if (is_counted) ++counted;
    }
  }
  return counted;
}

// How many documents of a segment are of `date` or later: they are the first.
std::uint32_t documents_from(IndexReader& reader, std::size_t s, const Date& date) {
  const auto wanted = static_cast<std::uint32_t>(12 * date.year + date.month - 1);
  std::uint32_t count = 0;
  for (const Month& month : reader.files().root().segments[s].months) {
    if (month.number < wanted) break;
    const bool is_whole = month.number > wanted || date.day == 1;
    count +=
        is_whole ? month.documents : count_from(reader, s, count, count + month.documents, date);
  }
  return count;
}

}  // namespace

Matches match_days(IndexReader& reader, const Days& days) {
  const IndexFiles& files = reader.files();
  Matches matches(files.documents());
  for (std::size_t s = 0; s < files.root().segments.size(); ++s) {
    const std::uint32_t begin = days.end ? documents_from(reader, s, *days.end) : 0;
    const std::uint32_t end =
        days.begin ? documents_from(reader, s, *days.begin) : files.root().segments[s].dated();
    for (std::uint32_t i = begin; i < end; ++i) matches.add(files.document(s, i), 0, false);
  }
  return matches;
}

}  // namespace daybook
