// The words that pages say of themselves, in the site's language. English is built in; those of
// other languages are the files web/words/<language>.json, handed on by the manifest.
//
// A text may hold places, `{n}`, and where it counts, its forms between bars in CLDR's order of the
// language's plural categories: `{n} entry|{n} entries`.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/date.h"

namespace daybook {

// In the order of the table in words.cc.
enum class Word {
  kSkip,
  kMenu,
  kFilterLabel,
  kFilterHint,
  kFilterButton,
  kNothingYet,
  kUndated,
  kPinned,
  kPages,
  kPage,
  kPageOf,
  kTitlePage,
  kNewer,
  kOlder,
  kEntries,
  kMatches,
  kNoMatch,
  kMoreOnTheirWay,
  kFirstShown,
  kShowMore,
  kMore,
  kFewer,
  kOrder,
  kNewestFirst,
  kOldestFirst,
  kBestFirst,
  kArchive,
  kArchiveAbout,
  kYears,
  kYearAbout,
  kTags,
  kTagCount,
  kTagsAbout,
  kTagAbout,
  kSeries,
  kSeriesAbout,
  kSearch,
  kSearchLabel,
  kSearchHint,
  kSearchHelp,
  kSearchNeeds,
  kNotFoundTitle,
  kNotFound,
  kNotFoundText,
  kOffline,
  kOfflineAbout,
  kOfflineNeeds,
  kNotKeptTitle,
  kNotKeptText,
  kAllEntries,
  kAllEntriesOf,
  kMovedTitle,
  kMoved,
  kBreadcrumbs,
  kBy,
  kAnd,
  kListSeparator,
  kDay,
  kUpdated,
  kReadingTime,
  kContents,
  kSeriesPart,
  kNeighbours,
  kPreviousPost,
  kNextPost,
  kRelated,
  kNote,
  kTip,
  kImportant,
  kWarning,
  kCaution,
  kFootnotes,
  kBackToReference,
  kFormula,
  kTable,
  kDiagram,
  kDate,
  kMonths,
  kCount,
};

// What stands at a place: its name without braces, and its text.
using WordPlaces = std::initializer_list<std::pair<std::string_view, std::string_view>>;

class Words {
 public:
  // Sets the text of a key of the table. A key that is none of it is the page script's.
  void set(std::string_view key, std::string_view text);

  std::string_view operator[](Word word) const;
  std::string fill(Word word, WordPlaces places) const;

  // The form for `count` in `language`, `{n}` filled in.
  std::string count(std::string_view language, Word word, std::size_t count,
                    WordPlaces places = {}) const;

  // «March 6, 2026»
  std::string date(const Date& date) const;

  // The pairs of key and text that differ from English, those of the script too.
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  Pairs pairs() const;
  const Pairs& script_words() const { return script_; }

  bool operator==(const Words&) const = default;

 private:
  std::vector<std::string> texts_;  // by Word; empty for all or one where English stands
  Pairs script_;
};

// Which of a language's plural forms `count` takes, from 0, and how many it has.
std::size_t plural_form(std::string_view language, std::size_t count);
std::size_t plural_forms(std::string_view language);

// The key and the English text of each word, in the order of Word.
std::pair<std::string_view, std::string_view> english(Word word);

}  // namespace daybook
