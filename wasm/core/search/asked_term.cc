#include "core/search/asked_term.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/query/stem.h"
#include "core/search/facets.h"

namespace daybook {
namespace {

// A beginning that more files of the base have terms with is taken for a word, and the forms of a
// word that so many files might have for that form alone.
constexpr std::size_t kMaxBeginningFiles = 8;
constexpr std::size_t kMaxStemFiles = 24;
constexpr std::size_t kShortestBeginning = 3;  // letters

std::size_t count_letters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++letters) next_code_point(text, i);
  return letters;
}

}  // namespace

AskedTerm AskedTerm::word(const Token& token, Match match, const Root& root) {
  AskedTerm asked;
  asked.folded_ = token.folded;
  asked.exact_ = token.word;
  asked.beginning_ = token.folded;
  if (match == Match::kPhrase && !token.is_lone) return asked;
  for (const std::string& language : root.languages) {
    asked.stems_.push_back({language, stem(token.folded, language)});
    const std::string_view shared = stem_prefix(token.folded, language);
    if (shared.size() < asked.beginning_.size()) asked.beginning_ = shared;
  }
  const auto files = [&](std::string_view beginning) {
    if (root.segments.empty()) return std::size_t{0};
    const FileRange shards = shards_of(root.segments.front(), beginning, false);
    const FileRange large = large_terms_of(root.segments.front(), beginning);
    return shards.end - shards.begin + large.end - large.begin;
  };
  const bool may_go_on =
      match == Match::kPrefix && count_letters(token.folded) >= kShortestBeginning;
  if (token.is_lone || (may_go_on && files(token.folded) <= kMaxBeginningFiles)) {
    asked.kind_ = Kind::kBeginning;
  } else if (files(asked.beginning_) <= kMaxStemFiles) {
    asked.kind_ = Kind::kForms;
  } else {
    asked.beginning_ = token.folded;
  }
  return asked;
}

AskedTerm AskedTerm::name(const Condition& condition) {
  AskedTerm asked;
  asked.kind_ = Kind::kName;
  FacetMark mark = FacetMark::kTag;
  if (condition.scope == Scope::kSeries) mark = FacetMark::kSeries;
  if (condition.scope == Scope::kAuthor) mark = FacetMark::kAuthor;
  if (condition.scope == Scope::kLanguage) mark = FacetMark::kLanguage;
  if (mark == FacetMark::kAuthor || mark == FacetMark::kLanguage) asked.kind_ = Kind::kNameWords;
  if (condition.match == Match::kPrefix) asked.kind_ = Kind::kNameBeginning;
  asked.folded_ = static_cast<char>(mark) + facet_name(mark, condition.text);
  asked.beginning_ = asked.folded_;
  return asked;
}

Closeness AskedTerm::closeness(std::string_view folded, std::string_view exact) const {
  if (folded == folded_) return exact == exact_ ? Closeness::kExact : Closeness::kFolded;
  const bool begins_so = folded.starts_with(folded_);
  switch (kind_) {
    case Kind::kWhole:
    case Kind::kName: return Closeness::kNone;
    case Kind::kNameWords:
      return begins_so && folded[folded_.size()] == '-' ? Closeness::kBeginning : Closeness::kNone;
    case Kind::kNameBeginning: return begins_so ? Closeness::kBeginning : Closeness::kNone;
    case Kind::kForms:
    case Kind::kBeginning: break;
  }
  for (const auto& [language, text] : stems_) {
    if (stem(folded, language) == text) return Closeness::kStem;
  }
  return kind_ == Kind::kBeginning && begins_so ? Closeness::kBeginning : Closeness::kNone;
}

FileRange shards_of(const Segment& segment, std::string_view beginning, bool is_whole) {
  const auto& separators = segment.separators;
  // Shard n begins with separator n - 1.
  const auto first = std::upper_bound(separators.begin(), separators.end(), beginning);
  auto last = first;
  while (!is_whole && last != separators.end() && last->starts_with(beginning)) ++last;
  return {static_cast<std::size_t>(first - separators.begin()),
          static_cast<std::size_t>(last - separators.begin()) + 1};
}

FileRange large_terms_of(const Segment& segment, std::string_view beginning) {
  const auto& terms = segment.large_terms;
  const auto first = std::lower_bound(terms.begin(), terms.end(), beginning);
  auto last = first;
  while (last != terms.end() && last->starts_with(beginning)) ++last;
  return {static_cast<std::size_t>(first - terms.begin()),
          static_cast<std::size_t>(last - terms.begin())};
}

}  // namespace daybook
