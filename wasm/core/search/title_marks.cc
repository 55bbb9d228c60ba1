#include "core/search/title_marks.h"

#include <algorithm>

namespace daybook {

TitleMarks::TitleMarks(const Query& query, const Root& root) {
  for (const Clause& clause : query.clauses) {
    for (const Condition& condition : clause) {
      const bool is_about_title =
          condition.scope == Scope::kAnywhere || condition.scope == Scope::kTitle;
      if (!is_about_title || condition.is_negated) continue;
      const auto tokens = tokenize(condition.text);
      for (const Token& token : tokens) {
        const bool is_whole = condition.match == Match::kPrefix && &token != &tokens.back();
        asked_.push_back(AskedTerm::word(token, is_whole ? Match::kWords : condition.match, root));
      }
    }
  }
}

std::vector<std::string> TitleMarks::split(std::string_view title) const {
  std::vector<std::string> pieces;
  std::size_t written = 0;
  std::size_t marked_end = 0;
  const auto close = [&] {
    if (marked_end == written) return;
    pieces.emplace_back(title.substr(written, marked_end - written));
    written = marked_end;
  };
  Tokenizer tokens(title, Parts::kAdded);
  while (const Token* token = tokens.next()) {
    const bool is_asked = std::any_of(asked_.begin(), asked_.end(), [&](const AskedTerm& asked) {
      return asked.closeness(token->folded, token->word) != Closeness::kNone;
    });
    if (!is_asked || token->end <= marked_end) continue;
    if (token->begin > marked_end || pieces.empty()) {
      if (pieces.size() % 2 == 1) close();
      pieces.emplace_back(title.substr(written, token->begin - written));
      written = token->begin;
    }
    marked_end = token->end;
  }
  if (pieces.size() % 2 == 1) close();
  if (written < title.size()) pieces.emplace_back(title.substr(written));
  return pieces;
}

}  // namespace daybook
