#include "core/search_answer.h"

#include <algorithm>
#include <utility>

#include "core/base/json_writer.h"
#include "core/base/text.h"
#include "core/base/url.h"

namespace daybook {
namespace {

constexpr std::size_t kHits = 10;

struct Question {
  std::string query;
  std::size_t count = kHits;
  Typing typing = Typing::kDone;
  Missing missing = Missing::kAskedFor;
};

std::size_t parse_count(std::string_view digits) {
  std::size_t count = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return kHits;
    count = std::min<std::size_t>(count * 10 + static_cast<std::size_t>(digit - '0'), kMaxHits);
  }
  return count;
}

Question parse_question(std::string_view url) {
  Question question;
  for (const std::string_view pair :
       split(url.substr(std::min(url.find('?'), url.size() - 1) + 1), '&')) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view key = pair.substr(0, equals);
    const std::string_view value = pair.substr(std::min(equals + 1, pair.size()));
    if (key == "q") question.query = decode_query(value);
    if (key == "count") question.count = parse_count(value);
    if (key == "typing") question.typing = Typing::kGoingOn;
    if (key == "incomplete") question.missing = Missing::kDoneWithout;
  }
  return question;
}

// The query with the text that was corrected in its place.
std::string suggest(std::string query, const SearchReply& reply) {
  if (!reply.correction) return {};
  const auto& [written, near] = *reply.correction;
  const std::size_t at = query.find(written);
  return at == std::string::npos ? near : query.replace(at, written.size(), near);
}

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.key(key).begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

}  // namespace

SearchAnswer answer_search(const Search& search, std::string_view url) {
  if (!search.has_root()) return {500, {}, "supply the root of the search index first"};
  const Question question = parse_question(url);
  const Query query = parse_query(question.query, question.typing);
  SearchReply reply = search.ask(query, question.count, question.missing);
  if (!reply.is_complete && question.missing == Missing::kAskedFor) {
    return {202, std::move(reply.needs), {}};
  }
  JsonWriter json;
  json.begin_object().member("total", reply.total).member("isComplete", reply.is_complete);
  json.key("hits").begin_array();
  for (const Hit& hit : reply.hits) {
    json.begin_object().member("path", hit.path);
    write_strings(json, "title", hit.title);
    if (hit.date) json.member("date", format_iso_date(*hit.date));
    write_strings(json, "tags", hit.tags);
    json.member_if("language", hit.language).end_object();
  }
  json.end_array().member_if("suggestion", suggest(question.query, reply)).end_object();
  return {200, std::move(reply.needs), json.take()};
}

}  // namespace daybook
