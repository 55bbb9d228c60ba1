#include "core/query/stem_rules.h"

namespace daybook {

StemRule find_stem_rule(std::string_view rules, std::string_view word, std::size_t least) {
  // `begin` of what is read; the letters and the ending before it, where they have ended.
  std::size_t begin = 0;
  std::string_view letters;
  std::string_view ending;
  for (std::size_t i = 0; i <= rules.size(); ++i) {
    const char sign = i < rules.size() ? rules[i] : ' ';
    if (sign != '<' && sign != '>' && sign != ' ') continue;
    const std::string_view text(rules.data() + begin, i - begin);
    begin = i + 1;
    if (sign == '<') {
      letters = text;
    } else if (sign == '>') {
      ending = text;
    } else {
      const bool is_replaced = !ending.empty();
      if (!is_replaced) ending = text;
      if (word.size() >= least + ending.size() && word.ends_with(ending)) {
        const char before = word.size() > ending.size() ? word[word.size() - ending.size() - 1] : 0;
        if (!letters.empty() && letters.find(before) == std::string_view::npos) return {};
        return {ending.size(), is_replaced ? text : std::string_view()};
      }
      letters = ending = {};
    }
  }
  return {};
}

}  // namespace daybook
