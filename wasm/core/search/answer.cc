#include "core/search/answer.h"

#include <algorithm>

#include "core/base/json_writer.h"
#include "core/base/text.h"
#include "core/base/url.h"

namespace daybook {
namespace {

std::size_t parse_count(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text.substr(0, 4)) {
    if (c >= '0' && c <= '9') count = count * 10 + static_cast<std::size_t>(c - '0');
  }
  return std::clamp<std::size_t>(count, 1, kMaxHits);
}

}  // namespace

SearchQuestion parse_search_question(std::string_view url) {
  SearchQuestion question;
  Typing typing = Typing::kDone;
  for (const std::string_view pair : split(url.substr(kSearchQuestion.size()), '&')) {
    if (pair.starts_with("q=")) question.text = decode_query(pair.substr(2));
    if (pair.starts_with("count=")) question.count = parse_count(pair.substr(6));
    if (pair == "typing=1") typing = Typing::kGoingOn;
    if (pair == "partial=1") question.missing = Missing::kDoneWithout;
  }
  question.query = parse_query(question.text, typing);
  return question;
}

std::string answer_json(const SearchReply& reply, std::string_view suggestion) {
  JsonWriter json;
  json.begin_object().member("total", reply.total).member("isComplete", reply.is_complete);
  json.key("hits").begin_array();
  for (const Hit& hit : reply.hits) {
    json.begin_object().member("path", hit.path).key("title").begin_array();
    for (const std::string& part : hit.title) json.value(part);
    json.end_array();
    if (hit.date) json.member("date", format_iso_date(*hit.date));
    if (!hit.tags.empty()) {
      json.key("tags").begin_array();
      for (const std::string& tag : hit.tags) json.value(tag);
      json.end_array();
    }
    json.member_if("language", hit.language).end_object();
  }
  json.end_array().member_if("suggestion", suggestion).end_object();
  return json.take();
}

}  // namespace daybook
