#include "core/query/filter.h"

#include <algorithm>

#include "core/base/text.h"

namespace daybook {
namespace {

std::vector<std::string> words_of(std::string_view query) {
  const std::string folded = collapse_space(fold(to_valid_utf8(query.substr(0, kMaxQueryBytes))));
  std::vector<std::string> words;
  for (const std::string_view word : split(folded, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

std::string searchable_text(const Post& post) {
  std::string text = post.title;
  text += '\n';
  text += post.description;
  for (const std::string& tag : post.tags) {
    text += '\n';
    text += tag;
  }
  if (post.date) {
    const Date date = local_date(*post.date);
    text += '\n';
    text += format_iso_date(date);
    text += '\n';
    text += format_long_date(date);
  }
  return fold(text);
}

}  // namespace

std::vector<const Post*> filter_posts(const std::vector<const Post*>& posts,
                                      std::string_view query) {
  const auto words = words_of(query);
  if (words.empty()) return posts;
  std::vector<const Post*> matches;
  for (const Post* post : posts) {
    const std::string text = searchable_text(*post);
    const bool holds_all = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return text.find(word) != std::string::npos;
    });
    if (holds_all) matches.push_back(post);
  }
  return matches;
}

}  // namespace daybook
