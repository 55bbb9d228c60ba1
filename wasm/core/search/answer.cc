#include "core/search/answer.h"

#include <algorithm>

#include "core/base/json_writer.h"
#include "core/base/text.h"
#include "core/base/url.h"

namespace daybook {
namespace {

std::size_t parse_count(std::string_view digits, std::size_t otherwise) {
  std::size_t count = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return otherwise;
    count = std::min<std::size_t>(count * 10 + static_cast<std::size_t>(digit - '0'), kMaxHits);
  }
  return count;
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

SearchQuestion parse_search_question(std::string_view url) {
  SearchQuestion question;
  Typing typing = Typing::kDone;
  const std::size_t start = std::min(url.find('?'), url.size() - 1) + 1;
  for (const std::string_view pair : split(url.substr(start), '&')) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view key = pair.substr(0, equals);
    const std::string_view value = pair.substr(std::min(equals + 1, pair.size()));
    if (key == "q") question.text = decode_query(value);
    if (key == "count") question.count = parse_count(value, question.count);
    if (key == "typing") typing = Typing::kGoingOn;
    if (key == "incomplete") question.missing = Missing::kDoneWithout;
  }
  question.query = parse_query(question.text, typing);
  return question;
}

std::string answer_json(const SearchQuestion& question, const SearchReply& reply) {
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
  json.end_array().member_if("suggestion", suggest(question.text, reply)).end_object();
  return json.take();
}

}  // namespace daybook
