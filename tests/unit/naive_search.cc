#include "unit/naive_search.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/blog/route.h"
#include "core/query/stem.h"
#include "core/query/tokens.h"
#include "core/search/function_words.h"

namespace daybook {
namespace {

std::string name_of(std::string_view text) { return fold(tag_slug(text)); }

bool is_about_words(const Condition& condition) {
  return condition.scope == Scope::kAnywhere || condition.scope == Scope::kTitle;
}

// Whether `words` of a name, joined by hyphens, stand in it side by side.
bool has_side_by_side(std::string_view name, std::string_view words) {
  return ("-" + std::string(name) + "-").find("-" + std::string(words) + "-") != std::string::npos;
}

}  // namespace

NaiveSearch::NaiveSearch(const std::vector<IndexedPost>& posts) {
  for (const IndexedPost& post : posts) {
    if (std::find(languages_.begin(), languages_.end(), post.language) == languages_.end()) {
      languages_.push_back(post.language);
    }
  }
  for (const IndexedPost& post : posts) {
    Page page;
    page.path = post.card.path;
    page.date = post.card.date;
    int line = 0;
    add_text(page, post.card.title, line);
    for (const PostPart& part : post.parts) add_text(page, part.text, ++line);
    for (const std::string& tag : post.card.tags) {
      add_text(page, tag, ++line);
      page.tags.push_back(name_of(tag));
    }
    for (const std::string& author : post.authors) {
      add_text(page, author, ++line);
      page.authors.push_back(name_of(author));
    }
    add_text(page, post.series, ++line);
    if (!post.series.empty()) page.series.push_back(name_of(post.series));
    page.languages.push_back(to_ascii_lower(post.language));
    pages_.push_back(std::move(page));
  }
}

std::vector<std::string> NaiveSearch::stems_of(std::string_view folded) const {
  std::vector<std::string> stems;
  for (const std::string& language : languages_) stems.push_back(stem(folded, language));
  return stems;
}

void NaiveSearch::add_text(Page& page, std::string_view text, int line) const {
  for (const Token& token : tokenize(text, Parts::kAdded)) {
    page.words.push_back({token.folded, stems_of(token.folded), token.is_part, line});
  }
}

bool NaiveSearch::is_function_word(const Clause& clause) const {
  const Condition& condition = clause.front();
  if (clause.size() > 1 || condition.is_negated || condition.scope != Scope::kAnywhere ||
      condition.match == Match::kPhrase) {
    return false;
  }
  const auto tokens = tokenize(condition.text);
  const auto words = function_words(languages_);
  return tokens.size() == 1 &&
         std::find(words.begin(), words.end(), tokens.front().folded) != words.end();
}

std::vector<std::string> NaiveSearch::find(const Query& query) const {
  const bool has_others =
      std::any_of(query.clauses.begin(), query.clauses.end(), [&](const Clause& clause) {
        return !is_function_word(clause) && is_about_words(clause.front()) &&
               !clause.front().is_negated;
      });
  std::vector<std::string> paths;
  for (const Page& page : pages_) {
    const bool matches =
        std::all_of(query.clauses.begin(), query.clauses.end(), [&](const Clause& clause) {
          if (has_others && is_function_word(clause)) return true;
          return std::any_of(clause.begin(), clause.end(), [&](const Condition& condition) {
            return holds(page, condition) != condition.is_negated;
          });
        });
    if (matches) paths.push_back(page.path);
  }
  return paths;
}

bool NaiveSearch::holds(const Page& page, const Condition& condition) const {
  if (condition.scope == Scope::kTime) {
    const auto& [begin, end] = condition.days;
    return page.date && (!begin || !(*page.date < *begin)) && (!end || *page.date < *end);
  }
  return is_about_words(condition) ? has_words(page, condition) : has_name(page, condition);
}

bool NaiveSearch::has_name(const Page& page, const Condition& condition) {
  const auto any = [&](const std::vector<std::string>& names, auto is_meant) {
    return std::any_of(names.begin(), names.end(), is_meant);
  };
  const std::string wanted = name_of(condition.text);
  const auto is_equal = [&](const std::string& name) { return name == wanted; };
  switch (condition.scope) {
    case Scope::kTag: return any(page.tags, is_equal);
    case Scope::kSeries: return any(page.series, is_equal);
    case Scope::kAuthor:
      return any(page.authors,
                 [&](const std::string& name) { return has_side_by_side(name, wanted); });
    default: {
      const std::string language = to_ascii_lower(condition.text);
      return any(page.languages, [&](const std::string& name) {
        return name == language || name.starts_with(language + "-");
      });
    }
  }
}

bool NaiveSearch::accepts(const Asked& asked, const Word& word) {
  if (word.folded == asked.folded) return true;
  if (asked.match == Match::kPhrase) return false;
  if (asked.match == Match::kPrefix && word.folded.starts_with(asked.folded)) return true;
  for (std::size_t i = 0; i < asked.stems.size(); ++i) {
    if (word.stems[i] == asked.stems[i]) return true;
  }
  return false;
}

bool NaiveSearch::has_words(const Page& page, const Condition& condition) const {
  std::vector<Asked> asked;
  for (const Token& token : tokenize(condition.text)) {
    asked.push_back(
        {token.folded, stems_of(token.folded), token.is_lone ? Match::kPrefix : condition.match});
  }
  if (asked.empty()) return !condition.is_negated;
  const auto is_asked = [&](const Word& word) {
    return condition.scope == Scope::kAnywhere || word.line == 0;
  };
  if (asked.size() == 1) {
    return std::any_of(page.words.begin(), page.words.end(), [&](const Word& word) {
      return is_asked(word) && accepts(asked.front(), word);
    });
  }
  std::vector<const Word*> row;
  for (const Word& word : page.words) {
    if (is_asked(word) && !word.is_part) row.push_back(&word);
  }
  for (std::size_t i = 0; i + asked.size() <= row.size(); ++i) {
    bool fits = row[i]->line == row[i + asked.size() - 1]->line;
    for (std::size_t j = 0; j < asked.size() && fits; ++j) fits = accepts(asked[j], *row[i + j]);
    if (fits) return true;
  }
  return false;
}

}  // namespace daybook
