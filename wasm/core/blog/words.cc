#include "core/blog/words.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"

namespace daybook {
namespace {

struct EnglishWord {
  std::string_view key;
  std::string_view text;
};

constexpr auto kWords = std::to_array<EnglishWord>({
    {"skip", "Skip to the content"},
    {"menu", "Site"},
    {"filter_label", "Filter the entries"},
    {"filter_hint", "Title, tag, year …"},
    {"filter_button", "Filter"},
    {"nothing_yet", "Nothing has been entered yet."},
    {"undated", "Undated"},
    {"pinned", "Pinned"},
    {"pages", "Pages"},
    {"page", "Page {n}"},
    {"page_of", "Page {n} of {count}"},
    {"title_page", "{title}, page {n}"},
    {"newer", "Newer entries"},
    {"older", "Older entries"},
    {"entries", "{n} entry|{n} entries"},
    {"matches", "{n} entry matches.|{n} entries match."},
    {"no_match", "No entries match."},
    {"more_on_their_way", "Older ones are on their way."},
    {"first_shown", "Here is the first.|Here are the first {n}."},
    {"show_more", "Show more entries"},
    {"more", "More"},
    {"fewer", "Fewer"},
    {"order", "Order"},
    {"newest_first", "Newest first"},
    {"oldest_first", "Oldest first"},
    {"best_first", "Best match first"},
    {"archive", "Archive"},
    {"archive_about", "The one entry of {site}.|All {n} entries of {site}, by year."},
    {"years", "Years"},
    {"year_about", "The entries of {year} in {site}."},
    {"tags", "Tags"},
    {"tag_count", "{n} tag|{n} tags"},
    {"tags_about", "What {site} is about."},
    {"tag_about", "Entries about {tag} in {site}."},
    {"series", "Series"},
    {"series_about", "The series {series} in {site}."},
    {"search", "Search"},
    {"search_label", "Search all entries"},
    {"search_hint", "Words to look for"},
    {"search_help",
     "All words have to be met. Besides words: \"a phrase\", -without, title:word, tag:linux, "
     "year:2025, "
     "after:2024-03, before:2025, this or that."},
    {"search_needs",
     "Searching takes JavaScript and WebAssembly, of which one is missing. Every entry is here:"},
    {"not_found_title", "Page not found"},
    {"not_found", "No such entry"},
    {"not_found_text", "There is no page at this address."},
    {"offline", "Offline"},
    {"offline_about", "What this browser keeps of {site}, to be read without a network."},
    {"offline_needs", "It takes script and a browser that may keep things."},
    {"not_kept_title", "Not kept"},
    {"not_kept_text", "There is no network, and this device keeps no copy of this page."},
    {"all_entries", "All entries"},
    {"all_entries_of", "All entries of {site}"},
    {"moved_title", "Moved"},
    {"moved", "This page has moved."},
    {"breadcrumbs", "Where this entry stands"},
    {"by", "by {authors}"},
    {"and", "{a} and {b}"},
    {"list_separator", ", "},
    {"day", "day {n}"},
    {"updated", "updated {date}"},
    {"reading_time", "{n} min read|{n} min read"},
    {"contents", "On this page"},
    {"series_part", "Part {n} of {count}: {series}"},
    {"neighbours", "Entries before and after"},
    {"previous_post", "Before"},
    {"next_post", "After"},
    {"related", "Related entries"},
    {"note", "Note"},
    {"tip", "Tip"},
    {"important", "Important"},
    {"warning", "Warning"},
    {"caution", "Caution"},
    {"footnotes", "Footnotes"},
    {"back_to_reference", "Back to reference {number}"},
    {"formula", "Formula"},
    {"table", "Table"},
    {"diagram", "Diagram"},
    {"date", "{month} {day}, {year}"},
    {"months",
     "January|February|March|April|May|June|July|August|September|October|November|December"},
});

constexpr std::size_t kWordCount = static_cast<std::size_t>(Word::kCount);
static_assert(kWords.size() == kWordCount);

// Part `index` of a text between bars, or the last one.
std::string_view part(std::string_view text, std::size_t index) {
  const auto parts = split(text, '|');
  return parts[std::min(index, parts.size() - 1)];
}

std::string fill_places(std::string_view text, WordPlaces places) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    if (close == std::string_view::npos) break;
    const std::string_view name = text.substr(1, close - 1);
    for (const auto& [place, filling] : places) {
      if (place == name) out += filling;
    }
    text.remove_prefix(close + 1);
  }
  return out += text;
}

