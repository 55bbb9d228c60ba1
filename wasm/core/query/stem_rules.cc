#include "core/query/stem_rules.h"

#include <algorithm>

namespace daybook {

StemRule find_stem_rule(std::string_view rules, std::string_view word, std::size_t least) {
  if (word.empty()) return {};
  const char last = word.back();
  std::string_view letters;
  for (std::size_t begin = 0; begin < rules.size();) {
    std::size_t end = begin;
    while (end < rules.size() && rules[end] != ' ' && rules[end] != '>' && rules[end] != '<') ++end;
    const std::string_view text(rules.data() + begin, end - begin);
    begin = end + 1;
    if (end < rules.size() && rules[end] == '<') {
      letters = text;
      continue;
    }
    std::string_view replacement;
    if (end < rules.size() && rules[end] == '>') {
      end = std::min(rules.find(' ', begin), rules.size());
      replacement = rules.substr(begin, end - begin);
      begin = end + 1;
    }
    // Most endings are passed over by their last letter.
    if (text.back() == last && word.size() >= least + text.size() && word.ends_with(text)) {
      const char before = word.size() > text.size() ? word[word.size() - text.size() - 1] : 0;
      if (!letters.empty() && letters.find(before) == std::string_view::npos) return {};
      return {text.size(), replacement};
    }
    letters = {};
  }
  return {};
}

}  // namespace daybook
