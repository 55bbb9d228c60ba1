#include "core/query/stem_rules.h"

#include <algorithm>

namespace daybook {

StemRule find_stem_rule(std::string_view rules, std::string_view word, std::size_t least) {
  while (!rules.empty()) {
    const std::string_view rule = rules.substr(0, rules.find(' '));
    const std::size_t mark = std::min(rule.find('>'), rule.size());
    const std::string_view ending = rule.substr(0, mark);
    if (word.size() >= least + ending.size() && word.ends_with(ending)) {
      return {ending, rule.substr(std::min(mark + 1, rule.size()))};
    }
    rules.remove_prefix(std::min(rule.size() + 1, rules.size()));
  }
  return {};
}

}  // namespace daybook