enum class Plurals { kNone, kOneOther, kZeroOneOther, kSlavic, kArabic };

Plurals plurals_of(std::string_view language) {
  struct Rule {
    std::string_view languages;
    Plurals plurals;
  };
  // By CLDR; all that are not named here have one and other.
  constexpr std::array<Rule, 4> kRules = {{
      {" id ja ko lo ms my th vi zh ", Plurals::kNone},
      {" am bn fa fr gu hi hy kn pt zu ", Plurals::kZeroOneOther},
      {" be bs hr ru sr uk ", Plurals::kSlavic},
      {" ar ", Plurals::kArabic},
  }};
  const std::string primary =
      " " + to_ascii_lower(language.substr(0, language.find_first_of("-_"))) + " ";
  for (const Rule& rule : kRules) {
    if (rule.languages.find(primary) != std::string_view::npos) return rule.plurals;
  }
  return Plurals::kOneOther;
}

}  // namespace

std::pair<std::string_view, std::string_view> english(Word word) {
  const EnglishWord& entry = kWords[static_cast<std::size_t>(word)];
  return {entry.key, entry.text};
}

std::size_t plural_forms(std::string_view language) {
  switch (plurals_of(language)) {
    case Plurals::kNone: return 1;
    case Plurals::kOneOther:
    case Plurals::kZeroOneOther: return 2;
    case Plurals::kSlavic: return 3;
    case Plurals::kArabic: return 6;
  }
  return 1;
}

std::size_t plural_form(std::string_view language, std::size_t count) {
  const std::size_t tens = count % 100;
  switch (plurals_of(language)) {
    case Plurals::kNone: return 0;
    case Plurals::kOneOther: return count == 1 ? 0 : 1;
    case Plurals::kZeroOneOther: return count <= 1 ? 0 : 1;
    case Plurals::kSlavic: {
      const std::size_t ones = count % 10;
      const bool is_teen = tens >= 11 && tens <= 14;
      if (ones == 1 && !is_teen) return 0;
      return ones >= 2 && ones <= 4 && !is_teen ? 1 : 2;
    }
    case Plurals::kArabic:
      if (count <= 2) return count;
      if (tens >= 3 && tens <= 10) return 3;
      return tens >= 11 ? 4 : 5;
  }
  return 0;
}

void Words::set(std::string_view key, std::string_view text) {
  const auto entry = std::find_if(kWords.begin(), kWords.end(),
                                  [&](const EnglishWord& word) { return word.key == key; });
  if (entry == kWords.end()) {
    script_.emplace_back(key, text);
    return;
  }
  texts_.resize(kWordCount);
  texts_[static_cast<std::size_t>(entry - kWords.begin())] = text;
}

std::string_view Words::operator[](Word word) const {
  const auto index = static_cast<std::size_t>(word);
  if (index < texts_.size() && !texts_[index].empty()) return texts_[index];
  return kWords[index].text;
}

std::string Words::fill(Word word, WordPlaces places) const {
  return fill_places((*this)[word], places);
}

std::string Words::count(std::string_view language, Word word, std::size_t count,
                         WordPlaces places) const {
  const std::string_view form = part((*this)[word], plural_form(language, count));
  const std::string with_count = [&] {
    const std::size_t at = form.find("{n}");
    if (at == std::string_view::npos) return std::string(form);
    return std::string(form.substr(0, at)) + std::to_string(count) +
           std::string(form.substr(at + 3));
  }();
  return fill_places(with_count, places);
}

std::string Words::date(const Date& date) const {
  const std::string year = std::to_string(date.year);
  const std::string day = std::to_string(date.day);
  const std::string number = std::to_string(date.month);
  return fill(Word::kDate,
              {{"year", year},
               {"month", part((*this)[Word::kMonths], static_cast<std::size_t>(date.month - 1))},
               {"m", number},
               {"day", day}});
}

Words::Pairs Words::pairs() const {
  Pairs pairs;
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    if (!texts_[i].empty()) pairs.emplace_back(kWords[i].key, texts_[i]);
  }
  pairs.insert(pairs.end(), script_.begin(), script_.end());
  return pairs;
}

}  // namespace daybook
