#include "core/search_answer.h"

#include <utility>

#include "core/search/answer.h"

namespace daybook {

SearchAnswer answer_search(const Search& search, std::string_view url) {
  if (!search.has_root()) return {500, {}, "supply the root of the search index first"};
  const SearchQuestion question = parse_search_question(url);
  SearchReply reply = search.ask(question.query, question.count, question.missing);
  if (!reply.is_complete && question.missing == Missing::kAskedFor) {
    return {202, std::move(reply.needs), {}};
  }
  std::string body = answer_json(question, reply);
  return {200, std::move(reply.needs), std::move(body)};
}

}  // namespace daybook
